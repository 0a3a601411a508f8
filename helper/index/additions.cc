#include "helper/index/additions.h"

#include <algorithm>

namespace goodturn::helper {

void Additions::note(std::uint64_t generation, const Uid& record) {
  steps_.emplace_back(generation, record);
  if (steps_.size() > limit) steps_.pop_front();
}

std::optional<std::vector<Uid>> Additions::between(std::uint64_t from, std::uint64_t to) const {
  std::vector<Uid> records;
  for (const auto& [generation, record] : steps_)
    if (generation > from && generation <= to) records.push_back(record);
  if (to < from || records.size() != to - from) return std::nullopt;
  return records;
}

}  // namespace goodturn::helper
