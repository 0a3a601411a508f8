// Non-blocking sockets of the loopback, owned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"

namespace goodturn::bridge {

/// A file descriptor that is closed once.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    reset();
    number_ = std::exchange(other.number_, -1);
    return *this;
  }
  [[nodiscard]] int get() const noexcept { return number_; }
  void reset() noexcept;

 private:
  int number_;
};

struct Listener {
  Descriptor socket;
  std::uint16_t port = 0;
};

/// Listens on 127.0.0.1:port, without SO_REUSEPORT: a port belongs to one process. 0 takes a free one.
/// Errors: busy (taken), forbidden (port not allowed), storage.
[[nodiscard]] Result<Listener> listen_on_loopback(std::uint16_t port);

/// How a read or write ended.
enum class Moved { some, nothing, closed };

/// Appends at most `most` bytes that are there to `target`.
[[nodiscard]] Moved receive(int socket, std::string& target, std::size_t most);
/// Sends from `source` and cuts off what was taken.
[[nodiscard]] Moved send_some(int socket, std::string_view& source);

}  // namespace goodturn::bridge
