#include "helper/week/week.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/suggest/offer.h"
#include "core/suggest/quiet.h"
#include "helper/index/own_rows.h"
#include "helper/index/rebuild.h"
#include "helper/index/snapshot_cache.h"
#include "helper/meetings/tasks.h"
#include "helper/people/own_language.h"
#include "helper/week/elsewhere.h"
#include "helper/week/fitting.h"
#include "helper/week/iso_week.h"
#include "helper/week/renewed.h"
#include "helper/week/settle.h"
#include "helper/week/twins.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using FollowUps = std::vector<calendar::FollowUp>;

Result<FollowUps> all_follow_ups(World& world) {
  auto own = OwnRows::open(world);
  if (!own) return fail(own.error());
  FollowUps rows;
  auto read = own->each_follow_up([&](const calendar::FollowUp& row) { rows.push_back(row); });
  if (!read) return fail(read.error());
  return rows;
}

calendar::FollowUp follow_up_of(const suggest::Suggestion& suggestion, Day today, Language language) {
  calendar::FollowUp row;
  row.uid = suggestion.id;
  row.rule = suggestion.rule;
  row.person = suggestion.person;
  row.person_name = suggestion.person_name;
  row.summary = in_words(suggestion.title, language);
  row.why = in_sentences(suggestion.why, language) + "\n" + in_words(suggestion.idea, language);
  row.link = suggestion.email.empty() ? "" : "mailto:" + suggestion.email;
  row.due = suggestion.due;
  row.planned = suggestion.due;
  row.shown = today;
  row.silence_since = suggestion.silence_since;
  row.record = suggestion.record;
  return row;
}

/// Words that stand there already, in whatever language.
Said as_written(std::string text) { return Said("week.as_written", {{"text", std::move(text)}}); }

/// What the task itself says, for entries that are no longer computed.
suggest::Suggestion suggestion_of(const calendar::FollowUp& row) {
  suggest::Suggestion suggestion;
  suggestion.id = row.uid;
  suggestion.rule = row.rule;
  suggestion.person = row.person;
  suggestion.person_name = row.person_name;
  suggestion.title = as_written(row.summary);
  const auto cut = row.why.find('\n');
  suggestion.why = {as_written(row.why.substr(0, cut))};
  suggestion.idea = as_written(cut == std::string::npos ? "" : row.why.substr(cut + 1));
  suggestion.due = row.due;
  suggestion.silence_since = row.silence_since;
  return suggestion;
}

bool stands_before(const WeekEntry& a, const WeekEntry& b) {
  if (a.open() != b.open()) return a.open();
  const double one = suggest::base_of(a.follow_up.rule), other = suggest::base_of(b.follow_up.rule);
  if (one != other) return one > other;
  return std::tie(a.follow_up.due, a.follow_up.uid) < std::tie(b.follow_up.due, b.follow_up.uid);
}

/// What is above the budget without being withdrawn: tasks that somebody wrote into, and all of them where
/// the list is only looked at. What is answered counts. Entries stand in order, the open ones first.
void leave_out_above_budget(Week& week) {
  auto& entries = week.entries;
  const auto open_end =
      std::find_if_not(entries.begin(), entries.end(), [](const WeekEntry& entry) { return entry.open(); });
  const auto room = std::max<std::ptrdiff_t>(0, week.budget - (entries.end() - open_end));
  if (open_end - entries.begin() > room) entries.erase(entries.begin() + room, open_end);
}

Said why_empty(World& world, const Snapshot& snapshot, int budget) {
  const auto accounts = world.store.accounts();
  if (accounts && accounts->empty()) return Said("week.no_account");
  if (snapshot.persons().empty()) return Said("week.no_contacts");
  if (!snapshot.first_day()) return Said("week.no_meetings");
  return Said(budget == 0 ? "week.no_budget" : "week.nobody");
}

/// The weekly work: one object per call, under the writer lock.
class WeekDesk {
 public:
  WeekDesk(World& world, Items items) : world_(world), items_(std::move(items)), now_(world.now()) {}

  Result<Week> run(Publish publish) {
    const auto budget = weekly_budget(world_);
    if (!budget) return fail(budget.error());
    settings_.weekly_budget = *budget;
    const auto language = own_language(world_);
    if (!language) return fail(language.error());
    language_ = *language;
    if (auto read = take(current_snapshot(world_)); !read) return fail(read.error());
    if (publish == Publish::yes) {
      if (auto done = world_.store.transact([&] { return close_and_fill(); }); !done)
        return fail(done.error());
    }
    auto week = collect();
    if (week && publish == Publish::no) preview(*week);
    return week;
  }

 private:
  /// What the transaction wrote, too, which no kept snapshot may have yet.
  Result<void> reload() { return take(Snapshot::read(world_)); }

  Result<void> take(Result<std::shared_ptr<const Snapshot>> snapshot) {
    if (!snapshot) return fail(snapshot.error());
    snapshot_ = std::move(*snapshot);
    settings_.started = snapshot_->first_day();
    auto rows = all_follow_ups(world_);
    if (!rows) return fail(rows.error());
    rows_ = std::move(*rows);
    return {};
  }

  Result<void> write(const calendar::FollowUp& row) { return write_follow_up(world_, items_, row); }

  Result<void> write_all(const FollowUps& rows) {
    for (const calendar::FollowUp& row : rows)
      if (auto written = write(row); !written) return written;
    return rows.empty() ? Result<void>{} : reload();
  }

