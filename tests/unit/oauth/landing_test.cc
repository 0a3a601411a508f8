// The port on which the browser comes back, and who else knocks there.
#include "adapters/oauth/landing.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <future>
#include <thread>

#include "adapters/oauth/authority.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using namespace std::chrono_literals;

namespace {

/// A connection to the landing.
class Knock {
 public:
  explicit Knock(const Landing& landing) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const std::string address = landing.address();
    host_ = address.substr(7, address.size() - 8);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    place.sin_port = htons(static_cast<std::uint16_t>(std::stoi(host_.substr(host_.find(':') + 1))));
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0;
  }
  ~Knock() { ::close(socket_); }
  Knock(const Knock&) = delete;
  Knock& operator=(const Knock&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  void say(const std::string& text) const { (void)::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }
  /// Asks for a path, and gives the status of the answer.
  [[nodiscard]] int get(const std::string& path) const { return std::atoi(page(path).substr(9).c_str()); }
  /// The whole answer; `more` are further lines of the request's head.
  [[nodiscard]] std::string page(const std::string& path, const std::string& more = "") const {
    say("GET " + path + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + more + "\r\n");
    char text[4096] = {};
    const auto got = ::recv(socket_, text, sizeof text - 1, 0);
    return got > 12 ? std::string(text, static_cast<std::size_t>(got)) : std::string(12, ' ');
  }

 private:
  int socket_;
  std::string host_;
  bool connected_ = false;
};

Result<std::string> read_state(std::string_view query) {
  if (query == "state=mine") return std::string("code");
  if (query == "state=mine&error=access_denied") return fail(ErrorKind::auth, "declined");
  return fail(ErrorKind::suspicious, "not mine");
}

oauth::Farewell say(oauth::Ending ending, std::string_view accept_language) {
  const char* words = ending == oauth::Ending::taken     ? "taken"
                      : ending == oauth::Ending::refused ? "<refused> & gone"
                                                         : "foreign";
  return {accept_language.empty() ? "en" : std::string(accept_language.substr(0, 2)), words};
}

std::unique_ptr<Landing> opened() {
  auto landing = oauth::open_landing(say);
  REQUIRE(landing.has_value());
  return std::move(*landing);
}

}  // namespace

TEST_CASE("the waiting ends in time, and when it is cancelled") {
  const auto landing = opened();
  const auto start = std::chrono::steady_clock::now();
  CHECK(landing->wait(read_state, {}, 300ms).error().kind == ErrorKind::timeout);
  CHECK(landing
            ->wait(
                read_state, [] { return true; }, 10s)
            .error()
            .kind == ErrorKind::cancelled);
  CHECK(std::chrono::steady_clock::now() - start < 3s);
}

TEST_CASE("what is not ours is turned away while the waiting goes on") {
  const auto landing = opened();
  auto answer = std::async(std::launch::async, [&] { return landing->wait(read_state, {}, 20s); });
  CHECK(Knock(*landing).get("/?state=other") == 400);
  CHECK(Knock(*landing).get("/favicon.ico") == 404);
  CHECK(Knock(*landing).get("/") == 404);
  const Knock post(*landing), noise(*landing), endless(*landing), gone(*landing);
  post.say("POST /?state=mine HTTP/1.1\r\nHost: x\r\n\r\n");
  noise.say(std::string("\0\xFF\r\n\r\n", 6));
  endless.say("GET /?state=mine&" + std::string(64 << 10, 'a'));
  CHECK(answer.wait_for(300ms) == std::future_status::timeout);
  CHECK(Knock(*landing).get("/?state=mine") == 200);
  CHECK(answer.get().value() == "code");
}

TEST_CASE("the page in the end is in the browser's language, and its words are text") {
  const auto landing = opened();
  auto answer = std::async(std::launch::async, [&] { return landing->wait(read_state, {}, 20s); });
  const std::string foreign = Knock(*landing).page("/?state=other", "ACCEPT-LANGUAGE: de-AT,en;q=0.5\r\n");
  CHECK(foreign.find("<html lang=\"de\">") != std::string::npos);
  CHECK(foreign.find("<p>foreign</p>") != std::string::npos);
  const std::string end = Knock(*landing).page("/?state=mine&error=access_denied");
  CHECK(end.find("<html lang=\"en\">") != std::string::npos);
  CHECK(end.find("<p>&lt;refused> &amp; gone</p>") != std::string::npos);
  CHECK(answer.get().error().kind == ErrorKind::auth);
}

TEST_CASE("connections that say nothing keep nobody out") {
  const auto landing = opened();
  auto answer = std::async(std::launch::async, [&] { return landing->wait(read_state, {}, 20s); });
  std::vector<std::unique_ptr<Knock>> silent;
  for (int i = 0; i < 100; ++i) silent.push_back(std::make_unique<Knock>(*landing));
  CHECK(Knock(*landing).get("/?state=mine&error=access_denied") == 200);
  CHECK(answer.get().error().kind == ErrorKind::auth);
}

TEST_CASE("nobody listens once it is closed, and only this computer before") {
  auto landing = opened();
  CHECK(landing->address().starts_with("http://127.0.0.1:"));
  CHECK(Knock(*landing).connected());
  struct Closed final : Landing {
    std::string kept;
    [[nodiscard]] std::string address() const override { return kept; }
    Result<std::string> wait(const Read&, const Cancelled&, std::chrono::milliseconds) override {
      return kept;
    }
  } closed;
  closed.kept = landing->address();
  landing.reset();
  CHECK_FALSE(Knock(closed).connected());
}

TEST_CASE("only one renews tokens at a time") {
  const tests::TestFolder home;
  const auto one = oauth::open_authority(home.path(), {}, say);
  const auto other = oauth::open_authority(home.path(), {}, say);
  auto held = one->alone();
  REQUIRE(held.has_value());
  auto waiting = std::async(std::launch::async, [&] { return other->alone().has_value(); });
  CHECK(waiting.wait_for(200ms) == std::future_status::timeout);
  held->reset();
  CHECK(waiting.get());
}
