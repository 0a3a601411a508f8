// Answers of DAV servers that are wrong, hostile or merely unusual, played by a script.
#include <catch2/catch.hpp>

#include <algorithm>

#include "adapters/dav/dav_collection.h"
#include "tests/interop/account.h"
#include "tests/support/in_english.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

const std::string folder = "/alice/contacts/";

std::unique_ptr<RemoteCollection> open_at(const ScriptedServer& server, bool cards = true) {
  static std::vector<std::unique_ptr<dav::DavSource>> sources;
  sources.push_back(
      std::make_unique<dav::DavSource>(quick_settings(), server.origin(), "alice", "secret", Cancelled()));
  sync::Collection collection;
  collection.url = server.origin() + folder;
  collection.holds.cards = cards;
  return *sources.back()->open(collection);
}

/// Plays `report` to REPORT requests and an empty property answer to PROPFIND.
Script reports(const std::string& report) {
  return [report](const Asked& asked, const Writer& write) {
    write(asked.method == "REPORT" ? report : multistatus(""));
  };
}

/// Fetches two cards, of which one comes and `verdict` stands in the answer for the other; gives its error.
sync::ItemError refused_beside_another(const std::string& verdict) {
  const std::string bad = "<D:response><D:href>" + folder + "b.vcf</D:href>" + verdict + "</D:response>";
  ScriptedServer server(reports(multistatus(card_response(folder + "a%40x.vcf", "\"1\"", "one") + bad)));
  Received received;
  const std::vector<Href> wanted{Href(folder + "a@x.vcf"), Href(folder + "b.vcf")};
  auto errors = open_at(server)->fetch(wanted, received.taker());
  REQUIRE(errors.has_value());
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().href == Href(folder + "b.vcf"));
  CHECK(received.items.size() == 1);
  return errors->front();
}

}  // namespace

TEST_CASE("T23: hostile hrefs are skipped and named, the rest of the listing goes on") {
  const std::vector<std::string> hostile = {"http://evil.example.org/alice/contacts/a.vcf",
                                            "https://127.0.0.1/alice/contacts/a.vcf",
                                            "//evil.example.org/alice/contacts/a.vcf",
                                            "/alice/contacts/../../bob/a.vcf",
                                            "/alice/contacts/%2e%2e/a.vcf",
                                            "/alice/contacts/..%2f..%2fbob.vcf",
                                            "/alice/contacts/./a.vcf",
                                            "/alice/contacts/%2E/a.vcf",
                                            "/bob/a.vcf",
                                            "/",
                                            "/alice/contacts",
                                            "/alice/contactsx/a.vcf",
                                            "/alice/contacts/a%00.vcf",
                                            "/alice/contacts/a%0d%0aX.vcf",
                                            "/alice/contacts/a%zz.vcf",
                                            "/alice/contacts/a%2",
                                            "/alice/contacts/a\\b.vcf",
                                            "/alice/contacts/a?x=1",
                                            "/alice/contacts/a#x",
                                            "/alice/contacts//a.vcf",
                                            "file:///etc/passwd",
                                            "javascript:alert(1)",
                                            "http://alice@127.0.0.1/alice/contacts/a.vcf",
                                            "../a.vcf",
                                            ""};
  REQUIRE(hostile.size() == 25);
  std::string responses = card_response(folder + "good.vcf", "\"1\"", "text");
  for (const auto& href : hostile) responses += card_response(href, "\"1\"", "text");
  responses += card_response("relative.vcf", "\"2\"", "text");
  ScriptedServer server(reports(multistatus(responses, "data:,1")));
  Received received;
  const auto listing = open_at(server)->changes(SyncToken(), received.taker());
  INFO((listing ? "" : describe(listing.error())));
  REQUIRE(listing.has_value());
  CHECK(listing->members.size() == 2);
  CHECK(received.items.count(folder + "good.vcf") == 1);
  CHECK(received.items.count(folder + "relative.vcf") == 1);
  CHECK(listing->refused.size() == 24);  // "/alice/contacts" is the collection itself
}

