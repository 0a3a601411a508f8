#include "core/relations/hints.h"

#include <array>

#include "core/relations/giving.h"

namespace goodturn::relations {
namespace {

constexpr int inner_layer = 15, outer_layer = 150;

bool is_far(int layer) { return layer <= 0 || layer >= outer_layer; }

}  // namespace

bool hard_feedback_is_due(std::span<const LedgerEntry> ledger, int mentors, Day today) {
  constexpr std::array kinds = {GiveKind::feedback};
  if (mentors < 1) return false;
  const std::optional<int> days = days_since(ledger, LedgerSide::received, kinds, today);
  return !days || *days >= long_without_days;
}

bool belonging_is_due(std::span<const LedgerEntry> entries, int layer, Day today) {
  constexpr std::array kinds = {GiveKind::emotional_support, GiveKind::thanks, GiveKind::public_recognition};
  if (layer <= 0 || layer > inner_layer) return false;
  const std::optional<int> days = days_since(entries, LedgerSide::gave, kinds, today);
  return !days || *days > long_without_days;
}

bool is_ostentatious(int size, int layer) {
  constexpr int largest = 3;
  return size >= largest && is_far(layer);
}

bool should_ask_small(int layer) { return is_far(layer); }

}  // namespace goodturn::relations
