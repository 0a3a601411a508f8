// The contract of the Store port on the SQLite store.
#include <chrono>
#include <iostream>

#include "tests/unit/store/sample.h"

using namespace goodturn;
using namespace sample;

TEST_CASE("accounts and collections come back as they were put") {
  Folder folder;
  auto store = open(folder);
  sync::Account account{0,     sync::AccountKind::feed, "Work", "https://dav.example.org/",
                        "ada", {"ada@example.org", ""}};
  account.id = must(store->add_account(account));
  CHECK(must(store->accounts()) == std::vector{account});
  account.kind = sync::AccountKind::vdir;
  account.own_addresses = {"a\\n\nb", "ada@example.org"};
  account.sign_in = {sign_in::Kind::oauth,
                     {"https://id.example.org", "https://id.example.org/auth", "https://id.example.org/token",
                      "https://id.example.org/revoke", "client", "a b"},
                     true,
                     "AB:CD",
                     "/home/ada/ada.p12"};
  must(store->update_account(account));
  CHECK(must(store->accounts()) == std::vector{account});

  sync::Collection book = collection("https://dav.example.org/book/");
  book.account = account.id;
  book.holds = {true, false, true, true};
  book.token = SyncToken("token-1");
  book.last_sync = Instant(std::chrono::seconds(1764000000));
  book.write_back = true;
  book.id = must(store->put_collection(book));
  CHECK(must(store->collections()) == std::vector{book});
  book.last_sync.reset();
  book.enabled = false;
  CHECK(must(store->put_collection(book)) == book.id);
  CHECK(must(store->collections()) == std::vector{book});
}

TEST_CASE("the local account owns collections but is never shown, changed or removed") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:journal")));
  CHECK(must(store->accounts()).empty());
  CHECK(store->update_account({}).error().kind == ErrorKind::not_found);
  CHECK(store->remove_account(sync::local_account).error().kind == ErrorKind::not_found);
  CHECK(must(store->collections()).front().id == id);
}

TEST_CASE("removing an account removes all that hangs on it and nothing else") {
  Folder folder;
  auto store = open(folder);
  sync::Collection book = collection("https://dav.example.org/book/");
  book.account = must(store->add_account({}));
  const auto theirs = must(store->put_collection(book));
  const auto ours = must(store->put_collection(collection("local:journal")));
  for (const auto id : {theirs, ours}) {
    const sync::Item card = item(id, "ada", "text");
    must(store->put_item(card));
    must(store->put_base(base(card, "\"1\"")));
    must(store->put_intent({0, sync::IntentKind::remove, id, card.href, Etag("\"1\""), ""}));
    must(store->add_conflict({0, id, card.href, "FN", "Ada", "Eda", {}}));
    relations::Derived derived;
    derived.person = people::Card{};
    must(store->replace(id, card.href, derived));
  }
  must(store->remove_account(book.account));
  CHECK(must(store->accounts()).empty());
  CHECK(must(store->collections()).size() == 1);
  CHECK(must(store->items_with_uid(Uid("ada"))) == std::vector{item(ours, "ada", "text")});
  CHECK(must(store->base_marks(theirs)).empty());
  CHECK(must(store->base_marks(ours)).size() == 1);
  CHECK(must(store->intents()).size() == 1);
  CHECK(must(store->conflicts()).size() == 1);
  int people = 0;
  must(store->each_person([&](const Index::Origin& origin, const people::Card&) {
    CHECK(origin.collection == ours);
    ++people;
  }));
  CHECK(people == 1);
}

TEST_CASE("items are found by name and by UID, visited in name order, and a visit can stop") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const std::string odd = std::string("a\0b", 3) + "\xff\r\n";
  for (const char* name : {"c", "a", "b"}) must(store->put_item(item(id, name, odd + name)));
  CHECK(must(store->item(id, Href("/book/a")))->text == odd + "a");
  CHECK_FALSE(must(store->item(id, Href("/book/d"))));
  std::string order;
  must(store->each_item(id, [&](const sync::Item& found) -> Result<void> {
    order += found.uid.value;
    // Writing and reading again inside a visit is allowed.
    return store->put_item(found);
  }));
  CHECK(order == "abc");
  int visits = 0;
  const auto stopped = store->each_item(id, [&](const sync::Item&) -> Result<void> {
    ++visits;
    return fail(ErrorKind::cancelled, "enough");
  });
  CHECK(stopped.error().kind == ErrorKind::cancelled);
  CHECK(visits == 1);
  must(store->remove_item(id, Href("/book/a")));
  CHECK_FALSE(must(store->item(id, Href("/book/a"))));
  CHECK(store->put_item(item(999, "x", "")).error().kind == ErrorKind::not_found);
}

