// The contract of RemoteCollection (core/ports.h), the same for the fake and for every real place.
#include <catch2/catch.hpp>

#include "core/text/document.h"
#include "tests/contract/mirror.h"
#include "tests/contract/places.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

std::string card(const std::string& uid, const std::string& name, const std::string& more = "") {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name + ";;;;\r\n" + more +
         "END:VCARD\r\n";
}

bool same_meaning(const std::string& left, const std::string& right) {
  return text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
}

/// A client, or the message that there is no such server here.
template <class Place>
std::unique_ptr<RemoteCollection> client_of(Place& place) {
  auto client = place.client();
  if (!client) WARN("skipped: the server is not installed");
  return client;
}

Href put(RemoteCollection& collection, const std::string& uid, const std::string& text) {
  const Href href = collection.href_for(Uid(uid));
  const auto written = collection.create(href, text);
  INFO(uid << ": " << (written ? std::string() : describe(written.error())));
  REQUIRE(written);
  return written->href;
}

}  // namespace

// DAViCal and SOGo need a database and are left to the soak run (see CMakeLists.txt).
#ifdef GOODTURN_SOAK
#define PLACES DavicalPlace, SogoPlace
#else
#define PLACES FakePlace, FolderPlace, RadicalePlace, XandikosPlace, CyrusPlace, SabrePlace
#endif

TEMPLATE_TEST_CASE("an empty collection is listed completely and without a token", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  Mirror mirror(*collection);
  mirror.pull();
  CHECK(mirror.was_complete());
  CHECK(mirror.items().empty());
  CHECK(mirror.token().empty());
}

TEMPLATE_TEST_CASE("a created item is there with an etag, and is not created twice", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href href = put(*collection, "ada", card("ada", "Ada Example"));
  CHECK(collection->create(href, card("ada", "Someone Else")).error().kind == ErrorKind::precondition);
  Mirror mirror(*collection);
  mirror.pull();
  REQUIRE(mirror.items().size() == 1);
  CHECK_FALSE(mirror.at(href).etag.empty());
  CHECK(same_meaning(mirror.at(href).text, card("ada", "Ada Example")));
}

TEMPLATE_TEST_CASE("only what changed comes, and nothing comes when nothing changed", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href ada = put(*collection, "ada", card("ada", "Ada Example"));
  const Href bob = put(*collection, "bob", card("bob", "Bob Example"));
  Mirror mirror(*collection);
  mirror.pull();
  CHECK(mirror.received() == 2);
  mirror.pull();
  if (!TestType::keeps.repeats_last_second) CHECK(mirror.received() == 0);
  CHECK(mirror.dropped() == 0);
  REQUIRE(collection->update(ada, mirror.at(ada).etag, card("ada", "Ada Other")));
  REQUIRE(collection->remove(bob, mirror.at(bob).etag));
  put(*collection, "cem", card("cem", "Cem Example"));
  mirror.pull();
  CHECK(mirror.received() == 2);
  CHECK(mirror.dropped() == 1);
  CHECK(same_meaning(mirror.at(ada).text, card("ada", "Ada Other")));
}

TEMPLATE_TEST_CASE("all members are named again, with the etags of their texts, whatever was listed before",
                   "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href ada = put(*collection, "ada", card("ada", "Ada Example"));
  put(*collection, "bob", card("bob", "Bob Example"));
  Mirror mirror(*collection);
  mirror.pull();
  const auto listing = collection->list_all();
  REQUIRE(listing);
  CHECK(listing->complete);
  CHECK(listing->removed.empty());
  REQUIRE(listing->members.size() == 2);
  for (const sync::Member& member : listing->members) CHECK(mirror.at(member.href).etag == member.etag);
}

TEMPLATE_TEST_CASE("a stale etag changes nothing", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href href = put(*collection, "ada", card("ada", "Ada Example"));
  Mirror mirror(*collection);
  mirror.pull();
  const Etag old = mirror.at(href).etag;
  REQUIRE(collection->update(href, old, card("ada", "Ada Second")));
  CHECK(collection->update(href, old, card("ada", "Ada Third")).error().kind == ErrorKind::precondition);
  CHECK(collection->remove(href, old).error().kind == ErrorKind::precondition);
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, card("ada", "Ada Second")));
}

TEMPLATE_TEST_CASE("an etag that a write gave is good for the next write", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href href = collection->href_for(Uid("ada"));
  auto written = collection->create(href, card("ada", "Ada 0"));
  for (int i = 1; i < 5; ++i) {
    REQUIRE(written);
    Mirror mirror(*collection);
    mirror.pull();
    // An empty etag means "read it back".
    const Etag etag = written->etag.empty() ? mirror.at(written->href).etag : written->etag;
    CHECK(mirror.at(written->href).etag == etag);
    written = collection->update(written->href, etag, card("ada", "Ada " + std::to_string(i)));
  }
  CHECK(written);
}

TEMPLATE_TEST_CASE("a removed item is gone, and removing it again says so", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href href = put(*collection, "ada", card("ada", "Ada Example"));
  put(*collection, "bob", card("bob", "Bob Example"));
  Mirror mirror(*collection);
  mirror.pull();
  const Etag etag = mirror.at(href).etag;
  REQUIRE(collection->remove(href, etag));
  CHECK(collection->remove(href, etag).error().kind == ErrorKind::not_found);
  CHECK_FALSE(collection->update(href, etag, card("ada", "Ada Back")));
  mirror.pull();
  CHECK(mirror.items().size() == 1);
}

