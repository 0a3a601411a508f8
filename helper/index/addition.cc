// One more record in a snapshot that is there already.
#include <algorithm>

#include "helper/index/gathering.h"

namespace goodturn::helper {
namespace {

/// A mail noted by hand on a day of observed mail may be the same mail (mail_touches.h).
bool may_be_observed(const Person& person, const calendar::Record& record, Day day) {
  if (record.kind != RecordKind::touch || record.channel != Channel::mail) return false;
  return std::any_of(person.moments.begin(), person.moments.end(), [&](const Moment& moment) {
    return moment.kind == Moment::Kind::mail && moment.day == day;
  });
}

}  // namespace

std::optional<std::size_t> Snapshot::place_of(const Uid& uid) const {
  constexpr std::string_view scheme = "mailto:";
  const bool is_address = uid.value.starts_with(scheme);
  const auto& places = is_address ? by_email_ : by_uid_;
  const auto found = places.find(is_address ? uid.value.substr(scheme.size()) : uid.value);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

bool Snapshot::take(const calendar::Record& record, Day day, Now now) {
  if (is_article(record) || !record.with.empty()) return false;  // says something of others, too
  const auto place = place_of(record.person);
  if (!place) return true;
  Person& person = (*persons_)[*place];
  if (may_be_observed(person, record, day)) return false;
  note_record(person, record, day, now);
  finish_person(person, now.instant);
  if (!person.contact.touches.empty()) {
    const Day first = person.contact.touches.front().day;
    first_day_ = std::min(first_day_.value_or(first), first);
  }
  ranking_->update({person.contact});
  if (record.at > now.instant) valid_until_ = std::min(valid_until_, record.at);
  return true;
}

}  // namespace goodturn::helper
