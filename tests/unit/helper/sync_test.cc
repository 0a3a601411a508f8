// The sync run: what it takes in, what it sends, and what it never does.
#include "helper/accounts/accounts.h"
#include "helper/people/tag.h"
#include "helper/sync/push.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

const std::string ada = card("urn:uuid:ada", "Ada Example", "EMAIL:ada@example.org\r\nX-ODD;P=1:kept\r\n");

void allow_tags(TestWorld& test) {
  REQUIRE(edit_collection(test.world(), test.collection("book").id, {{}, {}, true}));
}

std::string local_text(TestWorld& test, const std::string& href) {
  const auto item = test.world().store.item(test.collection("book").id, Href(href));
  REQUIRE(item);
  REQUIRE(*item);
  return (*item)->text;
}

}  // namespace

TEST_CASE("a first sync takes everything, a second one nothing") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example"));
  test.server.put("cal/", "m1.ics", meeting("m1", "20261110T090000Z", "ada@example.org"));
  test.set_up();
  CHECK(tests::english(summary_of(test.sync())) == "3 new, 0 changed, 0 removed, 0 sent in 2 collections.");
  CHECK(local_text(test, "ada.vcf") == ada);
  CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
  CHECK(test.server.writes == 0);
}

TEST_CASE("an etag that moved without a change is no change") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  test.server.put("book/", "ada.vcf", ada);
  CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
}

TEST_CASE("a card deleted on the server goes here too, and its records stay") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example"));
  test.set_up();
  test.sync();
  test.server.remove("book/", "ada.vcf");
  CHECK(tests::english(summary_of(test.sync())) == "0 new, 0 changed, 1 removed, 0 sent in 2 collections.");
}

TEST_CASE("a card that a complete listing leaves out stays when it is still there") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example"));
  test.server.put("book/", "cleo.vcf", card("urn:uuid:cleo", "Cleo Example"));
  test.set_up();
  test.sync();
  test.server.remove("book/", "bob.vcf");
  test.server.omitted = {"ada.vcf"};
  const auto token = test.collection("book").token;
  CHECK(tests::english(summary_of(test.sync())) == "0 new, 0 changed, 1 removed, 0 sent in 2 collections.");
  CHECK(local_text(test, "ada.vcf") == ada);
  CHECK(test.collection("book").token == token);  // a doubtful listing is asked for again

  SECTION("also when asking for it fails") {
    test.server.fault = [](const std::string& request) -> std::optional<Error> {
      if (request == "fetch") return Error{ErrorKind::server, "Out of order.", "", 500, {}};
      return std::nullopt;
    };
    const auto result = run_sync(test.world(), {});
    REQUIRE(result);
    CHECK(result->accounts.at(0).errors.size() == 1);
    CHECK(local_text(test, "ada.vcf") == ada);
  }
  SECTION("and goes once it is gone") {
    test.server.remove("book/", "ada.vcf");
    CHECK(tests::english(summary_of(test.sync())) == "0 new, 0 changed, 1 removed, 0 sent in 2 collections.");
  }
}

TEST_CASE("what a listing names and cannot be used stands in the report") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.server.refused = {"/bob/secret.vcf"};
  test.set_up();
  const auto result = run_sync(test.world(), {});
  REQUIRE(result);
  CHECK(has_errors(*result));
  const auto& errors = result->accounts.at(0).collections.at(0).item_errors;
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].href == Href("/bob/secret.vcf"));
  CHECK(errors[0].error.kind == ErrorKind::suspicious);
  CHECK(local_text(test, "ada.vcf") == ada);
}

TEST_CASE("an emptied collection stops and asks instead of deleting") {
  TestWorld test;
  for (int i = 0; i < 20; ++i)
    test.server.put("book/", "p" + std::to_string(i) + ".vcf", card("urn:uuid:p" + std::to_string(i), "P"));
  test.set_up();
  test.sync();
  test.server.collections["book/"].clear();
  const auto result = run_sync(test.world(), {});
  REQUIRE(result);
  CHECK(has_errors(*result));
  std::size_t kept = 0;
  REQUIRE(test.world().store.each_item(test.collection("book").id, [&](const sync::Item&) -> Result<void> {
    ++kept;
    return {};
  }));
  CHECK(kept == 20);

  SyncOptions agreed;
  agreed.deletions_confirmed = true;
  const auto confirmed = run_sync(test.world(), agreed);
  REQUIRE(confirmed);
  CHECK(tests::english(summary_of(*confirmed)) == "0 new, 0 changed, 20 removed, 0 sent in 2 collections.");
}

