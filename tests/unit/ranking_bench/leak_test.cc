// Nothing that happens after a day may change what is thought on that day.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/bench/ranking/evaluation.h"
#include "tests/bench/ranking/ideas.h"
#include "tests/bench/ranking/synthetic.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::bench;

namespace {

SyntheticRules few() {
  SyntheticRules rules;
  rules.egos = 3;
  rules.days = 300;
  return rules;
}

/// Another future: what comes after `today` is shuffled among the ties, turned round and moved in time.
MessageSet with_other_future(MessageSet set, Day today, std::mt19937_64& random) {
  const Instant from = today + std::chrono::days(1);
  const Instant last = set.messages.back().at;
  for (Message& message : set.messages) {
    if (message.at < from) continue;
    if (random() % 2 == 0) std::swap(message.sender, message.recipient);
    message.at = from + std::chrono::seconds(random() % static_cast<std::uint64_t>((last - from).count()));
  }
  set.messages.back().at = last;
  std::stable_sort(set.messages.begin(), set.messages.end(),
                   [](const Message& a, const Message& b) { return a.at < b.at; });
  return set;
}

std::vector<Scorer> all_scorers() {
  std::vector<Scorer> scorers = baselines();
  scorers.push_back(score_f());
  scorers.push_back(gated_f());
  ContactModel model;
  for (std::size_t i = 0; i < model.weights.size(); ++i)
    model.weights[i] = 0.1 * static_cast<double>(i) - 0.3;
  for (Scorer& idea : ideas(model)) scorers.push_back(std::move(idea));
  return scorers;
}

/// Score of every scorer for every candidate, by the tie's name.
std::vector<std::pair<std::string, double>> thoughts(const MessageSet& set, std::int32_t person, Day today) {
  const Ego ego = EgoBook(set).ego(person);
  const Moment moment = look(ego, today);
  std::vector<std::pair<std::string, double>> named;
  for (const Scorer& scorer : all_scorers()) {
    const std::vector<double> scores = scorer.score(moment);
    for (std::size_t i = 0; i < scores.size(); ++i)
      named.emplace_back(scorer.name + " " + ego.ties[moment.candidates[i]].name, scores[i]);
  }
  std::sort(named.begin(), named.end());
  return named;
}

}  // namespace

TEST_CASE("Another future gives the same scores today") {
  auto random = seeded();
  const MessageSet set = synthetic_set(few(), 3);
  for (const int after : {90, 150, 220}) {
    const Day today = calendar_of(set).first + std::chrono::days(after);
    const MessageSet other = with_other_future(set, today, random);
    for (const std::int32_t person : EgoBook(set).chosen()) {
      const auto seen = thoughts(set, person, today);
      CHECK(seen.size() > 100);
      CHECK(seen == thoughts(other, person, today));
    }
  }
}

TEST_CASE("The touches of today count, those of tomorrow do not") {
  const MessageSet set = synthetic_set(few(), 3);
  const Ego ego = EgoBook(set).ego(EgoBook(set).chosen().front());
  const Day today = calendar_of(set).first + std::chrono::days(120);
  std::size_t known = 0, counted = 0;
  const Moment moment = look(ego, today);
  for (const auto& touches : moment.touches) known += touches.size();
  for (const Tie& tie : ego.ties)
    for (const relations::Touch& touch : tie.touches) counted += touch.day <= today ? 1 : 0;
  CHECK(known == counted);
  CHECK(known > 0);
}

TEST_CASE("What is learned is learned from the warm-up, labels included") {
  auto random = seeded();
  const MessageSet set = synthetic_set(few(), 3);
  const Calendar calendar = calendar_of(set);
  const MessageSet other = with_other_future(set, calendar.warm - std::chrono::days(1), random);
  REQUIRE(calendar_of(other).warm == calendar.warm);
  const std::vector<Example> one = warm_up_examples(set), two = warm_up_examples(other);
  REQUIRE(one.size() == two.size());
  CHECK(one.size() > 200);
  for (std::size_t i = 0; i < one.size(); ++i) {
    REQUIRE(one[i].features == two[i].features);
    REQUIRE(one[i].reached == two[i].reached);
  }
}
