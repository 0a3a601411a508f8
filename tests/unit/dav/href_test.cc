#include "adapters/dav/href.h"

#include <catch2/catch.hpp>

#include "adapters/dav/address.h"

using namespace goodturn::dav;
using goodturn::http::parse_url;
using goodturn::http::resolve;

TEST_CASE("spellings of one resource become one") {
  const auto normal = normal_path("/alice/sp ace@x+\xc3\xa9.vcf");
  REQUIRE(normal.has_value());
  CHECK(*normal == "/alice/sp%20ace%40x%2B%C3%A9.vcf");
  CHECK(normal_path("/alice/sp%20ace%40x%2b%c3%a9.vcf") == normal);
  CHECK(normal_path("/%61lice/sp%20ace@x+%C3%A9.vcf") == normal);
  CHECK(normal_path(*normal) == normal);
  CHECK(normal_path("/a%2Fb") == "/a%2Fb");
  CHECK(normal_path("/a/b/") == "/a/b/");
}

TEST_CASE("names for new resources are plain, stable and different") {
  CHECK(file_name_for("ann-1", ".vcf") == "ann-1.vcf");
  for (const char* uid : {"", ".hidden", "a/b", "../x", "a b", "\xc3\xa9", "urn:uuid:1"}) {
    const auto name = file_name_for(uid, ".ics");
    CHECK(name.size() == 36);
    CHECK(name == file_name_for(uid, ".ics"));
  }
  CHECK(file_name_for("a/b", "") != file_name_for("a b", ""));
  CHECK(file_name_for(std::string(5000, 'a'), ".vcf").size() == 36);
}

TEST_CASE("a member lies below its collection, at the origin that was asked") {
  const auto request = *parse_url("https://dav.example.org/alice/contacts/");
  const auto member = [&](std::string_view href) { return member_href(request, "/alice/contacts/", href); };
  for (const char* ours :
       {"/alice/contacts/a.vcf", "a.vcf", "https://dav.example.org/alice/contacts/a.vcf",
        "//dav.example.org/alice/contacts/a.vcf", "HTTPS://Dav.Example.ORG:443/alice/contacts/%61.vcf"}) {
    INFO(ours);
    REQUIRE(member(ours).has_value());
    CHECK(member(ours)->value == "/alice/contacts/a.vcf");
  }
  for (const char* other :
       {"/alice/contacts/", "https://dav.example.org/alice/contacts/", "/alice/contacts", "/alice/",
        "/bob/contacts/a.vcf", "/alice/contactsx/a.vcf", "https://evil.example.org/alice/contacts/a.vcf",
        "//evil.example.org/alice/contacts/a.vcf", "http://dav.example.org/alice/contacts/a.vcf",
        "https://dav.example.org:8443/alice/contacts/a.vcf",
        "https://dav.example.org/alice/contacts/a.vcf?x=1", "../a.vcf", ""}) {
    INFO(other);
    REQUIRE_FALSE(member(other).has_value());
    CHECK(member(other).error().kind == goodturn::ErrorKind::suspicious);
  }
}

TEST_CASE("an account's address is read in every form a user types") {
  CHECK(read_address("https://dav.example.org/x")->base.text() == "https://dav.example.org/x");
  CHECK(read_address("https://dav.example.org/x")->domain.empty());
  CHECK(read_address(" example.org ")->base.text() == "https://example.org/");
  CHECK(read_address("anna@Example.org")->domain == "example.org");
  CHECK(read_address("example.org:8443/dav/")->base.text() == "https://example.org:8443/dav/");
  CHECK(read_address("127.0.0.1:5232")->base.text() == "http://127.0.0.1:5232/");
  for (const char* wrong :
       {"", "  ", "ftp://example.org", "https://", "https://user:pw@example.org/", "a b", "x@"})
    CHECK_FALSE(read_address(wrong).has_value());
}

TEST_CASE("DNS may only point below the domain the user named") {
  CHECK(is_within("example.org", "example.org"));
  CHECK(is_within("dav.example.org", "example.org"));
  CHECK_FALSE(is_within("evilexample.org", "example.org"));
  CHECK_FALSE(is_within("org", "example.org"));
}

TEST_CASE("references resolve as RFC 3986 §5.4 has it") {
  const auto base = *parse_url("http://a/b/c/d;p?q");
  const std::pair<const char*, const char*> cases[] = {
      {"g", "http://a/b/c/g"},     {"./g", "http://a/b/c/g"},    {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},        {"//g", "http://g/"},         {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"}, {"..", "http://a/b/"},        {"../..", "http://a/"},
      {"../../g", "http://a/g"},   {"../../../g", "http://a/g"}, {"g#s", "http://a/b/c/g"}};
  for (const auto& [reference, wanted] : cases) {
    INFO(reference);
    CHECK(resolve(base, reference)->text() == wanted);
  }
  CHECK(parse_url("HTTPS://Dav.Example.ORG:443")->text() == "https://dav.example.org/");
  CHECK(parse_url("http://[::1]:5232/x")->is_loopback());
  for (const char* wrong :
       {"http://", "http://a:0/", "http://a:99999/", "http://a b/", "gopher://a/", "http://u@a/"})
    CHECK_FALSE(parse_url(wrong).has_value());
}
