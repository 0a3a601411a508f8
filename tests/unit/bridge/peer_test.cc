#include "adapters/bridge/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "tests/unit/bridge/running_bridge.h"

namespace goodturn::bridge {
namespace {

const std::string table =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    "   0: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 900 1 0 20 4 "
    "30 10 -1\n"
    "   1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 901 1 0 20 4 "
    "30 10 -1\n"
    "   2: 0100007F:C351 0100007F:1F90 06 00000000:00000000 03:00000000 00000000     0        0 0 3 0\n";

}  // namespace

TEST_CASE("the user of a peer is read from its own row") {
  REQUIRE(owner_in(table, 0xC350, 0x1F90));
  CHECK(owner_in(table, 0xC350, 0x1F90)->uid == 1000);
  CHECK(owner_in(table, 0xC350, 0x1F90)->inode == 901);
  CHECK(owner_in(table, 0xC351, 0x1F90)->inode == 0);
  CHECK_FALSE(owner_in(table, 0xC352, 0x1F90));
  CHECK_FALSE(owner_in("", 0xC350, 0x1F90));
}

TEST_CASE("the kernel and its table name the same owner, and nobody for a closed socket", "[live]") {
  const auto listener = listen_on_loopback(0).value();
  auto client = std::make_optional<test::RawClient>(listener.port);
  sockaddr_in peer{};
  socklen_t size = sizeof peer;
  const Descriptor accepted(
      ::accept4(listener.socket.get(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_CLOEXEC));
  const std::uint16_t port = ntohs(peer.sin_port);
  Peers peers;
  CHECK(peers.is_me(port, listener.port));
  std::ostringstream text;
  text << std::ifstream("/proc/net/tcp").rdbuf();
  const auto from_table = owner_in(text.str(), port, listener.port);
  const auto from_kernel = peers.owner(port, listener.port);
  REQUIRE(from_table);
  REQUIRE(from_kernel);
  CHECK(from_table->uid == from_kernel->uid);
  CHECK(from_table->inode == from_kernel->inode);
  CHECK(from_kernel->uid == ::geteuid());

  client.reset();
  CHECK_FALSE(peers.is_me(port, listener.port));
  CHECK_FALSE(peers.is_me(1, listener.port));
}

TEST_CASE("another user of the machine is refused on every path", "[live]") {
  if (::geteuid() != 0) {
    WARN("needs root to become another user; not run");
    return;
  }
  test::RunningBridge running;
  const std::string request = test::letter(running.port(), "GET", "/api/v1/status", running.token).bytes();
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    // Only plain system calls between fork and exit.
    std::array<char, 12> answer{};
    if (::setuid(65534) == 0) {
      const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_port = htons(running.port());
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
          ::send(socket, request.data(), request.size(), MSG_NOSIGNAL) > 0)
        (void)!::recv(socket, answer.data(), answer.size(), MSG_WAITALL);
    }
    (void)!::write(pipe[1], answer.data(), answer.size());
    ::_exit(0);
  }
  ::close(pipe[1]);
  std::array<char, 12> answer{};
  REQUIRE(::read(pipe[0], answer.data(), answer.size()) == 12);
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(std::string(answer.data(), answer.size()) == "HTTP/1.1 403");
  CHECK(running.reached == 0);
  CHECK(test::say(running.port(), request).status == 200);
}

}  // namespace goodturn::bridge
