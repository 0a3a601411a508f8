// Replays public message sets, and one made up here, against orders of ties: tables in Markdown, or JSON.
// The protocol is that of ranking.md 3.3; docs/evaluation.md says what the tables mean.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/bench/ranking/ideas.h"
#include "tests/bench/ranking/report.h"
#include "tests/bench/ranking/synthetic.h"

using namespace goodturn;
using namespace goodturn::bench;

namespace {

struct Wishes {
  std::vector<std::string> files;
  std::string egos;
  bool json = false;
  Protocol protocol;
};

/// NAME.egos.txt beside NAME.csv.gz, when there is one.
std::filesystem::path egos_beside(const std::string& file, const std::string& name) {
  return std::filesystem::path(file).parent_path() / (name + ".egos.txt");
}

Result<MessageSet> read_set(const std::string& file, const Wishes& wishes) {
  Result<MessageSet> set = read_messages(file);
  if (!set) return set;
  std::filesystem::path egos = wishes.egos;
  if (egos.empty()) egos = egos_beside(file, set->name);
  if (wishes.egos.empty() && !std::filesystem::exists(egos)) return set;
  Result<std::vector<std::string>> named = read_egos(egos.string());
  if (!named) return fail(named.error());
  set->egos = std::move(*named);
  return set;
}

/// Baselines, the product's score, the product's score behind its gate, then the ideas.
Evaluation run(const MessageSet& set, const Wishes& wishes, std::vector<std::string>& rivals) {
  std::vector<Scorer> scorers = baselines();
  scorers.push_back(score_f());
  std::vector<Scorer> others = ideas(fit(warm_up_examples(set)));
  others.insert(others.begin(), gated_f());
  rivals.clear();
  for (Scorer& other : others) {
    rivals.push_back(other.name);
    scorers.push_back(std::move(other));
  }
  return evaluate(set, scorers, wishes.protocol);
}

void print(const std::vector<Table>& tables, bool as_json) {
  if (as_json) {
    nlohmann::json all = nlohmann::json::array();
    for (const Table& table : tables) all.push_back(to_json(table));
    std::puts(all.dump(1).c_str());
    return;
  }
  for (const Table& table : tables) std::puts(to_markdown(table).c_str());
}

/// 0 when every bar is met, 1 when one is not, 2 when a file cannot be used.
int evaluate_all(const Wishes& wishes) {
  std::vector<Evaluation> evaluations;
  std::vector<std::string> rivals;
  evaluations.push_back(run(synthetic_set({}, wishes.protocol.seed), wishes, rivals));
  for (const std::string& file : wishes.files) {
    const Result<MessageSet> set = read_set(file, wishes);
    if (!set) {
      std::fprintf(stderr, "%s\n", describe(set.error()).c_str());
      return 2;
    }
    evaluations.push_back(run(*set, wishes, rivals));
  }
  print(tables_of(evaluations, rivals), wishes.json);
  bool met = true;
  for (const Evaluation& evaluation : evaluations)
    for (const Bar& bar : bars_of(evaluation)) met &= bar.is_met();
  return met ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  Wishes wishes;
  CLI::App app("Evaluates orders of ties on message sets; a made-up set is always evaluated first.");
  app.add_option("files", wishes.files, "sender,recipient,unix_seconds; gzip or plain");
  app.add_option("--egos", wishes.egos,
                 "whose ties to look at, one identifier a line; default NAME.egos.txt beside the file");
  app.add_flag("--json", wishes.json, "JSON instead of Markdown");
  app.add_option("--slots", wishes.protocol.slots, "ties shown each week in the replay")
      ->check(CLI::Range(1, 50));
  app.add_option("--strong", wishes.protocol.strong, "places by strength that count as strong")
      ->check(CLI::Range(1, 150));
  app.add_option("--seed", wishes.protocol.seed, "of ties, the made-up set and its egos");
  CLI11_PARSE(app, count, arguments);
  return evaluate_all(wishes);
}
