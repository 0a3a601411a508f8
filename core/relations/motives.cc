#include "core/relations/motives.h"

#include <algorithm>

namespace goodturn::relations {
namespace {

int weight_of(GiveKind kind, const Motives& motives) {
  if (kind == GiveKind::access) return motives.fun;
  if (kind == GiveKind::public_recognition) return motives.status;
  return kind == GiveKind::introduction ? motives.access : 0;
}

}  // namespace

std::array<GiveKind, all_give_kinds.size()> gifts_for(const Motives& motives) {
  std::array<GiveKind, all_give_kinds.size()> kinds = all_give_kinds;
  // The order in which equally strong motives are served.
  constexpr std::array first = {GiveKind::access, GiveKind::public_recognition, GiveKind::introduction};
  const auto rank = [&](GiveKind kind) {
    return weight_of(kind, motives) > 0 ? std::find(first.begin(), first.end(), kind) - first.begin() : 0;
  };
  std::stable_sort(kinds.begin(), kinds.end(), [&](GiveKind left, GiveKind right) {
    const int heavy = weight_of(left, motives), light = weight_of(right, motives);
    return heavy != light ? heavy > light : rank(left) < rank(right);
  });
  return kinds;
}

}  // namespace goodturn::relations
