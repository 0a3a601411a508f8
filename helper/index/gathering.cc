#include "helper/index/gathering.h"

#include "helper/index/mail_touches.h"

namespace goodturn::helper {

std::optional<std::size_t> Gathering::place_of(const std::string& person) const {
  constexpr std::string_view scheme = "mailto:";
  const bool address = person.starts_with(scheme);
  const auto& places = address ? by_email : by_uid;
  const auto found = places.find(address ? person.substr(scheme.size()) : person);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

Person* Gathering::person(const Uid& uid) {
  const auto place = place_of(uid.value);
  return place ? &persons[*place] : nullptr;
}

Result<void> gather_follow_ups(Gathering& all) {
  const auto closed_on = [&](const calendar::FollowUp& row) {
    return row.completed_at ? std::optional(all.world.recurrence.local_day(*row.completed_at)) : std::nullopt;
  };
  return all.rows.each_follow_up([&](const calendar::FollowUp& row) {
    Person* person = all.person(row.person);
    if (person == nullptr) return;
    const bool open = !row.completed && !row.action && !row.expired;
    person->contact.showings.push_back(
        {row.uid, row.rule, row.shown, row.silence_since, row.action, open, closed_on(row)});
  });
}

Result<void> gather_mail(Gathering& all) { return add_mail(all); }

}  // namespace goodturn::helper
