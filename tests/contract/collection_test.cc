// The contract of RemoteCollection (core/ports.h), the same for the fake and for every real place, with
// cards, events, tasks and journal entries.
#include <catch2/catch.hpp>

#include "core/text/document.h"
#include "tests/contract/mirror.h"
#include "tests/contract/places.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

bool same_meaning(const std::string& left, const std::string& right) {
  return text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
}

/// One of the places with a client; every test is run once with each.
struct Tried {
  explicit Tried(PlaceName tried) : name(tried.text()), place(make_place(tried)), client(place->client()) {
    if (!client) WARN("skipped: the server is not installed");
  }

  [[nodiscard]] std::string item(const std::string& uid, const std::string& title,
                                 const std::string& lines = {}) const {
    return item_of(place->kind(), uid, title, lines);
  }
  Href put(const std::string& uid, const std::string& text) const {
    const Href href = client->href_for(Uid(uid));
    const auto written = client->create(href, text);
    INFO(name << ": " << uid << ": " << (written ? std::string() : describe(written.error())));
    REQUIRE(written);
    return written->href;
  }
  Href put_named(const std::string& uid, const std::string& title) const {
    return put(uid, item(uid, title));
  }

  std::string name;
  std::unique_ptr<Place> place;
  std::unique_ptr<RemoteCollection> client;
};

}  // namespace

TEST_CASE("an empty collection is listed completely and without a token", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  Mirror mirror(collection);
  mirror.pull();
  CHECK(mirror.was_complete());
  CHECK(mirror.items().empty());
  CHECK(mirror.token().empty());
}

TEST_CASE("a created item is there with an etag, and is not created twice", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href href = at.put_named("ada", "Ada Example");
  CHECK(collection.create(href, at.item("ada", "Someone Else")).error().kind == ErrorKind::precondition);
  Mirror mirror(collection);
  mirror.pull();
  REQUIRE(mirror.items().size() == 1);
  CHECK_FALSE(mirror.at(href).etag.empty());
  CHECK(same_meaning(mirror.at(href).text, at.item("ada", "Ada Example")));
}

TEST_CASE("only what changed comes, and nothing comes when nothing changed", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href ada = at.put_named("ada", "Ada Example");
  const Href bob = at.put_named("bob", "Bob Example");
  Mirror mirror(collection);
  mirror.pull();
  CHECK(mirror.received() == 2);
  mirror.pull();
  if (!at.place->keeps().repeats_last_second) CHECK(mirror.received() == 0);
  CHECK(mirror.dropped() == 0);
  REQUIRE(collection.update(ada, mirror.at(ada).etag, at.item("ada", "Ada Other")));
  REQUIRE(collection.remove(bob, mirror.at(bob).etag));
  at.put_named("cem", "Cem Example");
  mirror.pull();
  CHECK(mirror.received() == 2);
  CHECK(mirror.dropped() == 1);
  CHECK(same_meaning(mirror.at(ada).text, at.item("ada", "Ada Other")));
}

TEST_CASE("all members are named again, with the etags of their texts, whatever was listed before",
          "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href ada = at.put_named("ada", "Ada Example");
  at.put_named("bob", "Bob Example");
  Mirror mirror(collection);
  mirror.pull();
  const auto listing = collection.list_all();
  REQUIRE(listing);
  CHECK(listing->complete);
  CHECK(listing->removed.empty());
  REQUIRE(listing->members.size() == 2);
  for (const sync::Member& member : listing->members) CHECK(mirror.at(member.href).etag == member.etag);
}

TEST_CASE("a stale etag changes nothing", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href href = at.put_named("ada", "Ada Example");
  Mirror mirror(collection);
  mirror.pull();
  const Etag old = mirror.at(href).etag;
  REQUIRE(collection.update(href, old, at.item("ada", "Ada Second")));
  CHECK(collection.update(href, old, at.item("ada", "Ada Third")).error().kind == ErrorKind::precondition);
  CHECK(collection.remove(href, old).error().kind == ErrorKind::precondition);
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, at.item("ada", "Ada Second")));
}

TEST_CASE("an etag that a write gave is good for the next write", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href href = collection.href_for(Uid("ada"));
  auto written = collection.create(href, at.item("ada", "Ada 0"));
  for (int i = 1; i < 5; ++i) {
    REQUIRE(written);
    Mirror mirror(collection);
    mirror.pull();
    // An empty etag means "read it back".
    const Etag etag = written->etag.empty() ? mirror.at(written->href).etag : written->etag;
    CHECK(mirror.at(written->href).etag == etag);
    written = collection.update(written->href, etag, at.item("ada", "Ada " + std::to_string(i)));
  }
  CHECK(written);
}

TEST_CASE("a removed item is gone, and removing it again says so", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href href = at.put_named("ada", "Ada Example");
  at.put_named("bob", "Bob Example");
  Mirror mirror(collection);
  mirror.pull();
  const Etag etag = mirror.at(href).etag;
  REQUIRE(collection.remove(href, etag));
  CHECK(collection.remove(href, etag).error().kind == ErrorKind::not_found);
  CHECK_FALSE(collection.update(href, etag, at.item("ada", "Ada Back")));
  mirror.pull();
  CHECK(mirror.items().size() == 1);
}

