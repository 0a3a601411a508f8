#include "core/relations/meeting.h"

#include <algorithm>
#include <set>

namespace goodturn::relations {
namespace {

using calendar::Attendee;
using calendar::Event;
using calendar::EventStatus;
using calendar::Participation;

constexpr std::size_t most_people = 8;  // with the user

std::string lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return low;
}

bool stays_away(Participation answer) {
  return answer == Participation::declined || answer == Participation::delegated;
}

/// Who is there besides the user, and what the user answered.
struct Company {
  std::vector<std::string> addresses;
  std::size_t people = 0;  ///< with those who cannot be matched
  bool user_stays_away = false;
  bool user_is_tentative = false;
};

Company company_of(const Event& event, const std::set<std::string>& own) {
  Company company;
  std::set<std::string> seen;
  for (const Attendee& attendee : event.attendees) {
    const std::string address = lower(attendee.address);
    if (!address.empty() && own.contains(address)) {
      company.user_stays_away |= stays_away(attendee.participation);
      company.user_is_tentative |= attendee.participation == Participation::tentative;
      continue;
    }
    if (!attendee.is_person || stays_away(attendee.participation)) continue;
    // Without an address only the name can tell two people apart; a leading space keeps it from matching one.
    if (!seen.insert(address.empty() ? " " + attendee.name : address).second) continue;
    ++company.people;
    if (!address.empty()) company.addresses.push_back(address);
  }
  return company;
}

bool is_contact(const Event& event, const Company& company, bool lies_ahead) {
  if (event.all_day || event.status == EventStatus::cancelled || company.user_stays_away) return false;
  if (lies_ahead && (event.status == EventStatus::tentative || company.user_is_tentative)) return false;
  return company.people >= 1 && company.people < most_people;
}

}  // namespace

std::vector<Meeting> meetings_of(std::span<const Event> events,
                                 std::span<const calendar::Occurrence> occurrences,
                                 std::span<const std::string> own_addresses, const LocalDay& local_day,
                                 Instant now) {
  std::set<std::string> own;
  for (const std::string& address : own_addresses) own.insert(lower(address));
  std::vector<Company> companies;
  companies.reserve(events.size());
  for (const Event& event : events) companies.push_back(company_of(event, own));

  std::vector<Meeting> meetings;
  for (const calendar::Occurrence& occurrence : occurrences) {
    if (occurrence.event >= events.size()) continue;
    const Event& event = events[occurrence.event];
    const Company& company = companies[occurrence.event];
    if (company.addresses.empty() || !is_contact(event, company, occurrence.start > now)) continue;
    meetings.push_back({event.uid, occurrence.start, occurrence.end, local_day(occurrence.start),
                        event.is_private ? std::string() : event.summary, company.addresses, event.is_free});
  }
  return meetings;
}

std::optional<Touch> touch_of(const Meeting& meeting, Instant now) {
  if (meeting.start > now) return std::nullopt;
  const double weight =
      touch_weight(Channel::meeting, Direction::mutual, static_cast<int>(meeting.addresses.size()));
  return Touch{meeting.start, meeting.day, Channel::meeting, Direction::mutual, weight};
}

}  // namespace goodturn::relations
