#include "adapters/bridge/tokens.h"
#include "core/base/base64url.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "adapters/bridge/digest.h"
#include "adapters/bridge/page_codes.h"
#include "tests/unit/bridge/running_bridge.h"

namespace goodturn::bridge {
namespace {

using test::Folder;
using test::HandClock;
using test::SystemRandom;

struct Book {
  Folder folder;
  HandClock clock;
  SystemRandom random;
  std::filesystem::path file = folder.path() / "tokens.json";
  std::unique_ptr<Tokens> tokens = Tokens::open(file, random, clock).value();
  [[nodiscard]] std::string text() const {
    std::ostringstream all;
    all << std::ifstream(file).rdbuf();
    return all.str();
  }
};

}  // namespace

TEST_CASE("digests and encodings agree with the published vectors") {
  // FIPS 180-4 "abc"; RFC 4231 case 2; RFC 4648 section 10 in the URL alphabet without padding.
  CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(base64url("foobar") == "Zm9vYmFy");
  CHECK(base64url("fooba") == "Zm9vYmE");
  CHECK(base64url("foob") == "Zm9vYg");
  CHECK(base64url("\xfb\xff") == "-_8");
  CHECK(from_hex("00ff") == std::string("\x00\xff", 2));
  for (const char* text : {"0", "0g", "FF"}) CHECK_FALSE(from_hex(text));
  CHECK(same_secret("abc", "abc"));
  CHECK_FALSE(same_secret("abc", "abd"));
  CHECK_FALSE(same_secret("abc", "abcd"));
}

TEST_CASE("a token is 43 characters, known to its client only, and stored as a digest in a 0600 file") {
  Book book;
  const std::string token = book.tokens->issue("thunderbird", Scope::app).value();
  CHECK(token.size() == 43);
  CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
  const auto client = book.tokens->identify(token);
  REQUIRE(client);
  CHECK(client->name == "thunderbird");
  CHECK(client->created == book.clock.now());
  CHECK(book.text().find(token) == std::string::npos);
  CHECK(book.text().find(to_hex(sha256(token))) != std::string::npos);
  struct stat status {};
  REQUIRE(::stat(book.file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);

  std::set<std::string> all;
  for (int i = 0; i < 50; ++i) all.insert(book.tokens->issue("c" + std::to_string(i), Scope::app).value());
  CHECK(all.size() == 50);
}

TEST_CASE("wrong tokens of every length are nobody's") {
  Book book;
  const std::string token = book.tokens->issue("thunderbird", Scope::app).value();
  for (const std::size_t length : {0U, 42U, 43U, 44U, 1U << 20U})
    CHECK_FALSE(book.tokens->identify(std::string(length, 'A')));
  CHECK_FALSE(book.tokens->identify(token.substr(0, 42)));
  CHECK_FALSE(book.tokens->identify(token + "A"));
  CHECK_FALSE(book.tokens->identify(to_hex(sha256(token))));
}

TEST_CASE("a client has one token: a new one ends the old one, and revoking ends it for good") {
  Book book;
  const std::string first = book.tokens->issue("thunderbird", Scope::app).value();
  REQUIRE(book.tokens->learn_origin("thunderbird", "moz-extension://a"));
  const std::string second = book.tokens->issue("thunderbird", Scope::app).value();
  CHECK_FALSE(book.tokens->identify(first));
  CHECK(book.tokens->identify(second)->origin.empty());
  CHECK(book.tokens->clients().size() == 1);
  REQUIRE(book.tokens->revoke("thunderbird"));
  CHECK_FALSE(book.tokens->identify(second));
  CHECK(book.tokens->revoke("thunderbird").error().kind == ErrorKind::not_found);
  CHECK(book.tokens->issue("", Scope::app).error().kind == ErrorKind::invalid);
}

TEST_CASE("the first origin of a client stays") {
  Book book;
  const std::string token = book.tokens->issue("thunderbird", Scope::app).value();
  REQUIRE(book.tokens->learn_origin("thunderbird", "moz-extension://one"));
  REQUIRE(book.tokens->learn_origin("thunderbird", "moz-extension://two"));
  CHECK(book.tokens->identify(token)->origin == "moz-extension://one");
}

TEST_CASE("another process's changes are seen at the next look-up") {
  Book book;
  auto other = Tokens::open(book.file, book.random, book.clock).value();
  const std::string token = other->issue("command-line", Scope::app).value();
  CHECK(book.tokens->identify(token)->name == "command-line");
  REQUIRE(book.tokens->revoke("command-line"));
  CHECK_FALSE(other->identify(token));
}

TEST_CASE("two processes that change at once lose nothing") {
  Book book;
  auto other = Tokens::open(book.file, book.random, book.clock).value();
  const auto fill = [](Tokens& tokens, const std::string& prefix) {
    for (int i = 0; i < 20; ++i) (void)tokens.issue(prefix + std::to_string(i), Scope::app);
  };
  std::thread one([&] { fill(*book.tokens, "a"); });
  std::thread two([&] { fill(*other, "b"); });
  one.join();
  two.join();
  CHECK(Tokens::open(book.file, book.random, book.clock).value()->clients().size() == 40);
}

TEST_CASE("a token file that is damaged, readable by others or a link is refused and left alone") {
  Folder folder;
  HandClock clock;
  SystemRandom random;
  const auto file = folder.path() / "tokens.json";
  const auto refused = [&] {
    const auto opened = Tokens::open(file, random, clock);
    return !opened && opened.error().kind == ErrorKind::storage;
  };
  for (const char* text : {"", "{", "[]", "{\"clients\":[{}]}", "{\"clients\":3}",
                           "{\"clients\":[{\"name\":\"a\",\"scope\":\"all\",\"digest\":\"\",\"origin\":\"\","
                           "\"created\":\"2026-01-01T00:00:00Z\"}]}"}) {
    std::ofstream(file) << text;
    ::chmod(file.c_str(), 0600);
    INFO(text);
    CHECK(refused());
    std::ostringstream kept;
    kept << std::ifstream(file).rdbuf();
    CHECK(kept.str() == text);
  }
  std::ofstream(file) << "{\"clients\":[]}";
  ::chmod(file.c_str(), 0644);
  CHECK(refused());
  ::chmod(file.c_str(), 0600);
  CHECK_FALSE(refused());
  std::filesystem::rename(file, folder.path() / "elsewhere");
  std::filesystem::create_symlink(folder.path() / "elsewhere", file);
  CHECK(refused());
}

TEST_CASE("a page code works once, within 120 seconds") {
  HandClock clock;
  SystemRandom random;
  PageCodes codes(random, clock);
  const std::string code = codes.make();
  CHECK(code.size() == 22);
  CHECK(codes.redeem(code));
  CHECK_FALSE(codes.redeem(code));
  const std::string late = codes.make();
  clock.seconds += 119;
  CHECK(codes.redeem(late));
  const std::string too_late = codes.make();
  clock.seconds += 120;
  CHECK_FALSE(codes.redeem(too_late));
  const std::string set_back = codes.make();
  clock.seconds -= 1;
  CHECK_FALSE(codes.redeem(set_back));
}

TEST_CASE("the fifth wrong try ends every open page code") {
  HandClock clock;
  SystemRandom random;
  PageCodes codes(random, clock);
  const std::string code = codes.make();
  for (int i = 0; i < 4; ++i) CHECK_FALSE(codes.redeem("guess"));
  CHECK(codes.redeem(code));
  const std::string next = codes.make();
  for (int i = 0; i < 5; ++i) CHECK_FALSE(codes.redeem(""));
  CHECK_FALSE(codes.redeem(next));
}

TEST_CASE("at most eight page codes are open; the oldest goes") {
  HandClock clock;
  SystemRandom random;
  PageCodes codes(random, clock);
  const std::string first = codes.make();
  const std::string second = codes.make();
  for (int i = 0; i < 7; ++i) (void)codes.make();
  CHECK_FALSE(codes.redeem(first));
  CHECK(codes.redeem(second));
}

}  // namespace goodturn::bridge
