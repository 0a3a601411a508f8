// Taking back one's own writes to a server: creations, changes and deletions, and when it is refused.
#include "helper/sync/undo_write.h"

#include "helper/accounts/accounts.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

const std::string ada = card("urn:uuid:ada", "Ada Example", "EMAIL:ada@example.org\r\n");
const std::string bob = card("urn:uuid:bob", "Bob Example", "X-ODD;P=1:kept\r\n");

/// An address book that may be written, with Ada on both sides.
class Book {
 public:
  Book() {
    test.server.put("book/", "ada.vcf", ada);
    test.set_up();
    test.sync();
    REQUIRE(edit_collection(test.world(), id(), {{}, {}, true}));
  }

  sync::CollectionId id() { return test.collection("book").id; }
  void put(const std::string& href, const std::string& uid, const std::string& text) {
    auto items = Items::open(test.world());
    REQUIRE(items);
    REQUIRE(items->put({id(), Href(href), Uid(uid), text}));
  }
  void remove(const std::string& href) {
    auto items = Items::open(test.world());
    REQUIRE(items);
    REQUIRE(items->remove(id(), Href(href)));
  }
  [[nodiscard]] std::string here(const std::string& href) {
    const auto item = test.world().store.item(id(), Href(href));
    REQUIRE(item);
    return *item ? (*item)->text : "";
  }
  [[nodiscard]] std::string there(const std::string& href) {
    const auto& items = test.server.collections["book/"];
    const auto found = items.find(href);
    return found == items.end() ? "" : found->second.text;
  }
  /// The newest row of the change log.
  [[nodiscard]] sync::LoggedWrite last() {
    const auto writes = test.world().store.writes(1);
    REQUIRE(writes);
    REQUIRE(writes->size() == 1);
    return writes->front();
  }
  /// Sends a new card and gives the row about it.
  sync::LoggedWrite send_bob() {
    put("bob.vcf", "urn:uuid:bob", bob);
    test.sync();
    REQUIRE(there("bob.vcf") == bob);
    REQUIRE(last().kind == sync::IntentKind::create);
    return last();
  }
  /// Sends the deletion of Bob's card and gives the row about it.
  sync::LoggedWrite delete_bob() {
    send_bob();
    remove("bob.vcf");
    test.sync();
    REQUIRE(there("bob.vcf").empty());
    REQUIRE(last().kind == sync::IntentKind::remove);
    return last();
  }
  /// Undoing is refused and changes nothing on either side.
  void refuses(const sync::LoggedWrite& write, ErrorKind kind) {
    const auto before = test.server.collections["book/"].size();
    const int writes = test.server.writes;
    const auto undone = undo_write(test.world(), write.id);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().kind == kind);
    CHECK(test.server.writes == writes);
    CHECK(test.server.collections["book/"].size() == before);
    const auto row = test.world().store.logged_write(write.id);
    REQUIRE(row);
    REQUIRE(*row);
    CHECK_FALSE((*row)->undone);
  }
  void silent() {
    const int writes = test.server.writes;
    CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
    CHECK(test.server.writes == writes);
  }

  TestWorld test;
};

}  // namespace

TEST_CASE("a creation is taken back: the item goes, here and there") {
  Book book;
  const auto created = book.send_bob();
  const auto undone = undo_write(book.test.world(), created.id);
  REQUIRE(undone);
  CHECK(undone->sent);
  CHECK(book.there("bob.vcf").empty());
  CHECK(book.here("bob.vcf").empty());
  CHECK(book.last().before == bob);
  book.silent();
  const auto again = undo_write(book.test.world(), created.id);
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::invalid);
}

TEST_CASE("a deletion is taken back: the item is there again, byte for byte") {
  Book book;
  const auto removed = book.delete_bob();
  const auto undone = undo_write(book.test.world(), removed.id);
  REQUIRE(undone);
  CHECK(undone->sent);
  CHECK(book.there("bob.vcf") == bob);
  CHECK(book.here("bob.vcf") == bob);
  book.silent();
}

