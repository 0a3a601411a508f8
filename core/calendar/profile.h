// The user's own knowledge of one person: how often, how near, what moves them, what they need and offer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/journal.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// The user's own estimates of a person, 0–2 each; 0 is "not rated" (features.md rows 14 and 74).
struct Ratings {
  int experience = 0, influence = 0, willing = 0;  ///< X-GOODTURN-RATINGS:experience=1,influence=2 …
  int fun = 0, status = 0, access = 0;             ///< motives, in the same line
  bool operator==(const Ratings&) const = default;
};

/// A group that a person belongs to in a dimension the user made: "field" → "hardware".
struct Grouping {
  std::string dimension;
  std::string group;
  bool operator==(const Grouping&) const = default;
};

/// One per person. Everything may be missing; nothing here is guessed by the program.
struct Profile {
  Uid uid;             ///< profile_uid
  NamedPerson person;  ///< X-GOODTURN-CONTACTS and CONTACT
  // How the lists deal with the person.
  bool do_not_suggest = false;       ///< X-GOODTURN-DO-NOT-SUGGEST:TRUE
  std::optional<Day> snoozed_until;  ///< X-GOODTURN-SNOOZED-UNTIL
  std::optional<int> cadence_days;   ///< X-GOODTURN-CADENCE:P42D
  std::optional<int> layer;          ///< X-GOODTURN-LAYER: 5, 15, 50, 150; 0 is "out"
  std::optional<Day>
      until_they_write;        ///< X-GOODTURN-UNTIL-THEY-WRITE: snoozed on that day until a word comes
  std::optional<Day> revived;  ///< X-GOODTURN-REVIVED: the user ended the rest of the tie
  std::vector<Day> put_off;    ///< X-GOODTURN-PUT-OFF: when a reminder was put off, ascending
  bool is_deceased = false;    ///< X-GOODTURN-DECEASED:TRUE
  // Who they are to the user.
  std::optional<TieKind> tie;      ///< X-GOODTURN-TIE
  bool is_friend = false;          ///< X-GOODTURN-FRIEND:TRUE, apart from every role
  bool is_trusted = false;         ///< X-GOODTURN-TRUSTED:TRUE
  bool offered_help = false;       ///< X-GOODTURN-OFFERED-HELP:TRUE
  bool knows_goal = false;         ///< X-GOODTURN-KNOWS-GOAL:TRUE
  std::optional<Day> grief;        ///< X-GOODTURN-GRIEF: bereaved since; only kindness then
  std::optional<Day> started_job;  ///< X-GOODTURN-STARTED-JOB
  std::optional<Day> moved;        ///< X-GOODTURN-MOVED
  // Their place.
  std::optional<int> seniority;  ///< X-GOODTURN-SENIORITY, 0–5
  Uid superior;                  ///< X-GOODTURN-SUPERIOR: the person they report to; may be empty
  std::vector<Power> powers;     ///< X-GOODTURN-POWERS
  std::string function;          ///< X-GOODTURN-FUNCTION: "research"; may be empty, as the next two
  std::string region;            ///< X-GOODTURN-REGION
  std::string met_at;            ///< X-GOODTURN-MET-AT: where the user met them
  Uid introduced_by;             ///< X-GOODTURN-INTRODUCED-BY; may be empty
  std::vector<Grouping> groups;  ///< X-GOODTURN-GROUPS:field=hardware
  // What they need and give.
  std::vector<std::string> offers;     ///< X-GOODTURN-OFFERS
  std::vector<std::string> needs;      ///< X-GOODTURN-NEEDS
  std::vector<std::string> interests;  ///< X-GOODTURN-INTERESTS
  Ratings ratings;
  std::string text;  ///< DESCRIPTION; may be empty
  bool operator==(const Profile&) const = default;
};

/// Of the person: two machines write one item.
[[nodiscard]] Uid profile_uid(const Uid& person);
/// The first VJOURNAL when it is a profile; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Profile> read_profile(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_profile(const Profile& profile, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_profile(const text::Document& document, const Profile& profile,
                                         Instant stamp);

}  // namespace goodturn::calendar
