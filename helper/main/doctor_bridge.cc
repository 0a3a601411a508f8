// The links between the helper and those who speak with it.
#include <algorithm>

#include "adapters/bridge/digest.h"
#include "adapters/bridge/socket.h"
#include "adapters/http/client.h"
#include "adapters/system/clock.h"
#include "adapters/system/lock.h"
#include "helper/main/bridge_note.h"
#include "helper/main/doctor_parts.h"
#include "helper/main/service.h"
#include "helper/week/feed_secret.h"

namespace goodturn::helper {
namespace {

/// An answer of a program on this computer, asked once and without patience.
Result<http::Response> ask(std::uint16_t port, const std::string& target, const std::string& body) {
  const auto url = http::parse_url("http://127.0.0.1:" + std::to_string(port) + target);
  http::Settings settings;
  settings.retries.count = 0;
  settings.times.stall = std::chrono::seconds(5);
  http::Client client(*url, {}, settings, [] { return false; });
  http::Request request;
  request.method = body.empty() ? "GET" : "POST";
  request.url = *url;
  if (!body.empty()) request.headers = {{"Content-Type", "application/json"}};
  request.body = body;
  request.compressed = false;
  return client.send(std::move(request));
}

/// The client whose token the running helper shall prove to know.
std::optional<bridge::Client> anybody_known(const std::filesystem::path& home, Random& random) {
  const system::SystemClock clock;
  const auto tokens = bridge::Tokens::open(tokens_file(home), random, clock);
  if (!tokens) return std::nullopt;
  const auto clients = (*tokens)->clients();
  return clients.empty() ? std::nullopt : std::optional(clients.front());
}

/// Whether the program on the port knows this home's tokens (docs/bridge.md, hello).
bool is_ours(const http::Response& answer, const std::string& nonce, std::uint16_t port,
             const std::optional<bridge::Client>& client) {
  const Json json = Json::parse(answer.body, nullptr, false);
  if (!json.is_object()) return false;
  if (!client) return answer.status == 404 && json.value("kind", "") == "not_found";
  const auto key = bridge::from_hex(client->digest);
  return key && json.value("proof", "") ==
                    bridge::to_hex(bridge::hmac_sha256(*key, nonce + ":" + std::to_string(port)));
}

void look_at_running(Examination& examination, const std::filesystem::path& home, const BridgeNote& note) {
  system::SystemRandom random;
  const auto client = anybody_known(home, random);
  const std::string nonce = bridge::to_hex(random.bytes(16));
  const Json hello = {{"nonce", nonce}, {"client", client ? client->name : std::string(native_client)}};
  const auto there = [&](const char* key) {
    return Said(key, {{"port", std::to_string(note.port)}, {"pid", std::to_string(note.pid)}});
  };
  const auto answer = ask(note.port, "/api/v1/hello", hello.dump());
  if (!answer) {
    Said silent = there("doctor.silent");
    silent.arguments.push_back({"error", examination.words(answer.error())});
    return examination.bad(silent, there("doctor.silent_do"));
  }
  if (!is_ours(*answer, nonce, note.port, client))
    return examination.bad(there("doctor.stranger"), Said("doctor.stranger_do"));
  examination.good(there("doctor.running"));
}

/// The calendar as another program would read it, with the address it was given.
void look_at_feed(Examination& examination, Home& home, const BridgeNote& note) {
  const auto token = home.secrets().get(feed_secret);
  if (!token || !*token) return;  // nobody asked for the address yet
  const auto answer = ask(note.port, "/Goodturn.ics?token=" + **token, "");
  if (answer && answer->status == 200)
    examination.good(Said("doctor.feed"));
  else
    examination.bad(Said("doctor.feed_failed"), Said("doctor.feed_do"));
}

void look_for_free_port(Examination& examination, Home& home) {
  const auto port = kept_port(home.store());
  if (!port || *port == 0) return;  // the first start chooses one
  const auto free = bridge::listen_on_loopback(*port);
  if (!free)
    examination.bad(Said("doctor.port_taken", {{"port", std::to_string(*port)}}),
                    Said("doctor.port_taken_do", {{"port", std::to_string(*port)}}));
}

void look_for_lock(Examination& examination, const std::filesystem::path& home) {
  if (const auto lock = system::HomeLock::take(home); !lock && lock.error().kind == ErrorKind::busy)
    examination.hint(said_of(lock.error()), Said("doctor.locked_do"));
}

}  // namespace

void look_at_bridge(Examination& examination, const Place& place, Home* home) {
  if (const auto note = read_bridge_note(place.home)) {
    look_at_running(examination, place.home, *note);
    if (home != nullptr) look_at_feed(examination, *home, *note);
    return;
  }
  examination.good(Said("doctor.not_running"));
  if (home == nullptr) return;
  look_for_free_port(examination, *home);
  look_for_lock(examination, place.home);
}

}  // namespace goodturn::helper
