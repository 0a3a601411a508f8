// The whole life of items on real servers.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/interop/account.h"
#include "tests/support/in_english.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

/// The etag that belongs to what the server now has: that of the write, else read back.
Etag current_etag(RemoteCollection& collection, const Href& href) {
  Received received;
  const auto errors = collection.fetch(std::vector<Href>{href}, received.taker());
  REQUIRE(errors.has_value());
  REQUIRE(errors->empty());
  REQUIRE(received.items.size() == 1);
  return received.items.begin()->second.etag;
}

std::vector<std::string> names(const sync::Listing& listing) {
  std::vector<std::string> hrefs;
  for (const auto& member : listing.members) hrefs.push_back(member.href.value);
  std::sort(hrefs.begin(), hrefs.end());
  return hrefs;
}

sync::Listing list(RemoteCollection& collection, const SyncToken& since, Received& received) {
  auto listing = collection.changes(since, received.taker());
  INFO((listing ? "" : describe(listing.error())));
  REQUIRE(listing.has_value());
  return *listing;
}

/// What a server does otherwise, rightly or not.
struct Habits {
  bool repeats_last_second = false;      ///< SOGo: a token is a second, whose items come again
  bool bad_token_gives_a_delta = false;  ///< SOGo: everything that is and was, not known to be complete
};

/// Empty → three items → one edited, one deleted → conditions hold → bad token → all again.
void live(dav::DavSource& source, const sync::Collection& where, bool cards, const Habits& habits) {
  auto opened = source.open(where);
  REQUIRE(opened.has_value());
  RemoteCollection& collection = **opened;
  Received first;
  const auto empty = list(collection, SyncToken(), first);
  CHECK(empty.complete);
  CHECK(empty.members.empty());
  CHECK(empty.token.empty());

  const Href a = collection.href_for(Uid("ann-1"));
  const Href b = collection.href_for(Uid("bob-2"));
  const Href c = collection.href_for(Uid("odd uid/with:signs+é"));
  for (const auto& [href, uid] :
       {std::pair(a, "ann-1"), std::pair(b, "bob-2"), std::pair(c, "odd uid/with:signs+é")}) {
    const auto written = collection.create(href, item(cards, uid, "Ann"));
    INFO((written ? "" : describe(written.error())));
    REQUIRE(written.has_value());
    CHECK(written->href == href);
  }
  const auto again = collection.create(a, item(cards, "ann-1", "Other"));
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().kind == ErrorKind::precondition);

  Received all;
  const auto full = list(collection, SyncToken(), all);
  CHECK(full.complete);
  CHECK(full.removed.empty());
  CHECK(names(full).size() == 3);
  CHECK_FALSE(full.token.empty());
  Received fetched;
  const auto missing =
      collection.fetch(std::vector<Href>{c, a, collection.href_for(Uid("nobody")), b}, fetched.taker());
  INFO((missing ? "" : describe(missing.error())));
  REQUIRE(missing.has_value());
  CHECK(fetched.items.size() == 3);
  REQUIRE(missing->size() == 1);
  CHECK(missing->front().error.kind == ErrorKind::not_found);
  CHECK(fetched.items.at(a.value).text.find("ann-1") != std::string::npos);

  const int before = source.traffic().requests;
  Received none;
  const auto same = list(collection, full.token, none);
  CHECK(source.traffic().requests - before == 1);
  if (!habits.repeats_last_second) CHECK(same.members.empty());
  CHECK(same.removed.empty());
  CHECK_FALSE(same.complete);

  const Etag old = current_etag(collection, a);
  REQUIRE(collection.update(a, old, item(cards, "ann-1", "Anna")).has_value());
  const auto stale = collection.update(a, old, item(cards, "ann-1", "Annabel"));
  REQUIRE_FALSE(stale.has_value());
  CHECK(stale.error().kind == ErrorKind::precondition);
  const auto refused = collection.remove(a, old);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::precondition);
  REQUIRE(collection.remove(b, current_etag(collection, b)).has_value());
  const auto gone = collection.remove(b, Etag("\"whatever\""));
  REQUIRE_FALSE(gone.has_value());
  CHECK((gone.error().kind == ErrorKind::not_found || gone.error().kind == ErrorKind::precondition));

  Received changed;
  const auto delta = list(collection, full.token, changed);
  const auto delta_names = names(delta);
  CHECK(std::find(delta_names.begin(), delta_names.end(), a.value) != delta_names.end());
  if (!delta.complete) {
    if (!habits.repeats_last_second) CHECK(delta_names == std::vector<std::string>{a.value});
    CHECK(delta.removed == std::vector<Href>{b});
  } else {
    CHECK(std::find(delta_names.begin(), delta_names.end(), b.value) == delta_names.end());
  }

  Received rest;
  const auto rescued = list(collection, SyncToken("http://example.org/no/such/token"), rest);
  CHECK(rescued.complete != habits.bad_token_gives_a_delta);
  CHECK(rescued.removed == (rescued.complete ? std::vector<Href>() : std::vector<Href>{b}));
  CHECK(names(rescued).size() == 2);
}

