#include "helper/meetings/tasks.h"

#include <algorithm>
#include <map>
#include <set>

#include "helper/meetings/briefs.h"
#include "helper/meetings/task_text.h"
#include "helper/meetings/wanted.h"
#include "helper/people/own_language.h"

namespace goodturn::helper {
namespace {

using calendar::MeetingMoment;
using calendar::MeetingTask;

struct StoredTask {
  MeetingTask task;
  sync::Item item;
};

using StoredTasks = std::map<Uid, StoredTask>;

/// In the collection in use.
Result<StoredTasks> stored_tasks(World& world, const Items& items) {
  StoredTasks stored;
  auto read = world.store.each_item(items.follow_ups().id, [&](const sync::Item& item) -> Result<void> {
    if (!calendar::is_meeting_task(item.uid)) return {};
    if (auto task = calendar::read_meeting_task(text::Document::parse(item.text)))
      stored.emplace(item.uid, StoredTask{std::move(*task), item});
    return {};
  });
  if (!read) return fail(read.error());
  return stored;
}

/// One look at the tasks, with everything that follows from it.
class TaskDesk {
 public:
  explicit TaskDesk(Desk& desk) : desk_(desk) {}

  Result<bool> keep() {
    if (auto read = open(); !read) return fail(read.error());
    for (auto& [uid, stored] : stored_)
      if (auto taken = take_over(stored); !taken) return fail(taken.error());
    const auto wanted = wanted_tasks(desk_.snapshot, desk_.world);
    std::set<Uid> stays;
    for (const WantedTask& one : wanted) {
      const Uid uid = calendar::meeting_task_uid(one.moment, one.meeting->event, one.meeting->start);
      stays.insert(uid);
      if (auto put = bring_up_to_date(one, uid); !put) return fail(put.error());
    }
    for (const auto& [uid, stored] : stored_)
      if (!stays.contains(uid))
        if (auto gone = withdraw(stored); !gone) return fail(gone.error());
    return noted_;
  }

  Result<void> take(const text::Document& put, const calendar::FeedChanges& changes) {
    if (auto read = open(); !read) return read;
    for (const MeetingTask& seen : calendar::read_meeting_tasks(put)) {
      const auto found = stored_.find(seen.uid);
      if (found == stored_.end() || calendar::added_words(seen).empty()) continue;
      found->second.task.text = seen.text;
      found->second.task.written = seen.written;
    }
    for (const auto& completed : changes.completed)
      change(completed.uid, [&](MeetingTask& task) {
        task.completed = true;
        task.completed_at = completed.at;
      });
    for (const auto& moved : changes.moved)
      change(moved.uid, [&](MeetingTask& task) {
        if (task.moment == MeetingMoment::after) task.due = moved.due;
      });
    for (const Uid& deleted : changes.deleted)
      change(deleted, [](MeetingTask& task) { task.cancelled = true; });
    for (auto& [uid, stored] : stored_)
      if (auto taken = take_over(stored); !taken) return taken;
    return {};
  }

 private:
  Result<void> open() {
    const auto language = own_language(desk_.world);
    if (!language) return fail(language.error());
    language_ = *language;
    auto stored = stored_tasks(desk_.world, desk_.items);
    if (!stored) return fail(stored.error());
    stored_ = std::move(*stored);
    return {};
  }

  template <class Edit>
  void change(const Uid& uid, const Edit& edit) {
    if (const auto found = stored_.find(uid); found != stored_.end() && !found->second.task.action)
      edit(found->second.task);
  }

  /// What the user did to an open task, as a record and in the task itself.
  Result<void> take_over(StoredTask& stored) {
    MeetingTask& task = stored.task;
    if (!task.action) {
      const std::string words = calendar::added_words(task);
      if (!words.empty())
        if (auto noted = note(task, words); !noted) return noted;
      if (!words.empty() && task.moment == MeetingMoment::after) task.completed = true;
      if (task.completed)
        task.action = Action::done;
      else if (task.cancelled && !task.withdrawn)
        task.action = Action::not_now;
      if (task.completed && !task.completed_at) task.completed_at = desk_.now.instant;
      if (!words.empty() && task.moment == MeetingMoment::before) task.text = task.written;
    }
    return write(stored);
  }

  Result<void> note(const MeetingTask& task, const std::string& words) {
    noted_ = true;
    const Lesson lesson = task.moment == MeetingMoment::before ? Lesson::hoped : Lesson::learned;
    if (const Coming* meeting = find_meeting(desk_.snapshot, task.event, task.start))
      return keep_lesson(desk_, *meeting, lesson, words);
    Coming cancelled{task.event, task.start, task.start, {}, "", task.people.size()};
    const auto& persons = desk_.snapshot.persons();
    for (const Uid& uid : task.people)
      if (const Person* person = desk_.snapshot.by_uid(uid))
        cancelled.known.push_back(static_cast<std::size_t>(person - persons.data()));
    return keep_lesson(desk_, cancelled, lesson, words);
  }

