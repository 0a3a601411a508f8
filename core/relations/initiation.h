// Who starts the conversations.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "core/relations/share.h"
#include "core/relations/touch.h"

namespace goodturn::relations {

inline constexpr int start_silence_days = 3;  ///< a touch after this much silence starts a conversation

/// Starts by side; meetings and other mutual touches do not tell who asked.
struct ConversationStarts {
  int out = 0;
  int in = 0;
  int unclear = 0;
  bool operator==(const ConversationStarts&) const = default;
};

/// Whether touch i is a mail that answers an earlier one of its thread.
using IsReply = std::function<bool(std::size_t)>;

/// Counts touches of weight > 0 that are the first ever or follow at least 3 · 24 hours of silence. A reply
/// (`is_reply`, may be empty) starts nothing, whatever its age: only the first message of a thread does.
/// `touches` of one person, past only, ascending by time; may be empty. Source: metrics.md 2.9 (b).
[[nodiscard]] ConversationStarts conversation_starts(std::span<const Touch> touches,
                                                     const IsReply& is_reply = {});

struct InitiationBalance {
  Share by_user;      ///< out of out + in
  int unclear = 0;    ///< mutual starts, left out
  Interval interval;  ///< Wilson 95 %
  /// The interval lies outside [.25, .75]: one side starts nearly everything.
  bool is_one_sided = false;
};

/// out/(out + in); nullopt without a start whose side is known. Source: metrics.md 2.9 (b).
[[nodiscard]] std::optional<InitiationBalance> initiation_balance(const ConversationStarts& starts);

/// Whether the user's share of starts fell: two-proportion test, pooled, z > 1.96. False with an empty share.
/// Used by quarter, towards juniors: 8/10 → 3/10 fell. Source: features.md row 64; the test is our choice.
[[nodiscard]] bool initiative_fell(const Share& before, const Share& after);

/// R_ij = |ln p_ij − ln p_ji|, p = weight / total of its sender, range [0, ∞), 0 is balanced. Needs the
/// other's total, so only for studies of whole data sets; a high value is normal and never an alarm.
/// nullopt unless all four are > 0 (same unit). Source: Chawla et al., arXiv 1108.2822; metrics.md 2.9 (c).
[[nodiscard]] std::optional<double> imbalance_index(double weight_out, double total_out, double weight_in,
                                                    double total_in);

}  // namespace goodturn::relations
