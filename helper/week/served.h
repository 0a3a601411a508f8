// Which follow-ups a calendar app saw under which ETag. A calendar writes its whole view back, often one
// that is older than the present list (docs/host.md), so the change is what differs from that view.
#pragma once

#include <optional>
#include <vector>

#include "core/calendar/follow_up.h"
#include "helper/world.h"

namespace goodturn::helper {

/// The last 40 views, kept in the settings so that they outlive a restart.
class ServedViews {
 public:
  static constexpr std::size_t limit = 40;

  explicit ServedViews(World& world) : world_(world) {}

  /// Remembers the view behind `etag`; only uid, due date and completion of each row matter.
  Result<void> remember(const Etag& etag, const std::vector<calendar::FollowUp>& rows);
  /// The rows of a view; nullopt when the etag is unknown or too old.
  [[nodiscard]] Result<std::optional<std::vector<calendar::FollowUp>>> find(const Etag& etag);

 private:
  World& world_;
};

}  // namespace goodturn::helper
