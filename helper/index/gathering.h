// A snapshot while it is read: one file per noun of the index adds what its rows say.
#pragma once

#include <algorithm>
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
  Instant valid_until = Instant::max();  ///< the first of all changes()

  /// What is read changes by itself at that time, if it is still to come.
  void changes(Instant at) {
    if (at > now.instant) valid_until = std::min(valid_until, at);
  }

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
/// Adds what a record says of its person; `day` is its local date.
void note_record(Person& person, const calendar::Record& record, Day day, Now now);
/// Something worth reading that was given: others may like it, too (suggest::Circle::articles).
[[nodiscard]] bool is_article(const calendar::Record& record);
Result<void> gather_follow_ups(Gathering& all);
/// What hangs on single people: profiles, asks, introductions.
void attach_journals(Gathering& all);
/// Which roles people hold today, and which were closed.
void attach_roles(Gathering& all);
Result<void> gather_mail(Gathering& all);
void draw_circle(Gathering& all);
/// Sorts what each person has, and says what stands on top of it: the last talk, the last note.
void finish_persons(Gathering& all);
void finish_person(Person& person, Instant now);

}  // namespace goodturn::helper
