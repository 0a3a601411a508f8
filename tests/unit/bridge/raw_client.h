// A client that says exactly the bytes it is told to, on 127.0.0.1.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace goodturn::bridge::test {

/// What came back until the server closed.
struct Answer {
  int status = 0;                              ///< 0: nothing, or not HTTP
  std::map<std::string, std::string> headers;  ///< lower-case names
  std::string body;
  std::string raw;
  /// Answers in `raw`: "HTTP/1.1 " at its start or after a body.
  [[nodiscard]] int count() const;
};

class RawClient {
 public:
  /// `receive_buffer`: bytes that the system keeps for this client; 0 leaves it to the system.
  explicit RawClient(std::uint16_t port, int receive_buffer = 0);
  ~RawClient();
  RawClient(RawClient&& other) noexcept;
  RawClient& operator=(RawClient&&) = delete;

  [[nodiscard]] bool connected() const { return socket_ >= 0; }
  /// False when the server does not take them (any more).
  bool send(std::string_view bytes);
  /// Reads until the server closes, or `wait` has passed without a byte.
  Answer read_all(std::chrono::milliseconds wait = std::chrono::seconds(5));
  /// Reads until `text` has come; false when the server closes or `wait` passes first.
  bool read_until(std::string_view text, std::chrono::milliseconds wait);
  [[nodiscard]] const std::string& seen() const { return seen_; }
  /// Reads at most `most` bytes once; false when none come within `wait`.
  bool sip(std::size_t most, std::chrono::milliseconds wait);
  /// Forgets what was read so far.
  void forget() { seen_.clear(); }
  /// True when the server has closed within `wait`.
  bool closed_within(std::chrono::milliseconds wait);

 private:
  enum class Got { bytes, end, nothing };
  Got read_some(std::chrono::milliseconds wait, std::size_t most = 65536);
  int socket_ = -1;
  std::string seen_;
};

/// Sends `bytes` on a connection of its own and reads the answer.
Answer say(std::uint16_t port, std::string_view bytes);

/// A well-formed request, to be spoilt by tests.
struct Letter {
  std::string method = "GET";
  std::string target = "/api/v1/status";
  std::map<std::string, std::string> headers;
  std::string body;
  [[nodiscard]] std::string bytes() const;
};
/// With Host, Authorization (when there is a token), and for a body its type and length.
Letter letter(std::uint16_t port, std::string_view method, std::string_view target, std::string_view token,
              std::string_view body = {});

}  // namespace goodturn::bridge::test
