// Time of the suggestions for 2,000 people with 200,000 touches and for 10,000 with 1,000,000: all anew, and
// after one new touch. Baseline: one pass over the same touches that adds up their weights.
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

constexpr int touches_each = 100, rounds = 7;

struct Size {
  int people;
  double full_bar_ms;
};
/// Bar 6 of ranking.md 3.7, and five times as much in twice the time.
constexpr Size sizes[] = {{2'000, 1000}, {10'000, 2000}};
constexpr double update_bar_ms = 5;

double sum_of_weights(const std::vector<Contact>& contacts) {
  double sum = 0;
  for (const Contact& contact : contacts)
    for (const relations::Touch& touch : contact.touches) sum += touch.weight;
  return sum;
}

void print_row(const char* what, double time, double baseline) {
  std::printf("%-34s %9.3f ms  %7.1f x baseline\n", what, time, time / baseline);
}

/// One new touch of a person, then the list again.
double time_of_update(const std::vector<Contact>& contacts, const Circle& circle) {
  volatile double sink = 0;
  Ranking ranking(contacts, circle, now);
  std::vector<Contact> changed(contacts.begin(), contacts.begin() + rounds);
  for (Contact& contact : changed)
    contact.touches.push_back({now.instant, today, Channel::call, Direction::out, 0.8});
  std::size_t next = 0;
  return timed(rounds, [&] {
    ranking.update({std::move(changed[next++])});
    sink = static_cast<double>(ranking.pick_week({}).size());
  });
}

bool measure_the_week(const Size& size) {
  const std::vector<Contact> contacts = well_known_people(size.people, touches_each);
  const Circle circle = made_up_circle(size.people);
  volatile double sink = 0;
  const double baseline = timed(rounds, [&] { sink = sum_of_weights(contacts); });
  const double full =
      timed(rounds, [&] { sink = static_cast<double>(pick_week(contacts, now, {}, circle).size()); });
  const double worded =
      timed(rounds, [&] { sink = static_cast<double>(candidates(contacts, now, {}, circle).size()); });
  const double update = time_of_update(contacts, circle);

  std::printf("%d people, %d touches, every rule, median of %d runs\n", size.people,
              size.people * touches_each, rounds);
  std::printf("%-34s %9.3f ms\n", "baseline: one pass of additions", baseline);
  print_row("the week anew", full, baseline);
  print_row("every candidate anew, in words", worded, baseline);
  print_row("one new touch, then the week", update, baseline);
  if (full <= size.full_bar_ms && worded <= size.full_bar_ms && update <= update_bar_ms) return true;
  std::printf("too slow: the bars are %.0f ms anew and %.0f ms for one touch\n", size.full_bar_ms,
              update_bar_ms);
  return false;
}

}  // namespace

int main() {
  bool is_fast = true;
  for (const Size& size : sizes) is_fast = measure_the_week(size) && is_fast;
  const bool everything = measure_everything();
  return is_fast && everything ? 0 : 1;
}