void run(const std::string& name, const Habits& habits = {}) {
  const auto server = ServerProcess::start(name);
  if (!server) return;
  make_collections(*server);
  auto source = source_for(server->url());
  const auto found = source.discover();
  INFO((found ? "" : describe(found.error())));
  REQUIRE(found.has_value());
  CHECK(found->context_url.starts_with(server->url()));
  for (const bool cards : {true, false}) {
    const auto where = find_collection(*found, cards);
    CHECK_FALSE(where.name.empty());
    CHECK_FALSE(where.read_only);
    CHECK(where.url.ends_with("/"));
    INFO(name << (cards ? " cards" : " events"));
    live(source, where, cards, habits);
  }
}

}  // namespace

TEST_CASE("radicale: discovery and the life of items", "[interop]") { run("radicale"); }
TEST_CASE("xandikos: discovery and the life of items", "[interop]") { run("xandikos"); }
TEST_CASE("Cyrus: discovery and the life of items", "[interop]") { run("cyrus"); }
TEST_CASE("sabre/dav: discovery and the life of items", "[interop]") { run("sabre"); }
TEST_CASE("DAViCal: discovery and the life of items", "[.soak]") { run("davical"); }
TEST_CASE("SOGo: discovery and the life of items", "[.soak]") { run("sogo", {true, true}); }

TEST_CASE("a wrong password is named as such by every server that asks for one", "[interop]") {
  for (const char* name : {"radicale", "cyrus", "sabre"}) {
    const auto server = ServerProcess::start(name);
    if (!server) continue;
    auto source = source_for(server->url(), "wrong");
    const auto found = source.discover();
    INFO(name);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().kind == ErrorKind::auth);
    CHECK(tests::english(found.error()).find("password") != std::string::npos);
    CHECK(source.traffic().requests <= 2);
  }
}

TEST_CASE("Cyrus: a vCard 4.0 comes back as 4.0 and a 3.0 as 3.0", "[interop]") {
  const auto server = ServerProcess::start("cyrus");
  if (!server) return;
  auto source = source_for(server->url());
  const auto found = source.discover();
  REQUIRE(found.has_value());
  auto collection = *source.open(find_collection(*found, true));
  const Href old = collection->href_for(Uid("old"));
  const Href recent = collection->href_for(Uid("recent"));
  REQUIRE(collection->create(old, card("old", "Old", "3.0")).has_value());
  REQUIRE(collection->create(recent, card("recent", "Recent", "4.0")).has_value());
  Received received;
  const auto listing = collection->changes(SyncToken(), received.taker());
  REQUIRE(listing.has_value());
  CHECK(listing->members.size() == 2);
  CHECK(received.items.size() == 1);
  CHECK(received.items.at(old.value).text.find("VERSION:3.0") != std::string::npos);
  Received fetched;
  REQUIRE(collection->fetch(std::vector<Href>{old, recent}, fetched.taker()).has_value());
  CHECK(fetched.items.at(old.value).text.find("VERSION:3.0") != std::string::npos);
  CHECK(fetched.items.at(recent.value).text.find("VERSION:4.0") != std::string::npos);
}