TEST_CASE("a failing listing deletes nothing and the other collection goes on") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  int asked = 0;
  test.server.fault = [&](const std::string& request) -> std::optional<Error> {
    if (request == "list" && asked++ == 0)
      return Error{ErrorKind::protocol, "HTML instead of XML", "", 200, {}};
    return std::nullopt;
  };
  test.server.put("cal/", "m1.ics", meeting("m1", "20261110T090000Z", "ada@example.org"));
  const auto result = run_sync(test.world(), {});
  REQUIRE(result);
  CHECK(result->accounts.at(0).errors.size() == 1);
  CHECK(tests::english(summary_of(*result)) ==
        "1 new, 0 changed, 0 removed, 0 sent in 2 collections; 1 problem.");
  CHECK(local_text(test, "ada.vcf") == ada);
}

TEST_CASE("a tag changes the CATEGORIES of the card on the server and nothing else") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  allow_tags(test);
  const auto tagged = edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"mentor"}, {}});
  REQUIRE(tagged);
  CHECK(tagged->sent);
  std::string expected = ada;
  const std::string& now = test.server.text("book/", "ada.vcf");
  CHECK(now.find("CATEGORIES:mentor\r\n") != std::string::npos);
  std::string without = now;
  without.erase(without.find("CATEGORIES:mentor\r\n"), std::string("CATEGORIES:mentor\r\n").size());
  CHECK(without == ada);
  CHECK(test.world().store.intents()->empty());

  SECTION("undo puts it back on the server") {
    REQUIRE(test.undo().apply(test.world(), tagged->undo));
    CHECK(test.server.text("book/", "ada.vcf") == ada);
  }
  SECTION("the next sync is silent") {
    const int writes = test.server.writes;
    CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
    CHECK(test.server.writes == writes);
  }
}

TEST_CASE("tagging a card that changed meanwhile keeps both changes") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  allow_tags(test);
  test.server.put(
      "book/", "ada.vcf",
      card("urn:uuid:ada", "Ada Example",
           "EMAIL:ada@example.org\r\nX-ODD;P=1:kept\r\nCATEGORIES:friends\r\nTEL:+49 30 1234\r\n"));
  REQUIRE(edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"sponsor"}, {}}));
  const std::string& now = test.server.text("book/", "ada.vcf");
  CHECK(now.find("TEL:+49 30 1234") != std::string::npos);
  CHECK(now.find("friends") != std::string::npos);
  CHECK(now.find("sponsor") != std::string::npos);
  CHECK(local_text(test, "ada.vcf") == now);
}

TEST_CASE("a tag that cannot be sent is kept and goes out with the next sync") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  allow_tags(test);
  test.server.fault = [](const std::string& request) -> std::optional<Error> {
    if (request == "update") return Error{ErrorKind::network, "No connection.", "", 0, {}};
    return std::nullopt;
  };
  const auto tagged = edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"ally"}, {}});
  REQUIRE(tagged);
  CHECK_FALSE(tagged->sent);
  CHECK(test.server.text("book/", "ada.vcf") == ada);
  test.server.fault = [](const std::string&) { return std::nullopt; };
  CHECK(tests::english(summary_of(test.sync())) == "0 new, 0 changed, 0 removed, 1 sent in 2 collections.");
  CHECK(test.server.text("book/", "ada.vcf").find("CATEGORIES:ally") != std::string::npos);
  CHECK(test.world().store.intents()->empty());
}

