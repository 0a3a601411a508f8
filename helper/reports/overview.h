// Everybody as the reports see them: how near, how alive, from which side.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/network/behaviours.h"
#include "core/network/graph.h"
#include "core/network/pairs.h"
#include "core/network/role_history.h"
#include "core/relations/alive.h"
#include "helper/index/snapshot.h"
#include "helper/reports/figure.h"

namespace goodturn::helper {

/// One person and how they stand to the user. Points into the snapshot.
struct Tie {
  const Person* person = nullptr;
  const suggest::Standing* standing = nullptr;
  const suggest::Traits* traits = nullptr;
  std::optional<relations::Liveliness> liveliness;  ///< nullopt: never in touch

  [[nodiscard]] TieKind kind() const { return traits->tie; }
  /// nullopt: not known whether they work where the user does.
  [[nodiscard]] std::optional<Side> side() const { return traits->side; }
  /// Whether anything may be proposed about them: not to "never", the dead, the snoozed and the resting.
  [[nodiscard]] bool is_open() const { return traits->is_open; }
  [[nodiscard]] double strength() const { return standing->parts.strength; }
  [[nodiscard]] bool is_alive() const { return liveliness == relations::Liveliness::alive; }
  /// Alive or fading: the network of today.
  [[nodiscard]] bool is_living() const { return liveliness && *liveliness != relations::Liveliness::quiet; }
  [[nodiscard]] Who who() const { return {person->card.uid, person->card.name}; }
};

/// What all reports start from. The snapshot must outlive it.
struct Overview {
  const Snapshot& snapshot;
  Now now;
  Language language = Language::en;      ///< of the reader
  std::vector<Tie> ties;                 ///< one per person of the snapshot, same order
  std::vector<network::RoleTerm> terms;  ///< of people in the snapshot and of others

  [[nodiscard]] const calendar::OwnProfile& own() const { return snapshot.journals().self; }
  /// The place of a person in `ties`, by UID with or without "urn:uuid:"; nullopt for somebody who is not in
  /// the address books.
  [[nodiscard]] std::optional<std::size_t> place_of(const Uid& uid) const;
  /// The name on the card, or `otherwise` for somebody who is not in the address books.
  [[nodiscard]] Who who(const Uid& uid, const std::string& otherwise = {}) const;
};

[[nodiscard]] Overview overview_of(const Snapshot& snapshot, Now now, Language language);

/// The people who are the user's friends, or family.
[[nodiscard]] bool is_friend(const Person& person);

/// Everybody's favours and asks.
[[nodiscard]] std::vector<relations::LedgerEntry> whole_ledger(const Overview& overview);
[[nodiscard]] std::vector<relations::Ask> all_asks(const Overview& overview);

/// The places of ties that are living, ascending.
[[nodiscard]] std::vector<std::size_t> living_places(const Overview& overview);

/// Who knows whom among the people at `places` (ascending): node i is places[i].
[[nodiscard]] network::PairKnowledge pairs_among(const Overview& overview,
                                                 std::span<const std::size_t> places);

}  // namespace goodturn::helper
