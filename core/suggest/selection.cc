#include "core/suggest/selection.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/suggest/restraint.h"
#include "core/suggest/week_days.h"

namespace goodturn::suggest {
namespace {

/// The places of one week and who has them.
class Slots {
 public:
  Slots(const Scene& scene, int budget) : scene_(scene), left_(budget) {
    const Day monday = monday_of(scene.now.today);
    for (std::size_t who = 0; who < scene.contacts.size(); ++who)
      for (const Showing& showing : scene.contacts[who].showings)
        if (showing.open || showing.day >= monday) count(showing.rule, who);
  }

  [[nodiscard]] int left() const noexcept { return left_; }
  [[nodiscard]] int keep_in_touch_left() const { return keep_in_touch_slots - of(Rule::keep_in_touch); }
  [[nodiscard]] bool has_give() const noexcept { return has_give_; }
  [[nodiscard]] bool has(Rule rule) const { return of(rule) > 0; }

  [[nodiscard]] bool fits(const Candidate& candidate) const {
    if (left_ <= 0 || taken_.contains(candidate.who)) return false;
    // Nobody who is in the list with something else is brought into an introduction in the same week, unless
    // it has begun and somebody waits for the next step.
    const auto& other = candidate.offer->other;
    if (other && (taken_.contains(*other) || (!candidate.offer->dated && listed_.contains(*other))))
      return false;
    return has_slot(candidate) && has_room_in_unit(candidate.who) && !crowds_a_clique(candidate.who);
  }

  /// Whom this week's introductions are about: they are in the list, too.
  void note_partners(std::span<const Candidate> candidates) {
    const Day monday = monday_of(scene_.now.today);
    for (const Candidate& candidate : candidates) {
      if (!candidate.offer->other) continue;
      const Contact& contact = scene_.contacts[candidate.who];
      for (const Showing& showing : contact.showings)
        if ((showing.open || showing.day >= monday) &&
            is_id_of(showing.follow_up, candidate.offer->rule, contact, candidate.offer->period))
          taken_.insert(*candidate.offer->other);
    }
  }

  void take(const Candidate& candidate) {
    count(candidate.offer->rule, candidate.who);
    taken_.insert(candidate.who);
    if (candidate.offer->other) taken_.insert(*candidate.offer->other);
  }
  [[nodiscard]] bool has_stretch() const noexcept { return stretch_ < stretch_slots; }
  void use_stretch() { ++stretch_; }

 private:
  [[nodiscard]] int of(Rule rule) const { return rules_[static_cast<std::size_t>(rule)]; }

  [[nodiscard]] bool has_slot(const Candidate& candidate) const {
    const Rule rule = candidate.offer->rule;
    if (rule == Rule::keep_in_touch) return keep_in_touch_left() > 0;
    if (rule == Rule::build_now) return !has(rule);
    const bool is_deepening = rule == Rule::deepen || rule == Rule::diversify;
    if (is_deepening && (has(Rule::deepen) || has(Rule::diversify))) return false;
    return !is_stretch(rule) || stretch_ < stretch_slots;
  }

  [[nodiscard]] bool has_room_in_unit(std::size_t who) const {
    const Contact& contact = scene_.contacts[who];
    const auto unit = units_.find({contact.organisation, contact.unit});
    return contact.unit.empty() || unit == units_.end() || unit->second < per_unit;
  }

  /// Two who are there and know each other, and both know this one: a clique of which it would be the third.
  [[nodiscard]] bool crowds_a_clique(std::size_t who) const {
    std::vector<std::size_t> friends;
    for (const std::size_t other : listed_)
      if (scene_.ties.joined(who, other)) friends.push_back(other);
    for (std::size_t i = 0; i < friends.size(); ++i)
      for (std::size_t k = i + 1; k < friends.size(); ++k)
        if (scene_.ties.joined(friends[i], friends[k])) return true;
    return false;
  }

  void count(Rule rule, std::size_t who) {
    --left_;
    ++rules_[static_cast<std::size_t>(rule)];
    stretch_ += is_stretch(rule) ? 1 : 0;
    has_give_ |= is_pure_give(rule);
    listed_.insert(who);
    const Contact& contact = scene_.contacts[who];
    if (!contact.unit.empty()) ++units_[{contact.organisation, contact.unit}];
  }

