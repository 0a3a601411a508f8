// Conversations about what changed: the client's lines are checked, the server's are played.
#include <catch2/catch.hpp>

#include "tests/interop/conversation.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

std::vector<std::string> names(const sync::Listing& listing) {
  std::vector<std::string> all;
  for (const auto& member : listing.members)
    all.push_back(member.href.value.substr(folder.size()) + " " + member.etag.value);
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("transcript: a list cut by 507 goes on from each new token") {
  Conversation talk(R"(
C: REPORT /dav/c/
C: Depth: 0
C: Content-Type: application/xml; charset=utf-8
C: Transfer-Encoding!
C: | <D:sync-token></D:sync-token>
C: | <D:sync-level>1</D:sync-level>
C: | <D:nresults>
S: 207
S: item a.ics "1" first
S: more
S: token data:,1
C: REPORT /dav/c/
C: | <D:sync-token>data:,1</D:sync-token>
S: 207
S: item b.ics "2" second
S: gone old.ics
S: more
S: token data:,2
C: REPORT /dav/c/
C: | <D:sync-token>data:,2</D:sync-token>
S: 207
S: item c.ics "3" third
S: token data:,3
)");
  const auto listing = talk.changes("");
  REQUIRE(listing.has_value());
  CHECK(names(*listing) == Names{"a.ics \"1\"", "b.ics \"2\"", "c.ics \"3\""});
  CHECK(listing->complete);
  CHECK(listing->removed.empty());
  CHECK(listing->token == SyncToken("data:,3"));
  CHECK(talk.received.items.at(folder + "b.ics").text == "second");
}

TEST_CASE("transcript: a changed list cut by 507 keeps what was removed on every page") {
  Conversation talk(R"(
C: REPORT /dav/c/
C: | <D:sync-token>data:,1</D:sync-token>
S: 207
S: gone a.ics
S: more
S: token data:,2
C: REPORT /dav/c/
C: | <D:sync-token>data:,2</D:sync-token>
S: 207
S: item b.ics "2" second
S: token data:,3
)");
  const auto listing = talk.changes("data:,1");
  REQUIRE(listing.has_value());
  CHECK_FALSE(listing->complete);
  CHECK(listing->removed == std::vector<Href>{Href(folder + "a.ics")});
  CHECK(names(*listing) == Names{"b.ics \"2\""});
}

TEST_CASE("transcript: a token that is refused leads to the complete list") {
  const std::string condition = "S: | <D:error xmlns:D=\"DAV:\"><D:valid-sync-token/></D:error>\n";
  for (const std::string& refusal :
       {"S: 403\n" + condition, std::string("S: 403\n"), "S: 409\n" + condition, std::string("S: 409\n"),
        std::string("S: 410\n"), std::string("S: 400\n"), "S: 412\n" + condition, std::string("S: 507\n"),
        std::string("S: 500\n")}) {
    INFO(refusal);
    Conversation talk("C: REPORT /dav/c/\nC: | <D:sync-token>data:,1<\n" + refusal + R"(
C: REPORT /dav/c/
C: | <D:sync-token></D:sync-token>
S: 207
S: item a.ics "1" first
S: token data:,9
)");
    const auto listing = talk.changes("data:,1");
    REQUIRE(listing.has_value());
    CHECK(listing->complete);
    CHECK(listing->token == SyncToken("data:,9"));
    CHECK(talk.received.items.size() == 1);
  }
}

TEST_CASE("transcript: a token that comes again, or goes backwards, is given as it came") {
  Conversation again(R"(
C: REPORT /dav/c/
C: | <D:sync-token>http://example.org/sync/17</D:sync-token>
S: 207
S: item a.ics "1" first
S: token http://example.org/sync/17
)");
  const auto same = again.changes("http://example.org/sync/17");
  REQUIRE(same.has_value());
  CHECK_FALSE(same->complete);
  CHECK(same->token == SyncToken("http://example.org/sync/17"));

  // The server was put back to an older state: the sync does not believe it, and asks for everything.
  Conversation restored(R"(
C: REPORT /dav/c/
C: | <D:sync-token>http://example.org/sync/17</D:sync-token>
S: 207
S: token http://example.org/sync/9
)");
  const auto changed = restored.changes("http://example.org/sync/17");
  REQUIRE(changed.has_value());
  CHECK_FALSE(changed->complete);
  CHECK(changed->token == SyncToken("http://example.org/sync/9"));
}

TEST_CASE(
    "transcript: a server whose clock goes back is read by its tokens, ETags and texts, not by its dates") {
  Conversation talk(R"(
C: REPORT /dav/c/
S: 207
S: Date: Sun, 22 Nov 2026 10:00:00 GMT
S: Last-Modified: Sun, 22 Nov 2026 10:00:00 GMT
S: item a.ics "1" LAST-MODIFIED:20261122T100000Z
S: token data:,1
C: REPORT /dav/c/
C: | <D:sync-token>data:,1</D:sync-token>
C: If-Modified-Since!
S: 207
S: Date: Tue, 22 Nov 2016 10:00:00 GMT
S: Last-Modified: Tue, 22 Nov 2016 10:00:00 GMT
S: item a.ics "2" LAST-MODIFIED:20161122T100000Z
S: token data:,2
C: PUT /dav/c/a.ics
C: If-Match: "2"
C: If-Unmodified-Since!
S: 204
S: Date: Thu, 01 Jan 1970 00:00:00 GMT
S: ETag: "3"
C: REPORT /dav/c/
C: | <D:sync-token>data:,2</D:sync-token>
S: 207
S: Date: Thu, 01 Jan 1970 00:00:01 GMT
S: item a.ics "3" mine
S: token data:,3
)");
  REQUIRE(talk.changes("").has_value());
  talk.received.items.clear();
  const auto changed = talk.changes("data:,1");
  REQUIRE(changed.has_value());
  CHECK(names(*changed) == Names{"a.ics \"2\""});
  CHECK(talk.received.items.at(folder + "a.ics").text == "LAST-MODIFIED:20161122T100000Z");
  const auto written = talk.collection().update(Href(folder + "a.ics"), Etag("\"2\""), "mine");
  REQUIRE(written.has_value());
  CHECK(written->etag == Etag("\"3\""));
  talk.received.items.clear();
  CHECK(names(*talk.changes("data:,2")) == Names{"a.ics \"3\""});
}

TEST_CASE("transcript: an empty answer where everything is asked for is complete and leaves no token") {
  Conversation talk(R"(
C: REPORT /dav/c/
C: | <D:sync-token></D:sync-token>
S: 207
S: token data:,4
)");
  const auto listing = talk.changes("");
  REQUIRE(listing.has_value());
  CHECK(listing->complete);
  CHECK(listing->members.empty());
  CHECK(listing->token.empty());
}

TEST_CASE("transcript: hrefs as URLs, paths and names, with any escapes, are one resource") {
  Conversation talk(R"(
C: REPORT /dav/c/
S: 207
S: item sp%20ace%40x%2b%c3%a9.ics "1" first
S: item /dav/c/sp%20ace@x+%C3%A9.ics "1" again
S: item /dav/c/b%7Ec.ics "2" second
S: token data:,1
C: REPORT /dav/c/
C: | <D:href>/dav/c/b~c.ics</D:href>
S: 207
S: item /dav/%63/b%7ec.ics "2" second
)");
  const auto listing = talk.changes("");
  REQUIRE(listing.has_value());
  CHECK(names(*listing) == Names{"sp%20ace%40x%2B%C3%A9.ics \"1\"", "b~c.ics \"2\""});
  Received fetched;
  const auto errors = talk.collection().fetch(std::vector<Href>{Href(folder + "b~c.ics")}, fetched.taker());
  REQUIRE(errors.has_value());
  CHECK(errors->empty());
  CHECK(fetched.items.count(folder + "b~c.ics") == 1);
}

TEST_CASE("transcript: items refused one by one are neither gone nor in the way") {
  Conversation talk(R"(
C: REPORT /dav/c/
C: | <D:sync-token>data:,1<
S: 207
S: item a.ics "1" first
S: status b.ics 403
S: status c.ics 500
S: token data:,2
C: REPORT /dav/c/
C: | <D:href>/dav/c/b.ics</D:href><D:href>/dav/c/c.ics</D:href><D:href>/dav/c/d.ics</D:href><D:href>/dav/c/e.ics
S: 207
S: status b.ics 403
S: status c.ics 500
S: status d.ics 423
S: item e.ics "5" fifth
)");
  const auto listing = talk.changes("data:,1");
  REQUIRE(listing.has_value());
  CHECK(listing->removed.empty());
  CHECK(listing->members.size() == 3);
  std::vector<Href> wanted;
  for (const char* name : {"b.ics", "c.ics", "d.ics", "e.ics"}) wanted.emplace_back(folder + name);
  Received fetched;
  const auto errors = talk.collection().fetch(wanted, fetched.taker());
  REQUIRE(errors.has_value());
  REQUIRE(errors->size() == 3);
  CHECK((*errors)[0].error.kind == ErrorKind::forbidden);
  CHECK((*errors)[1].error.kind == ErrorKind::server);
  CHECK((*errors)[2].error.http_status == 423);
  CHECK(fetched.items.size() == 1);
}

TEST_CASE("transcript: a collection that moved inside its server is not taken for an emptied one") {
  for (const char* status : {"301", "302", "307", "308"}) {
    Conversation talk(std::string("C: REPORT /dav/c/\nS: ") + status + R"(
S: Location: /dav/new/
C: REPORT /dav/new/
C: | <D:sync-token>data:,1<
S: 207
S: item a.ics "1" first
S: token data:,1
)");
    const auto listing = talk.changes("data:,1");
    REQUIRE_FALSE(listing.has_value());
    CHECK(listing.error().kind == ErrorKind::not_found);
    CHECK(listing.error().where.ends_with("/dav/new/"));
    CHECK(talk.received.items.empty());
  }
}

TEST_CASE("transcript: a redirect to another host is told as suspicious and carries nothing there") {
  ScriptedServer trap([](const Asked&, const Writer& write) { write(answer(200, "")); });
  for (const char* status : {"301", "302", "307", "308"}) {
    const std::string away = std::string("S: ") + status + "\nS: Location: " + trap.origin() + "/dav/c/\n";
    Conversation talk("C: REPORT /dav/c/\n" + away + "C: PUT /dav/c/a.ics\n" + away +
                      "C: DELETE /dav/c/a.ics\n" + away + "C: REPORT /dav/c/\n" + away);
    const auto listing = talk.changes("data:,1");
    REQUIRE_FALSE(listing.has_value());
    CHECK(listing.error().kind == ErrorKind::suspicious);
    CHECK(listing.error().where == trap.origin() + "/dav/c/");
    const Href href(folder + "a.ics");
    CHECK(talk.collection().create(href, "text").error().kind == ErrorKind::suspicious);
    CHECK(talk.collection().remove(href, Etag("\"1\"")).error().kind == ErrorKind::suspicious);
    const auto fetched = talk.collection().fetch(std::vector<Href>{href}, talk.received.taker());
    REQUIRE_FALSE(fetched.has_value());
    CHECK(fetched.error().kind == ErrorKind::suspicious);
  }
  CHECK(trap.asked().empty());
}

TEST_CASE("transcript: without sync-collection the getctag decides, then ETags are listed") {
  Conversation talk(R"(
C: REPORT /dav/c/
C: | <D:sync-token></D:sync-token>
S: 403
S: | <D:error xmlns:D="DAV:"><D:supported-report/></D:error>
C: PROPFIND /dav/c/
C: Depth: 0
C: | getctag
S: 207
S: | <D:multistatus xmlns:D="DAV:" xmlns:S="http://calendarserver.org/ns/"><D:response><D:href>/dav/c/</D:href>
S: | <D:propstat><D:prop><S:getctag>7</S:getctag></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
S: | </D:response></D:multistatus>
C: PROPFIND /dav/c/
C: Depth: 1
C: | getetag
S: 207
S: item a.ics "1"
C: PROPFIND /dav/c/
C: Depth: 0
S: 207
S: | <D:multistatus xmlns:D="DAV:" xmlns:S="http://calendarserver.org/ns/"><D:response><D:href>/dav/c/</D:href>
S: | <D:propstat><D:prop><S:getctag>7</S:getctag></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
S: | </D:response></D:multistatus>
)");
  const auto first = talk.changes("");
  REQUIRE(first.has_value());
  CHECK(first->complete);
  CHECK(names(*first) == Names{"a.ics \"1\""});
  const auto second = talk.changes(first->token.value);
  REQUIRE(second.has_value());
  CHECK_FALSE(second->complete);
  CHECK(second->members.empty());
}
