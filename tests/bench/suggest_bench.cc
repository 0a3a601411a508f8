// Time of the suggestions for 2,000 people with 200,000 touches: all anew, and after one new touch.
// Baseline: one pass over the same touches that adds up their weights. Bars: 1 s and 5 ms (ranking.md 3.7).
#include <cstdio>
#include <vector>

#include "core/relations/touch.h"
#include "core/suggest/ranking.h"
#include "core/suggest/week.h"
#include "tests/bench/everything_bench.h"
#include "tests/bench/made_up.h"
#include "tests/bench/timing.h"

using namespace goodturn;
using namespace goodturn::bench;
using namespace goodturn::suggest;

namespace {

constexpr int people_count = 2000, touches_each = 100, rounds = 7;
constexpr double full_bar_ms = 1000, update_bar_ms = 5;

double sum_of_weights(const std::vector<Contact>& contacts) {
  double sum = 0;
  for (const Contact& contact : contacts)
    for (const relations::Touch& touch : contact.touches) sum += touch.weight;
  return sum;
}

bool measure_the_week() {
  const std::vector<Contact> contacts = made_up_people(people_count, touches_each);
  volatile double sink = 0;
  const double baseline = timed(rounds, [&] { sink = sum_of_weights(contacts); });
  const double full = timed(rounds, [&] { sink = static_cast<double>(pick_week(contacts, now, {}).size()); });
  const double worded =
      timed(rounds, [&] { sink = static_cast<double>(candidates(contacts, now, {}).size()); });

  Ranking ranking(contacts, now);
  std::vector<Contact> changed(contacts.begin(), contacts.begin() + rounds);
  for (Contact& contact : changed)
    contact.touches.push_back({now.instant, today, Channel::call, Direction::out, 0.8});
  std::size_t next = 0;
  const double update = timed(rounds, [&] {
    ranking.update(changed[next++]);
    sink = static_cast<double>(ranking.pick_week({}).size());
  });

  std::printf("%d people, %d touches, median of %d runs\n", people_count, people_count * touches_each,
              rounds);
  std::printf("%-34s %9.3f ms\n", "baseline: one pass of additions", baseline);
  std::printf("%-34s %9.3f ms  %7.1f x baseline\n", "the week anew", full, full / baseline);
  std::printf("%-34s %9.3f ms  %7.1f x baseline\n", "every candidate anew, in words", worded,
              worded / baseline);
  std::printf("%-34s %9.3f ms  %7.1f x baseline\n", "one new touch, then the week", update,
              update / baseline);
  if (full <= full_bar_ms && worded <= full_bar_ms && update <= update_bar_ms) return true;
  std::printf("too slow: the bars are %.0f ms anew and %.0f ms for one touch\n", full_bar_ms, update_bar_ms);
  return false;
}

}  // namespace

int main() {
  const bool week = measure_the_week(), everything = measure_everything();
  return week && everything ? 0 : 1;
}
