#include "core/suggest/selection.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/suggest/restraint.h"
#include "core/suggest/week_days.h"

namespace goodturn::suggest {
namespace {

using Unit = std::pair<std::string, std::string>;

/// The places of one week and who has them.
class Slots {
 public:
  Slots(std::span<const Contact> contacts, int budget, Day today) : contacts_(contacts), left_(budget) {
    const Day monday = monday_of(today);
    for (const Contact& contact : contacts)
      for (const Showing& showing : contact.showings)
        if (showing.open || showing.day >= monday) count(showing.rule, contact);
  }

  [[nodiscard]] int left() const noexcept { return left_; }
  [[nodiscard]] int keep_in_touch_left() const noexcept { return keep_in_touch_slots - keep_in_touch_; }
  [[nodiscard]] bool has_give() const noexcept { return has_give_; }

  [[nodiscard]] bool fits(const Candidate& candidate) const {
    const Contact& contact = contacts_[candidate.who];
    if (left_ <= 0 || taken_.contains(candidate.who)) return false;
    if (candidate.offer.rule == Rule::keep_in_touch && keep_in_touch_left() <= 0) return false;
    const auto unit = units_.find({contact.organisation, contact.unit});
    return contact.unit.empty() || unit == units_.end() || unit->second < per_unit;
  }

  void take(const Candidate& candidate) {
    taken_.insert(candidate.who);
    count(candidate.offer.rule, contacts_[candidate.who]);
  }

 private:
  void count(Rule rule, const Contact& contact) {
    --left_;
    if (rule == Rule::keep_in_touch) ++keep_in_touch_;
    has_give_ |= is_pure_give(rule);
    if (!contact.unit.empty()) ++units_[{contact.organisation, contact.unit}];
  }

  std::span<const Contact> contacts_;
  int left_;
  int keep_in_touch_ = 0;
  bool has_give_ = false;
  std::set<std::size_t> taken_;
  std::map<Unit, int> units_;
};

/// Days since the person was last in touch or in the list.
int waiting_days(const Candidate& candidate, const Contact& contact, Day today) {
  Day since = *candidate.last_day;
  for (const Showing& showing : contact.showings) since = std::max(since, showing.day);
  return days_between(since, today);
}

class Selection {
 public:
  Selection(std::span<const Candidate> candidates, std::span<const Contact> contacts, int budget, Day today)
      : candidates_(candidates), contacts_(contacts), today_(today), slots_(contacts, budget, today) {}

  std::vector<std::size_t> run() {
    if (!slots_.has_give()) take_first([](const Candidate& c) { return is_pure_give(c.offer.rule); });
    if (slots_.left() > 1 && slots_.keep_in_touch_left() > 0) take_longest_waiting();
    while (take_first([](const Candidate&) { return true; })) {
    }
    std::sort(chosen_.begin(), chosen_.end());
    return std::move(chosen_);
  }

 private:
  [[nodiscard]] bool is_open_to(std::size_t index) const {
    const Candidate& candidate = candidates_[index];
    return slots_.fits(candidate) && may_show(candidate.offer, contacts_[candidate.who], today_);
  }

  void take(std::size_t index) {
    slots_.take(candidates_[index]);
    chosen_.push_back(index);
  }

  template <class Wanted>
  bool take_first(Wanted wanted) {
    for (std::size_t i = 0; slots_.left() > 0 && i < candidates_.size(); ++i) {
      if (!wanted(candidates_[i]) || !is_open_to(i)) continue;
      take(i);
      return true;
    }
    return false;
  }

  /// A promise or a thanks to the same person comes before the reminder to keep in touch.
  [[nodiscard]] bool has_better(std::size_t index) const {
    for (std::size_t i = 0; i < index; ++i)
      if (candidates_[i].who == candidates_[index].who && is_open_to(i)) return true;
    return false;
  }

  void take_longest_waiting() {
    std::optional<std::size_t> longest;
    int most = round_robin_days - 1;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!candidates_[i].is_overdue) continue;
      const int waiting = waiting_days(candidates_[i], contacts_[candidates_[i].who], today_);
      if (waiting <= most || !is_open_to(i) || has_better(i)) continue;
      most = waiting;
      longest = i;
    }
    if (longest) take(*longest);
  }

  std::span<const Candidate> candidates_;
  std::span<const Contact> contacts_;
  Day today_;
  Slots slots_;
  std::vector<std::size_t> chosen_;
};

}  // namespace

void sort_candidates(std::vector<Candidate>& candidates, std::span<const Contact> contacts) {
  const auto inner_first = [](int layer) { return layer == 0 ? 1000 : layer; };
  const auto before = [&](const Candidate& a, const Candidate& b) {
    if (a.value != b.value) return a.value > b.value;
    if (a.layer != b.layer) return inner_first(a.layer) < inner_first(b.layer);
    const Contact &one = contacts[a.who], &other = contacts[b.who];
    if (one.roles.size() != other.roles.size()) return one.roles.size() > other.roles.size();
    if (a.last_day != b.last_day) return a.last_day > b.last_day;
    return std::tie(one.uid, a.offer.period) < std::tie(other.uid, b.offer.period);
  };
  std::sort(candidates.begin(), candidates.end(), before);
}

std::vector<std::size_t> select(std::span<const Candidate> candidates, std::span<const Contact> contacts,
                                int budget, Day today) {
  return Selection(candidates, contacts, budget, today).run();
}

}  // namespace goodturn::suggest
