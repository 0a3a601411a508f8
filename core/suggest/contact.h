// What the suggestion rules know of one person. Built by helper/index from derived rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/profile.h"
#include "core/network/consent.h"
#include "core/people/card.h"
#include "core/relations/ask.h"
#include "core/relations/ledger.h"
#include "core/relations/touch.h"

namespace goodturn::suggest {

/// A received or promised ledger record that may ask for something to be done.
struct Obligation {
  Uid record;
  RecordKind kind = RecordKind::received;
  Day day{};
  std::string text;
  int size = 1;
  std::optional<Day> due;
  std::optional<Day> settled;
  std::optional<GiveKind> gift{};  ///< what was received, or what keeping the promise gives
};

/// One earlier appearance of the person in the list.
struct Showing {
  Uid follow_up;
  Rule rule = Rule::keep_in_touch;
  Day day{};
  std::optional<Day> silence_since;
  std::optional<Action> action;
  bool open = false;              ///< still in the list
  std::optional<Day> answered{};  ///< when it was closed, by the user or by a contact
};

struct LastTalk {
  Day day{};
  Channel channel = Channel::meeting;
  std::string about;  ///< meeting summary or note text; may be empty
  Direction direction = Direction::mutual;
};

/// The user's newest note about the person.
struct Note {
  Day day{};
  std::string text;
};

struct Contact {
  Uid uid;
  std::vector<Uid> other_uids;  ///< of further cards of the same person, which records may name; mostly empty
  std::string name;
  std::string email;                      ///< first address; may be empty
  std::vector<std::string> other_emails;  ///< further addresses
  std::string organisation;
  std::string unit;
  std::vector<Role> roles;  ///< held today: by a tag or a noted term, and not closed
  std::vector<std::string> tags;
  std::optional<people::PartialDate> birthday;
  std::optional<people::PartialDate> anniversary;
  std::optional<int> manual_layer;    ///< 5, 15, 50, 150; 0 is "out"
  std::optional<int> manual_cadence;  ///< days
  bool do_not_suggest = false;
  std::optional<Day> snoozed_until;
  std::vector<relations::Touch> touches;  ///< past only, ascending by time
  std::optional<Instant> planned;         ///< next meeting in the future
  std::optional<LastTalk> last_talk;
  std::optional<LastTalk> last_topic;  ///< the newest talk of which it is known what it was about
  std::optional<Note> last_note;
  std::vector<Obligation> obligations;
  std::vector<Showing> showings;  ///< ascending by day
  int noted_depth = 0;            ///< deepest touch of the last 365 days by the user's word, 1–3; 0: none
  calendar::Profile profile;      ///< what the user knows of the person; layer, cadence and marks as above
  std::vector<std::string> noted_roles;        ///< by terms that hold today; may be words of the user's own
  std::vector<std::string> closed_roles;       ///< ended by the user: not suggested anew
  std::vector<Day> ask_days;                   ///< of touches noted as part of an ask; not sorted
  std::optional<std::chrono::minutes> offset;  ///< of the person's local time from UTC; nullopt: not known
  std::vector<relations::LedgerEntry> ledger;  ///< of this person, any order
  std::vector<relations::Ask> asks;            ///< of this person, any order
  std::vector<network::Introduction> introductions;  ///< those the person is part of
};

}  // namespace goodturn::suggest
