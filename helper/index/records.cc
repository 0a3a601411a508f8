// The plain records of the index: touches, notes, what was given, received and promised.
#include <algorithm>

#include "core/calendar/topic.h"
#include "helper/index/gathering.h"

namespace goodturn::helper {
namespace {

using calendar::Record;

void add_moment(Person& person, const Record& record, Day day, Moment::Kind kind) {
  person.moments.push_back({kind, record.at, day, Said(), record.text, record.channel, record.direction, 1});
}

void add_favour(Person& person, const Record& record, Day day, relations::LedgerSide side) {
  if (record.give_kind == GiveKind::co_creation) {
    for (relations::LedgerEntry& entry : relations::co_created(record.uid, person.card.uid, day))
      person.ledger.push_back(std::move(entry));
    return;
  }
  const bool received = side == relations::LedgerSide::received;
  person.ledger.push_back({record.uid, person.card.uid, day, side, record.give_kind.value_or(GiveKind::help),
                           record.size, record.asked, received ? record.settled : std::nullopt,
                           record.crisis});
}

/// Thanks, and what was made together, ask for no thanks.
bool asks_for_thanks(const Record& record) {
  return record.give_kind != GiveKind::thanks && record.give_kind != GiveKind::co_creation;
}

void add_obligation(Person& person, const Record& record, Day day, Moment::Kind kind) {
  add_moment(person, record, day, kind);
  if (record.kind == RecordKind::received && !asks_for_thanks(record)) return;
  person.contact.obligations.push_back(
      {record.uid, record.kind, day, record.text, record.size, record.due, record.settled, record.give_kind});
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
  if (!record.ask.empty()) person.contact.ask_days.push_back(day);
  const Channel channel = record.channel.value_or(Channel::message);
  person.contact.touches.push_back({record.at, day, channel, record.direction,
                                    relations::touch_weight(channel, record.direction, record.others)});
}

/// Who was there together: noted with each of them, and said once.
void add_company(Gathering& all, const Record& record, Day day) {
  if (record.kind != RecordKind::touch || record.at > all.now.instant) return;
  const bool was_mail = record.channel == Channel::mail || record.channel == Channel::message;
  const auto place = all.place_of(record.person.value);
  for (const Uid& uid : record.with) {
    const auto other = all.place_of(uid.value);
    if (place && other && *place < *other)
      all.signs.push_back(
          {*place, *other, was_mail ? PairEvidence::cc : PairEvidence::co_meeting, day, record.others + 1});
  }
}

void add(Gathering& all, const Record& record) {
  all.changes(record.at);
  Person* person = all.person(record.person);
  if (person == nullptr) return;
  const Day day = all.world.recurrence.local_day(record.at);
  if (is_article(record))
    all.circle.articles.push_back({record.uid, person->card.uid, person->card.name, day, record.text});
  add_company(all, record, day);
  note_record(*person, record, day, all.now);
}

}  // namespace

bool is_article(const Record& record) {
  return record.kind == RecordKind::gave && record.give_kind == GiveKind::information &&
         calendar::names_reading(record.text);
}

void note_record(Person& person, const Record& record, Day day, Now now) {
  switch (record.kind) {
    case RecordKind::touch:
      add_touch(person, record, day, now);
      return;
    case RecordKind::note:
      add_moment(person, record, day, Moment::Kind::note);
      return;
    case RecordKind::gave:
      add_moment(person, record, day, Moment::Kind::gave);
      add_favour(person, record, day, relations::LedgerSide::gave);
      return;
    case RecordKind::received:
      add_obligation(person, record, day, Moment::Kind::received);
      add_favour(person, record, day, relations::LedgerSide::received);
      return;
    case RecordKind::promised:
      add_obligation(person, record, day, Moment::Kind::promised);
      return;
  }
}

Result<void> gather_records(Gathering& all) {
  return all.rows.each_record([&](const Record& record) { add(all, record); });
}

}  // namespace goodturn::helper
