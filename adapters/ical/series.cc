#include "adapters/ical/series.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "adapters/ical/rule.h"

namespace goodturn::ical {
namespace {

using calendar::Occurrence;
using LocalDay = std::chrono::local_days;

LocalDay day_of(LocalTime local) { return std::chrono::floor<std::chrono::days>(local); }

/// Instances named by EXDATE or RECURRENCE-ID. A DATE names every instance of that day: Exchange and older
/// programs write dates for instances that have a time.
class Names {
 public:
  void add(const Moment& moment) {
    if (moment.is_date)
      days_.insert(day_of(moment.local));
    else
      instants_.insert(moment.instant());
  }
  [[nodiscard]] bool contains(LocalTime local, Instant instant) const {
    return instants_.contains(instant) || days_.contains(day_of(local));
  }

 private:
  std::set<Instant> instants_;
  std::set<LocalDay> days_;
};

Occurrence occurrence_at(const Timing& timing, LocalTime local, const Zone& zone) {
  const Instant start = zone.to_instant(local);
  const Instant end = zone.to_instant(local + timing.length.days) + timing.length.exact;
  return {timing.event, start, std::max(start, end)};
}

bool overlaps(const Occurrence& occurrence, Instant from, Instant until) {
  if (occurrence.start >= until) return false;
  return occurrence.end > from || (occurrence.end == occurrence.start && occurrence.start >= from);
}

/// How far an override of "this and all following" moves the clock reading of an instance.
std::chrono::seconds shift_of(const Timing& change, const Zone& zone) {
  const LocalTime before =
      change.replaces->is_date ? change.replaces->local : zone.to_local(change.replaces->instant());
  const LocalTime after = change.start.is_date ? change.start.local : zone.to_local(change.start.instant());
  if (change.replaces->is_date && !change.start.is_date) return day_of(after) - day_of(before);
  return after - before;
}

/// Overrides of single instances and of "this and all following", read once for all masters of a UID.
class Changes {
 public:
  explicit Changes(const std::vector<Timing>& all) {
    for (const Timing& change : all) {
      if (!change.replaces) continue;
      replaced_.add(*change.replaces);
      if (change.and_future) later_.push_back({change.replaces->instant(), &change});
    }
    std::stable_sort(later_.begin(), later_.end(),
                     [](const Later& left, const Later& right) { return left.from < right.from; });
    for (const Later& one : later_) reach_ = std::max(reach_, reach_of(*one.change));
  }

  [[nodiscard]] bool replaces(LocalTime local, Instant instant) const {
    return replaced_.contains(local, instant);
  }
  /// The last "this and all following" that holds at an instance; nullptr when none does.
  [[nodiscard]] const Timing* holding_at(Instant instant) const {
    const auto after = std::upper_bound(later_.begin(), later_.end(), instant,
                                        [](Instant wanted, const Later& one) { return wanted < one.from; });
    return after == later_.begin() ? nullptr : std::prev(after)->change;
  }
  /// At least as far as any of them moves or stretches an instance.
  [[nodiscard]] std::chrono::seconds reach() const { return reach_; }

 private:
  struct Later {
    Instant from;
    const Timing* change;
  };

  /// Of the clock readings in all zones none is more than a day away from UTC's, before and after.
  static std::chrono::seconds reach_of(const Timing& change) {
    const auto moved = change.start.instant() - change.replaces->instant();
    return change.length.days + change.length.exact + std::chrono::abs(moved) + std::chrono::days(2);
  }

  Names replaced_;
  std::vector<Later> later_;
  std::chrono::seconds reach_{0};
};

/// A master and what changes its instances.
class Series {
 public:
  Series(const Timing& master, const Changes& changes) : master_(master), changes_(changes) {
    for (const Moment& moment : master.except) removed_.add(moment);
  }

  void expand(Instant from, Instant until, std::size_t& steps_left, std::vector<Occurrence>& found) const {
    for (const LocalTime local : instances(from, until, steps_left)) {
      const Instant instant = master_.start.zone.to_instant(local);
      if (removed_.contains(local, instant) || changes_.replaces(local, instant)) continue;
      const Occurrence occurrence = changed(local, instant);
      if (overlaps(occurrence, from, until)) found.push_back(occurrence);
    }
  }

 private:
  [[nodiscard]] Occurrence changed(LocalTime local, Instant instant) const {
    const Timing* change = changes_.holding_at(instant);
    if (change == nullptr) return occurrence_at(master_, local, master_.start.zone);
    return occurrence_at(*change, local + shift_of(*change, master_.start.zone), master_.start.zone);
  }

  /// How far outside the window an instance may start and still reach into it.
  [[nodiscard]] std::chrono::seconds reach() const {
    const std::chrono::seconds own = master_.length.days + master_.length.exact;
    return std::max(own, changes_.reach()) + std::chrono::days(1);
  }

  /// DTSTART, RRULE and RDATE without EXRULE, each once, ascending.
  [[nodiscard]] std::set<LocalTime> instances(Instant from, Instant until, std::size_t& steps_left) const {
    const Moment& start = master_.start;
    const Walk wanted{start.local, start.is_date, start.zone, start.zone.to_local(from) - reach(),
                      start.zone.to_local(until) + reach()};
    std::set<LocalTime> all{start.local};
    for (const Moment& extra : master_.extra)
      all.insert(extra.is_date ? day_of(extra.local) + (start.local - day_of(start.local))
                               : start.zone.to_local(extra.instant()));
    for (const std::string& rule : master_.rules) {
      const auto walked = walk(rule, wanted, steps_left);
      all.insert(walked.begin(), walked.end());
      if (all.size() >= most_steps) break;
    }
    for (const std::string& rule : master_.unrules)
      for (const LocalTime local : walk(rule, wanted, steps_left)) all.erase(local);
    return all;
  }

  const Timing& master_;
  const Changes& changes_;
  Names removed_;
};

}  // namespace

std::vector<Occurrence> expand_series(const std::vector<Timing>& series, Instant from, Instant until,
                                      std::size_t& steps_left) {
  const Changes changes(series);
  std::vector<Occurrence> found;
  for (const Timing& timing : series) {
    if (!timing.replaces) {
      Series(timing, changes).expand(from, until, steps_left, found);
      continue;
    }
    // An override stands for itself, wherever it was moved to.
    const Occurrence occurrence = occurrence_at(timing, timing.start.local, timing.start.zone);
    if (overlaps(occurrence, from, until)) found.push_back(occurrence);
  }
  return found;
}

}  // namespace goodturn::ical
