// Items that no standard allows, or that servers are known to treat each in its own way, and what six servers
// answer to a PUT of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/sync/report.h"

namespace goodturn::tests {

struct OddItem {
  std::string name;
  std::string text;                    ///< "{uid}" stands for a UID of its own
  std::map<std::string, int> answers;  ///< by server, 207s opened: the status of a PUT
  std::map<std::string, int> again{};  ///< of a second one beside the first, where it is another
};

[[nodiscard]] std::vector<OddItem> odd_cards();
[[nodiscard]] std::vector<OddItem> odd_events();

/// The text with its UID filled in.
[[nodiscard]] std::string text_of(const OddItem& item, const std::string& uid);
/// Items as everybody writes them.
[[nodiscard]] std::string good_card(const std::string& uid, const std::string& name);
[[nodiscard]] std::string good_event(const std::string& uid, const std::string& name);

/// Whether a status says that a write was carried out.
[[nodiscard]] inline bool taken(int status) { return status >= 200 && status < 300; }

/// How many items came, went or were sent.
[[nodiscard]] inline int moved(const sync::CollectionReport& report) {
  return report.added + report.changed + report.removed + report.sent;
}

}  // namespace goodturn::tests
