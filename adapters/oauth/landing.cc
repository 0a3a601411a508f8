#include "adapters/oauth/landing.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <list>

namespace goodturn::oauth {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_request = 16u << 10;
constexpr std::size_t most_visitors = 32;
constexpr std::chrono::seconds patience{5};  ///< with a visitor that says nothing

/// A connection; browsers open some that they never use.
struct Visitor {
  int socket = -1;
  Clock::time_point until;
  std::string request;
};

/// Text as it stands in a page.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else
      out += c;
  }
  return out;
}

std::string page(std::string_view status, const Farewell& farewell) {
  const std::string body = "<!DOCTYPE html><html lang=\"" + farewell.language +
                           "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                           "content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light "
                           "dark\"><title>Goodturn</title></head><body><p>" +
                           escaped(farewell.words) + "</p></body></html>\n";
  return "HTTP/1.1 " + std::string(status) +
         "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Security-Policy: default-src 'none'; "
         "frame-ancestors 'none'\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
         "Cache-Control: no-store\r\nConnection: close\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A header's value in small letters; names of headers come in any case, RFC 9110 §5.1. Empty without one.
std::string header_of(const std::string& request, std::string_view name) {
  std::string lines = request;
  for (char& c : lines)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const std::string begin = "\r\n" + std::string(name) + ": ";
  const auto at = lines.find(begin);
  if (at == std::string::npos) return "";
  const auto from = at + begin.size();
  return lines.substr(from, lines.find("\r\n", from) - from);
}

class LoopbackLanding final : public Landing {
 public:
  LoopbackLanding(int socket, int port, Say say)
      : socket_(socket), host_("127.0.0.1:" + std::to_string(port)), say_(std::move(say)) {}
  ~LoopbackLanding() override {
    for (const Visitor& visitor : visitors_) ::close(visitor.socket);
    ::close(socket_);
  }
  LoopbackLanding(const LoopbackLanding&) = delete;
  LoopbackLanding& operator=(const LoopbackLanding&) = delete;

  [[nodiscard]] std::string address() const override { return "http://" + host_ + "/"; }

  Result<std::string> wait(const Read& read, const Cancelled& cancelled,
                           std::chrono::milliseconds limit) override {
    const auto end = Clock::now() + limit;
    while (Clock::now() < end) {
      if (cancelled && cancelled()) return fail(ErrorKind::cancelled, "The sign-in was cancelled.");
      watch();
      for (auto at = visitors_.begin(); at != visitors_.end();) {
        auto found = serve(*at, read);
        const bool gone = at->socket < 0;
        at = gone ? visitors_.erase(at) : std::next(at);
        if (found) return std::move(*found);
      }
    }
    return fail(ErrorKind::timeout, "Nobody signed in within the time given. Start again when you like.");
  }

 private:
  /// Waits a moment for bytes or visitors.
  void watch() {
    std::vector<pollfd> places = {{socket_, POLLIN, 0}};
    for (const Visitor& visitor : visitors_) places.push_back({visitor.socket, POLLIN, 0});
    ::poll(places.data(), places.size(), 100);
    if ((places[0].revents & POLLIN) == 0) return;
    const int fresh = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (fresh < 0) return;
    if (visitors_.size() == most_visitors) leave(visitors_.front());
    visitors_.remove_if([](const Visitor& visitor) { return visitor.socket < 0; });
    visitors_.push_back({fresh, Clock::now() + patience, ""});
  }

  static void leave(Visitor& visitor) {
    ::close(visitor.socket);
    visitor.socket = -1;
  }

  void answer(Visitor& visitor, const std::string& text) const {
    // It is small enough for the socket's buffer; who is gone already misses nothing.
    (void)::send(visitor.socket, text.data(), text.size(), MSG_NOSIGNAL);
    ::shutdown(visitor.socket, SHUT_WR);
    leave(visitor);
  }

  /// Reads what came. A result ends the waiting.
  std::optional<Result<std::string>> serve(Visitor& visitor, const Read& read) {
    std::array<char, 4096> piece{};
    const ssize_t got = ::recv(visitor.socket, piece.data(), piece.size(), 0);
    if (got > 0) visitor.request.append(piece.data(), static_cast<std::size_t>(got));
    if (visitor.request.find("\r\n\r\n") != std::string::npos) return reply(visitor, read);
    const bool silent = got < 0 && (errno == EAGAIN || errno == EINTR) && Clock::now() < visitor.until;
    if (!(got > 0 || silent) || visitor.request.size() > longest_request) leave(visitor);
    return std::nullopt;
  }

  std::optional<Result<std::string>> reply(Visitor& visitor, const Read& read) {
    const std::string line = visitor.request.substr(0, visitor.request.find("\r\n"));
    const auto end = line.rfind(" HTTP/1.");
    if (!line.starts_with("GET /?") || end == std::string::npos ||
        header_of(visitor.request, "host") != host_) {
      answer(visitor, page("404 Not Found", {"en", "There is nothing here."}));
      return std::nullopt;
    }
    const std::string language = header_of(visitor.request, "accept-language");
    auto found = read(std::string_view(line).substr(6, end - 6));
    if (!found && found.error().kind == ErrorKind::suspicious) {
      answer(visitor, page("400 Bad Request", say_(Ending::foreign, language)));
      return std::nullopt;
    }
    answer(visitor, page("200 OK", say_(found ? Ending::taken : Ending::refused, language)));
    return found;
  }

  int socket_;
  std::string host_;
  Say say_;
  std::list<Visitor> visitors_;
};

}  // namespace

Result<std::unique_ptr<Landing>> open_landing(Say say) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  auto* address = reinterpret_cast<sockaddr*>(&place);
  if (socket < 0 || ::bind(socket, address, size) != 0 || ::listen(socket, 16) != 0 ||
      ::getsockname(socket, address, &size) != 0) {
    if (socket >= 0) ::close(socket);
    return fail(ErrorKind::network, "No port of this computer is free for the browser to come back to.");
  }
  return std::make_unique<LoopbackLanding>(socket, ntohs(place.sin_port), std::move(say));
}

}  // namespace goodturn::oauth
