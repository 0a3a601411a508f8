#include "tests/unit/bridge/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace goodturn::bridge::test {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

Answer parse(std::string raw) {
  Answer answer;
  answer.raw = std::move(raw);
  const auto end = answer.raw.find("\r\n\r\n");
  if (!answer.raw.starts_with("HTTP/1.1 ") || end == std::string::npos) return answer;
  answer.status = std::stoi(answer.raw.substr(9, 3));
  answer.body = answer.raw.substr(end + 4);
  for (auto at = answer.raw.find("\r\n"); at < end;) {
    const auto next = answer.raw.find("\r\n", at + 2);
    const std::string line = answer.raw.substr(at + 2, next - at - 2);
    const auto colon = line.find(": ");
    if (colon != std::string::npos) answer.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
    at = next;
  }
  return answer;
}

}  // namespace

int Answer::count() const {
  int found = 0;
  for (auto at = raw.find("HTTP/1.1 "); at != std::string::npos; at = raw.find("HTTP/1.1 ", at + 1)) ++found;
  return found;
}

RawClient::RawClient(std::uint16_t port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (receive_buffer > 0)
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return;
  ::close(socket_);
  socket_ = -1;
}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), seen_(std::move(other.seen_)) {}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

RawClient::Got RawClient::read_some(std::chrono::milliseconds wait, std::size_t most) {
  pollfd watched{socket_, POLLIN, 0};
  if (::poll(&watched, 1, static_cast<int>(wait.count())) <= 0) return Got::nothing;
  std::array<char, 65536> piece{};
  const ssize_t count = ::recv(socket_, piece.data(), std::min(most, piece.size()), 0);
  if (count <= 0) return Got::end;
  seen_.append(piece.data(), static_cast<std::size_t>(count));
  return Got::bytes;
}

Answer RawClient::read_all(std::chrono::milliseconds wait) {
  if (!connected()) return {};
  while (read_some(wait) == Got::bytes) continue;
  return parse(seen_);
}

bool RawClient::read_until(std::string_view text, std::chrono::milliseconds wait) {
  const auto until = std::chrono::steady_clock::now() + wait;
  while (seen_.find(text) == std::string::npos) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0 || read_some(left) != Got::bytes) return false;
  }
  return true;
}

bool RawClient::sip(std::size_t most, std::chrono::milliseconds wait) {
  return read_some(wait, most) == Got::bytes;
}

bool RawClient::closed_within(std::chrono::milliseconds wait) {
  const auto until = std::chrono::steady_clock::now() + wait;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    const Got got = read_some(std::max(left, std::chrono::milliseconds(0)));
    if (got == Got::end) return true;
    if (got == Got::nothing) return false;
  }
}

Answer say(std::uint16_t port, std::string_view bytes) {
  RawClient client(port);
  // The server may close before it has read everything; its answer is still there.
  (void)client.send(bytes);
  return client.read_all();
}

std::string Letter::bytes() const {
  std::string text = method + " " + target + " HTTP/1.1\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  return text + "\r\n" + body;
}

Letter letter(std::uint16_t port, std::string_view method, std::string_view target, std::string_view token,
              std::string_view body) {
  Letter result{std::string(method), std::string(target), {}, std::string(body)};
  result.headers["Host"] = "127.0.0.1:" + std::to_string(port);
  if (!token.empty()) result.headers["Authorization"] = "Bearer " + std::string(token);
  if (method == "POST" || method == "PUT" || method == "PATCH") {
    result.headers["Content-Type"] = "application/json";
    result.headers["Content-Length"] = std::to_string(body.size());
  }
  return result;
}

}  // namespace goodturn::bridge::test
