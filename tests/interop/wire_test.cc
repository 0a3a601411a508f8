// Sign-in that is renewed, waits that are named by a date, HTTP/2, and connections that are kept.
#include <openssl/evp.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>

#include "tests/interop/account.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;
using namespace std::chrono_literals;

namespace {

std::string md5(const std::string& text) {
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), hash, &size, EVP_md5(), nullptr);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    char pair[3];
    std::snprintf(pair, sizeof pair, "%02x", hash[i]);
    hex += pair;
  }
  return hex;
}

/// One parameter of an Authorization header.
std::string parameter(const std::string& header, const std::string& name) {
  auto at = header.find(name + "=");
  while (at != std::string::npos && at > 0 && header[at - 1] != ' ' && header[at - 1] != ',')
    at = header.find(name + "=", at + 1);
  if (at == std::string::npos) return {};
  at += name.size() + 1;
  if (header[at] == '"') return header.substr(at + 1, header.find('"', at + 1) - at - 1);
  return header.substr(at, header.find_first_of(", ", at) - at);
}

/// RFC 7616 §3.4.1 with qop=auth: whether the answer was made from alice's password and this nonce.
bool signed_right(const Asked& asked, const std::string& nonce) {
  const std::string header = asked.header("authorization");
  if (!header.starts_with("Digest ") || parameter(header, "nonce") != nonce) return false;
  const std::string secret = md5("alice:" + parameter(header, "realm") + ":secret");
  const std::string what = md5(asked.method + ":" + parameter(header, "uri"));
  return parameter(header, "response") ==
         md5(secret + ":" + nonce + ":" + parameter(header, "nc") + ":" + parameter(header, "cnonce") + ":" +
             parameter(header, "qop") + ":" + what);
}

std::string demand(const std::string& nonce, bool stale) {
  return answer(401, "",
                "WWW-Authenticate: Digest realm=\"r\", nonce=\"" + nonce + "\", qop=\"auth\"" +
                    (stale ? ", stale=true" : "") + "\r\n");
}

Result<http::Response> send(http::Client& client, const std::string& method, const std::string& path,
                            const std::string& body = {}, const http::Headers& headers = {{"Depth", "0"}}) {
  http::Request request;
  request.method = method;
  request.url = client.origin();
  request.url.path = path;
  request.body = body;
  request.headers = headers;
  return client.send(std::move(request));
}

http::Client client_for(const ScriptedServer& server, const http::Settings& settings = quick_settings()) {
  return {*http::parse_url(server.origin()), {"alice", "secret"}, settings, {}};
}

}  // namespace

TEST_CASE("wire: Digest goes on when the nonce is stale or a next one is named") {
  // Each nonce is good for one request; the answers name the next one, which a client may use or ask for.
  int nonce = 0;
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    const std::string present = "n" + std::to_string(nonce);
    if (!signed_right(asked, present))
      return void(write(demand(present, asked.header("authorization").starts_with("Digest "))));
    ++nonce;
    write(answer(200, "in", "Authentication-Info: nextnonce=\"n" + std::to_string(nonce) + "\"\r\n"));
  });
  auto client = client_for(server);
  for (int i = 0; i < 3; ++i) {
    const auto got = send(client, "GET", "/" + std::to_string(i));
    REQUIRE(got.has_value());
    CHECK(got->status == 200);
  }
  const auto put = send(client, "PUT", "/a.ics", "the whole text");
  REQUIRE(put.has_value());
  CHECK(put->status == 200);
  CHECK(server.asked().back().body == "the whole text");
  CHECK(nonce == 4);
}

TEST_CASE("wire: a sign-in that stops being good is reported, not tried over and over") {
  bool good = true;
  ScriptedServer server([&](const Asked&, const Writer& write) {
    write(good ? answer(200, "in") : answer(401, "", "WWW-Authenticate: Basic realm=\"r\"\r\n"));
  });
  auto client = client_for(server);
  CHECK(send(client, "GET", "/")->status == 200);
  good = false;
  CHECK(send(client, "GET", "/")->status == 401);
  CHECK(server.asked().size() == 2);
}

TEST_CASE("wire: a server that changes from Basic to Digest is followed") {
  bool digest = false;
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    const bool in = digest ? signed_right(asked, "n") : asked.header("authorization").starts_with("Basic ");
    write(in ? answer(200, "in") : demand("n", false));
  });
  auto client = client_for(server);
  CHECK(send(client, "GET", "/")->status == 200);
  digest = true;
  CHECK(send(client, "GET", "/")->status == 200);
  CHECK(send(client, "DELETE", "/a.ics")->status == 200);
}