  const Scene& scene_;
  int left_;
  int stretch_ = 0;
  bool has_give_ = false;
  std::array<int, all_rules.size()> rules_{};
  std::set<std::size_t> taken_;   ///< chosen now
  std::set<std::size_t> listed_;  ///< the same, and who was in this week's list before
  std::map<std::pair<std::string, std::string>, int> units_;
};

/// Days since the person was last in touch or in the list.
int waiting_days(const Candidate& candidate, const Contact& contact, Day today) {
  Day since = *candidate.last_day;
  for (const Showing& showing : contact.showings) since = std::max(since, showing.day);
  return days_between(since, today);
}

class Selection {
 public:
  Selection(std::span<const Candidate> candidates, const Scene& scene, int budget)
      : candidates_(candidates), scene_(scene), slots_(scene, budget) {
    slots_.note_partners(candidates);
  }

  std::vector<std::size_t> run() {
    if (!slots_.has_give()) take_first([](const Candidate& c) { return is_pure_give(c.offer->rule); });
    take_first([](const Candidate& c) { return c.offer->rule == Rule::build_now; });
    take_neglected();
    take_longest_waiting();
    while (take_first([](const Candidate&) { return true; })) {
    }
    std::sort(chosen_.begin(), chosen_.end());
    return std::move(chosen_);
  }

 private:
  [[nodiscard]] bool is_open_to(std::size_t index) const {
    const Candidate& candidate = candidates_[index];
    return slots_.fits(candidate) &&
           may_show(*candidate.offer, scene_.contacts[candidate.who], scene_.now.today);
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

  /// Whoever it is uses the stretch slot up, so that fairness costs no place of its own.
  void take_neglected() {
    const bool taken = slots_.has_stretch() && take_first([](const Candidate& c) {
                         return c.is_neglected && is_reminder(c.offer->rule);
                       });
    if (taken && !is_stretch(candidates_[chosen_.back()].offer->rule)) slots_.use_stretch();
  }

  /// One place of the week, a second one when one a week would not serve all within eight weeks.
  void take_longest_waiting() {
    const auto waiting = std::count_if(
        candidates_.begin(), candidates_.end(),
        [&](const Candidate& candidate) { return candidate.is_overdue && is_in_line(candidate); });
    const int places = waiting > round_robin_weeks ? 2 : 1;
    for (int i = 0; i < places; ++i)
      if (slots_.left() > 1 && slots_.keep_in_touch_left() > 0) take_one_waiting();
  }

  [[nodiscard]] int waiting(const Candidate& candidate) const {
    return waiting_days(candidate, scene_.contacts[candidate.who], scene_.now.today);
  }
  [[nodiscard]] bool is_in_line(const Candidate& candidate) const {
    return waiting(candidate) >= round_robin_days;
  }

  void take_one_waiting() {
    std::optional<std::size_t> longest;
    int most = round_robin_days - 1;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!candidates_[i].is_overdue || waiting(candidates_[i]) <= most) continue;
      if (!is_open_to(i) || has_better(i)) continue;
      most = waiting(candidates_[i]);
      longest = i;
    }
    if (longest) take(*longest);
  }

  std::span<const Candidate> candidates_;
  const Scene& scene_;
  Slots slots_;
  std::vector<std::size_t> chosen_;
};

}  // namespace

void sort_candidates(std::vector<Candidate>& candidates, const Contacts& contacts) {
  const auto inner_first = [](int layer) { return layer == 0 ? 1000 : layer; };
  const auto before = [&](const Candidate& a, const Candidate& b) {
    if (a.layer != b.layer) return inner_first(a.layer) < inner_first(b.layer);
    const Contact &one = contacts[a.who], &other = contacts[b.who];
    if (one.roles.size() != other.roles.size()) return one.roles.size() > other.roles.size();
    if (a.last_day != b.last_day) return a.last_day > b.last_day;
    return std::tie(one.uid, a.offer->rule, a.offer->period) <
           std::tie(other.uid, b.offer->rule, b.offer->period);
  };
  // Few are equal, so values are sorted first, with nothing but their places.
  std::vector<std::pair<double, std::size_t>> order;
  order.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) order.emplace_back(-candidates[i].value, i);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : before(candidates[a.second], candidates[b.second]);
  });
  std::vector<Candidate> sorted;
  sorted.reserve(candidates.size());
  for (const auto& [value, place] : order) sorted.push_back(candidates[place]);
  candidates = std::move(sorted);
}

std::vector<std::size_t> select(std::span<const Candidate> candidates, const Scene& scene, int budget) {
  return Selection(candidates, scene, budget).run();
}

}  // namespace goodturn::suggest
