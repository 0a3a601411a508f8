#include "core/network/consent.h"

namespace goodturn::network {

IntroductionStep next_step(const Introduction& introduction) {
  if (introduction.sent) return IntroductionStep::done;
  const Consent a = introduction.consent_a, b = introduction.consent_b;
  if (a == Consent::no || b == Consent::no) return IntroductionStep::declined;
  if (a == Consent::not_asked) return IntroductionStep::ask_a;
  if (a == Consent::asked || b == Consent::asked) return IntroductionStep::wait;
  return b == Consent::not_asked ? IntroductionStep::ask_b : IntroductionStep::introduce;
}

std::vector<relations::LedgerEntry> ledger_entries(const Introduction& introduction) {
  if (!introduction.sent) return {};
  relations::LedgerEntry entry;
  entry.day = *introduction.sent;
  entry.side = relations::LedgerSide::gave;
  entry.kind = GiveKind::introduction;
  relations::LedgerEntry to_a = entry, to_b = entry;
  to_a.id = Uid(introduction.id.value + "-a");
  to_a.person = introduction.a;
  to_b.id = Uid(introduction.id.value + "-b");
  to_b.person = introduction.b;
  return {to_a, to_b};
}

}  // namespace goodturn::network
