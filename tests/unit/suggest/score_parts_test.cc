// The score and its parts, worked out a second time from nothing but the touches and the formulas of
// metrics.md 2.2–2.7 and ranking.md 3.1: what the list shows is what the formulas say.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <iterator>
#include <set>

#include "core/suggest/digest.h"
#include "core/suggest/ranking.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

constexpr int k = 4;

std::vector<Day> days_with(const Contact& contact) {
  std::set<Day> days;
  for (const relations::Touch& touch : contact.touches)
    if (touch.weight > 0) days.insert(touch.day);
  return {days.begin(), days.end()};
}

std::vector<int> gaps_between(const std::vector<Day>& days) {
  std::vector<int> gaps;
  for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back(days_between(days[i - 1], days[i]));
  return gaps;
}

template <class Is>
double count(const std::vector<int>& gaps, Is is) {
  return static_cast<double>(std::count_if(gaps.begin(), gaps.end(), is));
}

/// Everything that a score needs of the others.
struct Others {
  std::vector<int> pool;
  double strongest = 0;
  std::set<Day> quiet;  ///< days of the user's own silence
};

double strength_of(const Contact& contact) {
  const double half_life = contact.profile.tie == TieKind::family ? 360 : 180;
  double sum = 0;
  for (const relations::Touch& touch : contact.touches)
    sum += touch.weight *
           std::pow(0.5, static_cast<double>((now.instant - touch.at).count()) / 86400 / half_life);
  return sum;
}

std::set<Day> own_silence(const std::vector<Contact>& contacts) {
  std::set<Day> out, quiet;
  for (const Contact& contact : contacts)
    for (const relations::Touch& touch : contact.touches)
      if (touch.weight > 0 && touch.direction != Direction::in) out.insert(touch.day);
  for (auto day = out.begin(); day != out.end(); ++day) {
    const Day next = std::next(day) == out.end() ? today + std::chrono::days(1) : *std::next(day);
    if (days_between(*day, next) <= 7) continue;
    for (Day one = *day + std::chrono::days(1); one < next; one += std::chrono::days(1)) quiet.insert(one);
  }
  return quiet;
}

Others others_of(const std::vector<Contact>& contacts) {
  Others others;
  for (const Contact& contact : contacts) {
    const std::vector<int> gaps = gaps_between(days_with(contact));
    others.pool.insert(others.pool.end(), gaps.begin(), gaps.end());
    others.strongest = std::max(others.strongest, strength_of(contact));
  }
  others.quiet = own_silence(contacts);
  return others;
}

double median_of(std::vector<int> gaps) {
  std::sort(gaps.begin(), gaps.end());
  const std::size_t half = gaps.size() / 2;
  return gaps.size() % 2 == 1 ? gaps[half] : (gaps[half - 1] + gaps[half]) / 2.0;
}

double cadence_of(const Contact& contact, const std::vector<int>& recent, int layer) {
  double least = layer == 5 ? 7 : layer == 15 ? 30 : layer == 50 ? 180 : 365;
  if (!contact.roles.empty()) least = std::min(least, 60.0);  // the crowd knows no role but mentor
  if (recent.empty()) return least;
  const auto n = static_cast<double>(recent.size());
  return std::max(1.0, std::exp((n * std::log(median_of(recent)) + k * std::log(least)) / (n + k)));
}

double alive_of(const Contact& contact, const std::vector<Day>& days, double cadence) {
  if (contact.profile.is_deceased) return 0;
  const double x = static_cast<double>(days.size()) - 1, age = days_between(days.front(), today);
  if (x == 0) return age <= cadence ? 1 : std::pow(0.5, (age - cadence) / 90);
  const double last = days_between(days.front(), days.back());
  return 1 / (1 + 0.30 / (1.5 + x - 1) * std::pow((3.0 + age) / (3.0 + last), 0.25 + x));
}

