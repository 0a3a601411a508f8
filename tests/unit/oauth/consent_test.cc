// The texts between us, the browser and the authorization server.
#include "core/sign_in/consent.h"
#include "core/base/base64url.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::sign_in;

namespace {

OAuth desktop() {
  return {"https://id.example.org",
          "https://id.example.org/auth",
          "https://id.example.org/token",
          "",
          "client 1",
          "a b"};
}

Attempt attempt() { return {"state-1", "verifier-1", "http://127.0.0.1:4711/"}; }

ErrorKind refusal(const std::string& query) {
  const auto read = read_landing(query, attempt(), desktop());
  REQUIRE_FALSE(read.has_value());
  return read.error().kind;
}

}  // namespace

TEST_CASE("form texts come back as they were, whatever is in them") {
  const Fields fields = {{"a", "1"}, {"b c", "&=+%/?#\n"}, {"ü", "\xF0\x9F\x98\x80"}, {"empty", ""}};
  CHECK(read_form(form_text(fields)) == fields);
  CHECK(form_text({{"q", "a b+c~d"}}) == "q=a%20b%2Bc~d");
  CHECK(read_form("a=1+2&&b&c=%zz%4") == Fields{{"a", "1 2"}, {"b", ""}, {"c", "%zz%4"}});
  CHECK(read_form("").empty());
}

TEST_CASE("base64url as RFC 4648 has it, without padding") {
  CHECK(base64url("") == "");
  CHECK(base64url("f") == "Zg");
  CHECK(base64url("fo") == "Zm8");
  CHECK(base64url("foo") == "Zm9v");
  CHECK(base64url("foobar") == "Zm9vYmFy");
  CHECK(base64url("\xFB\xFF\xFE") == "-__-");
}

TEST_CASE("each attempt has a state and a verifier of its own") {
  std::string random;
  for (int i = 0; i < 64; ++i) random += static_cast<char>(i);
  const Attempt made = new_attempt(random, "http://127.0.0.1:1/");
  CHECK(made.state.size() == 43);
  CHECK(made.verifier.size() == 43);  // RFC 7636 §4.1: at least 43
  CHECK(made.state != made.verifier);
  CHECK(made.redirect == "http://127.0.0.1:1/");
}

TEST_CASE("the address for the browser carries the challenge and never the verifier") {
  const std::string address = authorization_address(desktop(), attempt(), "challenge-1");
  CHECK(address ==
        "https://id.example.org/"
        "auth?response_type=code&client_id=client%201&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711"
        "%2F&state=state-1&code_challenge=challenge-1&code_challenge_method=S256&prompt=consent&scope=a%20b");
  CHECK(address.find("verifier") == std::string::npos);
  OAuth with_query = desktop();
  with_query.authorization += "?tenant=1";
  with_query.scope.clear();
  const std::string longer = authorization_address(with_query, attempt(), "c");
  CHECK(longer.find("?tenant=1&response_type=code") != std::string::npos);
  CHECK(longer.find("scope") == std::string::npos);
}

TEST_CASE("only the answer to this attempt is read") {
  CHECK(read_landing("code=abc%2F1&state=state-1", attempt(), desktop()).value() == "abc/1");
  CHECK(read_landing("state=state-1&iss=https%3A%2F%2Fid.example.org&code=x", attempt(), desktop()).value() ==
        "x");
  for (const char* foreign : {"", "code=x", "code=x&state=", "code=x&state=state-2", "code=x&state=state-11",
                              "code=x&state=state-1&state=state-1", "error=access_denied",
                              "code=x&state=state-1&iss=https%3A%2F%2Fevil.example.org"})
    CHECK(refusal(foreign) == ErrorKind::suspicious);
  CHECK(refusal("error=access_denied&state=state-1") == ErrorKind::auth);
  CHECK(refusal("error=invalid_scope&state=state-1") == ErrorKind::protocol);
  CHECK(refusal("state=state-1") == ErrorKind::protocol);
  CHECK(refusal("state=state-1&code=") == ErrorKind::protocol);
}

TEST_CASE("what is asked for at the token endpoint") {
  const Grant grant{"access", "refresh", "hush", {}};
  CHECK(exchange_fields(desktop(), attempt(), "code-1", "") ==
        Fields{{"grant_type", "authorization_code"},
               {"code", "code-1"},
               {"redirect_uri", "http://127.0.0.1:4711/"},
               {"code_verifier", "verifier-1"},
               {"client_id", "client 1"}});
  CHECK(refresh_fields(desktop(), grant) == Fields{{"grant_type", "refresh_token"},
                                                   {"refresh_token", "refresh"},
                                                   {"client_id", "client 1"},
                                                   {"client_secret", "hush"}});
  CHECK(revocation_fields(desktop(), grant).front().second == "refresh");
  CHECK(revocation_fields(desktop(), {"access", "", "", {}}).front().second == "access");
}

TEST_CASE("a token is renewed a minute before its end") {
  const Instant end = parse_instant("2026-11-22T10:00:00Z").value();
  const Grant grant{"access", "refresh", "", end};
  CHECK_FALSE(is_stale(grant, end - std::chrono::seconds(61)));
  CHECK(is_stale(grant, end - std::chrono::seconds(60)));
  CHECK(is_stale({"", "refresh", "", end}, end - std::chrono::hours(1)));
}
