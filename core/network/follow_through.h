// Does something come of meeting people: latency of the first word, yield of places, a sense of belonging.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/relations/share.h"

namespace goodturn::network {

/// A first meeting and the user's first outgoing touch after it.
struct FirstWord {
  Day met{};
  std::optional<Day> wrote;  ///< on or after `met`; nullopt: not yet
};

struct FollowUpLatency {
  int met = 0;                        ///< first meetings looked at
  std::optional<double> median_days;  ///< of those answered; nullopt when there is none
  relations::Share prompt;            ///< written within 2 days, of all first meetings
};
/// Source: metrics.md 2.20.
[[nodiscard]] FollowUpLatency follow_up_latency(std::span<const FirstWord> words);

/// A kind of place to meet people, in the order that holds until there are own figures: conference, meetup,
/// mixer, workshop, association, alumni, community, class, club.
[[nodiscard]] std::span<const std::string> venue_order();

struct VenueEvent {
  std::string type;
  int kept = 0;  ///< contacts met there with at least two touches in the 90 days after it
};

struct VenueYield {
  std::string type;
  int events = 0;  ///< n, the evidence
  int kept = 0;
  std::optional<double> yield;  ///< kept per event; nullopt without events
};
/// Every type of the order above, then the user's own types by name. Once at least two types were attended,
/// and each of them three times or more, the attended ones come first, best yield first.
/// Source: metrics.md 2.20, features.md row 76.
[[nodiscard]] std::vector<VenueYield> venue_yields(std::span<const VenueEvent> events);

/// Whether a contact met at an event was kept: at least two contact touches in the 90 days after it.
[[nodiscard]] bool is_kept(Day met, std::span<const Day> touches);

/// Mean of a quarter's three answers (belonging, mutual respect, human connection), each 1–5; nullopt unless
/// there are three in range. Never compared with others. Source: metrics.md 2.20, features.md row 84.
[[nodiscard]] std::optional<double> relatedness(std::span<const int> answers);

/// Median minutes from a question to its first answer; nullopt without any. Source: features.md row 18.
[[nodiscard]] std::optional<double> answer_time(std::span<const int> minutes);

}  // namespace goodturn::network
