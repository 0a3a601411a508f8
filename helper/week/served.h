// Which tasks a calendar app saw under which ETag. A calendar writes its whole view back, often one
// that is older than the present list (docs/host.md), so the change is what differs from that view.
#pragma once

#include <optional>
#include <vector>

#include "core/calendar/feed.h"
#include "helper/world.h"

namespace goodturn::helper {

/// The setting that holds them.
inline constexpr std::string_view served_key = "feed.served";

/// The last 40 views, kept in the settings so that they outlive a restart.
class ServedViews {
 public:
  static constexpr std::size_t limit = 40;

  explicit ServedViews(World& world) : world_(world) {}

  /// Remembers the view behind `etag`.
  Result<void> remember(const Etag& etag, const std::vector<calendar::ServedTask>& rows);
  /// The rows of a view; nullopt when the etag is unknown or too old.
  [[nodiscard]] Result<std::optional<std::vector<calendar::ServedTask>>> find(const Etag& etag);

 private:
  World& world_;
};

}  // namespace goodturn::helper
