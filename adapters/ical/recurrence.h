// The Recurrence port on libical (rules and zones only; the text is read by core/text), and on ICU for the
// clocks of other places.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/ical/zones.h"
#include "core/ports.h"

namespace goodturn::ical {

/// Safe to use from several threads.
class IcalRecurrence final : public Recurrence {
 public:
  /// `local_zone` is the user's IANA zone name ("Europe/Berlin"): the meaning of floating times, dates and
  /// zones that nobody knows. An unknown name means UTC.
  explicit IcalRecurrence(const std::string& local_zone);

  Result<std::vector<calendar::Occurrence>> expand(const text::Document& document,
                                                   std::span<const calendar::Event> events, Instant from,
                                                   Instant until) override;
  [[nodiscard]] Day local_day(Instant instant) const override;
  [[nodiscard]] std::optional<std::chrono::minutes> offset_of(std::string_view zone,
                                                              Instant at) const override;
  [[nodiscard]] std::optional<std::chrono::minutes> offset_in(std::string_view country,
                                                              Instant at) const override;

 private:
  mutable std::mutex mutex_;
  Zones zones_;
};

}  // namespace goodturn::ical