TEST_CASE("an item that went and came anew between two looks is seen", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href href = at.put_named("ada", "Ada Example");
  Mirror mirror(collection);
  mirror.pull();
  REQUIRE(collection.remove(href, mirror.at(href).etag));
  REQUIRE(at.put_named("ada", "Ada Anew") == href);
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, at.item("ada", "Ada Anew")));
  REQUIRE(collection.update(href, mirror.at(href).etag, at.item("ada", "Ada Third")));
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, at.item("ada", "Ada Third")));
}

TEST_CASE("an item that came and went between two looks is no news", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  const Href ada = at.put_named("ada", "Ada Example");
  Mirror mirror(*at.client);
  mirror.pull();
  const Href bob = at.put_named("bob", "Bob Example");
  Mirror other(*at.client);
  other.pull();
  REQUIRE(at.client->remove(bob, other.at(bob).etag));
  mirror.pull();
  if (!at.place->keeps().repeats_last_second) CHECK(mirror.received() == 0);
  CHECK(mirror.dropped() == 0);
  REQUIRE(mirror.items().size() == 1);
  CHECK(same_meaning(mirror.at(ada).text, at.item("ada", "Ada Example")));
}

TEST_CASE("the same text written again is the same version or one more", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  const Href href = at.put_named("ada", "Ada Example");
  Mirror mirror(*at.client);
  mirror.pull();
  REQUIRE(at.client->update(href, mirror.at(href).etag, at.item("ada", "Ada Example")));
  mirror.pull();
  CHECK(mirror.items().size() == 1);
  REQUIRE(at.client->update(href, mirror.at(href).etag, at.item("ada", "Ada Second")));
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, at.item("ada", "Ada Second")));
}

TEST_CASE("a missing item is named and the others come", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  const Href ada = at.put_named("ada", "Ada Example");
  const Href none = collection.href_for(Uid("none"));
  std::vector<Href> given;
  const auto errors = collection.fetch(std::vector<Href>{none, ada}, [&](sync::RemoteItem item) {
    given.push_back(item.href);
    return Result<void>{};
  });
  REQUIRE(errors);
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().href == none);
  CHECK(errors->front().error.kind == ErrorKind::not_found);
  CHECK(given == std::vector<Href>{ada});
}

TEST_CASE("lines that nobody knows survive", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  const std::string text =
      at.item("ada", "Ada Example", unknown_lines(at.place->kind(), at.place->keeps().spelling));
  const Href href = at.put("ada", text);
  Mirror mirror(*at.client);
  mirror.pull();
  INFO(mirror.at(href).text);
  CHECK(same_meaning(mirror.at(href).text, text));
}

TEST_CASE("odd UIDs make safe and different names", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::many))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
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
                                         std::string(at.place->keeps().longest_uid, 'x')};
  std::map<std::string, std::string> expected;
  for (const auto& uid : uids) expected[at.put_named(uid, "Name " + uid).value] = uid;
  CHECK(expected.size() == uids.size());
  Mirror mirror(collection);
  mirror.pull();
  REQUIRE(mirror.items().size() == uids.size());
  for (const auto& [href, uid] : expected)
    CHECK(text::uid_of(text::Document::parse(mirror.items().at(href).text)) == uid);
}

TEST_CASE("an item of a megabyte comes back whole", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::many))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  std::string note = note_in(at.place->kind()) + ":";
  while (note.size() < 1'000'000) note += "a long story\\, told slowly ";
  const std::string text = at.item("ada", "Ada Example", note + "end\r\n");
  const Href href = at.put("ada", text);
  Mirror mirror(collection);
  mirror.pull();
  CHECK(same_meaning(mirror.at(href).text, text));
}

TEST_CASE("of two clients the second must look before it writes", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection* const first = at.client.get();
  const auto second = at.place->client();
  const Href href = at.put_named("ada", "Ada Example");
  Mirror mine(*first);
  Mirror theirs(*second);
  mine.pull();
  theirs.pull();
  REQUIRE(first->update(href, mine.at(href).etag, at.item("ada", "Ada Mine")));
  CHECK(second->update(href, theirs.at(href).etag, at.item("ada", "Ada Theirs")).error().kind ==
        ErrorKind::precondition);
  theirs.pull();
  CHECK(same_meaning(theirs.at(href).text, at.item("ada", "Ada Mine")));
  REQUIRE(second->update(href, theirs.at(href).etag, at.item("ada", "Ada Theirs")));
  CHECK(first->create(href, at.item("ada", "Ada Again")).error().kind == ErrorKind::precondition);
  mine.pull();
  theirs.pull();
  CHECK(mine.texts() == theirs.texts());
}

TEST_CASE("after an invalid token everything is known again, also what went away", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::few))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  at.put_named("ada", "Ada Example");
  at.put_named("bob", "Bob Example");
  const Href cem = at.put_named("cem", "Cem Example");
  Mirror before(collection);
  before.pull();
  REQUIRE(before.items().size() == 3);
  REQUIRE(collection.remove(cem, before.at(cem).etag));
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

TEST_CASE("many items all come, each once", "[contract]") {
  const Tried at(GENERATE(from_range(places_for(Requests::many))));
  INFO(at.name);
  if (!at.client) return;
  RemoteCollection& collection = *at.client;
  for (int i = 0; i < 130; ++i) {
    const std::string uid = "person-" + std::to_string(i);
    at.put_named(uid, "Person " + std::to_string(i));
  }
  Mirror mirror(collection);
  mirror.pull();
  CHECK(mirror.received() == 130);
  CHECK(mirror.items().size() == 130);
}
