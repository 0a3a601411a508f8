#include "helper/reports/balance_report.h"

#include <algorithm>

#include "core/relations/hints.h"
#include "core/relations/motives.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using relations::LedgerEntry;

constexpr int usual_energy = 5;

/// One idea for each of the three people to whom most is owed; where less is owed, for those from whom
/// something came last.
std::vector<GiveIdea> ideas_of(const Overview& overview, const std::vector<OwedRow>& owed) {
  constexpr std::size_t wanted = 3;
  std::vector<std::pair<Day, Uid>> received;
  for (const LedgerEntry& entry : whole_ledger(overview))
    if (entry.side == relations::LedgerSide::received && entry.day <= overview.now.today)
      received.emplace_back(entry.day, entry.person);
  std::stable_sort(received.begin(), received.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Uid> people;
  const auto add = [&](const Uid& uid) {
    const auto place = overview.place_of(uid);
    if (!place || !overview.ties[*place].is_open() || people.size() == wanted) return;
    if (std::find(people.begin(), people.end(), uid) == people.end()) people.push_back(uid);
  };
  for (const OwedRow& row : owed) add(row.who.uid);
  for (const auto& [day, uid] : received) add(uid);
  std::vector<GiveIdea> ideas;
  for (const Uid& uid : people) {
    const Tie& tie = overview.ties[*overview.place_of(uid)];
    const calendar::Ratings& ratings = tie.person->profile.ratings;
    const GiveKind kind = relations::gifts_for({ratings.fun, ratings.status, ratings.access}).front();
    const Said idea("report.give_idea", {{"kind", branch_of(to_string(kind))}, {"person", tie.who().name}});
    ideas.push_back({tie.who(), kind, in_words(idea, overview.language)});
  }
  return ideas;
}

void add_giving(BalanceReport& report, const Overview& overview, const std::vector<LedgerEntry>& ledger) {
  constexpr int close = 15;
  const Day today = overview.now.today;
  const calendar::OwnProfile& own = overview.own();
  const auto tie_of = [&](const Uid& uid) -> const Tie& { return overview.ties[*overview.place_of(uid)]; };
  const auto is_top = [&](const Uid& uid) {
    const int layer = tie_of(uid).standing->layer;
    return layer > 0 && layer <= close;
  };
  const relations::Share unprompted = relations::unprompted_gives(ledger, today);
  const Said no_gives("report.no_gives");
  report.unprompted =
      share_figure(unprompted, percent_said("report.unprompted", unprompted.value().value_or(0)),
                   share_said("report.of_gives", unprompted), no_gives, overview.language);
  const relations::Share outside = relations::gives_outside(ledger, is_top, today);
  report.outside = share_figure(outside, percent_said("report.outside", outside.value().value_or(0)),
                                share_said("report.of_gives", outside), no_gives, overview.language);
  const auto seniority = [&](const Uid& uid) { return tie_of(uid).person->profile.seniority; };
  report.referrals_below =
      referral_figure(relations::referrals_below(ledger, seniority, own.seniority.value_or(0), today),
                      own.seniority, overview.language);
  report.beyond_energy =
      relations::gives_beyond_energy(ledger, own.weekly_energy.value_or(usual_energy), today);
  for (const Tie& tie : overview.ties)
    if (tie.is_open() && tie.liveliness &&
        relations::belonging_is_due(tie.person->ledger, tie.standing->layer, today))
      report.belonging_due.push_back(tie.who());
}

void add_hints(BalanceReport& report, Language language) {
  const auto add = [&](std::string_view key) { report.hints.push_back(in_words(Said(key), language)); };
  if (report.is_taking) add("report.hint_taking");
  if (report.beyond_energy) add("report.hint_energy");
  if (report.may_ask) add("report.hint_ask");
}

Section people_section(const BalanceReport& report, Language language) {
  constexpr std::size_t most = 20;
  Section section(Said("section.both_sides"), language);
  for (const BalanceRow& row : report.people) {
    if (section.lines.size() == most) {
      section.add(Said("section.more", {{"count", said_number(report.people.size() - most)}}));
      break;
    }
    std::string line = row.who.name + ": " + line_of(row.balance);
    if (row.starts_one_sided) line += " " + line_of(row.starts);
    section.add(std::move(line));
  }
  if (report.people.empty()) section.add(not_enough(Said("report.no_favours"), language));
  return section;
}

}  // namespace

