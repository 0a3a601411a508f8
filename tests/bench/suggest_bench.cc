// Time of the suggestions for 2,000 people with 200,000 touches: all anew, and after one new touch.
// Baseline: one pass over the same touches that adds up their weights. Bars: 1 s and 5 ms (ranking.md 3.7).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "core/relations/touch.h"
#include "core/suggest/ranking.h"
#include "core/suggest/week.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

constexpr int people_count = 2000, touches_each = 100, rounds = 7;
constexpr double full_bar_ms = 1000, update_bar_ms = 5;
constexpr Day today{std::chrono::days(20779)};
constexpr Now now{today + std::chrono::hours(12), today};

std::vector<Contact> made_up_people() {
  std::mt19937_64 random(2026);
  std::vector<Contact> contacts(people_count);
  for (int i = 0; i < people_count; ++i) {
    Contact& contact = contacts[static_cast<std::size_t>(i)];
    contact.uid = Uid("person-" + std::to_string(i));
    contact.name = "Person " + std::to_string(i);
    contact.tags = {"net"};
    std::exponential_distribution<double> gap(1.0 / (1 + i % 15));
    double age = gap(random) * 3;
    for (int k = 0; k < touches_each; ++k, age += 0.3 + gap(random)) {
      const Instant at = now.instant - std::chrono::seconds(static_cast<long>(age * 86400));
      contact.touches.push_back(
          {at, std::chrono::floor<std::chrono::days>(at), Channel::mail, Direction::out, 0.4});
    }
    std::reverse(contact.touches.begin(), contact.touches.end());
  }
  return contacts;
}

/// Median milliseconds of `rounds` runs.
template <class Work>
double timed(Work work) {
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
  return times[rounds / 2];
}

double sum_of_weights(const std::vector<Contact>& contacts) {
  double sum = 0;
  for (const Contact& contact : contacts)
    for (const relations::Touch& touch : contact.touches) sum += touch.weight;
  return sum;
}

}  // namespace

int main() {
  const std::vector<Contact> contacts = made_up_people();
  volatile double sink = 0;
  const double baseline = timed([&] { sink = sum_of_weights(contacts); });
  const double full = timed([&] { sink = static_cast<double>(pick_week(contacts, now, {}).size()); });
  const double worded = timed([&] { sink = static_cast<double>(candidates(contacts, now, {}).size()); });

  Ranking ranking(contacts, now);
  std::vector<Contact> changed(contacts.begin(), contacts.begin() + rounds);
  for (Contact& contact : changed)
    contact.touches.push_back({now.instant, today, Channel::call, Direction::out, 0.8});
  std::size_t next = 0;
  const double update = timed([&] {
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
  if (full <= full_bar_ms && worded <= full_bar_ms && update <= update_bar_ms) return 0;
  std::printf("too slow: the bars are %.0f ms anew and %.0f ms for one touch\n", full_bar_ms, update_bar_ms);
  return 1;
}
