#include "helper/people/records.h"

#include "helper/index/snapshot_cache.h"
#include "helper/journals/keeping.h"
#include "helper/journals/settle.h"
#include "helper/notes/writing.h"
#include "helper/people/large_gift.h"

namespace goodturn::helper {
namespace {

calendar::Record record_of(const Uid& uid, const Person& person, const LogEntry& entry, Instant at) {
  calendar::Record record;
  record.uid = uid;
  record.kind = entry.kind;
  record.person = person.card.uid;
  record.person_name = person.card.name;
  record.at = at;
  record.text = entry.text;
  record.channel = entry.channel;
  record.direction = entry.direction.value_or(Direction::mutual);
  record.give_kind = entry.give_kind;
  record.size = entry.size;
  record.due = entry.due;
  record.asked = entry.asked;
  record.crisis = entry.crisis;
  record.depth = entry.depth;
  return record;
}

enum class IfMissing { create, leave };

/// The profile of one card.
Result<void> edit_profile(World& world, Items& items, const calendar::NamedPerson& card,
                          const ProfileEdit& edit, IfMissing if_missing, Before& before) {
  const Uid uid = calendar::profile_uid(card.uid);
  const auto stored = items.counting(items.journals_first(), uid);
  if (!stored) return fail(stored.error());
  if (!*stored && if_missing == IfMissing::leave) return {};
  const auto known = *stored ? calendar::read_profile(text::Document::parse((*stored)->text)) : std::nullopt;
  calendar::Profile profile = known.value_or(calendar::Profile{});
  edit(profile);
  profile.uid = uid;
  profile.person = card;
  return write_journal(world, items, uid, profile, before);
}

}  // namespace

Result<void> check_record(const calendar::Record& record, Instant now) {
  if (record.kind == RecordKind::touch && record.at > now)
    return fail(ErrorKind::invalid,
                "A contact in the future has not happened yet. Put it in your calendar instead.");
  if (record.kind == RecordKind::touch && !record.channel)
    return fail(ErrorKind::invalid,
                "Say how you were in touch: meeting, call, mail, message, social or post.");
  if (record.kind == RecordKind::promised && record.text.empty())
    return fail(ErrorKind::invalid, "Say what you promised, so that the reminder can name it.");
  if (record.size < 1 || record.size > 3) return fail(ErrorKind::invalid, "The size is 1, 2 or 3.");
  return {};
}

Result<void> write_record(World& world, Items& items, const calendar::Record& record, Before& before) {
  const Instant stamp = world.clock.now();
  const auto text_of = [&](const text::Document* stored) {
    return stored == nullptr ? calendar::write_record(record, stamp)
                             : calendar::update_record(*stored, record, stamp);
  };
  return write_to_journal(world, items, record.uid, text_of, before);
}

Result<Logged> log_entry(World& world, UndoLog& undo, const Uid& person, const LogEntry& entry) {
  Logged logged;
  auto id = edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const Person* found = desk.snapshot.by_uid(person);
    if (!found) return fail(ErrorKind::not_found, "Nobody with this UID is in your address books.");
    logged.record = desk.fresh_uid();
    logged.is_large_gift = is_large_gift(desk.snapshot, *found, entry.kind, entry.size);
    const calendar::Record record =
        record_of(logged.record, *found, entry, entry.at.value_or(desk.now.instant));
    if (auto good = check_record(record, desk.now.instant); !good) return good;
    if (auto written = write_record(world, desk.items, record, desk.before); !written) return written;
    if (auto wanted = want_note_line(world, record); !wanted) return wanted;
    return follow_settling(nullptr, record, desk);
  });
  if (!id) return fail(id.error());
  logged.undo = std::move(*id);
  return logged;
}

Result<void> change_profile(World& world, Items& items, const Person& person, const ProfileEdit& edit,
                            Before& before) {
  calendar::NamedPerson card{person.card.uid, person.card.name};
  if (auto done = edit_profile(world, items, card, edit, IfMissing::create, before); !done) return done;
  for (const Uid& uid : person.contact.other_uids) {
    card.uid = uid;
    if (auto done = edit_profile(world, items, card, edit, IfMissing::leave, before); !done) return done;
  }
  return {};
}

Result<void> edit_profile_of(World& world, const Uid& person, const ProfileEdit& edit) {
  const auto lock = world.lock();
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  const Person* found = (*snapshot)->by_uid(person);
  if (!found) return fail(ErrorKind::not_found, "Nobody with this UID is in your address books.");
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  Before before;
  return world.store.transact([&] { return change_profile(world, *items, *found, edit, before); });
}

}  // namespace goodturn::helper