TEST_CASE("T24: the collection itself and things outside it are never written") {
  ScriptedServer server([](const Asked&, const Writer& write) { write(answer(204, "")); });
  auto collection = open_at(server);
  for (const std::string& href : {folder, std::string("/alice/"), std::string("/"), std::string("/bob/a.vcf"),
                                  folder + "../x.vcf", folder + "%2e%2e/x.vcf", std::string()}) {
    INFO(href);
    CHECK(collection->remove(Href(href), Etag("\"1\"")).error().kind == ErrorKind::invalid);
    CHECK(collection->create(Href(href), "text").error().kind == ErrorKind::invalid);
    CHECK(collection->update(Href(href), Etag("\"1\""), "text").error().kind == ErrorKind::invalid);
  }
  CHECK(server.asked().empty());
}

TEST_CASE("F8: a listing cut anywhere is an error, never a short list") {
  const std::string whole = multistatus(
      card_response(folder + "a.vcf", "\"1\"", "first") + card_response(folder + "b.vcf", "\"2\"", "second"),
      "data:,1");
  const auto body = whole.substr(whole.find("\r\n\r\n") + 4);
  for (std::size_t length = 0; length < body.size(); ++length) {
    dav::MultistatusReader reader(*http::parse_url("http://127.0.0.1/"),
                                  [](const dav::ResponseElement&) { return Result<void>(); });
    const bool whole_read = reader.feed(std::string_view(body).substr(0, length)) && reader.finish();
    CHECK_FALSE(whole_read);
  }
  ScriptedServer server(reports(answer(207, body.substr(0, body.size() / 2))));
  Received received;
  const auto listing = open_at(server)->changes(SyncToken(), received.taker());
  REQUIRE_FALSE(listing.has_value());
  CHECK(listing.error().kind == ErrorKind::protocol);
  CHECK(english(listing.error()).find("broke off") != std::string::npos);
}

TEST_CASE("F7: a web page instead of a list says so") {
  for (const int status : {200, 207}) {
    const std::string page = answer(status, "<!DOCTYPE html>\n<html><body>Sign in</body></html>");
    ScriptedServer server([page](const Asked&, const Writer& write) { write(page); });
    Received received;
    const auto listing = open_at(server)->changes(SyncToken(), received.taker());
    REQUIRE_FALSE(listing.has_value());
    CHECK(english(listing.error()).find("web page") != std::string::npos);
    CHECK(received.items.empty());
    auto source = source_for(server.origin());
    CHECK_FALSE(source.discover().has_value());
  }
}

