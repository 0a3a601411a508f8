// Finding an account: what DNS names, and servers that keep their principal in places of their own.
#include <catch2/catch.hpp>

#include <algorithm>

#include "core/sign_in/missing_certificate.h"
#include "tests/interop/account.h"
#include "tests/support/in_english.h"
#include "tests/support/scripted_dns.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

std::string response(const std::string& href, const std::string& properties) {
  return "<D:response><D:href>" + href +
         "</D:href><D:propstat><D:prop xmlns:C=\"urn:ietf:params:xml:ns:caldav\">" + properties +
         "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
}

std::string link(const std::string& property, const std::string& href) {
  return "<" + property + "><D:href>" + href + "</D:href></" + property + ">";
}

std::string typed(const std::string& types, const std::string& name) {
  return "<D:resourcetype><D:collection/>" + types + "</D:resourcetype><D:displayname>" + name +
         "</D:displayname>";
}

std::vector<std::string> names_of(const sync::Discovered& found) {
  std::vector<std::string> names;
  for (const auto& collection : found.collections) names.push_back(collection.name);
  std::sort(names.begin(), names.end());
  return names;
}

Result<sync::Discovered> discover(const std::string& address, const ScriptedDns& dns) {
  http::Settings settings = quick_settings();
  settings.retries.count = 0;
  return dav::DavSource(settings, address, "alice", "secret", {}, dav::Resolver(dns.address())).discover();
}

}  // namespace

TEST_CASE("DNS is asked for both services, and its path is read") {
  const ScriptedDns dns({{"SRV _caldavs._tcp.example.invalid", {srv_record(8443, "cal.example.invalid")}},
                         {"TXT _caldavs._tcp.example.invalid", {txt_record({"x=1", "path=/dav/alice"})}},
                         {"SRV _carddavs._tcp.example.invalid", {srv_record(0, "")}}});
  const dav::Resolver resolver(dns.address());
  const auto calendars = resolver.find_service("caldavs", "example.invalid");
  REQUIRE(calendars.has_value());
  CHECK(calendars->host == "cal.example.invalid");
  CHECK(calendars->port == 8443);
  CHECK(calendars->path == "/dav/alice");
  CHECK_FALSE(resolver.find_service("carddavs", "example.invalid").has_value());  // "." says: not offered
  CHECK_FALSE(resolver.find_service("caldavs", "other.invalid").has_value());
  CHECK(dns.asked() ==
        std::vector<std::string>{"SRV _caldavs._tcp.example.invalid", "TXT _caldavs._tcp.example.invalid",
                                 "SRV _carddavs._tcp.example.invalid", "SRV _caldavs._tcp.other.invalid"});
}

TEST_CASE("a name below the user's domain is followed, one outside it is only told") {
  const ScriptedDns below({{"SRV _caldavs._tcp.example.invalid", {srv_record(8443, "dav.example.invalid")}},
                           {"TXT _caldavs._tcp.example.invalid", {txt_record({"path=/start/"})}}});
  const auto followed = discover("alice@example.invalid", below);
  REQUIRE_FALSE(followed.has_value());  // the name leads nowhere; that it was tried is what counts
  CHECK(followed.error().kind == ErrorKind::network);
  CHECK(followed.error().where == "https://dav.example.invalid:8443/start/");

  const ScriptedDns outside(
      {{"SRV _carddavs._tcp.example.invalid", {srv_record(443, "dav.elsewhere.invalid")}}});
  const auto told = discover("alice@example.invalid", outside);
  REQUIRE_FALSE(told.has_value());
  CHECK(told.error().where.starts_with("https://example.invalid/"));
  CHECK(english(told.error()).find("DNS names https://dav.elsewhere.invalid/") != std::string::npos);
}

