#include "adapters/bridge/peer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string>
#include <vector>

namespace goodturn::bridge {
namespace {

/// "0100007F:1F90": address and port as the kernel prints them.
std::string endpoint(std::uint16_t port) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%08X:%04X", htonl(INADDR_LOOPBACK), static_cast<unsigned>(port));
  return text.data();
}

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> found;
  while (!line.empty()) {
    const auto start = line.find_first_not_of(' ');
    if (start == std::string_view::npos) break;
    line.remove_prefix(start);
    const auto end = line.find(' ');
    found.push_back(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end);
  }
  return found;
}

std::string read_table() {
  std::string text;
  const int descriptor = ::open("/proc/net/tcp", O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return text;
  std::array<char, 16384> piece{};
  for (ssize_t count = 0; (count = ::read(descriptor, piece.data(), piece.size())) > 0;)
    text.append(piece.data(), static_cast<std::size_t>(count));
  ::close(descriptor);
  return text;
}

}  // namespace

bool held_by(std::string_view table, std::uint16_t peer_port, std::uint16_t own_port, unsigned uid) {
  const std::string pair = " " + endpoint(peer_port) + " " + endpoint(own_port) + " ";
  const auto found = table.find(pair);
  if (found == std::string_view::npos) return false;
  const std::string_view line = table.substr(found, table.find('\n', found) - found);
  // local, remote, state, queues, timer, retransmits, uid, timeout, inode
  const auto columns = words(line);
  if (columns.size() < 9 || columns[8] == "0") return false;
  unsigned owner = 0;
  const auto read = std::from_chars(columns[6].data(), columns[6].data() + columns[6].size(), owner);
  return read.ec == std::errc{} && owner == uid;
}

bool peer_is_me(std::uint16_t peer_port, std::uint16_t own_port) {
  return held_by(read_table(), peer_port, own_port, ::geteuid());
}

}  // namespace goodturn::bridge
