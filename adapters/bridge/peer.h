// Which user sits at the other end of a loopback connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "adapters/bridge/socket.h"

namespace goodturn::bridge {

/// Who holds a socket. A socket that is closed already shows user 0 and inode 0.
struct SocketOwner {
  unsigned uid = 0;
  unsigned inode = 0;
};

/// The row of 127.0.0.1:peer_port → 127.0.0.1:own_port in a table (text of /proc/net/tcp).
[[nodiscard]] std::optional<SocketOwner> owner_in(std::string_view table, std::uint16_t peer_port,
                                                  std::uint16_t own_port);

/// Asks the kernel who a peer is: by sock_diag(7), one socket in constant time; where that is not offered,
/// from /proc/net/tcp, whose cost grows with every connection of the machine. Not thread-safe.
class Peers {
 public:
  Peers();
  /// True when a living process of this process's own user holds the peer's end. A closed end is nobody's, so
  /// that it does not pass for root's.
  [[nodiscard]] bool is_me(std::uint16_t peer_port, std::uint16_t own_port);
  [[nodiscard]] std::optional<SocketOwner> owner(std::uint16_t peer_port, std::uint16_t own_port);

 private:
  Descriptor netlink_;
};

}  // namespace goodturn::bridge
