// The whole protocol on the made-up set: fast, and with results that have to come out.
#include <catch2/catch.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "tests/bench/ranking/ideas.h"
#include "tests/bench/ranking/measured.h"
#include "tests/bench/ranking/report.h"
#include "tests/bench/ranking/synthetic.h"

using namespace goodturn;
using namespace goodturn::bench;

namespace {

const Evaluation& evaluation() {
  static const Evaluation made = [] {
    std::vector<Scorer> scorers = baselines();
    scorers.push_back(score_f());
    scorers.push_back(gated_f());
    for (Scorer& idea : ideas({})) scorers.push_back(std::move(idea));
    return evaluate(synthetic_set({}, 7), scorers, {});
  }();
  return made;
}

double useful(const char* name) {
  return replay_measure(evaluation(), scorer_named(evaluation(), name), &ReplaySums::useful).value;
}

/// What the program prints, and its exit status.
std::pair<std::string, int> program(const std::string& arguments) {
  FILE* pipe = popen((std::string(RANKING_PROGRAM) + " " + arguments).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  char buffer[4096];
  for (std::size_t count; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, count);
  return {text, pclose(pipe)};
}

}  // namespace

TEST_CASE("The made-up set has the egos, ties and span it was asked for, and the same ones again") {
  const MessageSet set = synthetic_set({}, 7), again = synthetic_set({}, 7), other = synthetic_set({}, 8);
  CHECK(EgoBook(set).chosen().size() == 24);
  CHECK(set.people.size() == 24 * 31);
  CHECK(days_between(calendar_of(set).first, calendar_of(set).last) == 499);
  CHECK(calendar_of(set).limit == 60);
  REQUIRE(set.messages.size() == again.messages.size());
  for (std::size_t i = 0; i < set.messages.size(); ++i) REQUIRE(set.messages[i].at == again.messages[i].at);
  CHECK(set.messages.size() != other.messages.size());
}

TEST_CASE("F is of more use than a random list and than the most overdue by own median") {
  CHECK(useful(score_order) > useful(random_order));
  CHECK(useful(score_order) > useful(median_order));
  CHECK(useful(score_order) > 0.2);
  CHECK(useful("place, spread") > useful(score_order));
}

TEST_CASE("The half-life knows who is contacted next; random does not") {
  const auto auc = [](const char* name) {
    return order_measure(evaluation(), scorer_named(evaluation(), name), Measure::auc, Candidates::all);
  };
  CHECK(auc(random_order).value == Approx(0.5).margin(0.03));
  CHECK(auc(half_life_order).low > 0.75);
}

TEST_CASE("Gaps end within their .9 threshold as often as promised") {
  for (const CoverageShare share : {&GapCoverage::newest, &GapCoverage::all_gaps}) {
    const double covered = coverage_measure(evaluation(), 2, share).value;
    CHECK(covered >= 0.86);
    CHECK(covered <= 0.96);
  }
}

TEST_CASE("The shares of every policy fit together") {
  for (const EgoResult& ego : evaluation().egos)
    for (const ReplaySums& sums : ego.replay) {
      CHECK(sums.useful.part <= sums.strong.part);
      CHECK(sums.useful.part <= sums.timely.part);
      CHECK(sums.timely.part + sums.redundant.part <= sums.useful.whole);
      CHECK(sums.coverage.part <= sums.coverage.whole);
      CHECK(sums.lateness.whole == sums.coverage.part);
    }
}

TEST_CASE("Evaluating twice gives the same tables") {
  const std::vector<std::string> rivals = {"place", "place, spread"};
  SyntheticRules rules;
  rules.egos = 4;
  const auto tables = [&] {
    std::vector<Scorer> scorers = baselines();
    scorers.push_back(score_f());
    const MessageSet set = synthetic_set(rules, 7);
    for (Scorer& idea : ideas(fit(warm_up_examples(set)))) scorers.push_back(std::move(idea));
    const std::vector<Evaluation> one = {evaluate(set, scorers, {})};
    std::string text;
    for (const Table& table : tables_of(one, rivals)) text += to_markdown(table);
    return text;
  };
  const std::string text = tables();
  CHECK(text.find("| place, spread |") != std::string::npos);
  CHECK(text == tables());
}

TEST_CASE("A bar of 3.7 that is missed is said to be missed") {
  Evaluation named = evaluation();
  named.name = "enron-mail";  // whose reference figures the made-up set cannot have
  bool missed = false;
  for (const Bar& bar : bars_of(named)) missed |= !bar.is_met();
  CHECK(missed);
}

TEST_CASE("The program prints JSON without files, and refuses what it cannot read") {
  const auto [text, status] = program("--json");
  CHECK(status == 0);
  const nlohmann::json tables = nlohmann::json::parse(text, nullptr, false);
  REQUIRE(tables.is_array());
  bool has_f = false;
  for (const auto& table : tables) {
    if (table["title"] != "synthetic: weekly replay, 1 a week") continue;
    for (const auto& row : table["rows"])
      if (row["policy"] == "F") {
        has_f = true;
        CHECK(row["useful"]["low"] <= row["useful"]["value"]);
        CHECK(row["useful"]["value"] <= row["useful"]["high"]);
        CHECK(row["useful"]["value"].get<double>() == Approx(useful(score_order)));
      }
  }
  CHECK(has_f);
  CHECK(program("no-such-file.csv.gz 2>/dev/null").second != 0);
}