TEST_CASE(
    "Cyrus: a token with another number hides nothing, or all is named and the daily list tells the rest",
    "[interop]") {
  const auto server = ServerProcess::start("cyrus");
  if (!server) return;
  auto source = source_for(server->url());
  const auto found = source.discover();
  REQUIRE(found.has_value());
  auto collection = *source.open(find_collection(*found, true));
  for (const std::string uid : {"stays", "goes"})
    REQUIRE(collection->create(collection->href_for(Uid(uid)), card(uid, "Ann")).has_value());
  Received all;
  const std::string token = list(*collection, {}, all).token.value;
  const Href gone = collection->href_for(Uid("goes"));
  REQUIRE(collection->remove(gone, current_etag(*collection, gone)).has_value());
  const std::size_t number = token.rfind('-') + 1;
  for (const std::string other : {"0", "1", "9", "99", "x"}) {
    INFO(token << " with " << other);
    Received received;
    const auto listing = list(*collection, SyncToken(token.substr(0, number) + other), received);
    const bool everything = other == "0";  // without what went, and as if it were changes
    CHECK(listing.complete == (other == "9" || other == "99" || other == "x"));
    CHECK(listing.removed ==
          (listing.complete || everything ? std::vector<Href>() : std::vector<Href>{gone}));
    if (listing.complete || everything) CHECK(listing.members.size() == 1);
  }
  const auto daily = collection->list_all();
  REQUIRE(daily.has_value());
  CHECK(daily->complete);
  CHECK(daily->members.size() == 1);
}

TEST_CASE("Cyrus: few changed cards are asked about by UID, each comes in its own version", "[interop]") {
  const auto server = ServerProcess::start("cyrus");
  if (!server) return;
  auto writer = source_for(server->url());
  const auto found = writer.discover();
  REQUIRE(found.has_value());
  const auto where = find_collection(*found, true);
  auto written = *writer.open(where);
  const Href old = written->href_for(Uid("old, <&>"));
  const Href recent = written->href_for(Uid("recent"));
  REQUIRE(written->create(old, card("old, <&>", "Old", "3.0")).has_value());
  REQUIRE(written->create(recent, card("recent", "Recent", "4.0")).has_value());
  Received all;
  const auto token = list(*written, {}, all).token;
  REQUIRE(written->update(old, current_etag(*written, old), card("old, <&>", "Older", "3.0")).has_value());
  REQUIRE(
      written->update(recent, current_etag(*written, recent), card("recent", "Newer", "4.0")).has_value());

  auto reader = source_for(server->url());
  auto collection = *reader.open(where);
  Received received;
  const auto delta = list(*collection, token, received);
  CHECK(delta.members.size() == 2);
  CHECK(received.items.size() == 1);
  CHECK(received.items.at(old.value).text.find("VERSION:3.0") != std::string::npos);
  CHECK(reader.traffic().requests == 3);  // the list with texts, the offered versions, the question by UID
  const auto errors = collection->fetch(std::vector<Href>{recent}, received.taker());
  REQUIRE(errors.has_value());
  CHECK(received.items.at(recent.value).text.find("VERSION:4.0") != std::string::npos);
  CHECK(reader.traffic().requests == 4);

  auto knowing = source_for(server->url());
  auto known = *knowing.open(where);
  known->skip_held([&](const Href& href, const Etag& etag) {
    return std::any_of(delta.members.begin(), delta.members.end(),
                       [&](const sync::Member& one) { return one.href == href && one.etag == etag; });
  });
  Received none;
  CHECK(list(*known, token, none).members.size() == 2);
  CHECK(none.items.empty());
  CHECK(knowing.traffic().requests == 1);  // nothing is asked about what is here already

  auto other = source_for(server->url());
  auto unknown = *other.open(where);
  Received fetched;
  REQUIRE(unknown->fetch(std::vector<Href>{old, recent}, fetched.taker()).has_value());
  CHECK(fetched.items.at(old.value).text.find("VERSION:3.0") != std::string::npos);
  CHECK(fetched.items.at(recent.value).text.find("VERSION:4.0") != std::string::npos);
}