struct Worked {
  std::vector<int> recent;
  int elapsed = 0;
  relations::ScoreParts parts;
  double cadence = 0;
  double score = 0;
};

Worked worked_out(const Contact& contact, const Others& others, int layer) {
  Worked worked;
  const std::vector<Day> days = days_with(contact);
  const std::vector<int> gaps = gaps_between(days);
  worked.recent.assign(gaps.end() - std::min<std::ptrdiff_t>(20, std::ssize(gaps)), gaps.end());
  for (Day day = days.back() + std::chrono::days(1); day <= today; day += std::chrono::days(1))
    worked.elapsed += others.quiet.contains(day) ? 0 : 1;
  const int e = worked.elapsed;
  const auto n = static_cast<double>(worked.recent.size()), all = static_cast<double>(others.pool.size());
  const auto shorter = [e](int gap) { return gap < e; };
  worked.parts.silence =
      (n * (1 + count(worked.recent, shorter)) / (n + 1) + k * count(others.pool, shorter) / all) / (n + k);
  const auto outlasts = [&](int span) {
    const auto longer = [span](int gap) { return gap > span; };
    return (count(worked.recent, longer) + k * std::max(count(others.pool, longer) / all, 1e-4)) / (n + k);
  };
  worked.parts.chance = 1 - outlasts(e + 7) / outlasts(e);
  worked.parts.strength = strength_of(contact) / others.strongest;
  worked.cadence = cadence_of(contact, worked.recent, layer);
  worked.parts.alive = alive_of(contact, days, worked.cadence);
  worked.score = std::sqrt(worked.parts.strength) * (1 - worked.parts.chance) * worked.parts.silence *
                 std::sqrt(worked.parts.alive);
  return worked;
}

/// People of all sorts, of whom a fifth are family, and a user who was away for two weeks.
std::vector<Contact> crowd_with_a_holiday(std::mt19937_64& random) {
  std::vector<Contact> contacts = crowd(random, 300);
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    if (i % 5 == 0) contacts[i].profile.tie = TieKind::family;
    std::erase_if(contacts[i].touches, [](const relations::Touch& touch) {
      return touch.day > ago(33) && touch.day < ago(18) && touch.direction != Direction::in;
    });
  }
  return contacts;
}

}  // namespace

TEST_CASE("The score of everybody is what the formulas make of the touches") {
  auto random = seeded();
  const std::vector<Contact> contacts = crowd_with_a_holiday(random);
  const Others others = others_of(contacts);
  const Ranking ranking(contacts, now);
  REQUIRE(others.quiet.size() >= 14);
  int cut = 0, single = 0, long_known = 0, scored = 0;
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const Standing& standing = ranking.standings()[i];
    if (contacts[i].touches.empty()) {
      REQUIRE(standing.score == 0);
      continue;
    }
    const Worked worked = worked_out(contacts[i], others, standing.layer);
    INFO(contacts[i].uid.value);
    REQUIRE(standing.gaps == worked.recent);
    REQUIRE(standing.elapsed == worked.elapsed);
    REQUIRE(standing.cadence == Approx(worked.cadence).epsilon(1e-9));
    REQUIRE(standing.parts.strength == Approx(worked.parts.strength).margin(1e-9));
    REQUIRE(standing.parts.chance == Approx(worked.parts.chance).margin(1e-9));
    REQUIRE(standing.parts.silence == Approx(worked.parts.silence).margin(1e-9));
    REQUIRE(standing.parts.alive == Approx(worked.parts.alive).margin(1e-9));
    REQUIRE(standing.score == Approx(worked.score).margin(1e-9));
    cut += worked.elapsed < standing.days_since;
    single += worked.recent.empty();
    long_known += standing.contact_days > 21;
    scored += worked.score > 0.01;
  }
  // What the formulas treat apart was among them.
  CHECK(cut > 0);
  CHECK(single > 0);
  CHECK(long_known > 0);
  CHECK(scored > 20);
}

