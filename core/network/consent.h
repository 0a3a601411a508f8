// Double opt-in: nobody is introduced before both said yes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/relations/ledger.h"

namespace goodturn::network {

enum class Consent { not_asked, asked, yes, no };

struct Introduction {
  Uid id;
  Uid a, b;
  std::string reason;
  Consent consent_a = Consent::not_asked;
  Consent consent_b = Consent::not_asked;
  std::optional<Day> sent;  ///< when the two were brought together
  std::string outcome;      ///< may be empty
  bool operator==(const Introduction&) const = default;
};

/// wait: somebody was asked and did not answer yet. declined: one said no, so the other is not troubled
/// further.
enum class IntroductionStep { ask_a, ask_b, wait, introduce, declined, done };

/// What may be drafted now: first a is asked, and only after their yes b, each by a draft of their own; the
/// draft that brings them together only when both said yes. Source: metrics.md 2.13.
[[nodiscard]] IntroductionStep next_step(const Introduction& introduction);

/// The two ledger entries of an introduction that was sent: gave/introduction to each, unprompted, size 1.
/// Ids are "<id>-a" and "<id>-b". Empty while it is not sent.
[[nodiscard]] std::vector<relations::LedgerEntry> ledger_entries(const Introduction& introduction);

}  // namespace goodturn::network
