#include "tests/bench/ranking/report.h"

#include "tests/bench/ranking/measured.h"

namespace goodturn::bench {
namespace {

std::string whole(double count) { return std::to_string(static_cast<long>(count)); }

Table sets_table(std::span<const Evaluation> evaluations) {
  Table table{"Sets",
              {"set", "egos", "from", "to", "warm-up to", "long silence", "origins", "left out", "weeks",
               "long silences"},
              {}};
  for (const Evaluation& evaluation : evaluations) {
    int origins = 0, left_out = 0;
    double weeks = 0, silences = 0;
    for (const EgoResult& ego : evaluation.egos) {
      origins += ego.next[0].origins;
      left_out += ego.next[0].without_positive;
      weeks += ego.replay[0].useful.whole;
      silences += ego.replay[0].coverage.whole;
    }
    const Calendar& calendar = evaluation.calendar;
    table.rows.push_back({evaluation.name, std::to_string(evaluation.egos.size()), to_iso(calendar.first),
                          to_iso(calendar.last), to_iso(calendar.warm), std::to_string(calendar.limit) + " d",
                          std::to_string(origins), std::to_string(left_out),
                          whole(weeks / evaluation.protocol.slots), whole(silences)});
  }
  return table;
}

Table next_table(const Evaluation& evaluation, Candidates candidates) {
  const std::string which = candidates == Candidates::all ? "all" : "due";
  Table table{evaluation.name + ": who is contacted next, candidates " + which,
              {"order", "NDCG@5", "P@5", "MRR", "AUC", "regret@5"},
              {}};
  for (std::size_t k = 0; k < evaluation.scorers.size(); ++k) {
    std::vector<Cell> row = {evaluation.scorers[k]};
    for (const Measure measure : all_measures)
      row.emplace_back(order_measure(evaluation, k, measure, candidates));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table replay_table(const Evaluation& evaluation) {
  Table table{evaluation.name + ": weekly replay, " + std::to_string(evaluation.protocol.slots) + " a week",
              {"policy", "redundant", "strong", "useful", "timely", "coverage", "lateness, days"},
              {}};
  for (std::size_t k = 0; k < evaluation.scorers.size(); ++k)
    table.rows.push_back({evaluation.scorers[k], replay_measure(evaluation, k, &ReplaySums::redundant),
                          replay_measure(evaluation, k, &ReplaySums::strong),
                          replay_measure(evaluation, k, &ReplaySums::useful),
                          replay_measure(evaluation, k, &ReplaySums::timely),
                          replay_measure(evaluation, k, &ReplaySums::coverage),
                          replay_measure(evaluation, k, &ReplaySums::lateness)});
  return table;
}

Table rivals_table(const Evaluation& evaluation, std::span<const std::string> rivals) {
  Table table{evaluation.name + ": difference to F, paired over egos, " +
                  std::to_string(evaluation.protocol.slots) + " a week",
              {"idea", "redundant", "useful", "timely", "coverage", "lateness, days"},
              {}};
  const std::size_t product = scorer_named(evaluation, score_order);
  for (const std::string& rival : rivals) {
    const std::size_t k = scorer_named(evaluation, rival);
    std::vector<Cell> row = {rival};
    for (const ReplayShare share : {&ReplaySums::redundant, &ReplaySums::useful, &ReplaySums::timely,
                                    &ReplaySums::coverage, &ReplaySums::lateness})
      row.emplace_back(replay_difference(evaluation, k, product, share));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// One row for each scorer, one column for each set; `words(evaluation, scorer)` fills the cells.
template <class Words>
Table overview(const std::string& title, std::span<const Evaluation> evaluations, Words words) {
  Table table{title, {"order"}, {}};
  for (const std::string& scorer : evaluations.front().scorers) table.rows.push_back({scorer});
  for (const Evaluation& evaluation : evaluations) {
    table.columns.push_back(evaluation.name);
    for (std::size_t k = 0; k < evaluation.scorers.size(); ++k)
      table.rows[k].emplace_back(words(evaluation, k));
  }
  return table;
}

std::string share_words(double share) { return in_words(share, 2); }

std::string replay_words(const Evaluation& evaluation, std::size_t scorer) {
  const auto value = [&](ReplayShare share) { return replay_measure(evaluation, scorer, share).value; };
  return share_words(value(&ReplaySums::redundant)) + " / " + share_words(value(&ReplaySums::strong)) +
         " / **" + share_words(value(&ReplaySums::useful)) + "** / **" +
         share_words(value(&ReplaySums::coverage)) + "** / " + in_words(value(&ReplaySums::lateness), 0);
}

std::string next_words(const Evaluation& evaluation, std::size_t scorer) {
  const auto value = [&](Measure measure) {
    return order_measure(evaluation, scorer, measure, Candidates::all).value;
  };
  return in_words(value(Measure::ndcg), 3) + " (" + share_words(value(Measure::auc)) + ")";
}

Table coverage_table(std::span<const Evaluation> evaluations) {
  Table table{"Gaps that end within the threshold of the gaps before",
              {"set", ".5, newest 20", ".8, newest 20", ".9, newest 20", ".5, all", ".8, all", ".9, all"},
              {}};
  for (const Evaluation& evaluation : evaluations) {
    std::vector<Cell> row = {evaluation.name};
    for (const CoverageShare share : {&GapCoverage::newest, &GapCoverage::all_gaps})
      for (std::size_t level = 0; level < coverage_levels.size(); ++level)
        row.emplace_back(coverage_measure(evaluation, level, share).value);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table bars_table(std::span<const Evaluation> evaluations) {
  Table table{"Bars", {"set", "what", "measured", "at least", "at most", "met"}, {}};
  for (const Evaluation& evaluation : evaluations)
    for (const Bar& bar : bars_of(evaluation))
      table.rows.push_back(
          {bar.set, bar.what, bar.measured, bar.low, bar.high, bar.is_met() ? "yes" : "**no**"});
  return table;
}

}  // namespace

std::vector<Table> tables_of(std::span<const Evaluation> evaluations, std::span<const std::string> rivals) {
  std::vector<Table> tables = {sets_table(evaluations), bars_table(evaluations), coverage_table(evaluations)};
  tables.push_back(
      overview("Weekly replay: redundant / strong / **useful** / **coverage** / lateness in days",
               evaluations, replay_words));
  tables.push_back(overview("Who is contacted next, candidates all: NDCG@5 (AUC)", evaluations, next_words));
  for (const Evaluation& evaluation : evaluations) {
    tables.push_back(replay_table(evaluation));
    tables.push_back(rivals_table(evaluation, rivals));
    tables.push_back(next_table(evaluation, Candidates::all));
    tables.push_back(next_table(evaluation, Candidates::due));
  }
  return tables;
}

}  // namespace goodturn::bench
