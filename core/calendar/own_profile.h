// The user's own profile: what they can give, where they stand, when they want to be left alone.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// How many holders of a role the user wants (metrics.md 2.10).
struct WantedRole {
  std::string role;  ///< a word of the vocabulary or the user's own
  int count = 0;     ///< 0–20
  bool operator==(const WantedRole&) const = default;
};

/// Part of the day without suggestions, in minutes after local midnight; it may run over midnight.
struct QuietHours {
  int from = 20 * 60;
  int until = 8 * 60;
  bool operator==(const QuietHours&) const = default;
};

/// Three answers of 1–5 in one quarter (features.md row 84).
struct SelfCheck {
  Day day{};
  int belong = 0, respect = 0, connection = 0;
  bool operator==(const SelfCheck&) const = default;
};

/// One item for the one user, wherever they work.
struct OwnProfile {
  std::vector<std::string> offers;       ///< X-GOODTURN-OFFERS: what the user knows and can do
  std::vector<std::string> interests;    ///< X-GOODTURN-INTERESTS
  std::string organisation;              ///< X-GOODTURN-ORGANISATION; may be empty, as the next two
  std::string unit;                      ///< X-GOODTURN-UNIT
  std::string function;                  ///< X-GOODTURN-FUNCTION
  std::vector<std::string> domains;      ///< X-GOODTURN-DOMAINS: mail domains of the own organisation
  Uid boss;                              ///< X-GOODTURN-SUPERIOR; may be empty
  std::optional<int> seniority;          ///< X-GOODTURN-SENIORITY, 0–5
  std::optional<int> weekly_energy;      ///< X-GOODTURN-WEEKLY-ENERGY, 0–20: suggestions a week
  std::vector<WantedRole> wanted_roles;  ///< X-GOODTURN-WANTED-ROLES:mentor=1,sponsor=1; empty: the defaults
  QuietHours quiet;                      ///< X-GOODTURN-QUIET-HOURS:20:00-08:00
  std::array<bool, 7> works{true, true, true, true, true, false, false};  ///< X-GOODTURN-WORKDAYS:MO,TU …
  std::optional<Day> crisis;                                              ///< X-GOODTURN-CRISIS: since
  bool purist = false;                 ///< X-GOODTURN-PURIST:TRUE: only suggestions that give or help
  bool asked_for_purpose = false;      ///< X-GOODTURN-ASKED-FOR-PURPOSE:TRUE (features.md row 57)
  std::optional<Day> learning_since;   ///< X-GOODTURN-LEARNING-SINCE: answers before it do not teach
  bool without_learning = false;       ///< X-GOODTURN-WITHOUT-LEARNING:TRUE: answers never move a rule
  bool without_balance = false;        ///< X-GOODTURN-WITHOUT-BALANCE:TRUE: no view of giving and taking
  bool without_meeting_tasks = false;  ///< X-GOODTURN-WITHOUT-MEETING-TASKS:TRUE: no brief, no question
  std::vector<SelfCheck> checks;       ///< X-GOODTURN-SELF-CHECKS:20261001 4 5 3
  bool operator==(const OwnProfile&) const = default;
};

/// The one UID of the own profile.
[[nodiscard]] Uid own_profile_uid();
/// The first VJOURNAL when it is an own profile; else nullopt. What is missing or wrong in it reads as
/// absent.
[[nodiscard]] std::optional<OwnProfile> read_own_profile(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_own_profile(const OwnProfile& profile, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_own_profile(const text::Document& document, const OwnProfile& profile,
                                             Instant stamp);

}  // namespace goodturn::calendar
