#include "adapters/ical/series.h"

#include <algorithm>
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

/// A master and what changes its instances.
class Series {
 public:
  Series(const Timing& master, const std::vector<Timing>& all) : master_(master) {
    for (const Moment& moment : master.except) removed_.add(moment);
    for (const Timing& change : all) {
      if (!change.replaces) continue;
      removed_.add(*change.replaces);
      if (change.and_future) later_.push_back(&change);
    }
    std::sort(later_.begin(), later_.end(), [](const Timing* left, const Timing* right) {
      return left->replaces->instant() < right->replaces->instant();
    });
  }

  void expand(Instant from, Instant until, std::vector<Occurrence>& found) const {
    for (const LocalTime local : instances(from, until)) {
      const Instant instant = master_.start.zone.to_instant(local);
      if (removed_.contains(local, instant)) continue;
      const Occurrence occurrence = changed(local, instant);
      if (overlaps(occurrence, from, until)) found.push_back(occurrence);
    }
  }

 private:
  [[nodiscard]] Occurrence changed(LocalTime local, Instant instant) const {
    const Timing* change = nullptr;
    for (const Timing* later : later_)
      if (later->replaces->instant() <= instant) change = later;
    if (change == nullptr) return occurrence_at(master_, local, master_.start.zone);
    return occurrence_at(*change, local + shift_of(*change, master_.start.zone), master_.start.zone);
  }

  /// How far outside the window an instance may start and still reach into it.
  [[nodiscard]] std::chrono::seconds reach() const {
    const auto length = [](const Timing& timing) { return timing.length.days + timing.length.exact; };
    std::chrono::seconds widest = length(master_);
    for (const Timing* later : later_)
      widest = std::max(widest, length(*later) + std::chrono::abs(shift_of(*later, master_.start.zone)));
    return widest + std::chrono::days(1);
  }

  /// DTSTART, RRULE and RDATE without EXRULE, each once, ascending.
  [[nodiscard]] std::set<LocalTime> instances(Instant from, Instant until) const {
    const Moment& start = master_.start;
    const Walk wanted{start.local, start.is_date, start.zone, start.zone.to_local(from) - reach(),
                      start.zone.to_local(until) + reach()};
    std::set<LocalTime> all{start.local};
    for (const Moment& extra : master_.extra)
      all.insert(extra.is_date ? day_of(extra.local) + (start.local - day_of(start.local))
                               : start.zone.to_local(extra.instant()));
    for (const std::string& rule : master_.rules) {
      const auto walked = walk(rule, wanted);
      all.insert(walked.begin(), walked.end());
      if (all.size() >= most_steps) break;
    }
    for (const std::string& rule : master_.unrules)
      for (const LocalTime local : walk(rule, wanted)) all.erase(local);
    return all;
  }

  const Timing& master_;
  Names removed_;
  std::vector<const Timing*> later_;
};

}  // namespace

std::vector<Occurrence> expand_series(const std::vector<Timing>& series, Instant from, Instant until) {
  std::vector<Occurrence> found;
  for (const Timing& timing : series) {
    if (!timing.replaces) {
      Series(timing, series).expand(from, until, found);
      continue;
    }
    // An override stands for itself, wherever it was moved to.
    const Occurrence occurrence = occurrence_at(timing, timing.start.local, timing.start.zone);
    if (overlaps(occurrence, from, until)) found.push_back(occurrence);
  }
  return found;
}

}  // namespace goodturn::ical
