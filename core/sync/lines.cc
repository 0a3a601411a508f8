#include "core/sync/lines.h"

#include <algorithm>

namespace goodturn::sync {
namespace {

bool all_in(const Lines& lines, const Lines& others) {
  const Meanings known(others);
  return std::all_of(lines.begin(), lines.end(), [&](const Entry& entry) { return known.has(entry); });
}

}  // namespace

Meanings::Meanings(const Lines& lines) {
  sorted_.reserve(lines.size());
  for (const Entry& entry : lines) sorted_.push_back(entry.meaning);
  std::sort(sorted_.begin(), sorted_.end());
}

bool Meanings::has(const Entry& entry) const {
  return std::binary_search(sorted_.begin(), sorted_.end(), std::string_view(entry.meaning));
}

Lines without(const Lines& lines, const Lines& others) {
  const Meanings known(others);
  Lines rest;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(rest),
               [&](const Entry& entry) { return !known.has(entry); });
  return rest;
}

bool same_meanings(const Lines& left, const Lines& right) {
  return all_in(left, right) && all_in(right, left);
}

}  // namespace goodturn::sync
