// What authorization servers answer, well and badly.
#include "adapters/oauth/answer.h"

#include <catch2/catch.hpp>

#include "adapters/oauth/authority.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using namespace goodturn::oauth;

namespace {

const Instant now = parse_instant("2026-11-22T10:00:00Z").value();

std::string metadata(const std::string& issuer, const std::string& token, const std::string& more = "") {
  return R"({"issuer":")" + issuer +
         R"(","authorization_endpoint":"https://id.example.org/auth","token_endpoint":")" + token + "\"" +
         more + "}";
}

}  // namespace

TEST_CASE("metadata counts only for the issuer that was asked, and only with safe places") {
  const std::string issuer = "https://id.example.org";
  const auto read = read_metadata(metadata(issuer + "/", "https://id.example.org/token"), issuer);
  REQUIRE(read.has_value());
  CHECK(read->issuer == issuer + "/");
  CHECK(read->token == "https://id.example.org/token");
  CHECK(read->revocation.empty());
  CHECK(
      read_metadata(metadata("https://other.example.org", "https://id.example.org/t"), issuer).error().kind ==
      ErrorKind::suspicious);
  CHECK(read_metadata(metadata(issuer, "http://id.example.org/t"), issuer).error().kind ==
        ErrorKind::protocol);
  CHECK(read_metadata(metadata(issuer, "file:///etc/passwd"), issuer).error().kind == ErrorKind::protocol);
  CHECK(read_metadata(metadata(issuer, "https://id.example.org/t", R"(,"revocation_endpoint":"ftp://x/")"),
                      issuer)
            .error()
            .kind == ErrorKind::protocol);
  for (const char* odd : {"", "[]", "7", "{", "<html></html>", "{\"issuer\":7}"})
    CHECK_FALSE(read_metadata(odd, issuer).has_value());
}

TEST_CASE("a grant is read with its life, or with an hour where none is said") {
  const auto grant =
      read_grant(R"({"access_token":"a","token_type":"bearer","expires_in":60,"refresh_token":"r"})", now);
  REQUIRE(grant.has_value());
  CHECK(grant->access_token == "a");
  CHECK(grant->refresh_token == "r");
  CHECK(grant->expires == now + std::chrono::seconds(60));
  for (const char* life : {"", ",\"expires_in\":-5", ",\"expires_in\":\"soon\"", ",\"expires_in\":1e300"}) {
    const auto odd =
        read_grant(std::string(R"({"access_token":"a","token_type":"Bearer")") + life + "}", now);
    REQUIRE(odd.has_value());
    CHECK(odd->expires == now + std::chrono::hours(1));
  }
  for (const char* odd : {"", "{}", R"({"access_token":"a"})", R"({"access_token":"a","token_type":"mac"})",
                          R"({"access_token":7,"token_type":"Bearer"})"})
    CHECK(read_grant(odd, now).error().kind == ErrorKind::protocol);
  const std::string deep = std::string(100'000, '[');
  CHECK_FALSE(read_grant(deep, now).has_value());
}

TEST_CASE("only invalid_grant means that the consent is gone") {
  CHECK(read_refusal(R"({"error":"invalid_grant"})", 400, "t").kind == ErrorKind::auth);
  CHECK(read_refusal(R"({"error":"invalid_client"})", 401, "t").kind == ErrorKind::invalid);
  CHECK(read_refusal(R"({"error":"invalid_scope"})", 400, "t").kind == ErrorKind::invalid);
  CHECK(read_refusal("<html>Bad gateway</html>", 502, "t").kind == ErrorKind::server);
  CHECK(read_refusal("", 401, "t").kind == ErrorKind::protocol);
}

TEST_CASE("the challenge is the one of RFC 7636, appendix B") {
  const tests::TestFolder home;
  const auto authority = open_authority(home.path(), {}, {});
  CHECK(authority->challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") ==
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}
