// Everything anew for 10,000 people with 1,000,000 touches: the week, the network measures of an ego graph of
// 10,000 people, reciprocity, trend. Baseline: one pass over the same touches that adds up their weights.
#include "tests/bench/everything_bench.h"

#include <sys/resource.h>

#include <cstdio>
#include <random>
#include <string>

#include "core/network/behaviours.h"
#include "core/network/cliques.h"
#include "core/network/diversity.h"
#include "core/network/homophily.h"
#include "core/network/indulgence.h"
#include "core/network/introductions.h"
#include "core/network/pairs.h"
#include "core/network/reach.h"
#include "core/network/structure.h"
#include "core/network/trend.h"
#include "core/relations/debt.h"
#include "core/relations/fit_alive.h"
#include "core/relations/initiation.h"
#include "core/suggest/ranking.h"
#include "tests/bench/made_up.h"
#include "tests/bench/timing.h"

namespace goodturn::bench {
namespace {

constexpr int people_count = 10'000, touches_each = 100, circle = 20;
constexpr double bar_ms = 2000, bar_mb = 300;

std::mt19937_64 random_source() { return std::mt19937_64(7); }

/// Circles of twenty in which half of the pairs were seen together twice, and a thousand chance pairs.
std::vector<network::PairSign> made_up_signs() {
  std::mt19937_64 random = random_source();
  std::bernoulli_distribution meets(0.5);
  std::uniform_int_distribution<std::size_t> anybody(0, people_count - 1);
  std::vector<network::PairSign> signs;
  const auto together = [&](std::size_t a, std::size_t b) {
    for (const int age : {20, 200})
      signs.push_back({a, b, PairEvidence::co_meeting, today - std::chrono::days(age), 4});
  };
  for (std::size_t a = 0; a < people_count; ++a)
    for (std::size_t b = a + 1; b < (a / circle + 1) * circle; ++b)
      if (meets(random)) together(a, b);
  for (int i = 0; i < 1000; ++i) together(anybody(random), anybody(random));
  return signs;
}

std::vector<relations::LedgerEntry> made_up_ledger() {
  std::vector<relations::LedgerEntry> ledger(5 * people_count);
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    ledger[i].day = today - std::chrono::days(i % 900);
    ledger[i].side = i % 3 == 0 ? relations::LedgerSide::received : relations::LedgerSide::gave;
  }
  return ledger;
}

/// What is there before anything is worked out.
struct World {
  std::vector<suggest::Contact> contacts = made_up_people(people_count, touches_each);
  std::vector<network::PairSign> signs = made_up_signs();
  std::vector<relations::LedgerEntry> ledger = made_up_ledger();  ///< five entries of each person in a row
};

double sum_of_weights(const World& world) {
  double sum = 0;
  for (const suggest::Contact& contact : world.contacts)
    for (const relations::Touch& touch : contact.touches) sum += touch.weight;
  return sum;
}

double reciprocity(const World& world) {
  double sum = 0;
  for (std::size_t i = 0; i < world.contacts.size(); ++i) {
    const auto entries = std::span(world.ledger).subspan(5 * i, 5);
    sum += relations::balance_of(entries, TieKind::peer, today).value;
    sum += relations::social_debt(entries, today).total;
    const auto starts = relations::conversation_starts(world.contacts[i].touches);
    if (const auto balance = relations::initiation_balance(starts)) sum += balance->interval.low;
  }
  return sum;
}

double six_cells(const World& world) {
  std::vector<network::BehaviourTouch> touches;
  for (const suggest::Contact& contact : world.contacts)
    for (const relations::Touch& touch : contact.touches)
      if (days_between(touch.day, today) <= 90)
        touches.push_back({touch.day, contact.touches.front().day, Side::internal, false});
  return network::behaviours_of(touches, today).evenness().value_or(0);
}

double shrinkage(const World& world) {
  std::vector<network::ActivityHistory> histories;
  std::vector<relations::Recency> ties;
  for (const suggest::Contact& contact : world.contacts) {
    histories.push_back({contact.uid, relations::contact_days(contact.touches), 30});
    const std::vector<Day>& days = histories.back().days;
    ties.push_back({static_cast<int>(days.size()) - 1,
                    static_cast<double>(days_between(days.front(), days.back())),
                    static_cast<double>(days_between(days.front(), today))});
  }
  std::vector<int> months;
  for (int back = 11; back >= 0; --back)
    months.push_back(
        static_cast<int>(network::active_people(histories, today - std::chrono::days(30 * back)).size()));
  return network::network_trend(months)->slope + relations::fit_alive_model(ties)->model.r;
}

std::vector<network::RecentTime> recent_times(const World& world) {
  std::vector<network::RecentTime> times;
  for (const suggest::Contact& contact : world.contacts) {
    network::RecentTime& time = times.emplace_back();
    for (const relations::Touch& touch : contact.touches) {
      if (days_between(touch.day, today) > 90) continue;
      time.weight += touch.weight;
      ++time.touches;
    }
  }
  return times;
}

/// The first fifty are close; every second one needs what the others offer.
std::vector<network::Acquaintance> acquaintances() {
  std::vector<network::Acquaintance> people(people_count);
  for (std::size_t i = 0; i < people.size(); ++i) {
    people[i].name = "Person";
    people[i].strength = 0.5;
    people[i].layer = i < 50 ? 50 : 150;
    people[i].interests = {"sailing", "chess"};
    (i % 2 == 0 ? people[i].needs : people[i].offers) = {"Rust"};
  }
  return people;
}

double structure(const World& world) {
  const network::PairKnowledge known = network::pair_knowledge(people_count, world.signs, today);
  const std::vector<network::RecentTime> times = recent_times(world);
  std::vector<double> weights;
  for (const network::RecentTime& time : times) weights.push_back(time.weight + 0.01);
  const auto start = std::chrono::steady_clock::now();
  const network::CliqueLimit limit{
      10'000, [&] { return std::chrono::steady_clock::now() - start > std::chrono::seconds(2); }};
  const network::Cliques cliques = network::maximal_cliques(known.ties, limit);
  double sum = *network::ego_structure(known.ties, weights, network::Weighting::weighted).constraint;
  sum += network::clique_indulgence(cliques, times)->share;
  return sum + static_cast<double>(network::introduction_ideas(acquaintances(), known.ties, today).size());
}

double groups(const World& world) {
  std::vector<network::GroupMember> members;
  std::vector<std::optional<std::string>> units;
  std::vector<std::optional<std::size_t>> bosses;
  for (std::size_t i = 0; i < world.contacts.size(); ++i) {
    units.emplace_back("unit " + std::to_string(i % 40));
    members.push_back({units.back(), 1});
    bosses.push_back(i == 0 ? std::nullopt : std::optional((i - 1) / 8));
  }
  const network::Hierarchy hierarchy(std::move(bosses));
  const std::vector<network::Post> posts(world.contacts.size(), network::Post{"Example", 2, true});
  const auto reach = network::class_reach(hierarchy, posts, 100, std::nullopt);
  return network::diversity_of(members)->heads.effective +
         network::external_internal("unit 1", units, units)->index +
         static_cast<double>(reach[0].people.size());
}

double resident_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

bool measure_everything() {
  World world;
  volatile double sink = 0;
  const double baseline = timed(7, [&] { sink = sum_of_weights(world); });
  std::printf("\n%d people, %d touches, %zu signs of pairs\n", people_count, people_count * touches_each,
              world.signs.size());
  std::printf("%-34s %9.3f ms\n", "baseline: one pass of additions", baseline);
  double total = 0;
  const auto part = [&](const char* name, auto work) {
    const double time = timed(1, [&] { sink = work(world); });
    total += time;
    std::printf("%-34s %9.3f ms  %7.1f x baseline\n", name, time, time / baseline);
  };
  part("reciprocity", reciprocity);
  part("six behaviours", six_cells);
  part("trend of a year, refit", shrinkage);
  part("structure, cliques, introductions", structure);
  part("diversity, E-I, reach", groups);
  part("the week", [](World& all) {
    const suggest::Ranking ranking(std::move(all.contacts), now);
    return static_cast<double>(ranking.pick_week({}).size());
  });
  const double memory = resident_mb();
  std::printf("%-34s %9.3f ms  %7.1f x baseline, %.0f MB at most\n", "everything anew", total,
              total / baseline, memory);
  if (total <= bar_ms && memory <= bar_mb) return true;
  std::printf("too much: the bars are %.0f ms and %.0f MB\n", bar_ms, bar_mb);
  return false;
}

}  // namespace goodturn::bench