TEST_CASE("T26: a document type, entities, deep nesting and a flood of names are refused") {
  const std::string laughs =
      "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
      "<m>&a;</m>";
  std::string deep = "<D:multistatus xmlns:D=\"DAV:\">";
  for (int i = 0; i < 65; ++i) deep += "<D:response>";
  for (int i = 0; i < 65; ++i) deep += "</D:response>";
  deep += "</D:multistatus>";
  // 100,000 elements whose names would each be looked up among 5,000.
  std::string names = "<D:multistatus xmlns:D=\"DAV:\"";
  for (int i = 0; i < 5'000; ++i) names += " xmlns:n" + std::to_string(i) + "=\"urn:n\"";
  names += "><D:response>";
  for (int i = 0; i < 100'000; ++i) names += "<x:propstat/>";
  names += "</D:response></D:multistatus>";
  for (const std::string& body : {laughs, deep, names}) {
    ScriptedServer server(reports(answer(207, body)));
    Received received;
    const auto listing = open_at(server)->changes(SyncToken(), received.taker());
    REQUIRE_FALSE(listing.has_value());
    CHECK(listing.error().kind == ErrorKind::protocol);
  }
}

TEST_CASE("507 for the collection: the list goes on from the new token") {
  ScriptedServer server([](const Asked& asked, const Writer& write) {
    const std::string more = "<D:response><D:href>" + folder +
                             "</D:href><D:status>HTTP/1.1 507 Insufficient Storage"
                             "</D:status></D:response>";
    if (asked.body.find("<D:sync-token>data:,1<") != std::string::npos)
      return void(write(multistatus(card_response(folder + "b.ics", "\"2\"", ""), "data:,2")));
    write(multistatus(card_response(folder + "a.ics", "\"1\"", "") + more, "data:,1"));
  });
  Received received;
  const auto listing = open_at(server, false)->changes(SyncToken(), received.taker());
  REQUIRE(listing.has_value());
  CHECK(listing->members.size() == 2);
  CHECK(listing->complete);
  CHECK(listing->token == SyncToken("data:,2"));

  ScriptedServer endless(reports(multistatus("<D:response><D:href>" + folder +
                                                 "</D:href><D:status>HTTP/1.1 507 No"
                                                 "</D:status></D:response>",
                                             "data:,1")));
  CHECK(open_at(endless, false)->changes(SyncToken("data:,1"), received.taker()).error().kind ==
        ErrorKind::protocol);
}

TEST_CASE("F9: every refusal of a token leads to the complete list") {
  for (const int status : {400, 403, 409, 410, 412, 500}) {
    ScriptedServer server([status](const Asked& asked, const Writer& write) {
      const bool with_token = asked.body.find("<D:sync-token>old<") != std::string::npos;
      write(with_token ? answer(status, "")
                       : multistatus(card_response(folder + "a.ics", "\"1\"", ""), "new"));
    });
    Received received;
    const auto listing = open_at(server, false)->changes(SyncToken("old"), received.taker());
    INFO(status);
    REQUIRE(listing.has_value());
    CHECK(listing->complete);
    CHECK(listing->token == SyncToken("new"));
  }
}

TEST_CASE("an item refused inside a 207 does not disturb the others") {
  const sync::ItemError refused = refused_beside_another("<D:status>HTTP/1.1 403 Forbidden</D:status>");
  CHECK(refused.error.kind == ErrorKind::forbidden);
}

TEST_CASE("a text refused inside a multiget by its propstat is not read, which is not gone") {
  const int status = GENERATE(403, 500, 507);
  const sync::ItemError refused = refused_beside_another(
      "<D:propstat><D:prop><D:getetag>\"2\"</D:getetag></D:prop><D:status>HTTP/1.1 200 OK</D:status>"
      "</D:propstat><D:propstat><D:prop><C:address-data xmlns:C=\"urn:ietf:params:xml:ns:carddav\"/></D:prop>"
      "<D:status>HTTP/1.1 " +
      std::to_string(status) + " No</D:status></D:propstat>");
  CHECK(refused.error.kind != ErrorKind::not_found);
  CHECK(refused.error.http_status == status);
}

TEST_CASE("a multiget refused as a whole is split until the missing one is found") {
  ScriptedServer server([](const Asked& asked, const Writer& write) {
    if (asked.method == "PROPFIND") return void(write(multistatus("")));
    if (asked.body.find("gone.vcf") != std::string::npos) return void(write(answer(404, "")));
    std::string responses;
    for (const std::string name : {"a.vcf", "b.vcf", "c.vcf", "d.vcf"})
      if (asked.body.find(name) != std::string::npos)
        responses += card_response(folder + name, "\"1\"", "text");
    write(multistatus(responses));
  });
  Received received;
  std::vector<Href> wanted;
  for (const std::string name : {"a.vcf", "b.vcf", "gone.vcf", "c.vcf", "d.vcf"})
    wanted.emplace_back(folder + name);
  const auto errors = open_at(server)->fetch(wanted, received.taker());
  REQUIRE(errors.has_value());
  CHECK(received.items.size() == 4);
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().error.kind == ErrorKind::not_found);
}

TEST_CASE("a member whose text breaks every multiget is read by GET, the others as usual") {
  ScriptedServer server([](const Asked& asked, const Writer& write) {
    if (asked.method == "GET") return void(write(answer(200, "caf\xe9", "ETag: \"9\"\r\n")));
    if (asked.method == "PROPFIND") return void(write(multistatus("")));
    if (asked.body.find("latin.vcf") != std::string::npos) return void(write(answer(500, "")));
    std::string responses;
    for (const std::string name : {"a.vcf", "b.vcf"})
      if (asked.body.find(name) != std::string::npos)
        responses += card_response(folder + name, "\"1\"", "text");
    write(multistatus(responses));
  });
  Received received;
  const std::vector<Href> wanted{Href(folder + "a.vcf"), Href(folder + "latin.vcf"), Href(folder + "b.vcf")};
  const auto errors = open_at(server)->fetch(wanted, received.taker());
  REQUIRE(errors.has_value());
  CHECK(errors->empty());
  CHECK(received.items.size() == 3);
  CHECK(received.items.at(folder + "latin.vcf").text == "caf\xe9");
}

TEST_CASE("a member left out of a multiget is asked for by GET before it counts as gone") {
  ScriptedServer server([](const Asked& asked, const Writer& write) {
    if (asked.method != "GET") return void(write(multistatus("")));
    write(asked.target.ends_with("there.vcf") ? answer(200, "text", "ETag: \"9\"\r\n") : answer(404, ""));
  });
  Received received;
  const std::vector<Href> wanted{Href(folder + "there.vcf"), Href(folder + "gone.vcf")};
  const auto errors = open_at(server)->fetch(wanted, received.taker());
  REQUIRE(errors.has_value());
  CHECK(received.items.at(folder + "there.vcf").etag == Etag("\"9\""));
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().href == Href(folder + "gone.vcf"));
}

