#include "helper/journals/settle.h"

#include <algorithm>
#include <span>
#include <vector>

#include "helper/people/records.h"

namespace goodturn::helper {
namespace {

using calendar::Record;

constexpr std::string_view gift_ending = "-settled";

Uid gift_uid(const Uid& settled) { return Uid(settled.value + std::string(gift_ending)); }

/// The gift that settling a record stands for; nullopt: none.
std::optional<Record> gift_of(const Record& settled, Instant now) {
  Record gift;
  gift.uid = gift_uid(settled.uid);
  gift.kind = RecordKind::gave;
  gift.person = settled.person;
  gift.person_name = settled.person_name;
  gift.at = now;
  gift.text = settled.text;
  if (settled.kind == RecordKind::received) {
    gift.give_kind = GiveKind::thanks;
    return gift;
  }
  if (settled.kind != RecordKind::promised || !settled.give_kind) return std::nullopt;
  gift.give_kind = settled.give_kind;
  gift.size = settled.size;
  return gift;
}

bool is_thanks(const Record& record) {
  return record.kind == RecordKind::gave && record.give_kind == GiveKind::thanks;
}

/// Writes the day on a received record; nullopt: open again.
Result<void> set_settled(const Uid& received, std::optional<Day> day, Desk& desk) {
  const auto stored = desk.stored(received);
  if (!stored) return fail(stored.error());
  auto record = *stored ? calendar::read_record(**stored) : std::nullopt;
  if (!record) return {};
  record->settled = day;
  return write_record(desk.world, desk.items, *record, desk.before);
}

/// A thanks of that day beside the one, and not for a single record.
bool was_thanked_besides(const Person& person, const Uid& thanks, Day day) {
  return std::any_of(person.ledger.begin(), person.ledger.end(), [&](const relations::LedgerEntry& entry) {
    return entry.side == relations::LedgerSide::gave && entry.kind == GiveKind::thanks && entry.day == day &&
           entry.id != thanks && !entry.id.value.ends_with(gift_ending);
  });
}

Day day_of(const Record& record, const Desk& desk) { return desk.world.recurrence.local_day(record.at); }

/// What the thanks settled and nothing else says.
Result<std::vector<Uid>> settled_by(const Record& thanks, const Desk& desk) {
  std::vector<Uid> settled;
  const Person* known = desk.snapshot.by_uid(thanks.person);
  const Day day = day_of(thanks, desk);
  if (known == nullptr || was_thanked_besides(*known, thanks.uid, day)) return settled;
  for (const suggest::Obligation& one : known->contact.obligations) {
    if (one.kind != RecordKind::received || one.settled != day) continue;
    const auto own_thanks = desk.stored(gift_uid(one.record));
    if (!own_thanks) return fail(own_thanks.error());
    if (!*own_thanks) settled.push_back(one.record);
  }
  return settled;
}

/// Settles what was received until that day and is open, or was opened a moment ago.
Result<void> settle_until(const Uid& person, Day day, std::span<const Uid> opened, Desk& desk) {
  const Person* known = desk.snapshot.by_uid(person);
  if (known == nullptr) return {};
  for (const suggest::Obligation& one : known->contact.obligations) {
    const bool is_open = !one.settled || std::find(opened.begin(), opened.end(), one.record) != opened.end();
    if (one.kind != RecordKind::received || !is_open || one.day > day) continue;
    if (auto done = set_settled(one.record, day, desk); !done) return done;
  }
  return {};
}

Result<void> open_again(std::span<const Uid> received, Desk& desk) {
  for (const Uid& uid : received)
    if (auto done = set_settled(uid, std::nullopt, desk); !done) return done;
  return {};
}

/// A thanks that is new, was changed, or is none any more.
Result<void> follow_thanks(const Record* was, const Record& is, Desk& desk) {
  std::vector<Uid> opened;
  if (was != nullptr && is_thanks(*was)) {
    if (is_thanks(is) && was->person == is.person && day_of(*was, desk) == day_of(is, desk)) return {};
    auto settled = settled_by(*was, desk);
    if (!settled) return fail(settled.error());
    opened = std::move(*settled);
    if (auto done = open_again(opened, desk); !done) return done;
  }
  return is_thanks(is) ? settle_until(is.person, day_of(is, desk), opened, desk) : Result<void>{};
}

}  // namespace

Result<void> settle_received(const Uid& person, Day day, Desk& desk) {
  return settle_until(person, day, {}, desk);
}

Result<void> follow_removal(const Record& was, Desk& desk) {
  if (!is_thanks(was)) return {};
  const auto settled = settled_by(was, desk);
  return settled ? open_again(*settled, desk) : fail(settled.error());
}

Result<void> follow_settling(const Record* was, const Record& is, Desk& desk) {
  if (is_thanks(is) || (was != nullptr && is_thanks(*was))) return follow_thanks(was, is, desk);
  const bool had = was != nullptr && was->settled, has = is.settled.has_value();
  if (had == has) return {};
  const auto gift = gift_of(is, desk.now.instant);
  if (!gift) return {};
  return has ? write_record(desk.world, desk.items, *gift, desk.before) : desk.remove(gift->uid);
}

}  // namespace goodturn::helper
