// A snapshot while it is read: one file per noun of the index adds what its rows say.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/people/same_person.h"
#include "core/suggest/circle.h"
#include "helper/index/own_rows.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

struct Gathering {
  World& world;
  Now now;
  OwnRows rows;
  std::vector<Person> persons{};
  std::unordered_map<std::string, std::size_t> by_uid{};    ///< of every card → place in persons
  std::unordered_map<std::string, std::size_t> by_email{};  ///< lower case
  calendar::Journals journals{};
  std::vector<people::CardPair> apart{};
  std::vector<network::PairSign> signs{};
  suggest::Circle circle{};
  std::vector<Coming> coming{};
  people::SamePerson same_person{};

  /// By UID, or by the "mailto:" address that journals of other programs carry.
  [[nodiscard]] std::optional<std::size_t> place_of(const std::string& person) const;
  /// nullptr for somebody without a card: what names them stays stored and attaches when the card returns.
  [[nodiscard]] Person* person(const Uid& uid);
};

// Each of these stands on the ones before it.
Result<void> gather_journals(Gathering& all);
Result<void> gather_cards(Gathering& all);
Result<void> gather_meetings(Gathering& all);
Result<void> gather_records(Gathering& all);
Result<void> gather_follow_ups(Gathering& all);
/// What hangs on single people: profiles, asks, introductions, roles.
void attach_journals(Gathering& all);
Result<void> gather_mail(Gathering& all);
void draw_circle(Gathering& all);
/// Sorts what each person has, and says what stands on top of it: the last talk, the last note.
void finish_persons(Gathering& all);

}  // namespace goodturn::helper