TEST_CASE("a member named in a multiget without a text, or with an empty one, is read by GET") {
  constexpr const char* etag = "<D:getetag>\"9\"</D:getetag>";
  const std::string empty = "<K:address-data> \r\n</K:address-data>";
  const std::string none = "<K:address-data/>";
  const auto found = [](const std::string& properties) {
    return "<D:propstat><D:prop>" + properties + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>";
  };
  const std::string said =
      GENERATE_COPY(found(etag), found(etag + empty), found(etag + none),
                    std::string("<D:status>HTTP/1.1 200 OK</D:status>"),
                    found(etag) + "<D:propstat><D:prop>" + none +
                        "</D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>");
  INFO(said);
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (asked.method == "PROPFIND") return void(write(multistatus("")));
    if (asked.method == "GET")
      return void(
          write(asked.target.ends_with("b.vcf") ? answer(200, "text", "ETag: \"9\"\r\n") : answer(404, "")));
    std::string responses = card_response(folder + "a.vcf", "\"1\"", "one");
    for (const std::string name : {"b.vcf", "gone.vcf"})
      responses += "<D:response><D:href>" + folder + name + "</D:href>" + said + "</D:response>";
    write(multistatus(responses));
  });
  Received received;
  const std::vector<Href> wanted{Href(folder + "a.vcf"), Href(folder + "b.vcf"), Href(folder + "gone.vcf")};
  const auto errors = open_at(server)->fetch(wanted, received.taker());
  REQUIRE(errors.has_value());
  REQUIRE(received.items.size() == 2);
  CHECK(received.items.at(folder + "b.vcf").text == "text");
  CHECK(received.items.at(folder + "b.vcf").etag == Etag("\"9\""));
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().href == Href(folder + "gone.vcf"));
  CHECK(errors->front().error.kind == ErrorKind::not_found);
}

TEST_CASE("an empty text inside a listing is none: the member is named, and left to fetch") {
  const std::string card = "<D:response><D:href>" + folder +
                           "a.vcf</D:href><D:propstat><D:prop><D:getetag>\"1\"</D:getetag>" +
                           GENERATE("<K:address-data/>", "<K:address-data> \r\n</K:address-data>") +
                           "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  ScriptedServer server(reports(multistatus(card + card_response(folder + "b.vcf", "\"2\"", "two"), "t:1")));
  const std::string since = GENERATE("", "t:0");
  Received received;
  const auto listing = open_at(server)->changes(SyncToken(since), received.taker());
  REQUIRE(listing.has_value());
  CHECK(listing->members.size() == 2);
  REQUIRE(received.items.size() == 1);
  CHECK(received.items.contains(folder + "b.vcf"));
}

TEST_CASE("F5: weak and missing ETags are compared by hand, never sent in If-Match") {
  std::string etag_line = "ETag: W/\"1\"\r\n";
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (asked.method == "GET") return void(write(answer(200, "now", etag_line)));
    write(answer(204, "", "ETag: W/\"2\"\r\n"));
  });
  auto collection = open_at(server);
  const Href href(folder + "a.vcf");
  const auto written = collection->update(href, Etag("W/\"1\""), "text");
  REQUIRE(written.has_value());
  CHECK(written->etag.empty());
  CHECK(server.asked().back().header("if-match") == "*");
  CHECK(collection->update(href, Etag("W/\"0\""), "text").error().kind == ErrorKind::precondition);
  CHECK(server.asked().back().method == "GET");
  CHECK(collection->update(href, Etag(), "text").error().kind == ErrorKind::precondition);

  etag_line.clear();
  CHECK(collection->update(href, dav::etag_of_text("now"), "text").has_value());
  CHECK(collection->update(href, dav::etag_of_text("then"), "text").error().kind == ErrorKind::precondition);
}