  Result<void> close_and_fill() {
    const auto answers = take_answers_from_elsewhere(world_, items_, *snapshot_, rows_);
    if (!answers) return fail(answers.error());
    Before before;  // nothing to offer for undoing: it was not done here
    Desk desk{world_, items_, *snapshot_, now_, before};
    const auto noted = keep_meeting_tasks(desk);
    if (!noted) return fail(noted.error());
    if (*answers > 0 || *noted)
      if (auto read = reload(); !read) return read;
    if (auto closed = write_all(settle(rows_, *snapshot_, now_)); !closed) return closed;
    const auto fitted = fitted_to_budget(world_, items_, rows_, *snapshot_, settings_.weekly_budget);
    if (!fitted) return fail(fitted.error());
    if (auto done = write_all(*fitted); !done) return done;
    const auto picks = snapshot_->ranking().pick_week(settings_);
    for (const suggest::Suggestion& pick : picks)
      if (auto written = write(follow_up_of(pick, now_.today, language_)); !written) return written;
    if (!picks.empty())
      if (auto read = reload(); !read) return read;
    return renew_numbers();
  }

  /// What the user wrote into the task.
  Result<calendar::ForeignWords> words_in(const calendar::FollowUp& row) {
    const auto stored = items_.counting(items_.follow_ups_first(), row.uid);
    if (!stored) return fail(stored.error());
    return *stored ? calendar::foreign_words(text::Document::parse((*stored)->text))
                   : calendar::ForeignWords{};
  }

  /// An open task keeps saying what is true today, also in the calendar, but for words of the user's own.
  Result<void> renew_numbers() {
    for (const auto& [uid, suggestion] : renewed(*snapshot_, open_rows()))
      for (calendar::FollowUp& row : rows_) {
        if (row.uid != uid || !is_open(row)) continue;
        const auto foreign = words_in(row);
        if (!foreign) return fail(foreign.error());
        calendar::FollowUp renewed = follow_up_of(suggestion, row.shown, language_);
        if (foreign->summary) renewed.summary = row.summary;
        if (foreign->why) renewed.why = row.why;
        renewed.due = row.due;
        renewed.planned = row.planned;
        renewed.silence_since = row.silence_since;
        renewed.shown = row.shown;
        if (renewed == row) continue;
        if (auto written = write(renewed); !written) return written;
        row = renewed;
      }
    return {};
  }

  FollowUps open_rows() const {
    FollowUps open;
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(open), is_open);
    return open;
  }

  /// What would be put on the list, for looking only.
  void preview(Week& week) const {
    for (const suggest::Suggestion& pick : snapshot_->ranking().pick_week(settings_))
      week.entries.push_back({pick, follow_up_of(pick, now_.today, language_)});
    if (std::any_of(week.entries.begin(), week.entries.end(), [](const auto& e) { return e.open(); }))
      week.empty_reason.reset();
  }

  Result<Week> collect() {
    Week week;
    week.name = iso_week(now_.today);
    week.budget = settings_.weekly_budget;
    auto fresh = renewed(*snapshot_, open_rows());
    for (const calendar::FollowUp& row : without_twins(rows_, *snapshot_)) {
      if (monday_of(row.shown) != monday_of(now_.today) || row.expired) continue;
      const auto found = fresh.find(row.uid);
      week.entries.push_back({found == fresh.end() ? suggestion_of(row) : found->second, row});
      if (found == fresh.end()) continue;
      const auto foreign = words_in(row);
      if (!foreign) return fail(foreign.error());
      if (foreign->summary) week.entries.back().suggestion.title = as_written(row.summary);
    }
    std::sort(week.entries.begin(), week.entries.end(), stands_before);
    leave_out_above_budget(week);
    week.resting = snapshot_->ranking().resting();
    week.exposure = snapshot_->ranking().exposure();
    const auto& circle = snapshot_->ranking().circle();
    const bool is_free = suggest::quiet_at(circle, now_.instant) == suggest::Quiet::not_quiet;
    week.pop_up_from = is_free ? std::optional(now_.instant) : suggest::next_free(circle, now_.instant);
    if (std::none_of(week.entries.begin(), week.entries.end(), [](const auto& e) { return e.open(); }))
      week.empty_reason =
          week.entries.empty() ? why_empty(world_, *snapshot_, week.budget) : Said("week.all_answered");
    return week;
  }

  World& world_;
  Items items_;
  Now now_;
  Language language_ = Language::en;
  suggest::Settings settings_;
  std::shared_ptr<const Snapshot> snapshot_;
  FollowUps rows_;
};

}  // namespace

std::string_view WeekEntry::state() const {
  if (follow_up.action) return to_string(*follow_up.action);
  if (follow_up.completed) return "done";
  return follow_up.expired ? "expired" : "open";
}

WeekEntry entry_of(const calendar::FollowUp& follow_up) { return {suggestion_of(follow_up), follow_up}; }

Result<void> write_follow_up(World& world, Items& items, const calendar::FollowUp& follow_up) {
  const auto stored = items.counting(items.follow_ups_first(), follow_up.uid);
  if (!stored) return fail(stored.error());
  const Instant now = world.clock.now();
  std::string text = stored->has_value()
                         ? calendar::update_follow_up(text::Document::parse((*stored)->text), follow_up, now)
                         : calendar::write_follow_up(follow_up, now);
  return items.put_record(items.follow_ups(), follow_up.uid, std::move(text));
}

Result<std::vector<calendar::FollowUp>> shown_this_week(World& world) {
  auto rows = all_follow_ups(world);
  if (!rows) return rows;
  const Day monday = monday_of(world.now().today);
  std::erase_if(*rows, [&](const calendar::FollowUp& row) { return monday_of(row.shown) != monday; });
  return rows;
}

Result<Week> this_week(World& world, Publish publish) {
  if (publish == Publish::yes)
    if (auto refreshed_index = refresh_for_today(world); !refreshed_index)
      return fail(refreshed_index.error());
  const auto lock = world.lock();
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  return WeekDesk(world, std::move(*items)).run(publish);
}

}  // namespace goodturn::helper
