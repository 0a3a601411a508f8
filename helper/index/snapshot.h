// Everybody at once: persons with their touches, plans, records and showings, read from the index.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/calendar/journals.h"
#include "core/network/pairs.h"
#include "core/people/same_person.h"
#include "core/relations/ask.h"
#include "core/relations/ledger.h"
#include "core/suggest/ranking.h"
#include "core/suggest/standing.h"
#include "helper/world.h"

namespace goodturn::helper {

struct Gathering;

/// What happened with one person, for the timeline. Not sorted.
struct Moment {
  enum class Kind {
    meeting,
    planned,
    touch,
    mail,
    note,
    gave,
    received,
    promised,
    follow_up,
    ask,
    introduction,
    role
  };
  Kind kind = Kind::meeting;
  Instant at{};
  Day day{};
  Said title;  ///< of a meeting its summary; empty: its kind says all
  std::string text;
  std::optional<Channel> channel;
  std::optional<Direction> direction;  ///< of mail and of records
  int count = 1;                       ///< mail: how many messages of that day
};

/// A touch of which the user noted nothing but that it was. There may be a million of them, so they are
/// small.
struct BareTouch {
  Instant at{};
  Day day{};
  std::optional<Channel> channel;
};

/// Where one card of a person stands.
struct CardPlace {
  Uid uid;
  sync::CollectionId collection = 0;
  Href href;
};

/// A person with everything known. One person are the cards with one UID in several books, and those of which
/// the user said so (calendar::Identity); then `card` says what all of them say (people::joined_card), under
/// the smallest UID among them.
struct Person {
  people::Card card;
  std::vector<CardPlace> places;    ///< by UID, then by collection; never empty
  std::vector<people::Card> cards;  ///< each as it is, in the order of `places`; empty when there is one card
  suggest::Contact contact;
  std::vector<Moment> moments;          ///< without the bare touches, which timeline() adds
  std::vector<BareTouch> bare_touches;  ///< not sorted
  calendar::Profile profile;            ///< empty fields without one
  std::vector<relations::LedgerEntry>
      ledger;                        ///< gave and received, introductions that were sent; not sorted
  std::vector<relations::Ask> asks;  ///< not sorted
};

/// How long a meeting stays among those around today; appointments of the user alone leave earlier.
inline constexpr std::chrono::days coming_past{7};

/// A meeting or appointment around today.
struct Coming {
  Uid event;
  Instant start{}, end{};
  Day day{};
  std::string summary;               ///< empty when the event is private
  std::size_t others = 0;            ///< how many take part besides the user
  std::vector<std::size_t> known{};  ///< those of them who are persons(), by place
};

/// Everything that happened with the person, the newest first.
[[nodiscard]] std::vector<Moment> timeline(const Person& person);

/// One consistent reading of the index at one time. Nobody changes it while others look at it.
class Snapshot {
 public:
  /// Reads everything. Touches are past meetings, touch records and observed mail; later meetings are plans.
  [[nodiscard]] static Result<std::shared_ptr<const Snapshot>> read(World& world);
  /// The same for who keeps it and adds records.
  [[nodiscard]] static Result<std::shared_ptr<Snapshot>> read_own(World& world);

  /// Adds a record that was written since; `day` is its local date. Then the snapshot says what reading anew
  /// would say, but that of several moments of one instant another may come first. False, with nothing
  /// changed, for a record that means more than one line about one person: read anew. Only while nobody else
  /// holds the snapshot, or a copy of its ranking.
  [[nodiscard]] bool take(const calendar::Record& record, Day day, Now now);
  /// Until when the reading is right while nothing is written: a meeting begins or ends, or the day does.
  [[nodiscard]] Instant valid_until() const noexcept { return valid_until_; }

  [[nodiscard]] const std::vector<Person>& persons() const { return *persons_; }
  /// By the UID of any of their cards; nullptr when unknown.
  [[nodiscard]] const Person* by_uid(const Uid& uid) const;
  /// By lower-case address; nullptr when unknown.
  [[nodiscard]] const Person* by_email(std::string_view address) const;
  /// Where a person of persons() stands.
  [[nodiscard]] const suggest::Standing& standing(const Person& person) const;
  /// What a person of persons() says alone: kind of tie, side, whether anything may be suggested.
  [[nodiscard]] const suggest::Traits& traits(const Person& person) const;
  /// The contacts as the suggestion rules take them, with what was worked out about them.
  [[nodiscard]] const suggest::Ranking& ranking() const { return *ranking_; }
  /// Asks, introductions, goals, the own profile and all else of core/calendar/journals.h, each UID once.
  [[nodiscard]] const calendar::Journals& journals() const { return journals_; }
  /// Cards of which the user said that they are not one person.
  [[nodiscard]] const std::vector<people::CardPair>& apart() const { return apart_; }
  /// What says that two persons know each other, by their places in persons().
  [[nodiscard]] const std::vector<network::PairSign>& signs() const { return signs_; }
  /// From a week ago (coming_past) to 60 days ahead, by start, then by UID; whole days are not among them.
  [[nodiscard]] const std::vector<Coming>& coming() const { return coming_; }
  /// First day with any touch; empty without history.
  [[nodiscard]] std::optional<Day> first_day() const { return first_day_; }

 private:
  explicit Snapshot(Gathering&& all);
  /// Of a UID, or of the "mailto:" address that journals of other programs carry.
  [[nodiscard]] std::optional<std::size_t> place_of(const Uid& uid) const;

  std::shared_ptr<std::vector<Person>> persons_;  ///< shared with the ranking, which looks at their contacts
  std::unordered_map<std::string, std::size_t> by_uid_;
  std::unordered_map<std::string, std::size_t> by_email_;
  calendar::Journals journals_;
  std::vector<people::CardPair> apart_;
  std::vector<network::PairSign> signs_;
  std::vector<Coming> coming_;
  std::optional<Day> first_day_;
  Instant valid_until_{};
  std::optional<suggest::Ranking> ranking_;  ///< in the order of persons_
};

}  // namespace goodturn::helper
