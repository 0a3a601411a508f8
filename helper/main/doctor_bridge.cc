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
  const std::string where =
      "port " + std::to_string(note.port) + " (process " + std::to_string(note.pid) + ")";
  const auto answer = ask(note.port, "/api/v1/hello", hello.dump());
  if (!answer)
    return examination.bad(
        "The helper on " + where + " does not answer: " + examination.words(answer.error()),
        "End it: kill " + std::to_string(note.pid));
  if (!is_ours(*answer, nonce, note.port, client))
    return examination.bad("What answers on " + where + " is not this home's helper.",
                           "End that program, then restart Thunderbird.");
  examination.good("A helper is running on " + where + ".");
}

/// The calendar as another program would read it, with the address it was given.
void look_at_feed(Examination& examination, Home& home, const BridgeNote& note) {
  const auto token = home.secrets().get(feed_secret);
  if (!token || !*token) return;  // nobody asked for the address yet
  const auto answer = ask(note.port, "/Goodturn.ics?token=" + **token, "");
  if (answer && answer->status == 200)
    examination.good("The follow-ups calendar can be read at its address.");
  else
    examination.bad("The follow-ups calendar cannot be read at its address.",
                    "Show in calendar, on the page This week, tells it; New calendar address, under "
                    "Settings, makes another.");
}

void look_for_free_port(Examination& examination, Home& home) {
  const auto port = kept_port(home.store());
  if (!port || *port == 0) return;  // the first start chooses one
  const auto free = bridge::listen_on_loopback(*port);
  if (!free)
    examination.bad("Another program uses port " + std::to_string(*port) +
                        ", which Goodturn keeps because calendars know it.",
                    "ss -ltnp 'sport = :" + std::to_string(*port) + "' names it; end it.");
}

void look_for_lock(Examination& examination, const std::filesystem::path& home) {
  if (const auto lock = system::HomeLock::take(home); !lock && lock.error().kind == ErrorKind::busy)
    examination.hint(examination.words(lock.error()), "It serves no pages; a command that ends by itself.");
}

}  // namespace

void look_at_bridge(Examination& examination, const Place& place, Home* home) {
  if (const auto note = read_bridge_note(place.home)) {
    look_at_running(examination, place.home, *note);
    if (home != nullptr) look_at_feed(examination, *home, *note);
    return;
  }
  examination.good("No helper is running; Thunderbird or `goodturn open` starts one.");
  if (home == nullptr) return;
  look_for_free_port(examination, *home);
  look_for_lock(examination, place.home);
}

}  // namespace goodturn::helper
