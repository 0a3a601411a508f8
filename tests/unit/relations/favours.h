// Ledger entries for tests, by their age.
#pragma once

#include "core/relations/ask.h"
#include "core/relations/ledger.h"

namespace goodturn::relations {

/// Sunday 22 November 2026.
inline constexpr Day today{std::chrono::days(20779)};

inline Day ago(int days) { return today - std::chrono::days(days); }

inline LedgerEntry entry(LedgerSide side, int size, int age, GiveKind kind = GiveKind::help) {
  LedgerEntry made;
  made.person = Uid("ada");
  made.day = ago(age);
  made.side = side;
  made.kind = kind;
  made.size = size;
  return made;
}
inline LedgerEntry gave(int size, int age = 0, GiveKind kind = GiveKind::help) {
  return entry(LedgerSide::gave, size, age, kind);
}
inline LedgerEntry received(int size, int age = 0, GiveKind kind = GiveKind::help) {
  return entry(LedgerSide::received, size, age, kind);
}
inline LedgerEntry thanked(LedgerEntry favour, int age) {
  favour.acknowledged = ago(age);
  return favour;
}
inline Ask ask(AskState state, int age) {
  return {Uid("ask"), Uid("ada"), ago(age), AskKind::advice, state, ""};
}

}  // namespace goodturn::relations
