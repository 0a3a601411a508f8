#include "adapters/bridge/peer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
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

struct Question {
  nlmsghdr header;
  inet_diag_req_v2 request;
};

/// "Whose is the socket with this local and this remote end?"
Question question(std::uint16_t peer_port, std::uint16_t own_port) {
  Question q{};
  q.header.nlmsg_len = sizeof q;
  q.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
  q.header.nlmsg_flags = NLM_F_REQUEST;
  q.request.sdiag_family = AF_INET;
  q.request.sdiag_protocol = IPPROTO_TCP;
  q.request.idiag_states = ~0U;
  q.request.id.idiag_sport = htons(peer_port);
  q.request.id.idiag_dport = htons(own_port);
  q.request.id.idiag_src[0] = htonl(INADDR_LOOPBACK);
  q.request.id.idiag_dst[0] = htonl(INADDR_LOOPBACK);
  q.request.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
  q.request.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
  return q;
}

/// What one answer means: an owner, "no such socket" (inode 0), or nothing when the kernel does not offer
/// this.
std::optional<SocketOwner> read_answer(const char* bytes, std::size_t size) {
  nlmsghdr header{};
  if (size < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes, sizeof header);
  const char* payload = bytes + NLMSG_HDRLEN;
  if (header.nlmsg_type == SOCK_DIAG_BY_FAMILY && size >= NLMSG_HDRLEN + sizeof(inet_diag_msg)) {
    inet_diag_msg message{};
    std::memcpy(&message, payload, sizeof message);
    return SocketOwner{message.idiag_uid, message.idiag_inode};
  }
  nlmsgerr error{};
  if (header.nlmsg_type != NLMSG_ERROR || size < NLMSG_HDRLEN + sizeof error) return std::nullopt;
  std::memcpy(&error, payload, sizeof error);
  if (error.error == -ENOENT && header.nlmsg_len > 0) return SocketOwner{};
  return std::nullopt;
}

}  // namespace

std::optional<SocketOwner> owner_in(std::string_view table, std::uint16_t peer_port, std::uint16_t own_port) {
  const std::string pair = " " + endpoint(peer_port) + " " + endpoint(own_port) + " ";
  const auto found = table.find(pair);
  if (found == std::string_view::npos) return std::nullopt;
  // local, remote, state, queues, timer, retransmits, uid, timeout, inode
  const auto columns = words(table.substr(found, table.find('\n', found) - found));
  if (columns.size() < 9) return std::nullopt;
  SocketOwner owner;
  for (const auto& [column, target] :
       {std::pair(columns[6], &owner.uid), std::pair(columns[8], &owner.inode)})
    if (std::from_chars(column.data(), column.data() + column.size(), *target).ec != std::errc{})
      return std::nullopt;
  return owner;
}

Peers::Peers() : netlink_(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG)) {
  // The kernel answers at once; the limit is for one that never does.
  const timeval patience{0, 100000};
  ::setsockopt(netlink_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

std::optional<SocketOwner> Peers::owner(std::uint16_t peer_port, std::uint16_t own_port) {
  const Question asked = question(peer_port, own_port);
  std::array<char, 4096> answer{};
  if (netlink_.get() >= 0 && ::send(netlink_.get(), &asked, sizeof asked, 0) > 0) {
    const ssize_t size = ::recv(netlink_.get(), answer.data(), answer.size(), 0);
    const auto owner = size > 0 ? read_answer(answer.data(), static_cast<std::size_t>(size)) : std::nullopt;
    if (owner) return owner;
  }
  // An answer that comes late must not be taken for the next one.
  netlink_.reset();
  return owner_in(read_table(), peer_port, own_port);
}

bool Peers::is_me(std::uint16_t peer_port, std::uint16_t own_port) {
  const auto found = owner(peer_port, own_port);
  return found && found->inode != 0 && found->uid == ::geteuid();
}

}  // namespace goodturn::bridge