Figure taking_figure(const relations::TakingAndGiving& counts, Language language) {
  const relations::Share take = counts.take();
  const Said evidence("report.taking_evidence", {{"received", std::int64_t{counts.received}},
                                                 {"asked", std::int64_t{counts.asked}},
                                                 {"gave", std::int64_t{counts.gave}}});
  return share_figure(take, percent_said("report.taking", take.value().value_or(0)), evidence,
                      Said("report.no_passing"), language);
}

Figure thanked_figure(const relations::Thanking& thanking, Language language) {
  Said text =
      share_said(thanking.median_days ? "report.thanked_after" : "report.thanked", thanking.acknowledged);
  if (thanking.median_days) text.arguments.push_back({"days", decimal(*thanking.median_days, 1, language)});
  return share_figure(thanking.acknowledged, text, Said("report.last_year"), Said("report.no_received"),
                      language);
}

Figure yes_figure(const relations::Answers& answers, Language language) {
  if (!answers.interval) return not_enough(Said("report.no_answers"), language);
  const double value = answers.said_yes.value().value_or(0);
  Said evidence = share_said("report.yes_evidence", answers.said_yes);
  evidence.arguments.push_back({"low", percent(answers.interval->low)});
  evidence.arguments.push_back({"high", percent(answers.interval->high)});
  return figure_of(value, percent_said("report.said_yes", value), evidence, language);
}

Figure referral_figure(const relations::ReferralReach& reach, std::optional<int> own, Language language) {
  if (!own) return not_enough(Said("report.no_own_level"), language);
  return share_figure(reach.below, share_said("report.referrals", reach.below),
                      count_said("report.referrals_unknown", static_cast<std::size_t>(reach.unknown)),
                      Said("report.no_referrals"), language);
}

BalanceReport balance_report(const Snapshot& snapshot, Now now, Language language) {
  const Overview overview = overview_of(snapshot, now, language);
  const std::vector<LedgerEntry> ledger = whole_ledger(overview);
  const std::vector<relations::Ask> asks = all_asks(overview);
  const relations::TakingAndGiving counts = relations::taking_and_giving(ledger, asks, now.today);
  BalanceReport report;
  report.people = balances_of(overview);
  report.owed = owed_of(overview);
  report.thanks_due = thanks_due_of(overview);
  report.thanked = thanked_figure(relations::thanking(ledger, now.today), language);
  report.taking = taking_figure(counts, language);
  report.is_taking = counts.is_taking();
  if (report.is_taking) report.ideas = ideas_of(overview, report.owed);
  report.one_way = one_way_of(overview);
  add_giving(report, overview, ledger);
  report.answers = relations::answers_of(asks, now.today);
  report.yes_rate = yes_figure(report.answers, language);
  report.may_ask = relations::may_ask_more(ledger, asks, now.today);
  add_hints(report, language);
  return report;
}

std::vector<Section> sections_of(const BalanceReport& report, Language language) {
  Section owed(Said("section.owed"), language);
  for (const OwedRow& row : report.owed) owed.add(row.text);
  Section thanks(Said("section.thanks"), language);
  for (const ThanksRow& row : report.thanks_due)
    thanks.add(Said(
        "section.thanks_due",
        {{"person", row.who.name}, {"kind", said_branch(to_string(row.kind))}, {"day", to_iso(row.day)}}));
  thanks.add(report.thanked);
  Section giving(Said("section.giving"), language);
  for (const Figure& figure : {report.taking, report.unprompted, report.outside, report.referrals_below})
    giving.add(figure);
  for (const OneWayRow& row : report.one_way) giving.add(row.text);
  for (const std::string& hint : report.hints) giving.add(hint);
  for (const GiveIdea& idea : report.ideas) giving.add("  " + idea.text);
  giving.add_people("section.belonging", report.belonging_due, 4);
  Section asking(Said("section.asking"), language);
  asking.add(report.yes_rate);
  if (report.answers.no > 0) asking.add(Said("section.noes", {{"count", std::int64_t{report.answers.no}}}));
  return {people_section(report, language), std::move(owed), std::move(thanks), std::move(giving),
          std::move(asking)};
}

}  // namespace goodturn::helper
