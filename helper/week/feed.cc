#include "helper/week/feed.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/calendar/feed.h"
#include "helper/index/snapshot_cache.h"
#include "helper/meetings/tasks.h"
#include "helper/people/own_language.h"
#include "helper/week/act.h"
#include "helper/week/served.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using Served = std::vector<calendar::ServedTask>;

/// What the calendar app may see: open tasks, and those ticked this week so that a tick stays visible.
bool belongs(const calendar::FollowUp& row) {
  if (row.expired) return false;
  return !row.action || *row.action == Action::done;
}

/// In the order of the items, which does not change with the numbers of the day.
Result<std::vector<calendar::FollowUp>> served_rows(World& world, const Week& week) {
  const auto is_in_list = [&](const calendar::FollowUp& row) {
    return std::any_of(week.entries.begin(), week.entries.end(),
                       [&](const WeekEntry& entry) { return entry.follow_up.uid == row.uid; });
  };
  auto rows = shown_this_week(world);
  if (rows)
    std::erase_if(*rows, [&](const calendar::FollowUp& row) { return !belongs(row) || !is_in_list(row); });
  return rows;
}

Etag etag_of(std::string_view text) { return Etag("\"" + to_hex(hash_of(text)) + "\""); }

Result<Feed> present_feed(World& world, const Week& week) {
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  const auto rows = served_rows(world, week);
  if (!rows) return fail(rows.error());
  std::vector<std::string> texts;
  Served view;
  for (const calendar::FollowUp& row : *rows) {
    const auto item = items->counting(items->follow_ups_first(), row.uid);
    if (!item) return fail(item.error());
    if (!*item) continue;
    texts.push_back((*item)->text);
    view.push_back({row.uid, row.due, row.completed, row.summary});
  }
  auto tasks = shown_meeting_tasks(world, *items);
  if (!tasks) return fail(tasks.error());
  for (auto& [task, text] : *tasks) {
    texts.push_back(std::move(text));
    view.push_back({task.uid, std::chrono::floor<std::chrono::days>(task.due), task.completed, std::nullopt});
  }
  const auto language = own_language(world);
  if (!language) return fail(language.error());
  Feed feed;
  feed.text = calendar::write_feed(texts, in_words(Said("week.calendar_name"), *language));
  feed.etag = etag_of(feed.text);
  if (auto kept = ServedViews(world).remember(feed.etag, view); !kept) return fail(kept.error());
  return feed;
}

/// One answer out of many; what was answered elsewhere in the meantime is no failure. The tasks around
/// meetings are taken by themselves.
Result<void> apply(World& world, UndoLog& undo, const Uid& uid, const Answer& answer) {
  if (calendar::is_meeting_task(uid)) return {};
  const auto done = answer_follow_up(world, undo, uid, answer);
  if (done || done.error().kind == ErrorKind::precondition || done.error().kind == ErrorKind::invalid)
    return {};
  return fail(done.error());
}

Result<void> apply(World& world, UndoLog& undo, const calendar::FeedChanges& changes) {
  for (const auto& renamed : changes.renamed)
    if (auto done = retitle_follow_up(world, undo, renamed.uid, renamed.summary); !done) return done;
  for (const auto& completed : changes.completed) {
    Answer answer;
    answer.at = completed.at;
    if (auto done = apply(world, undo, completed.uid, answer); !done) return done;
  }
  for (const auto& moved : changes.moved) {
    Answer answer;
    answer.action = Action::later;
    answer.until = moved.due;
    if (auto done = apply(world, undo, moved.uid, answer); !done) return done;
  }
  for (const Uid& uid : changes.deleted) {
    Answer answer;
    answer.action = Action::not_now;
    if (auto done = apply(world, undo, uid, answer); !done) return done;
  }
  return {};
}

Result<void> take_meetings(World& world, UndoLog& undo, const text::Document& put, const Served& view,
                           const calendar::FeedChanges& changes) {
  const auto is_one = [](const calendar::ServedTask& task) { return calendar::is_meeting_task(task.uid); };
  if (std::none_of(view.begin(), view.end(), is_one)) return {};
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  Before before;
  Desk desk{world, *items, **snapshot, world.now(), before};
  auto taken = world.store.transact([&] { return take_meeting_tasks(desk, put, changes); });
  if (taken && !before.versions().empty()) (void)undo.remember(before);
  return taken;
}

/// The view as the app sees it after its own change.
Served after(Served rows, const calendar::FeedChanges& changes) {
  for (calendar::ServedTask& row : rows) {
    for (const auto& completed : changes.completed)
      if (completed.uid == row.uid) row.completed = true;
    for (const auto& moved : changes.moved)
      if (moved.uid == row.uid) row.due = moved.due;
    for (const auto& renamed : changes.renamed)
      if (renamed.uid == row.uid) row.summary = renamed.summary;
  }
  std::erase_if(rows, [&](const calendar::ServedTask& row) {
    return std::find(changes.deleted.begin(), changes.deleted.end(), row.uid) != changes.deleted.end();
  });
  return rows;
}

}  // namespace

Result<Feed> serve_feed(World& world) {
  const auto week = this_week(world, Publish::yes);
  if (!week) return fail(week.error());
  const auto lock = world.lock();
  return present_feed(world, *week);
}

Result<Etag> take_feed(World& world, UndoLog& undo, const Etag& if_match, std::string_view body) {
  const auto lock = world.lock();
  ServedViews views(world);
  const auto view = views.find(if_match);
  if (!view) return fail(view.error());
  if (!*view)
    return fail(ErrorKind::precondition,
                "The follow-ups changed meanwhile. Reload the calendar and repeat the change.");
  const text::Document document = text::Document::parse(body);
  if (!document.find("VCALENDAR"))
    return fail(ErrorKind::parse, "This is not a calendar. Nothing was changed.");
  const calendar::FeedChanges changes = calendar::diff_feed(document, **view);
  if (auto done = apply(world, undo, changes); !done) return fail(done.error());
  if (auto done = take_meetings(world, undo, document, **view, changes); !done) return fail(done.error());
  const Etag received = etag_of(body);
  if (auto kept = views.remember(received, after(**view, changes)); !kept) return fail(kept.error());
  return received;
}

}  // namespace goodturn::helper