TEST_CASE("DAViCal: nothing at the root, one home for both kinds, names escaped twice") {
  const std::string home = "/caldav.php/alice/";
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (asked.target == "/caldav.php/")
      return void(write(multistatus(response(asked.target, link("D:current-user-principal", home)))));
    if (asked.target != home) return void(write(answer(404, "Not found")));
    if (asked.header("depth") == "0")
      return void(write(multistatus(
          response(home, link("C:calendar-home-set", home) + link("K:addressbook-home-set", home) +
                             "<C:calendar-user-address-set><D:href>mailto:Alice@Example.org"
                             "</D:href><D:href>" +
                             home + "</D:href></C:calendar-user-address-set>"))));
    write(multistatus(response(home, typed("<D:principal/>", "Alice")) +
                      response(home + "calendar/", typed("<C:calendar/>", "Tea &amp;amp; talk")) +
                      response(home + "addresses/", typed("<K:addressbook/>", "Friends")) +
                      response(home + ".in/", typed("<C:schedule-inbox/>", "Inbox"))));
  });
  auto source = source_for(server.origin());
  const auto found = source.discover();
  INFO((found ? "" : describe(found.error())));
  REQUIRE(found.has_value());
  CHECK(names_of(*found) == std::vector<std::string>{"Friends", "Tea & talk"});
  CHECK(found->own_addresses == std::vector<std::string>{"alice@example.org"});
}

TEST_CASE("SOGo: web pages at the well-known places, two homes below /SOGo/dav/, sign-in written small") {
  const std::string principal = "/SOGo/dav/alice/";
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (!asked.target.starts_with("/SOGo/dav/"))
      return void(
          write(answer(200, "<!DOCTYPE html><html><body>SOGo</body></html>", "Content-Type: text/html\r\n")));
    if (asked.header("authorization").empty())
      return void(write(answer(401, "", "WWW-Authenticate: basic realm=\"SOGo\"\r\n")));
    if (asked.target == "/SOGo/dav/")
      return void(write(multistatus(response(asked.target, link("D:current-user-principal", principal)))));
    if (asked.target == principal)
      return void(write(
          multistatus(response(principal, link("C:calendar-home-set", principal + "Calendar/") +
                                              link("K:addressbook-home-set", principal + "Contacts/")))));
    const bool cards = asked.target == principal + "Contacts/";
    write(multistatus(response(asked.target, typed("", "home")) +
                      response(asked.target + "personal/", typed(cards ? "<K:addressbook/>" : "<C:calendar/>",
                                                                 cards ? "Book" : "Diary"))));
  });
  auto source = source_for(server.origin());
  const auto found = source.discover();
  INFO((found ? "" : describe(found.error())));
  REQUIRE(found.has_value());
  CHECK(names_of(*found) == std::vector<std::string>{"Book", "Diary"});
  for (const auto& collection : found->collections)
    CHECK(collection.url.ends_with(collection.holds.cards ? "/Contacts/personal/" : "/Calendar/personal/"));
}

TEST_CASE("a server that lets nobody in without their own certificate is not one without collections") {
  const std::string home = "/dav/alice/";
  const auto discover_at = [](const ScriptedServer& server) {
    http::Settings settings = quick_settings();
    settings.ca_file = server.certificate_file();
    return dav::DavSource(settings, server.origin() + "/", "alice", "secret", {}).discover();
  };
  for (const int status : {400, 403}) {  // nginx; Apache with "Require ssl-verify-client"
    const Script closed = [status](const Asked&, const Writer& write) { write(answer(status, "")); };
    ScriptedServer asking(closed, Certificate::self_signed, OwnCertificate::asked);
    const auto refused = discover_at(asking);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::auth);
    CHECK(sign_in::wants_certificate(refused.error()));
    ScriptedServer silent(closed, Certificate::self_signed);
    CHECK(discover_at(silent).error().kind == ErrorKind::not_found);
  }
  // One place that is closed while another leads on.
  ScriptedServer open_elsewhere(
      [&](const Asked& asked, const Writer& write) {
        if (asked.target == "/")
          return void(write(multistatus(response("/", link("D:current-user-principal", home)))));
        if (asked.target != home) return void(write(answer(403, "")));
        if (asked.header("depth") == "0")
          return void(write(multistatus(response(home, link("K:addressbook-home-set", home)))));
        write(multistatus(response(home + "friends/", typed("<K:addressbook/>", "Friends"))));
      },
      Certificate::self_signed, OwnCertificate::asked);
  const auto found = discover_at(open_elsewhere);
  INFO((found ? "" : describe(found.error())));
  REQUIRE(found.has_value());
  CHECK(names_of(*found) == std::vector<std::string>{"Friends"});
}