TEST_CASE("The depth is that of the last year's touches") {
  const auto depth = [](int days) {
    // At the hour of the look.
    Contact ada = person("Ada", {days});
    ada.touches[0].at = ago(days) + std::chrono::hours(12);
    return Ranking({ada}, now).standings()[0].depth;
  };
  CHECK(depth(0) == 2);
  CHECK(depth(365) == 2);
  CHECK(depth(366) == 0);
}

TEST_CASE("The score grows with strength, silence and life, and falls with the chance of a talk anyway") {
  auto random = seeded();
  std::uniform_real_distribution<double> inner(0.05, 0.95);
  for (int round = 0; round < 1000; ++round) {
    const relations::ScoreParts parts{inner(random), inner(random), inner(random), inner(random)};
    const double score = relations::keep_in_touch_score(parts);
    const auto with = [&](double relations::ScoreParts::*part, double by) {
      relations::ScoreParts other = parts;
      other.*part += by;
      return relations::keep_in_touch_score(other);
    };
    REQUIRE(with(&relations::ScoreParts::strength, 0.01) > score);
    REQUIRE(with(&relations::ScoreParts::silence, 0.01) > score);
    REQUIRE(with(&relations::ScoreParts::alive, 0.01) > score);
    REQUIRE(with(&relations::ScoreParts::chance, 0.01) < score);
  }
}

TEST_CASE("Seniors and juniors get the same score") {
  auto random = seeded();
  std::vector<Contact> contacts = crowd(random, 300);
  Circle circle = anything(random, contacts);
  const Ranking before(contacts, circle, now);
  std::uniform_int_distribution level(-1, 5);
  for (Contact& contact : contacts) {
    const int drawn = level(random);
    contact.profile.seniority = drawn < 0 ? std::nullopt : std::optional(drawn);
  }
  const Ranking after(contacts, circle, now);
  for (std::size_t i = 0; i < contacts.size(); ++i)
    REQUIRE(after.standings()[i].score == before.standings()[i].score);
  const auto reminders = [](const Ranking& ranking) {
    std::vector<Suggestion> all = ranking.candidates({});
    std::erase_if(all, [](const Suggestion& one) { return one.rule != Rule::keep_in_touch; });
    return all;
  };
  const std::vector<Suggestion> one = reminders(before), other = reminders(after);
  REQUIRE(one.size() > 5);
  REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].id == other[i].id);
    CHECK(one[i].value == other[i].value);
    CHECK(one[i].why == other[i].why);
  }
}

TEST_CASE("Each earlier look at a strength is the half-life sum of that day") {
  auto random = seeded();
  std::uniform_real_distribution<double> age(0, 700), life(20, 400), weight(0, 1);
  for (int round = 0; round < 200; ++round) {
    std::vector<relations::Touch> touches(static_cast<std::size_t>(round % 40));
    for (relations::Touch& touch : touches) {
      touch.at = now.instant - std::chrono::seconds(static_cast<long>(age(random) * 86400));
      touch.day = std::chrono::floor<std::chrono::days>(touch.at);
      touch.weight = weight(random);
    }
    // Planned ones count on no day.
    if (round % 3 == 0 && !touches.empty()) touches.front().at = now.instant + std::chrono::days(3);
    const double half_life = life(random);
    const Digest digest = digest_of(touches, now.instant, half_life);
    for (std::size_t look = 0; look < digest.strength.size(); ++look) {
      const Instant then = now.instant - std::chrono::days(7 * static_cast<int>(look));
      std::vector<relations::Touch> until;
      std::copy_if(touches.begin(), touches.end(), std::back_inserter(until),
                   [&](const relations::Touch& touch) { return touch.at <= then; });
      REQUIRE(digest.strength[look] ==
              Approx(relations::half_life_sum(until, then, half_life)).epsilon(1e-9).margin(1e-15));
    }
  }
}
