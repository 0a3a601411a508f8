// A copy of a collection, kept the way the sync engine keeps one: by listings, deltas and fetches.
#pragma once

#include <map>
#include <string>

#include "core/ports.h"

namespace goodturn::tests {

class Mirror {
 public:
  explicit Mirror(RemoteCollection& collection) : collection_(collection) {}

  /// Brings the copy up to date; fails the test where the collection breaks a promise of ports.h.
  void pull();

  [[nodiscard]] const std::map<std::string, sync::RemoteItem>& items() const { return items_; }
  [[nodiscard]] std::map<std::string, std::string> texts() const;
  [[nodiscard]] const sync::RemoteItem& at(const Href& href) const { return items_.at(href.value); }
  /// What the last pull had to transfer, and what it took away.
  [[nodiscard]] int received() const { return received_; }
  [[nodiscard]] int dropped() const { return dropped_; }
  [[nodiscard]] bool was_complete() const { return complete_; }
  void set_token(const SyncToken& token) { token_ = token; }
  [[nodiscard]] const SyncToken& token() const { return token_; }

 private:
  RemoteCollection& collection_;
  std::map<std::string, sync::RemoteItem> items_;
  SyncToken token_;
  int received_ = 0;
  int dropped_ = 0;
  bool complete_ = false;
};

}  // namespace goodturn::tests
