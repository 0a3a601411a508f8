#include "adapters/bridge/engine.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <httplib.h>

namespace goodturn::bridge {
namespace {

/// Both ends of a connection that exists in memory only.
class MemoryStream final : public httplib::Stream {
 public:
  explicit MemoryStream(std::string input) : input_(std::move(input)) {}

  [[nodiscard]] bool is_readable() const override { return position_ < input_.size(); }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* target, size_t size) override {
    const std::size_t count = std::min(size, input_.size() - position_);
    std::memcpy(target, input_.data() + position_, count);
    position_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* source, size_t size) override {
    output_.append(source, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override { loopback(ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { loopback(ip, port); }
  /// The library only compares it with FD_SETSIZE.
  [[nodiscard]] socket_t socket() const override { return 0; }

  [[nodiscard]] std::string take_output() { return std::move(output_); }

 private:
  static void loopback(std::string& ip, int& port) {
    ip = "127.0.0.1";
    port = 0;
  }
  std::string input_;
  std::size_t position_ = 0;
  std::string output_;
};

/// Only what the library needs: it decodes header values and packs answers on request, so it gets neither
/// the sender's headers nor the query with the feed's token.
std::string plain_request(const Admitted& request) {
  std::string bytes = request.head.method + " " + request.head.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  if (request.length > 0)
    bytes += "Content-Type: application/octet-stream\r\nContent-Length: " + std::to_string(request.length) +
             "\r\n";
  return bytes + "\r\n" + request.body;
}

void fill(httplib::Response& target, const Reply& reply) {
  target.status = reply.status;
  for (const auto& [name, value] : reply.headers) target.set_header(name, value);
  if (!reply.content_type.empty()) target.set_content(reply.body, reply.content_type);
}

}  // namespace

class Engine::Server final : public httplib::Server {
 public:
  explicit Server(Answer answer) : answer_(std::move(answer)) {
    httplib::Headers headers;
    for (const auto& [name, value] : common_headers()) headers.emplace(std::string(name), std::string(value));
    set_default_headers(std::move(headers));
    set_payload_max_length(feed_body_limit);
    set_exception_handler([](const httplib::Request&, httplib::Response& response,
                             const std::exception_ptr&) { fill(response, fault()); });
    // Exact routes are Contract's work: the library's are regular expressions over decoded paths.
    const auto dispatch = [this](const httplib::Request& request, httplib::Response& response) {
      current_->body = request.body;
      fill(response, answer_(*current_));
    };
    const std::string any = R"([\s\S]*)";
    Get(any, dispatch);
    Post(any, dispatch);
    Put(any, dispatch);
    Patch(any, dispatch);
    Delete(any, dispatch);
  }

  std::string serve(Admitted request) {
    MemoryStream stream(plain_request(request));
    current_ = &request;
    bool closed = false;
    process_request(stream, true, closed, nullptr);
    current_ = nullptr;
    return stream.take_output();
  }

 private:
  Answer answer_;
  Admitted* current_ = nullptr;
};

Engine::Engine(Answer answer) : server_(std::make_unique<Server>(std::move(answer))) {}
Engine::~Engine() = default;

std::string Engine::serve(Admitted request) {
  std::string bytes = server_->serve(std::move(request));
  return bytes.empty() ? render(fault()) : bytes;
}

}  // namespace goodturn::bridge
