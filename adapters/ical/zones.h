// Which zone a TZID means.
#pragma once

#include <libical/ical.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/ical/zone.h"
#include "core/base/hash.h"
#include "core/text/document.h"

namespace goodturn::ical {

/// Names already resolved and VTIMEZONEs already read are kept, so ten thousand events of one zone cost
/// one look-up. Not thread-safe.
class Zones {
 public:
  /// `local` is an IANA name; a name nobody knows means UTC.
  explicit Zones(const std::string& local);

  [[nodiscard]] Zone local() const { return local_; }
  /// In this order: the system's zone of that name, also at the end of "/vendor/…/Europe/Berlin"; the
  /// item's own VTIMEZONE; the zone that Windows calls so; the user's zone. Well-known names come first
  /// because many programs write outdated or shortened VTIMEZONEs for them.
  [[nodiscard]] Zone find(std::string_view tzid, const text::Document& document);
  /// The same; nullopt in place of the user's zone.
  [[nodiscard]] std::optional<Zone> known(std::string_view tzid, const text::Document& document);
  /// Forgets VTIMEZONEs when there are many. Zones given out before are invalid afterwards.
  void trim();

 private:
  struct Free {
    void operator()(icaltimezone* zone) const { icaltimezone_free(zone, 1); }
  };
  [[nodiscard]] icaltimezone* system_zone(std::string_view tzid);
  [[nodiscard]] icaltimezone* own_zone(std::string_view tzid, const text::Document& document);

  Zone local_;
  std::map<std::string, icaltimezone*, std::less<>> system_;
  std::map<ContentHash, std::unique_ptr<icaltimezone, Free>> own_;
};

}  // namespace goodturn::ical