TEST_CASE("a base keeps its bytes whatever happens to the local text") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const sync::Item agreed = item(id, "ada", "agreed");
  const Href href = agreed.href;
  const auto mark = [&] { return must(store->base_marks(id)).at(0); };
  const bool base_first = GENERATE(true, false);
  if (base_first) must(store->put_base(base(agreed, "\"1\"")));
  must(store->put_item(agreed));
  if (!base_first) must(store->put_base(base(agreed, "\"1\"")));
  CHECK(mark().local_same);
  CHECK(mark().uid == agreed.uid);

  must(store->put_item(item(id, "ada", "edited")));
  CHECK_FALSE(mark().local_same);
  CHECK(must(store->base(id, href)) == base(agreed, "\"1\""));
  must(store->put_item(item(id, "ada", "edited again")));
  CHECK(must(store->base(id, href)) == base(agreed, "\"1\""));
  must(store->put_item(agreed));
  CHECK(mark().local_same);

  must(store->remove_item(id, href));
  CHECK(mark().local_gone);
  CHECK_FALSE(mark().local_same);
  CHECK(mark().uid.empty());
  CHECK(must(store->base(id, href)) == base(agreed, "\"1\""));
  must(store->put_item(agreed));
  CHECK(mark().local_same);
  must(store->put_base(base(item(id, "ada", "newer"), "\"2\"")));
  CHECK_FALSE(mark().local_same);
  CHECK(mark().etag == Etag("\"2\""));
  must(store->remove_base(id, href));
  CHECK_FALSE(must(store->base(id, href)));
  CHECK(must(store->item(id, href)) == agreed);
}

TEST_CASE("intents, conflicts and settings come back as they were put") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const auto first = must(store->put_intent({0, sync::IntentKind::create, id, Href("/a"), Etag(), "text"}));
  const auto second =
      must(store->put_intent({0, sync::IntentKind::update, id, Href("/b"), Etag("\"1\""), "new"}));
  CHECK(second > first);
  must(store->remove_intent(first));
  const auto left = must(store->intents());
  REQUIRE(left.size() == 1);
  CHECK(left[0].id == second);
  CHECK(left[0].kind == sync::IntentKind::update);
  CHECK(left[0].etag == Etag("\"1\""));
  CHECK(left[0].text == "new");

  must(store->add_conflict({0, id, Href("/a"), "FN", "mine", "theirs", Instant(std::chrono::seconds(77))}));
  const auto conflicts = must(store->conflicts());
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].local_value == "mine");
  CHECK(conflicts[0].remote_value == "theirs");
  CHECK(conflicts[0].at == Instant(std::chrono::seconds(77)));

  CHECK_FALSE(must(store->setting("budget")));
  must(store->set_setting("budget", "5"));
  must(store->set_setting("budget", ""));
  CHECK(must(store->setting("budget")) == "");
}

TEST_CASE("a failed transaction leaves nothing, and a step that fails takes the whole along, told or not") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const auto failed = store->transact([&]() -> Result<void> {
    must(store->put_item(item(id, "lost", "text")));
    return fail(ErrorKind::cancelled, "stop");
  });
  CHECK(failed.error().kind == ErrorKind::cancelled);
  CHECK(must(store->items_with_uid(Uid("lost"))).empty());

  const auto swallowed = store->transact([&]() -> Result<void> {
    must(store->put_item(item(id, "before", "text")));
    CHECK_FALSE(store->put_item(item(999, "nowhere", "text")));
    CHECK(store->transact([] { return Result<void>(); }).error().kind == ErrorKind::invalid);
    return store->put_item(item(id, "behind", "text"));
  });
  CHECK(swallowed.error().kind == ErrorKind::not_found);
  for (const char* uid : {"before", "nowhere", "behind"})
    CHECK(must(store->items_with_uid(Uid(uid))).empty());
  must(store->transact([&] { return store->put_item(item(id, "kept", "text")); }));
  CHECK(must(store->items_with_uid(Uid("kept"))).size() == 1);
}

TEST_CASE("something thrown inside a transaction becomes an error and rolls back") {
  Folder folder;
  auto store = open(folder);
  const auto thrown = store->transact([&]() -> Result<void> {
    must(store->set_setting("key", "value"));
    throw std::runtime_error("unexpected");
  });
  CHECK(thrown.error().kind == ErrorKind::storage);
  CHECK_FALSE(must(store->setting("key")));
  must(store->set_setting("key", "after"));
}

TEST_CASE("ten thousand items with their bases go in within a bounded time") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const std::string body(1000, 'x');
  const auto start = std::chrono::steady_clock::now();
  must(store->transact([&]() -> Result<void> {
    for (int number = 0; number < 10000; ++number) {
      const sync::Item card = item(id, std::to_string(number), body + std::to_string(number));
      if (auto put = store->put_item(card); !put) return put;
      if (auto put = store->put_base(base(card, "\"1\"")); !put) return put;
    }
    return {};
  }));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::cout << "10,000 items and bases: " << taken.count() << " s, file "
            << std::filesystem::file_size(folder.file()) / 1000000 << " MB\n";
  CHECK(taken.count() < 5.0);
  const auto marks = must(store->base_marks(id));
  CHECK(marks.size() == 10000);
  CHECK(std::all_of(marks.begin(), marks.end(), [](const auto& mark) { return mark.local_same; }));
}
