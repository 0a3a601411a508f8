#include "tests/support/scripted_dns.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace goodturn::tests {
namespace {

constexpr std::size_t header_size = 12;
constexpr int type_txt = 16;
constexpr int type_srv = 33;

std::string two_bytes(std::size_t number) {
  return {static_cast<char>(number >> 8), static_cast<char>(number & 0xFF)};
}

/// The question of a query: its name, and where its type stands.
struct Question {
  std::string name;
  std::size_t end = header_size;
};

Question question_of(const std::string& query) {
  Question question;
  std::size_t at = header_size;
  while (at < query.size() && query[at] != 0) {
    const auto length = static_cast<unsigned char>(query[at]);
    question.name += (question.name.empty() ? "" : ".") + query.substr(at + 1, length);
    at += 1u + length;
  }
  question.end = at + 1;
  return question;
}

}  // namespace

struct ScriptedDns::Socket {
  int descriptor = -1;
  sockaddr_in address{};
  Records records;
  std::atomic<bool> stopping{false};
  mutable std::mutex lock;
  std::vector<std::string> asked;
  std::thread worker;

  std::string answer_to(const std::string& query);
  void answer_until_stopped();
};

std::string ScriptedDns::Socket::answer_to(const std::string& query) {
  const Question question = question_of(query);
  const int type = static_cast<unsigned char>(query[question.end + 1]);
  const std::string type_name = type == type_srv ? "SRV " : type == type_txt ? "TXT " : "other ";
  const std::lock_guard guard(lock);
  asked.push_back(type_name + question.name);
  const auto found = records.find(asked.back());
  const std::size_t count = found == records.end() ? 0 : found->second.size();
  // The same id and question; an answer of a recursive server; 3: no such name.
  std::string answer = query.substr(0, 2) + "\x81" + (count > 0 ? "\x80" : "\x83") + two_bytes(1) +
                       two_bytes(count) + two_bytes(0) + two_bytes(0) +
                       query.substr(header_size, question.end + 4 - header_size);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& content = found->second[i];
    answer += two_bytes(0xC000 + header_size) + two_bytes(static_cast<std::size_t>(type)) + two_bytes(1) +
              two_bytes(0) + two_bytes(60) + two_bytes(content.size()) + content;
  }
  return answer;
}

void ScriptedDns::Socket::answer_until_stopped() {
  while (!stopping) {
    pollfd waiting{descriptor, POLLIN, 0};
    if (poll(&waiting, 1, 50) <= 0) continue;
    char bytes[1500];
    sockaddr_in client{};
    socklen_t size = sizeof client;
    const auto length =
        recvfrom(descriptor, bytes, sizeof bytes, 0, reinterpret_cast<sockaddr*>(&client), &size);
    if (length <= static_cast<ssize_t>(header_size)) continue;
    const std::string answer = answer_to(std::string(bytes, static_cast<std::size_t>(length)));
    (void)sendto(descriptor, answer.data(), answer.size(), 0, reinterpret_cast<const sockaddr*>(&client),
                 size);
  }
}

ScriptedDns::ScriptedDns(Records records) : socket_(std::make_unique<Socket>()) {
  socket_->records = std::move(records);
  socket_->descriptor = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  socket_->address.sin_family = AF_INET;
  socket_->address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof socket_->address;
  auto* address = reinterpret_cast<sockaddr*>(&socket_->address);
  if (bind(socket_->descriptor, address, size) != 0 || getsockname(socket_->descriptor, address, &size) != 0)
    throw std::runtime_error("cannot answer names on loopback");
  socket_->worker = std::thread([this] { socket_->answer_until_stopped(); });
}

ScriptedDns::~ScriptedDns() {
  socket_->stopping = true;
  socket_->worker.join();
  close(socket_->descriptor);
}

sockaddr_in ScriptedDns::address() const { return socket_->address; }

std::vector<std::string> ScriptedDns::asked() const {
  const std::lock_guard guard(socket_->lock);
  return socket_->asked;
}

std::string srv_record(int port, const std::string& host) {
  std::string record = two_bytes(0) + two_bytes(1) + two_bytes(static_cast<std::size_t>(port));
  for (std::size_t at = 0; at < host.size();) {
    const std::size_t end = std::min(host.find('.', at), host.size());
    if (end > at) record += static_cast<char>(end - at) + host.substr(at, end - at);
    at = end + 1;
  }
  return record + '\0';
}

std::string txt_record(const std::vector<std::string>& texts) {
  std::string record;
  for (const std::string& text : texts) record += static_cast<char>(text.size()) + text;
  return record;
}

}  // namespace goodturn::tests
