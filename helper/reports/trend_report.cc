#include "helper/reports/trend_report.h"

#include <algorithm>

#include "core/network/follow_through.h"
#include "core/relations/cadence.h"
#include "core/relations/initiation.h"
#include "core/relations/layer.h"

namespace goodturn::helper {
namespace {

using network::ActivityHistory;

constexpr int shown_months = 12, shown_quarters = 4;

std::vector<ActivityHistory> histories_of(const Overview& overview) {
  constexpr double widest = 365;
  std::vector<ActivityHistory> histories;
  for (const Tie& tie : overview.ties) {
    if (!tie.liveliness) continue;
    const auto usual = relations::default_cadence(tie.standing->layer, tie.person->contact.roles);
    histories.push_back({tie.person->card.uid, relations::contact_days(tie.person->contact.touches),
                         usual ? static_cast<double>(*usual) : widest});
  }
  return histories;
}

std::vector<Who> names_of(const Overview& overview, const std::vector<Uid>& uids) {
  std::vector<Who> people;
  for (const Uid& uid : uids) people.push_back(overview.who(uid));
  std::stable_sort(people.begin(), people.end(), [](const Who& a, const Who& b) { return a.name < b.name; });
  return people;
}

void add_months(TrendReport& report, const Overview& overview,
                const std::vector<ActivityHistory>& histories) {
  const std::optional<Day> first = overview.snapshot.first_day();
  std::vector<int> counts;
  std::vector<Uid> before, after;
  for (const Day end : month_ends(overview.now.today, shown_months)) {
    if (!first || end < *first) continue;
    after = network::active_people(histories, end);
    if (counts.empty()) before = after;
    counts.push_back(static_cast<int>(after.size()));
    report.months.push_back({end, counts.back()});
  }
  const auto trend = network::network_trend(counts);
  report.slope = slope_figure(trend, counts.size(), overview.language);
  if (!trend) return;
  report.word = trend->word;
  const network::Turnover turnover = network::turnover(std::move(before), std::move(after));
  report.gained = names_of(overview, turnover.gained);
  report.lost = names_of(overview, turnover.lost);
}

relations::ConversationStarts starts_until(std::span<const relations::Touch> touches, Day last) {
  const auto end = std::partition_point(touches.begin(), touches.end(),
                                        [&](const relations::Touch& touch) { return touch.day <= last; });
  return relations::conversation_starts(touches.first(static_cast<std::size_t>(end - touches.begin())),
                                        [&](std::size_t i) { return touches[i].reply; });
}

/// Starts within a quarter; the silence before it may have begun earlier.
relations::Share started_in(std::span<const relations::Touch> touches, const Quarter& quarter) {
  if (touches.empty() || touches.back().day < quarter.first) return {};
  const auto all = starts_until(touches, quarter.last);
  const auto earlier = starts_until(touches, quarter.first - std::chrono::days(1));
  const int out = all.out - earlier.out, in = all.in - earlier.in;
  return {out, out + in};
}

bool is_junior(const Tie& tie, const calendar::OwnProfile& own) {
  const std::optional<int>& level = tie.person->profile.seniority;
  return tie.kind() == TieKind::down || (level && own.seniority && *level < *own.seniority);
}

void add(relations::Share& sum, const relations::Share& part) {
  sum.part += part.part;
  sum.whole += part.whole;
}

void add_quarters(TrendReport& report, const Overview& overview,
                  const std::vector<ActivityHistory>& histories) {
  for (const Quarter& quarter : last_quarters(overview.now.today, shown_quarters)) {
    QuarterPoint point{
        quarter, names_of(overview, network::newcomers(histories, quarter.first, quarter.last)), {}, {}};
    for (const Tie& tie : overview.ties) {
      const relations::Share started = started_in(tie.person->contact.touches, quarter);
      add(point.started, started);
      if (is_junior(tie, overview.own())) add(point.started_with_juniors, started);
    }
    report.quarters.push_back(std::move(point));
  }
  const QuarterPoint& first = report.quarters.front();
  const QuarterPoint& last = report.quarters.back();
  report.initiative =
      initiative_figure(last.started, last.quarter.name, Beginners::anybody, overview.language);
  report.juniors =
      initiative_figure(last.started_with_juniors, last.quarter.name, Beginners::below, overview.language);
  report.initiative_fell = relations::initiative_fell(first.started_with_juniors, last.started_with_juniors);
}

void add_checks(TrendReport& report, const calendar::OwnProfile& own, Language language) {
  for (const calendar::SelfCheck& check : own.checks) {
    const std::array answers = {check.belong, check.respect, check.connection};
    if (const auto mean = network::relatedness(answers)) report.checks.push_back({check.day, *mean});
  }
  std::stable_sort(report.checks.begin(), report.checks.end(),
                   [](const CheckPoint& a, const CheckPoint& b) { return a.day < b.day; });
  if (report.checks.empty()) {
    report.relatedness = not_enough(Said("report.no_checks"), language);
    return;
  }
  const CheckPoint& newest = report.checks.back();
  report.relatedness = figure_of(newest.mean,
                                 Said("report.relatedness", {{"quarter", quarter_of(newest.day).name},
                                                             {"value", decimal(newest.mean, 1, language)}}),
                                 Said("report.three_answers", {{"day", to_iso(newest.day)}}), language);
}

std::string_view key_of(network::TrendWord word) {
  switch (word) {
    case network::TrendWord::shrinking:
      return "report.shrinking";
    case network::TrendWord::growing:
      return "report.growing";
    case network::TrendWord::steady:
      break;
  }
  return "report.steady";
}

}  // namespace

Figure slope_figure(const std::optional<network::Trend>& trend, std::size_t known, Language language) {
  if (!trend) return not_enough(count_said("report.few_months", known), language);
  Said evidence = count_said("report.slope_evidence", static_cast<std::size_t>(trend->months));
  evidence.arguments.push_back({"s", decimal(trend->test.s, 0, language)});
  evidence.arguments.push_back({"z", decimal(trend->test.z, 2, language)});
  const Said text(key_of(trend->word), {{"people", decimal(trend->slope, 2, language)}});
  return figure_of(trend->slope, text, evidence, language);
}

Figure initiative_figure(const relations::Share& started, std::string_view quarter, Beginners with_whom,
                         Language language) {
  const bool is_below = with_whom == Beginners::below;
  Said text = share_said(is_below ? "report.initiative_below" : "report.initiative", started);
  text.arguments.push_back({"quarter", std::string(quarter)});
  return share_figure(started, text,
                      count_said("report.conversations", static_cast<std::size_t>(started.whole)),
                      Said(is_below ? "report.no_conversation_below" : "report.no_conversation"), language);
}

TrendReport trend_report(const Snapshot& snapshot, Now now, Language language) {
  const Overview overview = overview_of(snapshot, now, language);
  const std::vector<ActivityHistory> histories = histories_of(overview);
  TrendReport report;
  add_months(report, overview, histories);
  add_quarters(report, overview, histories);
  add_checks(report, overview.own(), language);
  return report;
}

std::vector<Section> sections_of(const TrendReport& report, Language language) {
  Section active(Said("section.months"), language);
  active.add(report.slope);
  for (const MonthPoint& month : report.months)
    active.add("  " + to_iso(month.end) + "  " + std::to_string(month.active));
  active.add_people("section.gained", report.gained, 8);
  active.add_people("section.lost", report.lost, 8);
  Section people(Said("section.newcomers"), language);
  for (const QuarterPoint& point : report.quarters)
    people.add(Said("section.quarter", {{"quarter", point.quarter.name},
                                        {"count", said_number(point.newcomers.size())},
                                        {"any", said_flag(!point.newcomers.empty())},
                                        {"people", names_words(point.newcomers, language, 8)}}));
  Section starts(Said("section.starts"), language);
  starts.add(report.initiative);
  starts.add(report.juniors);
  if (report.initiative_fell) starts.add(Said("section.initiative_fell"));
  Section checks(Said("section.home"), language);
  checks.add(report.relatedness);
  return {std::move(active), std::move(people), std::move(starts), std::move(checks)};
}

}  // namespace goodturn::helper
