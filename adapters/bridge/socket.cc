#include "adapters/bridge/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace goodturn::bridge {
namespace {

tl::unexpected<Error> cannot_listen(int reason, std::uint16_t port) {
  const std::string place = "127.0.0.1:" + std::to_string(port);
  if (reason == EADDRINUSE)
    return fail(
        ErrorKind::busy,
        Said("Another program listens on port {port}. If it is Goodturn, use that one or stop it; else find "
             "it with `ss -ltnp` and stop it, or choose another port in the configuration and pair again.",
             {{"port", std::to_string(port)}}),
        place);
  return fail(reason == EACCES ? ErrorKind::forbidden : ErrorKind::storage,
              std::string("Cannot listen: ") + std::strerror(reason), place);
}

}  // namespace

void Descriptor::reset() noexcept {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Result<Listener> listen_on_loopback(std::uint16_t port) {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (socket.get() < 0) return cannot_listen(errno, port);
  // A port that was used a minute ago may be taken again; one that is being listened on may not.
  const int yes = 1;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);

  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  if (::bind(socket.get(), plain, size) != 0 || ::listen(socket.get(), 1024) != 0 ||
      ::getsockname(socket.get(), plain, &size) != 0)
    return cannot_listen(errno, port);
  return Listener{std::move(socket), ntohs(address.sin_port)};
}

Moved receive(int socket, std::string& target, std::size_t most) {
  std::array<char, 65536> piece;
  const ssize_t count = ::recv(socket, piece.data(), std::min(most, piece.size()), 0);
  if (count == 0) return Moved::closed;
  if (count < 0) return errno == EAGAIN || errno == EINTR ? Moved::nothing : Moved::closed;
  target.append(piece.data(), static_cast<std::size_t>(count));
  return Moved::some;
}

Moved send_some(int socket, std::string_view& source) {
  const ssize_t count = ::send(socket, source.data(), source.size(), MSG_NOSIGNAL);
  if (count < 0) return errno == EAGAIN || errno == EINTR ? Moved::nothing : Moved::closed;
  source.remove_prefix(static_cast<std::size_t>(count));
  return Moved::some;
}

}  // namespace goodturn::bridge
