// What must hold for anything that a calendar program puts back in place of follow-ups.ics.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/calendar/feed.h"
#include "core/calendar/follow_up.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/require.h"

namespace goodturn::fuzz {
namespace {

using calendar::FeedChanges;
using calendar::ServedTask;
using text::Document;

struct Served {
  std::string feed;
  std::vector<ServedTask> tasks;
};

Served served() {
  Served all;
  std::vector<std::string> texts;
  for (const char* name : {"Ada Example", "Bo, \\; Example", "Zoë 🦊"}) {
    calendar::FollowUp task;
    task.uid = Uid("goodturn-" + std::to_string(texts.size()));
    task.person = Uid("urn:uuid:" + std::to_string(texts.size()));
    task.summary = std::string("Write to ") + name;
    task.due = parse_day("2026-11-2" + std::to_string(texts.size())).value();
    texts.push_back(calendar::write_follow_up(task, Instant()));
    all.tasks.push_back({task.uid, task.due, false, task.summary});
  }
  all.feed = calendar::write_feed(texts, "Follow-ups");
  return all;
}

void check_changes(const FeedChanges& changes, const std::vector<ServedTask>& tasks) {
  std::vector<Uid> told = changes.deleted;
  for (const auto& one : changes.completed) told.push_back(one.uid);
  for (const auto& one : changes.moved) told.push_back(one.uid);
  std::set<Uid> known;
  for (const ServedTask& task : tasks) known.insert(task.uid);
  for (const auto& one : changes.renamed) {
    require(known.contains(one.uid), "only a served task has a new title");
    require(!one.summary.empty(), "no empty title");
  }
  require(std::all_of(told.begin(), told.end(), [&](const Uid& uid) { return known.contains(uid); }),
          "changes of served tasks only");
  require(std::set<Uid>(told.begin(), told.end()).size() == told.size(), "each task in one list");
}

}  // namespace

void check_feed_put(std::string_view bytes) {
  static const Served all = served();
  require(calendar::diff_feed(Document::parse(all.feed), all.tasks) == FeedChanges{},
          "the feed as it was served changes nothing");
  const Document put = Document::parse(bytes);
  check_changes(calendar::diff_feed(put, all.tasks), all.tasks);
  // The feed with the bytes behind its last task: nothing that was served is missing.
  std::string longer = all.feed;
  longer.insert(longer.rfind("END:VCALENDAR"), std::string(bytes) + "\r\n");
  check_changes(calendar::diff_feed(Document::parse(longer), all.tasks), all.tasks);
  const std::string cut = all.feed.substr(0, bytes.size() % all.feed.rfind("END:VCALENDAR"));
  require(calendar::diff_feed(Document::parse(cut), all.tasks) == FeedChanges{},
          "a cut answer changes nothing");
}

}  // namespace goodturn::fuzz
