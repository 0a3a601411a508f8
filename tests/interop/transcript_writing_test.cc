// Conversations about writing one item.
#include <catch2/catch.hpp>

#include "adapters/dav/etag.h"
#include "tests/interop/conversation.h"
#include "tests/support/in_english.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

const Href item_a(folder + "a.ics");

}  // namespace

TEST_CASE("transcript: an ETag without quotes is compared by a look, and the condition is what that said") {
  Conversation talk(R"(
C: REPORT /dav/c/
S: 207
S: item a.ics 17 first
S: token data:,1
C: GET /dav/c/a.ics
C: Accept-Encoding!
S: 200
S: ETag: "17"
S: | first
C: PUT /dav/c/a.ics
C: If-Match: "17"
C: If-None-Match!
C: | second
S: 204
S: ETag: 18
C: GET /dav/c/a.ics
S: 200
S: ETag: "19"
S: | third
)");
  const auto listing = talk.changes("");
  REQUIRE(listing.has_value());
  const Etag etag = listing->members.front().etag;
  const auto written = talk.collection().update(item_a, etag, "second");
  REQUIRE(written.has_value());
  CHECK(written->etag.empty());
  CHECK(talk.collection().update(item_a, Etag("18"), "fourth").error().kind == ErrorKind::precondition);
}

TEST_CASE(
    "transcript: an ETag without quotes goes back byte for byte, and any version will do only after a look") {
  const std::string look = "C: GET /dav/c/a.ics\nS: 200\nS: ETag: 17\nS: | first\n";
  const std::string bare = "C: PUT /dav/c/a.ics\nC: If-Match: 17\n";
  SECTION("where the server knows its own spelling") {
    Conversation talk(look + bare + "S: 204\n" + look + "C: DELETE /dav/c/a.ics\nC: If-Match: 17\nS: 204\n");
    CHECK(talk.collection().update(item_a, Etag("17"), "second").has_value());
    CHECK(talk.collection().remove(item_a, Etag("17")).has_value());
  }
  SECTION("where it does not") {
    const std::string status = GENERATE("S: 412\n", "S: 400\n");
    Conversation talk(look + bare + status + look + "C: PUT /dav/c/a.ics\nC: If-Match: *\nS: 204\n");
    CHECK(talk.collection().update(item_a, Etag("17"), "second").has_value());
  }
  SECTION("where somebody wrote after the look") {
    Conversation talk(look + bare + "S: 412\nC: GET /dav/c/a.ics\nS: 200\nS: ETag: 18\nS: | theirs\n");
    CHECK(talk.collection().update(item_a, Etag("17"), "second").error().kind == ErrorKind::precondition);
  }
  SECTION("where no header can be made of it") {
    Conversation talk(
        "C: GET /dav/c/a.ics\nS: 200\nS: ETag: 1,7\nS: | first\n"
        "C: PUT /dav/c/a.ics\nC: If-Match: *\nS: 204\n");
    CHECK(talk.collection().update(item_a, Etag("1,7"), "second").has_value());
  }
}

TEST_CASE("transcript: an ETag that a proxy changed while packing is the same version") {
  // Apache's mod_deflate adds "-gzip", nginx makes it weak.
  Conversation talk(R"(
C: PUT /dav/c/a.ics
C: If-Match: "17"
S: 204
S: ETag: "18-gzip"
C: PUT /dav/c/a.ics
C: If-Match: "18"
S: 204
S: ETag: W/"19"
C: GET /dav/c/a.ics
S: 200
S: ETag: "19-gzip"
S: | third
C: DELETE /dav/c/a.ics
C: If-Match: "19"
S: 204
)");
  const auto first = talk.collection().update(item_a, Etag("\"17\""), "first");
  REQUIRE(first.has_value());
  CHECK(first->etag == Etag("\"18\""));
  const auto second = talk.collection().update(item_a, first->etag, "second");
  REQUIRE(second.has_value());
  CHECK(second->etag.empty());
  CHECK(talk.collection().remove(item_a, Etag("W/\"19\"")).has_value());
}

TEST_CASE("transcript: where the server put an item is told by Location, Content-Location or nobody") {
  Conversation talk(R"(
C: PUT /dav/c/a.ics
C: If-None-Match: *
C: If-Match!
C: Transfer-Encoding!
S: 201
S: Location: http://127.0.0.1/elsewhere/b.ics
S: Content-Location: /dav/c/c%40d.ics
S: ETag: "1"
C: PUT /dav/c/a.ics
S: 201
S: Location: e.ics
S: ETag: "1"
C: PUT /dav/c/a.ics
S: 201
C: REPORT /dav/c/
C: | <D:href>/dav/c/a.ics</D:href>
S: 207
S: gone a.ics
)");
  CHECK(talk.collection().create(item_a, "text")->href == Href(folder + "c%40d.ics"));
  CHECK(talk.collection().create(item_a, "text")->href == Href(folder + "e.ics"));
  const auto nobody = talk.collection().create(item_a, "text");
  CHECK(nobody->href == item_a);
  CHECK(nobody->etag.empty());
  const auto errors = talk.collection().fetch(std::vector<Href>{nobody->href}, talk.received.taker());
  CHECK(errors->front().error.kind == ErrorKind::not_found);
}

