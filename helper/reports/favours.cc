#include "helper/reports/favours.h"

#include <algorithm>
#include <cmath>

#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using relations::BalanceWord;
using relations::LedgerEntry;
using relations::LedgerSide;

std::optional<relations::InitiationBalance> starts_of(const Tie& tie) {
  const std::vector<relations::Touch>& touches = tie.person->contact.touches;
  const auto is_reply = [&](std::size_t i) { return touches[i].reply; };
  return relations::initiation_balance(relations::conversation_starts(touches, is_reply));
}

std::optional<BalanceRow> row_of(const Tie& tie, Day today, Language language) {
  const auto starts = starts_of(tie);
  const bool one_sided = starts && starts->is_one_sided;
  if (tie.person->ledger.empty() && !one_sided) return std::nullopt;
  const relations::Balance balance = relations::balance_of(tie.person->ledger, tie.kind(), today);
  BalanceRow row;
  row.who = tie.who();
  row.kind = tie.kind();
  row.word = relations::balance_word(balance, row.kind);
  row.balance = balance_figure(balance, row.word, language);
  row.gave = balance.gave_count;
  row.received = balance.received_count;
  row.starts = starts_figure(starts, language);
  row.starts_one_sided = one_sided;
  row.debt = relations::social_debt(tie.person->ledger, today).total;
  return row;
}

int urgency(const OwedRow& row, Day today) { return days_between(row.day, today) * row.size; }

}  // namespace

Figure balance_figure(const relations::Balance& balance, BalanceWord word, Language language) {
  if (balance.gave_count + balance.received_count == 0)
    return not_enough(Said("report.no_favours"), language);
  const Said evidence("report.gave_received", {{"gave", std::int64_t{balance.gave_count}},
                                               {"received", std::int64_t{balance.received_count}}});
  const auto figure = [&](std::string_view key) {
    return figure_of(balance.value, Said(key), evidence, language);
  };
  switch (word) {
    case BalanceWord::gives_more:
      return figure("report.gives_more");
    case BalanceWord::receives_more:
      return figure("report.receives_more");
    case BalanceWord::within:
      return figure("report.within");
    case BalanceWord::not_enough:
      break;
  }
  return figure("report.nobody_counts");
}

Figure starts_figure(const std::optional<relations::InitiationBalance>& balance, Language language) {
  if (!balance) return not_enough(Said("report.no_beginnings"), language);
  const double share = balance->by_user.value().value_or(0);
  Said text = share_said("report.began", balance->by_user);
  const std::string_view who = !balance->is_one_sided ? "both" : share > 0.5 ? "you" : "they";
  text.arguments.push_back({"who", std::string(who)});
  const Said evidence("report.interval",
                      {{"low", percent(balance->interval.low)}, {"high", percent(balance->interval.high)}});
  return figure_of(share, text, evidence, language);
}

std::string one_way_words(const std::string& name, const relations::OneWayGiving& giving, Day today,
                          Language language) {
  Said said(giving.last_received ? "report.one_way_last" : "report.one_way_never",
            {{"person", name}, {"count", std::int64_t{giving.gave}}});
  if (giving.last_received)
    said.arguments.push_back({"ago", ago_words(days_between(*giving.last_received, today), language)});
  return in_words(said, language);
}

std::vector<BalanceRow> balances_of(const Overview& overview) {
  std::vector<BalanceRow> rows;
  for (const Tie& tie : overview.ties)
    if (auto row = row_of(tie, overview.now.today, overview.language)) rows.push_back(std::move(*row));
  const auto is_out = [](const BalanceRow& row) {
    return row.word == BalanceWord::gives_more || row.word == BalanceWord::receives_more;
  };
  const auto rank = [&](const BalanceRow& row) {
    return is_out(row) ? 1 + std::abs(row.balance.value.value_or(0)) : 0.0;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const BalanceRow& a, const BalanceRow& b) {
    return rank(a) != rank(b) ? rank(a) > rank(b) : a.who.name < b.who.name;
  });
  return rows;
}

std::vector<OwedRow> owed_of(const Overview& overview) {
  const Day today = overview.now.today;
  std::vector<OwedRow> rows;
  for (const Tie& tie : overview.ties) {
    if (tie.person->profile.is_deceased) continue;
    for (const relations::Owed& owed : relations::social_debt(tie.person->ledger, today).owed) {
      const LedgerEntry& entry = tie.person->ledger[owed.entry];
      const Said text("report.owed", {{"kind", branch_of(to_string(entry.kind))},
                                      {"person", tie.who().name},
                                      {"ago", ago_words(days_between(entry.day, today), overview.language)}});
      rows.push_back({tie.who(), entry.id, entry.day, entry.kind, entry.size, owed.weight, owed.thanked,
                      in_words(text, overview.language)});
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const OwedRow& a, const OwedRow& b) { return urgency(a, today) > urgency(b, today); });
  return rows;
}

std::vector<ThanksRow> thanks_due_of(const Overview& overview) {
  constexpr int longest = 30;
  constexpr std::chrono::days until_due(2);
  std::vector<ThanksRow> rows;
  for (const Tie& tie : overview.ties) {
    if (!tie.is_open()) continue;
    for (const LedgerEntry& entry : tie.person->ledger) {
      const int age = days_between(entry.day, overview.now.today);
      if (!relations::is_owed_for(entry) || entry.acknowledged || age < 0 || age > longest) continue;
      rows.push_back({tie.who(), entry.id, entry.day, entry.day + until_due, entry.kind});
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ThanksRow& a, const ThanksRow& b) { return a.day < b.day; });
  return rows;
}

std::vector<OneWayRow> one_way_of(const Overview& overview) {
  const Day today = overview.now.today;
  std::vector<OneWayRow> rows;
  for (const Tie& tie : overview.ties) {
    if (!tie.is_open()) continue;
    const auto giving = relations::one_way_giving(tie.person->ledger, tie.kind(), today);
    if (giving)
      rows.push_back({tie.who(), giving->gave, giving->last_received,
                      one_way_words(tie.who().name, *giving, today, overview.language)});
  }
  return rows;
}

}  // namespace goodturn::helper
