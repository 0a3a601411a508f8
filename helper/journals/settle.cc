#include "helper/journals/settle.h"

#include "helper/people/records.h"

namespace goodturn::helper {
namespace {

using calendar::Record;

/// The gift that settling a record stands for; nullopt: none.
std::optional<Record> gift_of(const Record& settled, Instant now) {
  Record gift;
  gift.uid = Uid(settled.uid.value + "-settled");
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

}  // namespace

Result<void> settle_received(const Uid& person, Day day, Desk& desk) {
  const Person* known = desk.snapshot.by_uid(person);
  if (known == nullptr) return {};
  for (const suggest::Obligation& one : known->contact.obligations) {
    if (one.kind != RecordKind::received || one.settled || one.day > day) continue;
    const auto stored = desk.stored(one.record);
    if (!stored) return fail(stored.error());
    auto record = *stored ? calendar::read_record(**stored) : std::nullopt;
    if (!record) continue;
    record->settled = day;
    if (auto written = write_record(desk.world, desk.items, *record, desk.before); !written) return written;
  }
  return {};
}

Result<void> follow_settling(const Record* was, const Record& is, Desk& desk) {
  if (was == nullptr && is_thanks(is)) return settle_received(is.person, desk.now.today, desk);
  const bool had = was != nullptr && was->settled, has = is.settled.has_value();
  if (had == has) return {};
  const auto gift = gift_of(is, desk.now.instant);
  if (!gift) return {};
  return has ? write_record(desk.world, desk.items, *gift, desk.before) : desk.remove(gift->uid);
}

}  // namespace goodturn::helper
