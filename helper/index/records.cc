// The plain records of the index: touches, notes, what was given, received and promised.
#include <algorithm>

#include "helper/index/gathering.h"

namespace goodturn::helper {
namespace {

using calendar::Record;

void add_moment(Person& person, const Record& record, Day day, Moment::Kind kind) {
  person.moments.push_back({kind, record.at, day, "", record.text, record.channel, {}, 1});
}

void add_favour(Person& person, const Record& record, Day day, relations::LedgerSide side) {
  const bool received = side == relations::LedgerSide::received;
  person.ledger.push_back({record.uid, person.card.uid, day, side, record.give_kind.value_or(GiveKind::help),
                           record.size, record.asked, received ? record.settled : std::nullopt,
                           record.crisis});
}

void add_obligation(Person& person, const Record& record, Day day, Moment::Kind kind) {
  add_moment(person, record, day, kind);
  person.contact.obligations.push_back(
      {record.uid, record.kind, day, record.text, record.size, record.due, record.settled});
}

void add_touch(Person& person, const Record& record, Day day, Now now) {
  if (record.text.empty())
    person.bare_touches.push_back({record.at, day, record.channel});
  else
    add_moment(person, record, day, Moment::Kind::touch);
  if (record.at > now.instant) return;
  constexpr int depth_days = 365;
  if (record.depth && days_between(day, now.today) <= depth_days)
    person.contact.noted_depth = std::max(person.contact.noted_depth, *record.depth);
  if (!record.ask.empty()) person.ask_days.push_back(day);
  const Channel channel = record.channel.value_or(Channel::message);
  person.contact.touches.push_back(
      {record.at, day, channel, record.direction, relations::touch_weight(channel, record.direction, 1)});
}

void add(Gathering& all, const Record& record) {
  Person* person = all.person(record.person);
  if (person == nullptr) return;
  const Day day = all.world.recurrence.local_day(record.at);
  switch (record.kind) {
    case RecordKind::touch:
      add_touch(*person, record, day, all.now);
      return;
    case RecordKind::note:
      add_moment(*person, record, day, Moment::Kind::note);
      return;
    case RecordKind::gave:
      add_moment(*person, record, day, Moment::Kind::gave);
      if (record.give_kind == GiveKind::information && !record.text.empty())
        all.circle.articles.push_back({record.uid, person->card.uid, person->card.name, day, record.text});
      add_favour(*person, record, day, relations::LedgerSide::gave);
      return;
    case RecordKind::received:
      add_obligation(*person, record, day, Moment::Kind::received);
      add_favour(*person, record, day, relations::LedgerSide::received);
      return;
    case RecordKind::promised:
      add_obligation(*person, record, day, Moment::Kind::promised);
      return;
  }
}

}  // namespace

Result<void> gather_records(Gathering& all) {
  return all.rows.each_record([&](const Record& record) { add(all, record); });
}

}  // namespace goodturn::helper