TEMPLATE_TEST_CASE("an item that went and came anew between two looks is seen", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href href = put(*collection, "ada", card("ada", "Ada Example"));
  Mirror mirror(*collection);
  mirror.pull();
  REQUIRE(collection->remove(href, mirror.at(href).etag));
  REQUIRE(put(*collection, "ada", card("ada", "Ada Anew")) == href);
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, card("ada", "Ada Anew")));
  REQUIRE(collection->update(href, mirror.at(href).etag, card("ada", "Ada Third")));
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, card("ada", "Ada Third")));
}

TEMPLATE_TEST_CASE("a missing item is named and the others come", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const Href ada = put(*collection, "ada", card("ada", "Ada Example"));
  const Href none = collection->href_for(Uid("none"));
  std::vector<Href> given;
  const auto errors = collection->fetch(std::vector<Href>{none, ada}, [&](sync::RemoteItem item) {
    given.push_back(item.href);
    return Result<void>{};
  });
  REQUIRE(errors);
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().href == none);
  CHECK(errors->front().error.kind == ErrorKind::not_found);
  CHECK(given == std::vector<Href>{ada});
}

TEMPLATE_TEST_CASE("lines that nobody knows survive", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const std::string text = card("ada", "Ada Example",
                                "item1.X-ABDATE:2019-05-02\r\nitem1.X-ABLabel:first met\r\n"
                                "X-GOODTURN-ROLE;X-GOODTURN-SINCE=20250201:mentor\r\nX-ODD;X-P=" +
                                    std::string(TestType::keeps.odd_parameter) +
                                    ":\\n\\, ü\r\n"
                                    "CATEGORIES:friends,mentor\r\nNOTE:one\\, two\\nthree\r\n");
  const Href href = put(*collection, "ada", text);
  Mirror mirror(*collection);
  mirror.pull();
  INFO(mirror.at(href).text);
  CHECK(same_meaning(mirror.at(href).text, text));
}

TEMPLATE_TEST_CASE("odd UIDs make safe and different names", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  const std::vector<std::string> uids = {"a/b",
                                         "a b",
                                         "a%20b",
                                         "../up",
                                         "urn:uuid:1",
                                         "Ünï-cödé",
                                         "a?b=c",
                                         "a#b",
                                         "UPPER",
                                         "upper",
                                         std::string(TestType::keeps.longest_uid, 'x')};
  std::map<std::string, std::string> expected;
  for (const auto& uid : uids) expected[put(*collection, uid, card(uid, "Name " + uid)).value] = uid;
  CHECK(expected.size() == uids.size());
  Mirror mirror(*collection);
  mirror.pull();
  REQUIRE(mirror.items().size() == uids.size());
  for (const auto& [href, uid] : expected)
    CHECK(text::uid_of(text::Document::parse(mirror.items().at(href).text)) == uid);
}

TEMPLATE_TEST_CASE("an item of a megabyte comes back whole", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  std::string note = "NOTE:";
  while (note.size() < 1'000'000) note += "a long story, told slowly ";
  for (auto at = note.find(','); at != std::string::npos; at = note.find(',', at + 2)) note.insert(at, "\\");
  const std::string text = card("ada", "Ada Example", note + "end\r\n");
  const Href href = put(*collection, "ada", text);
  Mirror mirror(*collection);
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, text));
}

TEMPLATE_TEST_CASE("of two clients the second must look before it writes", "[contract]", PLACES) {
  TestType place;
  const auto first = client_of(place);
  if (!first) return;
  const auto second = place.client();
  const Href href = put(*first, "ada", card("ada", "Ada Example"));
  Mirror mine(*first);
  Mirror theirs(*second);
  mine.pull();
  theirs.pull();
  REQUIRE(first->update(href, mine.at(href).etag, card("ada", "Ada Mine")));
  CHECK(second->update(href, theirs.at(href).etag, card("ada", "Ada Theirs")).error().kind ==
        ErrorKind::precondition);
  theirs.pull();
  CHECK(same_meaning(theirs.at(href).text, card("ada", "Ada Mine")));
  REQUIRE(second->update(href, theirs.at(href).etag, card("ada", "Ada Theirs")));
  CHECK(first->create(href, card("ada", "Ada Again")).error().kind == ErrorKind::precondition);
  mine.pull();
  theirs.pull();
  CHECK(mine.texts() == theirs.texts());
}

TEMPLATE_TEST_CASE("after an invalid token everything is known again, also what went away", "[contract]",
                   PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  put(*collection, "ada", card("ada", "Ada Example"));
  put(*collection, "bob", card("bob", "Bob Example"));
  const Href cem = put(*collection, "cem", card("cem", "Cem Example"));
  Mirror before(*collection);
  before.pull();
  REQUIRE(before.items().size() == 3);
  REQUIRE(collection->remove(cem, before.at(cem).etag));
  for (const char* token : {"http://example.org/no-such-token", "vdir:0000", "fake:999999",
                            "garbage \xc3\xa9 <&>", "data:,987654"}) {
    INFO(token);
    Mirror mirror = before;
    mirror.set_token(SyncToken(token));
    mirror.pull();
    CHECK(mirror.items().size() == 2);
    CHECK(mirror.dropped() == 1);
  }
}

TEMPLATE_TEST_CASE("more items than fit one request all come, each once", "[contract]", PLACES) {
  TestType place;
  const auto collection = client_of(place);
  if (!collection) return;
  for (int i = 0; i < 130; ++i) {
    const std::string uid = "person-" + std::to_string(i);
    put(*collection, uid, card(uid, "Person " + std::to_string(i)));
  }
  Mirror mirror(*collection);
  mirror.pull();
  CHECK(mirror.received() == 130);
  CHECK(mirror.items().size() == 130);
}
