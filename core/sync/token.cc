#include "core/sync/token.h"

#include <algorithm>
#include <string_view>

namespace goodturn::sync {
namespace {

struct Numbered {
  std::string_view start;
  std::string_view number;  ///< without leading zeros
};

Numbered taken_apart(std::string_view token) {
  const auto last = token.find_last_not_of("0123456789");
  const std::size_t digits = last == std::string_view::npos ? 0 : last + 1;
  std::string_view number = token.substr(digits);
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return {token.substr(0, digits), number};
}

}  // namespace

bool went_back(const SyncToken& old, const SyncToken& fresh) {
  const Numbered one = taken_apart(old.value);
  const Numbered other = taken_apart(fresh.value);
  const bool numbered = one.start.size() < old.value.size() && other.start.size() < fresh.value.size();
  // A hash may end in digits, too: then what stands before them differs.
  if (!numbered || one.start != other.start) return false;
  if (one.number.size() != other.number.size()) return other.number.size() < one.number.size();
  return other.number < one.number;
}

}  // namespace goodturn::sync
