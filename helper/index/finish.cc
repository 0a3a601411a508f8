// The last look at each person, when everything is in.
#include <algorithm>
#include <tuple>

#include "helper/index/gathering.h"

namespace goodturn::helper {
namespace {

bool is_talk(const Moment& moment) {
  return moment.kind == Moment::Kind::meeting || moment.kind == Moment::Kind::touch ||
         moment.kind == Moment::Kind::mail;
}

const std::string& topic_of(const Moment& talk) {
  return talk.title.key.empty() ? talk.text : talk.title.key;
}

suggest::LastTalk talk_of(const Moment& talk) {
  return {talk.day, talk.channel.value_or(Channel::message), topic_of(talk),
          talk.direction.value_or(Direction::mutual)};
}

/// The newest past moment that `fits` names; nullptr: none.
template <class Fits>
const Moment* last_moment(const std::vector<Moment>& moments, Instant now, Fits fits) {
  const Moment* last = nullptr;
  for (const Moment& moment : moments)
    if (fits(moment) && moment.at <= now && (last == nullptr || moment.at > last->at)) last = &moment;
  return last;
}

/// Of two at the same time the one of which something is known.
std::optional<suggest::LastTalk> last_talk(const Person& person, Instant now) {
  const Moment* talk = last_moment(person.moments, now, is_talk);
  const BareTouch* bare = nullptr;
  for (const BareTouch& touch : person.bare_touches)
    if (touch.at <= now && (bare == nullptr || touch.at > bare->at)) bare = &touch;
  if (bare != nullptr && (talk == nullptr || bare->at > talk->at))
    return suggest::LastTalk{bare->day, bare->channel.value_or(Channel::message), "", Direction::mutual};
  return talk == nullptr ? std::nullopt : std::optional(talk_of(*talk));
}

/// Of several at one time the order does not hang on the order in which they were read.
bool is_before(const relations::Touch& a, const relations::Touch& b) {
  if (a.at != b.at) return a.at < b.at;
  return std::tie(a.channel, a.direction, a.weight, a.reply) <
         std::tie(b.channel, b.direction, b.weight, b.reply);
}

}  // namespace

void finish_person(Person& person, Instant now) {
  suggest::Contact& contact = person.contact;
  std::sort(contact.touches.begin(), contact.touches.end(), is_before);
  std::sort(contact.showings.begin(), contact.showings.end(), [](const auto& a, const auto& b) {
    return std::tie(a.day, a.follow_up) < std::tie(b.day, b.follow_up);
  });
  std::sort(contact.obligations.begin(), contact.obligations.end(), [](const auto& a, const auto& b) {
    return std::tie(a.day, a.record) < std::tie(b.day, b.record);
  });
  contact.ledger = person.ledger;
  contact.asks = person.asks;
  const auto is_note = [](const Moment& moment) { return moment.kind == Moment::Kind::note; };
  if (const Moment* note = last_moment(person.moments, now, is_note))
    contact.last_note = suggest::Note{note->day, note->text};
  contact.last_talk = last_talk(person, now);
  const auto has_topic = [](const Moment& moment) { return is_talk(moment) && !topic_of(moment).empty(); };
  if (const Moment* talk = last_moment(person.moments, now, has_topic)) contact.last_topic = talk_of(*talk);
}

void finish_persons(Gathering& all) {
  for (Person& person : all.persons) finish_person(person, all.now.instant);
}

}  // namespace goodturn::helper
