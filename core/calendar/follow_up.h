// Follow-ups: suggestions as VTODO items in the Follow-ups collection (formats.md 4.2).
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/text/document.h"

namespace goodturn::calendar {

struct FollowUp {
  Uid uid;                           ///< "goodturn-<hash(rule, person, period)>"
  Rule rule = Rule::keep_in_touch;   ///< X-GOODTURN-RULE
  Uid person;                        ///< X-GOODTURN-CONTACTS
  std::string person_name;           ///< CONTACT;ALTREP="<person uid>"
  std::string summary;               ///< SUMMARY: "Write to Ada Example"
  std::string why;                   ///< DESCRIPTION: why-text and the concrete idea
  std::string link;                  ///< URL: mailto:…; may be empty
  Day due{};                         ///< DUE;VALUE=DATE
  std::optional<Day> planned;        ///< X-GOODTURN-DUE: the day first set; DUE differs when it was moved.
                                     ///< Absent once a touch closed it without a tick
  Day shown{};                       ///< X-GOODTURN-SHOWN: when it entered the list
  std::optional<Day> silence_since;  ///< X-GOODTURN-SILENCE-SINCE: last contact day when shown
  std::optional<Uid> record;         ///< RELATED-TO: the record behind a thanks or a promise
  bool completed = false;            ///< STATUS:COMPLETED
  std::optional<Instant> completed_at;
  std::optional<Action> action;  ///< X-GOODTURN-ACTION: what the user chose
  bool expired = false;  ///< X-GOODTURN-EXPIRED:TRUE left the list without an answer; STATUS:CANCELLED
  bool operator==(const FollowUp&) const = default;
};

/// The first VTODO as a follow-up; nullopt when there is none or it carries no X-GOODTURN-RULE.
[[nodiscard]] std::optional<FollowUp> read_follow_up(const text::Document& document);
/// A new VCALENDAR text with one VTODO: CLASS:PRIVATE, CATEGORIES net and kind, never ATTENDEE or VALARM.
[[nodiscard]] std::string write_follow_up(const FollowUp& follow_up, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_follow_up(const text::Document& document, const FollowUp& follow_up,
                                           Instant stamp);

/// Whose words stand in an item: true where somebody else wrote them. X-GOODTURN-SUMMARY-MARK and
/// X-GOODTURN-WHY-MARK carry a hash of what was last written here, blind to white space; an item without
/// them, of an earlier version, counts as ours.
struct ForeignWords {
  bool summary = false;  ///< SUMMARY
  bool why = false;      ///< DESCRIPTION
};
[[nodiscard]] ForeignWords foreign_words(const text::Document& document);

/// The item with the user's own SUMMARY, which foreign_words() then tells. An empty one changes nothing.
[[nodiscard]] std::string retitled_follow_up(const text::Document& document, const std::string& summary,
                                             Instant stamp);

/// Whether somebody wrote into the item: it was moved to another day, has foreign words, or lines or
/// components that write_follow_up does not write.
[[nodiscard]] bool is_edited(const text::Document& document);

}  // namespace goodturn::calendar
