// The bars of ranking.md 3.7, points 3 to 5: on the made-up set always, on the development sets where they
// lie beside the project.
#include "tests/bench/ranking/bars.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/bench/ranking/messages.h"
#include "tests/bench/ranking/scorer.h"
#include "tests/bench/ranking/synthetic.h"
#include "tests/support/study_files.h"

using namespace goodturn;
using namespace goodturn::bench;

namespace {

/// The product's score and the orders that the bars compare it with.
std::vector<Scorer> compared() {
  std::vector<Scorer> scorers = baselines();
  std::erase_if(scorers, [](const Scorer& one) {
    return one.name != random_order && one.name != half_life_order && one.name != fixed_order &&
           one.name != median_order;
  });
  scorers.push_back(score_f());
  return scorers;
}

void check_bars(const MessageSet& set, std::size_t bars) {
  const std::vector<Bar> all = bars_of(evaluate(set, compared(), {}));
  CHECK(all.size() == bars);
  for (const Bar& bar : all) {
    INFO(bar.set << ": " << bar.what << " " << bar.measured << ", bar " << bar.low << " to " << bar.high);
    CHECK(bar.is_met());
  }
}

/// nullopt, with a word, when the set is not there.
std::optional<MessageSet> study_set(const std::string& name) {
  const auto folder = tests::study_folder();
  if (!folder || !std::filesystem::exists(*folder / (name + ".csv.gz"))) {
    WARN("SKIPPED: no set " << name << " (GOODTURN_DATA or ../shared/data)");
    return std::nullopt;
  }
  Result<MessageSet> set = read_messages((*folder / (name + ".csv.gz")).string());
  REQUIRE(set);
  const std::filesystem::path egos = *folder / (name + ".egos.txt");
  if (std::filesystem::exists(egos)) set->egos = read_egos(egos.string()).value();
  return std::move(*set);
}

}  // namespace

TEST_CASE("Every bar is met on the made-up set, whatever was drawn") {
  for (const std::uint64_t seed : {7U, 8U}) check_bars(synthetic_set({}, seed), 1);
}

TEST_CASE("Every bar is met on calls and office mail") {
  if (const auto set = study_set("reality-calls")) check_bars(*set, 5);
  if (const auto set = study_set("manufacturing-mail")) check_bars(*set, 5);
}

TEST_CASE("Every bar is met on the two large sets of mail", "[.soak]") {
  if (const auto set = study_set("enron-mail")) check_bars(*set, 4);
  if (const auto set = study_set("w3c-mail")) check_bars(*set, 3);
}
