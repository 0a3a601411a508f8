// Which user sits at the other end of a loopback connection.
#pragma once

#include <cstdint>
#include <string_view>

namespace goodturn::bridge {

/// True when the table (text of /proc/net/tcp) has a socket 127.0.0.1:peer_port → 127.0.0.1:own_port that a
/// living process of user `uid` holds. A closed socket shows user 0 and inode 0 and is nobody's.
[[nodiscard]] bool held_by(std::string_view table, std::uint16_t peer_port, std::uint16_t own_port,
                           unsigned uid);
/// The same for the present table and this process's effective user; false when it cannot be read.
[[nodiscard]] bool peer_is_me(std::uint16_t peer_port, std::uint16_t own_port);

}  // namespace goodturn::bridge
