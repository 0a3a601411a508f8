#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "adapters/system/clock.h"
#include "adapters/system/frames.h"
#include "adapters/system/language.h"
#include "helper/main/bridge_note.h"
#include "helper/main/serve.h"
#include "helper/main/service.h"
#include "helper/main/version.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

/// How soon the end of another helper is noticed.
constexpr int look_every_ms = 500;

Json refusal(const Error& error) {
  return {{"type", "error"},
          {"kind", to_string(error.kind)},
          {"what", in_words(error, parse_language(system::message_locale()).value_or(Language::en))}};
}

/// Either the service of this process, or a helper that runs already on the same home.
class Link {
 public:
  explicit Link(const Place& place) : place_(place) {}

  /// The answer to one message of the add-on.
  Json answer() {
    if (auto ready = connect(); !ready) return refusal(ready.error());
    const auto token = issue();
    if (!token) return refusal(token.error());
    return {{"type", "ready"}, {"port", port_}, {"token", *token}, {"version", GOODTURN_VERSION}};
  }

  /// Whether what was handed out belongs to another helper that has ended since.
  [[nodiscard]] bool is_cut() const {
    if (!other_) return false;
    const auto note = read_bridge_note(place_.home);
    return !note || note->pid != other_->pid;
  }

 private:
  Result<void> connect() {
    if (service_) return {};
    auto home = Home::open(place_.home, Access::write, place_.now);
    if (!home) {
      other_ = home.error().kind == ErrorKind::busy ? read_bridge_note(place_.home) : std::nullopt;
      if (!other_) return fail(home.error());
      port_ = other_->port;
      return {};
    }
    other_.reset();
    auto service = Service::start(**home);
    if (!service) return fail(service.error());
    home_ = std::move(*home);
    service_ = std::move(*service);
    port_ = service_->port();
    return {};
  }

  Result<std::string> issue() {
    if (service_) return service_->issue_token(native_client);
    // The book of tokens is shared between processes; the running helper sees the new one.
    system::SystemRandom random;
    const system::SystemClock clock;
    const auto tokens = bridge::Tokens::open(tokens_file(place_.home), random, clock);
    if (!tokens) return fail(tokens.error());
    return (*tokens)->issue(native_client, bridge::Scope::app);
  }

  Place place_;
  std::uint16_t port_ = 0;
  std::optional<BridgeNote> other_;
  std::unique_ptr<Home> home_;
  std::unique_ptr<Service> service_;
};

/// Waits until there is something to read; false when the other helper ended before.
bool wait_for_message(const Link& link) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (true) {
    const int ready = ::poll(&input, 1, look_every_ms);
    if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
    if (link.is_cut()) return false;
  }
}

}  // namespace

Exit native_host(const Place& place) {
  Link link(place);
  while (true) {
    // The add-on learns from the end of this program that it has to ask for a helper anew.
    if (!wait_for_message(link)) return Exit::ok;
    const auto frame = system::read_frame(STDIN_FILENO);
    if (!frame) return Exit::failed;
    if (!*frame) return Exit::ok;
    const Json message = Json::parse(**frame, nullptr, false);
    const bool hello = message.is_object() && message.contains("type") && message["type"] == "hello";
    const Json answer = hello
                            ? link.answer()
                            : refusal({ErrorKind::invalid, "Unknown message; update the add-on.", "", 0, {}});
    if (auto sent = system::write_frame(STDOUT_FILENO, print(answer)); !sent) return Exit::failed;
  }
}

}  // namespace goodturn::helper
