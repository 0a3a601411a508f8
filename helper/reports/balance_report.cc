#include "helper/reports/balance_report.h"

#include <algorithm>

#include "core/relations/hints.h"
#include "core/relations/motives.h"

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
    if (people.size() < wanted && std::find(people.begin(), people.end(), uid) == people.end())
      people.push_back(uid);
  };
  for (const OwedRow& row : owed) add(row.who.uid);
  for (const auto& [day, uid] : received) add(uid);
  std::vector<GiveIdea> ideas;
  for (const Uid& uid : people) {
    const auto place = overview.place_of(uid);
    if (!place) continue;
    const Tie& tie = overview.ties[*place];
    const calendar::Ratings& ratings = tie.person->profile.ratings;
    const GiveKind kind = relations::gifts_for({ratings.fun, ratings.status, ratings.access}).front();
    ideas.push_back({tie.who(), kind, std::string(gift_words(kind)) + " for " + tie.who().name});
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
  report.unprompted =
      share_figure(unprompted, percent(unprompted.value().value_or(0)) + " of what you gave was unasked.",
                   of_words(unprompted) + " gives", "nothing that you gave is noted");
  const relations::Share outside = relations::gives_outside(ledger, is_top, today);
  report.outside = share_figure(
      outside,
      percent(outside.value().value_or(0)) + " of what you gave went further out than your 15 closest.",
      of_words(outside) + " gives", "nothing that you gave is noted");
  const auto seniority = [&](const Uid& uid) { return tie_of(uid).person->profile.seniority; };
  report.referrals_below = referral_figure(
      relations::referrals_below(ledger, seniority, own.seniority.value_or(0), today), own.seniority);
  report.beyond_energy =
      relations::gives_beyond_energy(ledger, own.weekly_energy.value_or(usual_energy), today);
  for (const Tie& tie : overview.ties)
    if (tie.liveliness && relations::belonging_is_due(tie.person->ledger, tie.standing->layer, today))
      report.belonging_due.push_back(tie.who());
}

void add_hints(BalanceReport& report) {
  if (report.is_taking)
    report.hints.emplace_back("Lately more came to you than went out; one of these could go the other way.");
  if (report.beyond_energy)
    report.hints.emplace_back(
        "You gave more than you set out to, three weeks in a row. A quieter week is fine.");
  if (report.may_ask)
    report.hints.emplace_back("You gave a good deal and asked for nothing in 90 days. You may ask.");
}

Section people_section(const BalanceReport& report) {
  constexpr std::size_t most = 20;
  Section section{"Both sides", {}};
  for (const BalanceRow& row : report.people) {
    if (section.lines.size() == most) {
      section.add("and " + std::to_string(report.people.size() - most) + " more");
      break;
    }
    std::string line = row.who.name + ": " + line_of(row.balance);
    if (row.starts_one_sided) line += " " + line_of(row.starts);
    section.add(std::move(line));
  }
  if (report.people.empty()) section.add(not_enough("nothing given or received is noted"));
  return section;
}

}  // namespace

Figure taking_figure(const relations::TakingAndGiving& counts) {
  const relations::Share take = counts.take();
  return share_figure(take, percent(take.value().value_or(0)) + " of what passed lately came to you.",
                      "received " + std::to_string(counts.received) + ", asked " +
                          std::to_string(counts.asked) + ", gave " + std::to_string(counts.gave) +
                          " in 90 days",
                      "nothing given, received or asked in 90 days is noted");
}

Figure thanked_figure(const relations::Thanking& thanking) {
  std::string text = "You thanked for " + of_words(thanking.acknowledged) + " things you received";
  if (thanking.median_days) text += ", the middle one after " + decimal(*thanking.median_days, 1) + " days";
  return share_figure(thanking.acknowledged, text + ".", "last 365 days",
                      "nothing received in a year is noted");
}

Figure yes_figure(const relations::Answers& answers) {
  if (!answers.interval) return not_enough("no answer to an ask is noted");
  return {answers.said_yes.value(), percent(answers.said_yes.value().value_or(0)) + " said yes.",
          of_words(answers.said_yes) + " answers, 95 % " + percent(answers.interval->low) + "–" +
              percent(answers.interval->high)};
}

Figure referral_figure(const relations::ReferralReach& reach, std::optional<int> own) {
  if (!own) return not_enough("your own level is not noted");
  return share_figure(
      reach.below, of_words(reach.below) + " referrals went to people below your own level.",
      count_words(static_cast<std::size_t>(reach.unknown), "referral") + " to people without a known level",
      "no referral to somebody with a known level is noted");
}

BalanceReport balance_report(const Snapshot& snapshot, Now now) {
  const Overview overview = overview_of(snapshot, now);
  const std::vector<LedgerEntry> ledger = whole_ledger(overview);
  const std::vector<relations::Ask> asks = all_asks(overview);
  const relations::TakingAndGiving counts = relations::taking_and_giving(ledger, asks, now.today);
  BalanceReport report;
  report.people = balances_of(overview);
  report.owed = owed_of(overview);
  report.thanks_due = thanks_due_of(overview);
  report.thanked = thanked_figure(relations::thanking(ledger, now.today));
  report.taking = taking_figure(counts);
  report.is_taking = counts.is_taking();
  if (report.is_taking) report.ideas = ideas_of(overview, report.owed);
  report.one_way = one_way_of(overview);
  add_giving(report, overview, ledger);
  report.answers = relations::answers_of(asks, now.today);
  report.yes_rate = yes_figure(report.answers);
  report.may_ask = relations::may_ask_more(ledger, asks, now.today);
  add_hints(report);
  return report;
}

std::vector<Section> sections_of(const BalanceReport& report) {
  Section owed{"Received and not yet returned", {}};
  for (const OwedRow& row : report.owed) owed.add(row.text);
  Section thanks{"Worth a thank you", {}};
  for (const ThanksRow& row : report.thanks_due)
    thanks.add(row.who.name + " for " + std::string(gift_words(row.kind)) + ", " + to_iso(row.day));
  thanks.add(report.thanked);
  Section giving{"Giving", {}};
  for (const Figure& figure : {report.taking, report.unprompted, report.outside, report.referrals_below})
    giving.add(figure);
  for (const OneWayRow& row : report.one_way) giving.add(row.text);
  for (const std::string& hint : report.hints) giving.add(hint);
  for (const GiveIdea& idea : report.ideas) giving.add("  " + idea.text);
  if (!report.belonging_due.empty())
    giving.add("Close to you, and long without a word of thanks or support: " +
               names_words(report.belonging_due));
  Section asking{"Asking", {}};
  asking.add(report.yes_rate);
  if (report.answers.no > 0)
    asking.add(std::to_string(report.answers.no) + (report.answers.no == 1 ? " no" : " noes") +
               " collected.");
  return {people_section(report), std::move(owed), std::move(thanks), std::move(giving), std::move(asking)};
}

}  // namespace goodturn::helper
