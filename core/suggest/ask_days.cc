#include "core/suggest/ask_days.h"

#include <algorithm>

namespace goodturn::suggest {

std::vector<Day> ask_days_of(const Contact& contact) {
  std::vector<Day> days = contact.ask_days;
  for (const relations::Ask& ask : contact.asks)
    if (ask.state != AskState::withdrawn) days.push_back(ask.day);
  for (const relations::LedgerEntry& entry : contact.ledger)
    if (entry.side == relations::LedgerSide::received && entry.asked) days.push_back(entry.day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace goodturn::suggest
