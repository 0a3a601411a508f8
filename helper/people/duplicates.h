// Who may be one person twice in the user's address books.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/people/duplicates.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// Where numbers without country code are dialled; empty or missing: as the user's system says.
inline constexpr std::string_view phone_region_key = "phone_region";

/// The region in use, two capital letters; empty when neither the user nor the system says one.
[[nodiscard]] Result<std::string> phone_region(World& world);
/// Empty: back to what the system says. Errors: invalid (no such region).
Result<void> set_phone_region(World& world, const std::string& region);

/// Proposals for the user to decide; they name people by their places in snapshot->persons().
struct Duplicates {
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<people::Proposal> proposals;
};

/// What says who a person is; numbers without country code are dialled in `region`.
[[nodiscard]] people::Likeness likeness_of(const Person& person, const Phones& phones,
                                           const std::string& region);
/// The same of a card that stands in no book yet.
[[nodiscard]] people::Likeness likeness_of(const people::Card& card, const Phones& phones,
                                           const std::string& region);

/// Compares everybody with everybody (people::find_duplicates); pairs that the user turned down are left out.
[[nodiscard]] Result<Duplicates> find_duplicates(World& world, std::shared_ptr<const Snapshot> snapshot);

}  // namespace goodturn::helper