TEST_CASE("a creation that somebody changed since stays, whichever side it was") {
  Book book;
  const auto created = book.send_bob();
  const std::string edited = card("urn:uuid:bob", "Bob Example", "TITLE:There\r\n");
  SECTION("there") {
    book.test.server.put("book/", "bob.vcf", edited);
    book.refuses(created, ErrorKind::precondition);
    CHECK(book.there("bob.vcf") == edited);
  }
  SECTION("here, and not sent yet") {
    book.put("bob.vcf", "urn:uuid:bob", edited);
    book.refuses(created, ErrorKind::precondition);
    CHECK(book.here("bob.vcf") == edited);
  }
}

TEST_CASE("what was deleted since is not taken back") {
  Book book;
  const auto created = book.send_bob();
  book.put("ada.vcf", "urn:uuid:ada", card("urn:uuid:ada", "Ada Example", "TITLE:Sent\r\n"));
  book.test.sync();
  const auto updated = book.last();
  SECTION("a creation, deleted there") {
    book.test.server.remove("book/", "bob.vcf");
    book.refuses(created, ErrorKind::not_found);
    CHECK(book.here("bob.vcf") == bob);
  }
  SECTION("a creation, deleted here") {
    book.remove("bob.vcf");
    book.refuses(created, ErrorKind::not_found);
    CHECK(book.there("bob.vcf") == bob);
  }
  SECTION("a change, deleted there") {
    book.test.server.remove("book/", "ada.vcf");
    book.refuses(updated, ErrorKind::not_found);
  }
}

TEST_CASE("a deletion is not taken back where something stands in its place") {
  Book book;
  const auto removed = book.delete_bob();
  const std::string other = card("urn:uuid:bob", "Bob Another");
  SECTION("there") {
    book.test.server.put("book/", "bob.vcf", other);
    book.refuses(removed, ErrorKind::precondition);
    CHECK(book.there("bob.vcf") == other);
  }
  SECTION("here") {
    book.put("bob.vcf", "urn:uuid:bob", other);
    book.refuses(removed, ErrorKind::precondition);
    CHECK(book.here("bob.vcf") == other);
  }
}

TEST_CASE("a deletion whose item came back under another name is not doubled") {
  Book book;
  const auto removed = book.delete_bob();
  book.test.server.put("book/", "elsewhere.vcf", bob);
  book.test.sync();
  book.refuses(removed, ErrorKind::invalid);
  CHECK(book.there("elsewhere.vcf") == bob);
  book.silent();
}

TEST_CASE("a change that clashes with a later one is not taken back, one beside it is") {
  Book book;
  for (const char* title : {"TITLE:Old\r\n", "TITLE:Mine\r\n"}) {
    book.put("ada.vcf", "urn:uuid:ada", card("urn:uuid:ada", "Ada Example", title));
    book.test.sync();
  }
  const auto updated = book.last();
  SECTION("the same value") {
    book.test.server.put("book/", "ada.vcf", card("urn:uuid:ada", "Ada Example", "TITLE:Theirs\r\n"));
    book.refuses(updated, ErrorKind::precondition);
  }
  SECTION("another value") {
    book.test.server.put("book/", "ada.vcf",
                         card("urn:uuid:ada", "Ada Example", "TITLE:Mine\r\nNOTE:Theirs\r\n"));
    REQUIRE(undo_write(book.test.world(), updated.id));
    CHECK(book.there("ada.vcf").find("TITLE:Old") != std::string::npos);
    CHECK(book.there("ada.vcf").find("TITLE:Mine") == std::string::npos);
    CHECK(book.there("ada.vcf").find("NOTE:Theirs") != std::string::npos);
  }
}

TEST_CASE("nothing is taken back without the network, or where nothing may be written any more") {
  Book book;
  const auto created = book.send_bob();
  SECTION("no network") {
    book.test.server.fault = [](const std::string&) -> std::optional<Error> {
      return Error{ErrorKind::network, "no route", "", 0, {}};
    };
    book.refuses(created, ErrorKind::network);
  }
  SECTION("write-back turned off") {
    REQUIRE(edit_collection(book.test.world(), book.id(), {{}, {}, false}));
    book.refuses(created, ErrorKind::forbidden);
  }
  CHECK(book.here("bob.vcf") == bob);
  CHECK(book.there("bob.vcf") == bob);
}
