// What one sync takes away from a machine: it must be in the trash, and must not be on the server any more.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "tests/model/machine.h"

namespace goodturn::model {

/// How a machine was before a sync, to be held against how it is after it.
class TakenAway {
 public:
  explicit TakenAway(Machine& machine);

  /// Why the server may have something that the machine took for gone.
  struct Excuses {
    const std::set<std::string>& deleted_here;  ///< UIDs that the user deleted meanwhile
    const std::set<std::string>& unseen;        ///< UIDs under a name that was kept from the machine
    bool blank = false;                         ///< the server had lost its disk for this sync
    bool confirmed = false;                     ///< the user had agreed to deletions
  };
  /// What is wrong, in words; nullopt when each item that vanished here without the user's doing is in the
  /// trash, is gone on the server, and none vanished because the server was blank for a moment.
  [[nodiscard]] std::optional<std::string> judge(const tests::FakeServer& server,
                                                 const Excuses& excuses) const;

 private:
  [[nodiscard]] std::set<std::string> uids() const;
  /// UID → how many rows of the trash are about it and hold a text of it.
  [[nodiscard]] std::map<std::string, int> trashed() const;

  Machine& machine_;
  std::set<std::string> uids_;
  std::map<std::string, int> trashed_;
};

}  // namespace goodturn::model
