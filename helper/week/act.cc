#include "helper/week/act.h"

#include "core/suggest/resting.h"
#include "core/suggest/snooze.h"
#include "helper/index/snapshot_cache.h"
#include "helper/journals/settle.h"
#include "helper/notes/writing.h"
#include "helper/people/records.h"
#include "helper/week/effect.h"

namespace goodturn::helper {
namespace {

/// The stored task, open and of a known person.
Result<calendar::FollowUp> open_follow_up(Items& items, const Uid& uid) {
  const auto stored = items.counting(items.follow_ups_first(), uid);
  if (!stored) return fail(stored.error());
  const auto row = *stored ? calendar::read_follow_up(text::Document::parse((*stored)->text)) : std::nullopt;
  if (!row)
    return fail(ErrorKind::not_found,
                "There is no such follow-up. The list may have changed; load it again.");
  if (row->completed || row->action || row->expired)
    return fail(ErrorKind::precondition, "This follow-up was already answered. Load the list again.");
  return *row;
}

/// One answer: writes go to the journal and the task, in the caller's transaction.
class Answering {
 public:
  Answering(World& world, Items& items, const Snapshot& snapshot, const Uid& person, Before& before)
      : world_(world),
        items_(items),
        snapshot_(snapshot),
        person_(snapshot.by_uid(person)),
        before_(before),
        now_(world.now()) {}

  Result<void> run(calendar::FollowUp& row, const Answer& answer) {
    Result<void> effect;
    switch (answer.action) {
      case Action::done:
        effect = done(row, answer);
        break;
      case Action::later:
        effect = later(answer);
        break;
      case Action::never:
        effect = never();
        break;
      case Action::not_now:
        break;
    }
    if (!effect) return effect;
    row.action = answer.action;
    const auto href = items_.place_of(items_.follow_ups(), row.uid);
    if (!href) return fail(href.error());
    if (auto noted = before_.note(world_, items_.follow_ups().id, *href); !noted) return noted;
    return write_follow_up(world_, items_, row);
  }

 private:
  Result<void> done(calendar::FollowUp& row, const Answer& answer) {
    const Instant at = std::min(answer.at.value_or(now_.instant), now_.instant);
    row.completed = true;
    row.completed_at = at;
    if (!person_) return {};
    const calendar::Record record = touch(row, answer, at);
    if (auto logged = write_record(world_, items_, record, before_); !logged) return logged;
    if (auto wanted = want_note_line(world_, record); !wanted) return wanted;
    if (auto written = take_effect(world_, items_, snapshot_, row, at, before_); !written) return written;
    return settle_record(row, at);
  }

  /// UID from the task's: a task that comes back completed twice is one touch.
  calendar::Record touch(const calendar::FollowUp& row, const Answer& answer, Instant at) const {
    calendar::Record record;
    record.uid = Uid(row.uid.value + "-done");
    record.kind = RecordKind::touch;
    record.person = row.person;
    record.person_name = person_->card.name;
    record.at = at;
    record.text = answer.note;
    record.channel = answer.channel.value_or(person_->card.emails.empty() ? Channel::message : Channel::mail);
    record.direction = Direction::out;
    return record;
  }

  /// A thanks that was given, a promise that was kept: the ledger says the same as when it is settled by
  /// hand.
  Result<void> settle_record(const calendar::FollowUp& row, Instant at) {
    if (!row.record || (row.rule != Rule::thank && row.rule != Rule::promised)) return {};
    Desk desk{world_, items_, snapshot_, {at, world_.recurrence.local_day(at)}, before_};
    std::optional<calendar::Record> was;
    const auto stored = world_.store.items_with_uid(*row.record);
    if (!stored) return fail(stored.error());
    for (const sync::Item& item : *stored) {
      const text::Document document = text::Document::parse(item.text);
      auto record = calendar::read_record(document);
      if (!record) continue;
      if (!was) was = *record;
      record->settled = desk.now.today;
      if (auto noted = before_.note(world_, item.collection, item.href); !noted) return noted;
      sync::Item settled = item;
      settled.text = calendar::update_record(document, *record, now_.instant);
      if (auto put = items_.put(settled); !put) return put;
    }
    if (!was) return {};
    calendar::Record is = *was;
    is.settled = desk.now.today;
    return follow_settling(&*was, is, desk);
  }

  Result<void> later(const Answer& answer) {
    const Snooze word = answer.snooze.value_or(answer.until ? Snooze::after_date : Snooze::one_week);
    const auto snoozed = suggest::snoozed_by(word, answer.until, now_.today);
    if (!snoozed) return fail(snoozed.error());
    return change([&](calendar::Profile& profile) {
      profile.snoozed_until = snoozed->until;
      profile.until_they_write = snoozed->until_they_write;
      profile.do_not_suggest |= snoozed->never;
      profile.put_off.push_back(now_.today);
    });
  }

  Result<void> never() {
    return change([](calendar::Profile& profile) { profile.do_not_suggest = true; });
  }

  Result<void> change(const ProfileEdit& edit) {
    return person_ ? change_profile(world_, items_, *person_, edit, before_) : Result<void>{};
  }

  World& world_;
  Items& items_;
  const Snapshot& snapshot_;
  const Person* person_;
  Before& before_;
  Now now_;
};

}  // namespace

Result<void> answer_row(World& world, Items& items, const Snapshot& snapshot, calendar::FollowUp& row,
                        const Answer& answer, Before& before) {
  return Answering(world, items, snapshot, row.person, before).run(row, answer);
}

Result<void> retitle_follow_up(World& world, UndoLog& undo, const Uid& follow_up, const std::string& title) {
  const auto lock = world.lock();
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  const auto stored = items->counting(items->follow_ups_first(), follow_up);
  if (!stored) return fail(stored.error());
  if (!*stored) return {};
  const text::Document document = text::Document::parse((*stored)->text);
  const auto row = calendar::read_follow_up(document);
  if (!row || row->completed || row->action || row->expired) return {};
  Before before;
  auto done = world.store.transact([&]() -> Result<void> {
    const auto href = items->place_of(items->follow_ups(), follow_up);
    if (!href) return fail(href.error());
    if (auto noted = before.note(world, items->follow_ups().id, *href); !noted) return noted;
    return items->put_record(items->follow_ups(), follow_up,
                             calendar::retitled_follow_up(document, title, world.clock.now()));
  });
  if (done) (void)undo.remember(before);
  return done;
}

Result<Answered> answer_follow_up(World& world, UndoLog& undo, const Uid& follow_up, const Answer& answer) {
  const auto lock = world.lock();
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  auto row = open_follow_up(*items, follow_up);
  if (!row) return fail(row.error());
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  Before before;
  auto done =
      world.store.transact([&] { return answer_row(world, *items, **snapshot, *row, answer, before); });
  if (!done) return fail(done.error());
  Answered answered{entry_of(*row), std::nullopt, undo.remember(before)};
  const Person* person = (*snapshot)->by_uid(row->person);
  if (answer.action == Action::later && person) {
    suggest::Contact contact = person->contact;
    contact.profile.put_off.push_back(world.now().today);
    answered.slower_cadence = suggest::cadence_to_offer(contact, (*snapshot)->standing(*person));
  }
  return answered;
}

}  // namespace goodturn::helper