TEST_CASE("the status inside a 207 answer to a PUT or a DELETE is the result") {
  const auto inside = [](int status) {
    return multistatus("<D:response><D:href>" + folder + "a.vcf</D:href><D:status>HTTP/1.1 " +
                       std::to_string(status) + " X</D:status></D:response>");
  };
  ScriptedServer refusing([&](const Asked&, const Writer& write) { write(inside(412)); });
  auto collection = open_at(refusing);
  CHECK(collection->create(Href(folder + "a.vcf"), "text").error().kind == ErrorKind::precondition);
  CHECK(collection->remove(Href(folder + "a.vcf"), Etag("\"1\"")).error().kind == ErrorKind::precondition);
  ScriptedServer deleting([&](const Asked&, const Writer& write) { write(inside(200)); });
  CHECK(open_at(deleting)->remove(Href(folder + "a.vcf"), Etag("\"1\"")).has_value());
  CHECK(deleting.asked().front().header("if-match") == "\"1\"");
}

TEST_CASE("a PUT answered 404 means refused, and a changed place is followed") {
  ScriptedServer refusing([](const Asked&, const Writer& write) { write(answer(404, "")); });
  CHECK(open_at(refusing)->create(Href(folder + "a.vcf"), "text").error().kind == ErrorKind::invalid);
  ScriptedServer moving([](const Asked&, const Writer& write) {
    write(answer(201, "", "Location: " + folder + "b%40c.vcf\r\nETag: \"7\"\r\n"));
  });
  const auto written = open_at(moving)->create(Href(folder + "a.vcf"), "text");
  REQUIRE(written.has_value());
  CHECK(written->href == Href(folder + "b%40c.vcf"));
  CHECK(written->etag == Etag("\"7\""));
  const auto asked = moving.asked().front();
  CHECK(asked.header("if-none-match") == "*");
  CHECK(asked.header("content-length") == "4");
  CHECK(asked.header("transfer-encoding").empty());
  ScriptedServer luring([](const Asked&, const Writer& write) {
    write(answer(201, "", "Location: //alice/elsewhere.vcf\r\n"));
  });
  CHECK(open_at(luring)->create(Href(folder + "a.vcf"), "text")->href == Href(folder + "a.vcf"));
}

TEST_CASE("SOGo's ignored conditions are checked by hand") {
  ScriptedServer server([](const Asked& asked, const Writer& write) {
    write(asked.method == "GET" ? answer(200, "now", "ETag: \"2\"\r\n") : answer(204, ""));
  });
  dav::DavSource source(quick_settings(), server.origin(), "alice", "secret", {});
  sync::Collection where;
  where.url = server.origin() + "/SOGo/dav/alice/Contacts/personal/";
  where.holds.cards = true;
  auto collection = *source.open(where);
  const Href href("/SOGo/dav/alice/Contacts/personal/a.vcf");
  CHECK(collection->remove(href, Etag("\"1\"")).error().kind == ErrorKind::precondition);
  CHECK(collection->create(href, "text").error().kind == ErrorKind::precondition);
  const auto all = server.asked();
  CHECK(std::none_of(all.begin(), all.end(), [](const Asked& asked) { return asked.method != "GET"; }));
  CHECK(collection->remove(href, Etag("\"2\"")).has_value());
}

TEST_CASE("an item that is too large is left to fetch, which names it") {
  const std::string huge(18u << 20, 'x');
  const auto text =
      card_response(folder + "big.vcf", "\"1\"", huge) + card_response(folder + "a.vcf", "\"1\"", "one");
  ScriptedServer server(reports(multistatus(text, "data:,1")));
  Received received;
  auto collection = open_at(server);
  const auto listing = collection->changes(SyncToken(), received.taker());
  INFO((listing ? "" : describe(listing.error())));
  REQUIRE(listing.has_value());
  CHECK(listing->members.size() == 2);
  CHECK(received.items.size() == 1);
  Received fetched;
  const auto errors = collection->fetch(std::vector<Href>{Href(folder + "big.vcf")}, fetched.taker());
  REQUIRE(errors.has_value());
  REQUIRE(errors->size() == 1);
  CHECK(english(errors->front().error).find("larger") != std::string::npos);
}