TEST_CASE("a server that refuses every version is asked three times, then the change waits") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  allow_tags(test);
  int tries = 0;
  test.server.fault = [&](const std::string& request) -> std::optional<Error> {
    if (request != "update") return std::nullopt;
    ++tries;
    return Error{ErrorKind::precondition, "changed", "", 412, {}};
  };
  const auto tagged = edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"ally"}, {}});
  REQUIRE(tagged);
  CHECK_FALSE(tagged->sent);
  CHECK(tries == 3);
  const auto result = run_sync(test.world(), {});
  REQUIRE(result);
  CHECK(has_errors(*result));
  CHECK(tries == 6);
  const auto& told = result->accounts.at(0).collections.at(0).item_errors;
  REQUIRE(told.size() == 1);
  CHECK(told[0].error.kind == ErrorKind::precondition);
  CHECK(told[0].error.what ==
        "The server's version changed three times while sending. It is tried again with the next sync.");
  CHECK(test.server.text("book/", "ada.vcf") == ada);
  CHECK(local_text(test, "ada.vcf").find("CATEGORIES:ally") != std::string::npos);
  CHECK(test.world().store.conflicts()->empty());
  CHECK(test.world().store.intents()->empty());
  test.server.fault = [](const std::string&) { return std::nullopt; };
  CHECK(tests::english(summary_of(test.sync())) == "0 new, 0 changed, 0 removed, 1 sent in 2 collections.");
  CHECK(test.server.text("book/", "ada.vcf").find("CATEGORIES:ally") != std::string::npos);
}

TEST_CASE("an answer lost after the write is settled by reading, without a second write") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  allow_tags(test);
  test.server.lose_answer = [] { return Error{ErrorKind::network, "Connection reset.", "", 0, {}}; };
  REQUIRE(edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"ally"}, {}}));
  CHECK(test.world().store.intents()->size() == 1);
  test.server.lose_answer = [] { return std::nullopt; };
  CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
  CHECK(test.server.writes == 1);
  CHECK(test.world().store.intents()->empty());
}

TEST_CASE("a server that rewrites what it stores causes no further writes") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  allow_tags(test);
  test.server.rewrite = [](std::string text) {
    return text.insert(text.find("END:VCARD"), "REV:20261118T100000Z\r\nX-SERVER:was here\r\n");
  };
  REQUIRE(edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"ally"}, {}}));
  CHECK(local_text(test, "ada.vcf") == test.server.text("book/", "ada.vcf"));
  test.sync();
  test.sync();
  CHECK(test.server.writes == 1);
}

TEST_CASE("tags are not written where the user has not allowed it") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  const auto refused = edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"mentor"}, {}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::forbidden);
  CHECK(tests::english(refused.error()).find("Write tags back") != std::string::npos);
  CHECK(local_text(test, "ada.vcf") == ada);
}

TEST_CASE("a dry run says whom and what the steps are about, and changes nothing") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.server.put("book/", "ben.vcf", card("ben", "Ben Example"));
  test.server.put("cal/", "tea.ics", meeting("tea", "20261101T100000Z", "ada@example.org"));
  test.set_up();
  SyncOptions options;
  options.dry_run = DryRun::yes;
  const auto looked = [&] {
    const auto result = run_sync(test.world(), options);
    REQUIRE(result);
    return in_words(result->plan_lines, Language::en);
  };
  const std::vector<std::string> at_first{"fetch Ada Example (ada.vcf)", "fetch Ben Example (ben.vcf)",
                                          "book: 2 to do", "fetch Budget review (tea.ics)", "cal: 1 to do"};
  CHECK(looked() == at_first);
  CHECK(test.world().store.base_marks(test.collection("book").id)->empty());
  test.sync();
  test.server.remove("book/", "ben.vcf");
  CHECK(looked() ==
        std::vector<std::string>{"delete here Ben Example (ben.vcf)", "book: 1 to do", "cal: nothing to do"});
}

TEST_CASE("an item that is no card is kept, named, and does not stop the others") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.server.put("book/", "odd.vcf", "HELLO WORLD\r\n");
  test.set_up();
  const auto result = run_sync(test.world(), {});
  REQUIRE(result);
  REQUIRE(result->accounts.at(0).collections.at(0).item_errors.size() == 1);
  CHECK(result->accounts.at(0).collections.at(0).item_errors[0].href == Href("odd.vcf"));
  CHECK(local_text(test, "ada.vcf") == ada);
  CHECK(local_text(test, "odd.vcf") == "HELLO WORLD\r\n");
}

TEST_CASE("a cancelled sync keeps what it stored and says so") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  SyncOptions options;
  options.cancelled = [] { return true; };
  const auto result = run_sync(test.world(), options);
  REQUIRE(result);
  CHECK(result->cancelled);
  CHECK(test.world().store.base_marks(test.collection("book").id)->empty());
  CHECK(tests::english(summary_of(test.sync())) == "1 new, 0 changed, 0 removed, 0 sent in 2 collections.");
}
