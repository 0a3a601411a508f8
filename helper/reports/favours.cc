#include "helper/reports/favours.h"

#include <algorithm>
#include <cmath>

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

std::optional<BalanceRow> row_of(const Tie& tie, Day today) {
  const auto starts = starts_of(tie);
  const bool one_sided = starts && starts->is_one_sided;
  if (tie.person->ledger.empty() && !one_sided) return std::nullopt;
  const relations::Balance balance = relations::balance_of(tie.person->ledger, tie.kind, today);
  BalanceRow row;
  row.who = tie.who();
  row.kind = tie.kind;
  row.word = relations::balance_word(balance, tie.kind);
  row.balance = balance_figure(balance, row.word);
  row.gave = balance.gave_count;
  row.received = balance.received_count;
  row.starts = starts_figure(starts);
  row.starts_one_sided = one_sided;
  row.debt = relations::social_debt(tie.person->ledger, today).total;
  return row;
}

int urgency(const OwedRow& row, Day today) { return days_between(row.day, today) * row.size; }

}  // namespace

std::string_view gift_words(GiveKind kind) {
  switch (kind) {
    case GiveKind::introduction:
      return "an introduction";
    case GiveKind::information:
      return "something worth knowing";
    case GiveKind::advice:
      return "advice";
    case GiveKind::help:
      return "help";
    case GiveKind::opportunity:
      return "an opportunity";
    case GiveKind::referral:
      return "a referral";
    case GiveKind::feedback:
      return "feedback";
    case GiveKind::thanks:
      return "thanks";
    case GiveKind::public_recognition:
      return "public recognition";
    case GiveKind::access:
      return "an invitation";
    case GiveKind::co_creation:
      return "something made together";
    case GiveKind::emotional_support:
      return "support";
  }
  return "";
}

Figure balance_figure(const relations::Balance& balance, BalanceWord word) {
  const std::string evidence =
      "gave " + std::to_string(balance.gave_count) + ", received " + std::to_string(balance.received_count);
  if (balance.gave_count + balance.received_count == 0)
    return not_enough("nothing given or received is noted");
  switch (word) {
    case BalanceWord::gives_more:
      return {balance.value, "You give much more.", evidence};
    case BalanceWord::receives_more:
      return {balance.value, "You receive much more.", evidence};
    case BalanceWord::within:
      return {balance.value, "Within what is usual.", evidence};
    case BalanceWord::not_enough:
      break;
  }
  return {balance.value, "Nobody counts here.", evidence};
}

Figure starts_figure(const std::optional<relations::InitiationBalance>& balance) {
  if (!balance) return not_enough("no conversation of which it is known who began it");
  std::string text = "You began " + of_words(balance->by_user) + " conversations";
  const double share = balance->by_user.value().value_or(0);
  if (balance->is_one_sided) text += share > 0.5 ? "; nearly always you" : "; nearly always they";
  return {balance->by_user.value(), text + ".",
          "95 % " + percent(balance->interval.low) + "–" + percent(balance->interval.high)};
}

std::string one_way_words(const std::string& name, const relations::OneWayGiving& giving, Day today) {
  const std::string times = giving.gave == 1 ? "once" : std::to_string(giving.gave) + " times";
  const std::string last = giving.last_received
                               ? "last from them " + ago_words(days_between(*giving.last_received, today))
                               : "nothing from them is noted";
  return "You helped " + name + " " + times + ", " + last + ". Fine as it is?";
}

std::vector<BalanceRow> balances_of(const Overview& overview) {
  std::vector<BalanceRow> rows;
  for (const Tie& tie : overview.ties)
    if (auto row = row_of(tie, overview.now.today)) rows.push_back(std::move(*row));
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
  for (const Tie& tie : overview.ties)
    for (const relations::Owed& owed : relations::social_debt(tie.person->ledger, today).owed) {
      const LedgerEntry& entry = tie.person->ledger[owed.entry];
      rows.push_back({tie.who(), entry.id, entry.day, entry.kind, entry.size, owed.weight, owed.thanked,
                      std::string(gift_words(entry.kind)) + " from " + tie.who().name + ", " +
                          ago_words(days_between(entry.day, today))});
    }
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const OwedRow& a, const OwedRow& b) { return urgency(a, today) > urgency(b, today); });
  return rows;
}

std::vector<ThanksRow> thanks_due_of(const Overview& overview) {
  constexpr int longest = 30;
  constexpr std::chrono::days until_due(2);
  std::vector<ThanksRow> rows;
  for (const Tie& tie : overview.ties)
    for (const LedgerEntry& entry : tie.person->ledger) {
      const int age = days_between(entry.day, overview.now.today);
      if (entry.side != LedgerSide::received || entry.acknowledged || age < 0 || age > longest) continue;
      rows.push_back({tie.who(), entry.id, entry.day, entry.day + until_due, entry.kind});
    }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ThanksRow& a, const ThanksRow& b) { return a.day < b.day; });
  return rows;
}

std::vector<OneWayRow> one_way_of(const Overview& overview) {
  const Day today = overview.now.today;
  std::vector<OneWayRow> rows;
  for (const Tie& tie : overview.ties) {
    const auto giving = relations::one_way_giving(tie.person->ledger, tie.kind, today);
    if (giving)
      rows.push_back(
          {tie.who(), giving->gave, giving->last_received, one_way_words(tie.who().name, *giving, today)});
  }
  return rows;
}

}  // namespace goodturn::helper