TEST_CASE("transcript: a sign-in page that answers a write is no success") {
  const std::string page =
      "S: 200\nS: Content-Type: text/html\nS: | <!DOCTYPE html><html><body>Sign in</body></html>\n";
  Conversation talk("C: PUT /dav/c/a.ics\n" + page + "C: DELETE /dav/c/a.ics\n" + page +
                    "C: REPORT /dav/c/\n" + page);
  for (const auto& error :
       {talk.collection().create(item_a, "text").error(),
        talk.collection().remove(item_a, Etag("\"1\"")).error(), talk.changes("").error()}) {
    CHECK(error.kind == ErrorKind::protocol);
    CHECK(error.what.find("web page") != std::string::npos);
  }
}

TEST_CASE("transcript: a collection that turned read-only refuses the write, and discovery says so") {
  const std::string refusal = "S: 403\nS: | <D:error xmlns:D=\"DAV:\"><D:need-privileges/></D:error>\n";
  Conversation talk("C: PUT /dav/c/a.ics\n" + refusal + "C: DELETE /dav/c/a.ics\n" + refusal + R"(
C: PROPFIND /dav/c/
C: | current-user-principal
S: 207
S: | <D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/c/</D:href><D:propstat><D:prop>
S: | <D:current-user-principal><D:href>/me/</D:href></D:current-user-principal></D:prop>
S: | <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>
C: PROPFIND /me/
S: 207
S: | <D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:response><D:href>/me/</D:href>
S: | <D:propstat><D:prop><C:calendar-home-set><D:href>/dav/</D:href></C:calendar-home-set></D:prop>
S: | <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>
C: PROPFIND /.well-known/caldav
S: 404
C: PROPFIND /.well-known/carddav
S: 404
C: PROPFIND /dav/
C: Depth: 1
C: | current-user-privilege-set
S: 207
S: | <D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:response><D:href>/dav/c/</D:href>
S: | <D:propstat><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:current-user-privilege-set>
S: | <D:privilege><D:read/></D:privilege></D:current-user-privilege-set></D:prop>
S: | <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>
)");
  CHECK(talk.collection().create(item_a, "text").error().kind == ErrorKind::forbidden);
  CHECK(talk.collection().remove(item_a, Etag("\"1\"")).error().kind == ErrorKind::forbidden);
  auto source = source_for(talk.origin() + folder);
  const auto found = source.discover();
  INFO((found ? "" : describe(found.error())));
  REQUIRE(found.has_value());
  REQUIRE(found->collections.size() == 1);
  CHECK(found->collections.front().read_only);
}

TEST_CASE("transcript: a removal whose item is gone already says not found") {
  Conversation talk(R"(
C: DELETE /dav/c/a.ics
C: If-Match: "1"
S: 412
C: GET /dav/c/a.ics
S: 404
C: DELETE /dav/c/a.ics
S: 412
C: GET /dav/c/a.ics
S: 200
S: ETag: "2"
S: | text
C: DELETE /dav/c/a.ics
S: 404
)");
  CHECK(talk.collection().remove(item_a, Etag("\"1\"")).error().kind == ErrorKind::not_found);
  CHECK(talk.collection().remove(item_a, Etag("\"1\"")).error().kind == ErrorKind::precondition);
  CHECK(talk.collection().remove(item_a, Etag("\"1\"")).error().kind == ErrorKind::not_found);
}

TEST_CASE("transcript: a UID that is taken elsewhere is told as such") {
  for (const std::string condition : {"no-uid-conflict", "unique-scheduling-object-resource"}) {
    Conversation talk("C: PUT /dav/c/a.ics\nS: 403\nS: | <D:error xmlns:D=\"DAV:\"><x:" + condition +
                      " xmlns:x=\"urn:ietf:params:xml:ns:caldav\"/></D:error>\n");
    const auto refused = talk.collection().create(item_a, "text");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::invalid);
    CHECK(english(refused.error()).find("another item with the same UID") != std::string::npos);
  }
}

TEST_CASE("transcript: a server that asks for patience is told as such") {
  http::Settings impatient = quick_settings();
  impatient.retries.count = 0;
  Conversation talk(R"(
C: REPORT /dav/c/
S: 429
S: Retry-After: 120
C: PUT /dav/c/a.ics
S: 503
S: Retry-After: 30
)",
                    false, impatient);
  const auto listing = talk.changes("data:,1");
  REQUIRE_FALSE(listing.has_value());
  CHECK(listing.error().kind == ErrorKind::too_many);
  CHECK(listing.error().retry_after == std::chrono::seconds(120));
  const auto written = talk.collection().create(item_a, "text");
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().kind == ErrorKind::server);
  CHECK(written.error().retry_after == std::chrono::seconds(30));
}

TEST_CASE("transcript: an answer in chunks is read whole, one that breaks off is an error") {
  Conversation talk(R"(
C: REPORT /dav/c/
S: 207
S: Transfer-Encoding: chunked
S: item a.ics "1" BEGIN:VCALENDAR
S: token data:,1
C: REPORT /dav/c/
S: 207
S: close
S: item a.ics "1" BEGIN:VCALENDAR
S: token data:,1
)");
  const auto whole = talk.changes("");
  REQUIRE(whole.has_value());
  CHECK(talk.received.items.at(item_a.value).text == "BEGIN:VCALENDAR");
  CHECK(whole->token == SyncToken("data:,1"));
  Received none;
  const auto broken = talk.collection().changes(SyncToken(), none.taker());
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().kind == ErrorKind::network);
}