  Result<void> bring_up_to_date(const WantedTask& wanted, const Uid& uid) {
    const auto found = stored_.find(uid);
    if (found != stored_.end() && found->second.task.action) return {};
    auto brief = brief_of(desk_.world, desk_.items, desk_.snapshot, *wanted.meeting);
    if (!brief) return fail(brief.error());
    const bool is_answered = wanted.moment == MeetingMoment::after && !brief->learned.empty();
    MeetingTask task = task_of(wanted, uid, std::move(*brief));
    if (found == stored_.end()) {
      const auto away = was_deleted_elsewhere(uid);
      if (!away) return fail(away.error());
      if (*away || is_answered) return {};
      return desk_.items.put_record(desk_.items.follow_ups(), uid,
                                    calendar::write_meeting_task(task, desk_.now.instant));
    }
    task.due = found->second.task.due;  // it may have been moved
    if (is_answered) {
      task.completed = true;
      task.completed_at = desk_.now.instant;
      task.action = Action::done;
    }
    found->second.task = std::move(task);
    return write(found->second);
  }

  MeetingTask task_of(const WantedTask& wanted, const Uid& uid, MeetingBrief brief) const {
    MeetingTask task;
    task.uid = uid;
    task.moment = wanted.moment;
    task.event = wanted.meeting->event;
    task.start = wanted.meeting->start;
    task.due = wanted.due;
    for (const std::size_t place : suggestible(desk_.snapshot, *wanted.meeting))
      task.people.push_back(desk_.snapshot.persons()[place].card.uid);
    std::erase_if(brief.people, [&](const suggest::PersonBrief& person) {
      return std::find(task.people.begin(), task.people.end(), person.person) == task.people.end();
    });
    task.summary = task_summary(wanted.moment, brief, language_);
    task.text = task.written = task_text(wanted.moment, brief, language_);
    return task;
  }

  /// The server no longer has it, and we did not take it away.
  Result<bool> was_deleted_elsewhere(const Uid& uid) {
    if (!trash_) {
      auto rows = desk_.world.store.trash();
      if (!rows) return fail(rows.error());
      trash_.emplace();
      for (const sync::Trashed& row : *rows)
        if (row.collection == desk_.items.follow_ups().id && row.reason == sync::TrashReason::gone)
          trash_->insert(row.uid);
    }
    return trash_->contains(uid);
  }

  /// Deletes it; on a server where nothing else would stay it is cancelled, because a sync stops and asks
  /// when a collection is to be emptied (sync/plan.h).
  Result<void> withdraw(const StoredTask& stored) {
    const auto anchored = is_anchored();
    if (!anchored) return fail(anchored.error());
    if (*anchored) return desk_.items.remove(stored.item.collection, stored.item.href);
    StoredTask withdrawn = stored;
    withdrawn.task.cancelled = !withdrawn.task.completed;
    withdrawn.task.withdrawn = true;
    return write(withdrawn);
  }

  /// Whether something else in the collection is on the server, too; a local collection needs nothing.
  Result<bool> is_anchored() {
    if (anchored_) return *anchored_;
    const sync::Collection& place = desk_.items.follow_ups();
    bool found = place.account == sync::local_account;
    auto read = desk_.world.store.each_item(place.id, [&](const sync::Item& item) -> Result<void> {
      if (found || calendar::is_meeting_task(item.uid)) return {};
      const auto mark = desk_.world.store.base_mark(place.id, item.href);
      if (!mark) return fail(mark.error());
      found = mark->has_value();
      return {};
    });
    if (!read) return fail(read.error());
    anchored_ = found;
    return found;
  }

  Result<void> write(const StoredTask& stored) {
    const text::Document document = text::Document::parse(stored.item.text);
    if (calendar::read_meeting_task(document) == stored.task) return {};
    if (auto noted = desk_.before.note(desk_.world, stored.item.collection, stored.item.href); !noted)
      return noted;
    sync::Item item = stored.item;
    item.text = calendar::update_meeting_task(document, stored.task, desk_.now.instant);
    return desk_.items.put(item);
  }

  Desk& desk_;
  Language language_ = Language::en;
  StoredTasks stored_;
  std::optional<std::set<Uid>> trash_;
  std::optional<bool> anchored_;
  bool noted_ = false;
};

}  // namespace

Result<bool> keep_meeting_tasks(Desk& desk) { return TaskDesk(desk).keep(); }

Result<std::vector<std::pair<MeetingTask, std::string>>> shown_meeting_tasks(World& world, Items& items) {
  auto stored = stored_tasks(world, items);
  if (!stored) return fail(stored.error());
  std::vector<std::pair<MeetingTask, std::string>> shown;
  for (auto& [uid, one] : *stored)
    if (!one.task.cancelled && !one.task.withdrawn)
      shown.emplace_back(std::move(one.task), std::move(one.item.text));
  return shown;
}

Result<void> take_meeting_tasks(Desk& desk, const text::Document& put, const calendar::FeedChanges& changes) {
  return TaskDesk(desk).take(put, changes);
}

}  // namespace goodturn::helper