TEST_CASE("wire: Retry-After as a date is waited for") {
  const std::time_t soon = std::time(nullptr) + 20;
  char date[64];
  std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", std::gmtime(&soon));
  int count = 0;
  ScriptedServer server([&](const Asked&, const Writer& write) {
    write(++count == 1 ? answer(503, "", "Retry-After: " + std::string(date) + "\r\n") : answer(200, "in"));
  });
  std::chrono::milliseconds slept{0};
  http::Settings settings;
  settings.sleeper = [&](std::chrono::milliseconds time) { slept += time; };
  auto client = client_for(server, settings);
  CHECK(send(client, "GET", "/")->status == 200);
  CHECK(slept >= 10s);
  CHECK(slept <= 21s);
}

TEST_CASE("wire: HTTP/2 carries a whole sync on one connection, a removal on its own", "[interop]") {
  const auto server = ServerProcess::start("http2");
  if (!server) return;
  http::Settings settings = quick_settings();
  settings.ca_file = server->folder() + "/cert.pem";
  const std::string origin = "https://localhost:" + std::to_string(server->port());
  dav::DavSource source(settings, origin, "alice", "secret", {});
  sync::Collection where;
  where.url = origin + "/dav/c/";
  where.holds.events = true;
  auto collection = *source.open(where);
  std::vector<Href> hrefs;
  for (const std::string uid : {"a", "b", "c"}) {
    hrefs.push_back(collection->href_for(Uid(uid)));
    const auto written = collection->create(hrefs.back(), event(uid, "Tea & <cake>"));
    INFO((written ? "" : describe(written.error())));
    REQUIRE(written.has_value());
  }
  Received received;
  const auto listing = collection->changes({}, received.taker());
  REQUIRE(listing.has_value());
  CHECK(listing->members.size() == 3);
  CHECK(received.items.at(hrefs[0].value).text == event("a", "Tea & <cake>"));
  const Etag etag = received.items.at(hrefs[0].value).etag;
  const auto updated = collection->update(hrefs[0], etag, event("a", "Coffee"));
  INFO((updated ? "" : describe(updated.error())));
  REQUIRE(updated.has_value());
  CHECK(collection->update(hrefs[0], etag, event("a", "Water")).error().kind == ErrorKind::precondition);
  CHECK(collection->remove(hrefs[1], received.items.at(hrefs[1].value).etag).has_value());
  Received fetched;
  const auto errors = collection->fetch(hrefs, fetched.taker());
  REQUIRE(errors.has_value());
  CHECK(errors->size() == 1);
  CHECK(fetched.items.at(hrefs[0].value).text == event("a", "Coffee"));

  const auto before = source.traffic().requests;
  http::Client asking(*http::parse_url(origin), {}, settings, {});
  const auto counted = send(asking, "GET", "/counts");
  REQUIRE(counted.has_value());
  const auto counts = nlohmann::json::parse(counted->body);
  // One connection of curl when the server was started, one of the sync, one of its removal (which curl would
  // repeat by itself on a kept one), one of this question.
  CHECK(counts.at("connections") == 4);
  CHECK(counts.at("requests") == before + 2);
}

TEST_CASE("wire: on a kept connection Cyrus is not waited for by a delayed acknowledgement", "[interop]") {
  const auto server = ServerProcess::start("cyrus");
  if (!server) return;
  http::Client client(*http::parse_url(server->url()), {"alice", "secret"}, quick_settings(), {});
  // Of an answer as long as this one Cyrus sends the end only after an acknowledgement.
  const std::string long_card =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:long\r\nFN:Long Note\r\nN:Note;Long;;;\r\nNOTE:" +
      std::string(30'000, 'n') + "\r\nEND:VCARD\r\n";
  const std::string book = "/dav/addressbooks/user/alice/Default/";
  REQUIRE(send(client, "PUT", book + "long.vcf", long_card, {{"Content-Type", "text/vcard"}})->status == 201);
  const std::string query =
      "<c:addressbook-query xmlns=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:carddav\">"
      "<prop><c:address-data/></prop></c:addressbook-query>";
  constexpr int warm_up = 20;  // a new connection acknowledges at once anyway
  auto quickest = std::chrono::steady_clock::duration::max();
  for (int i = 0; i < 2 * warm_up; ++i) {
    const auto begun = std::chrono::steady_clock::now();
    const auto got =
        send(client, "REPORT", book, query, {{"Depth", "1"}, {"Content-Type", "application/xml"}});
    REQUIRE(got->status == 207);
    REQUIRE(got->body.size() > long_card.size());
    if (i >= warm_up) quickest = std::min(quickest, std::chrono::steady_clock::now() - begun);
  }
  CHECK(quickest < 35ms);
}
