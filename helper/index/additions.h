// Which steps of World::generation were nothing but a new record: a snapshot takes them one by one, instead
// of being read anew.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/strong.h"

namespace goodturn::helper {

/// Under World::lock().
class Additions {
 public:
  static constexpr std::size_t limit = 64;

  /// The step that ended at `generation` wrote this record, which had not been there.
  void note(std::uint64_t generation, const Uid& record);
  /// The records of all steps after `from` up to `to`, in order; nullopt when one of the steps was anything
  /// else, or is forgotten.
  [[nodiscard]] std::optional<std::vector<Uid>> between(std::uint64_t from, std::uint64_t to) const;

 private:
  std::deque<std::pair<std::uint64_t, Uid>> steps_;  ///< ascending, the last `limit`
};

}  // namespace goodturn::helper
