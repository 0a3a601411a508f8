// Trash, change log and what a sync asks about changed items.
#include "tests/unit/store/sample.h"

using namespace sample;

namespace {

Instant second(int count) { return Instant(std::chrono::seconds(count)); }

std::vector<std::string> hrefs_of(const std::vector<sync::Unsent>& rows) {
  std::vector<std::string> hrefs;
  for (const auto& row : rows) hrefs.push_back(row.href.value);
  return hrefs;
}

}  // namespace

TEST_CASE("trash comes back as it was put, newest first, and is purged by age") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const sync::Trashed old{0, id, Href("/a"), Uid("a"), "old", sync::TrashReason::gone, second(10)};
  const sync::Trashed fresh{0, id, Href("/b"), Uid("b"), "new", sync::TrashReason::overruled, second(20)};
  must(store->add_trash(old));
  must(store->add_trash(fresh));
  auto rows = must(store->trash());
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].reason == sync::TrashReason::overruled);
  rows[1].id = 0;
  CHECK(rows[1] == old);
  must(store->purge_trash(second(20)));
  REQUIRE(must(store->trash()).size() == 1);
  must(store->remove_trash(rows[0].id));
  CHECK(must(store->trash()).empty());
}

TEST_CASE("the change log comes back as it was put and knows an item's last write") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const sync::LoggedWrite first{0, second(1), id, Href("/a"), sync::IntentKind::update, "b", "c", false};
  must(store->add_write(first));
  must(store->add_write({0, second(2), id, Href("/a"), sync::IntentKind::remove, "c", "", false}));
  must(store->add_write({0, second(3), id, Href("/b"), sync::IntentKind::create, "", "x", false}));
  const auto rows = must(store->writes(2));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].href == Href("/b"));
  CHECK(rows[1].kind == sync::IntentKind::remove);
  must(store->mark_undone(rows[1].id));
  CHECK(must(store->logged_write(rows[1].id))->undone);
  auto last = *must(store->last_write(id, Href("/a")));
  last.id = 0;
  CHECK(last == first);
  must(store->purge_writes(second(3)));
  CHECK(must(store->writes(10)).size() == 1);
  CHECK_FALSE(must(store->last_write(id, Href("/a"))));
}

TEST_CASE("a conflict keeps its cause and its line, and goes when it is settled") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  must(store->add_conflict(
      {0, id, Href("/a"), "FN", "mine", "theirs", second(7), sync::Cause::clobbered, "FN:mine"}));
  must(store->add_conflict({0, id, Href("/a"), "TEL", "1", "", second(7), sync::Cause::dropped, "TEL:1"}));
  const auto rows = must(store->conflicts());
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].cause == sync::Cause::clobbered);
  CHECK(rows[0].local_line == "FN:mine");
  CHECK(rows[1].cause == sync::Cause::dropped);
  must(store->remove_conflict(rows[0].id));
  CHECK(must(store->conflicts()).size() == 1);
}

TEST_CASE("items without a base are known as unsent through every way of writing") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const sync::Item a = item(id, "a", "text a");
  const sync::Item b = item(id, "b", "text b");
  must(store->put_item(a));
  CHECK(hrefs_of(must(store->unsent(id))) == std::vector<std::string>{"/book/a"});
  must(store->put_base(base(a, "\"1\"")));
  must(store->put_agreed(b, base(b, "\"1\"")));
  CHECK(must(store->unsent(id)).empty());
  CHECK(must(store->count_bases(id)) == 2);
  must(store->remove_base(id, a.href));
  CHECK(must(store->unsent(id)) == std::vector<sync::Unsent>{{a.href, a.uid}});
  must(store->remove_item(id, a.href));
  CHECK(must(store->unsent(id)).empty());
  must(store->put_item(a));
  must(store->remove_collection(id));
  CHECK(must(store->unsent(id)).empty());
}

TEST_CASE("changed marks are those of base_marks that differ") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  for (const char* name : {"a", "b", "c"}) {
    const sync::Item one = item(id, name, name);
    must(store->put_agreed(one, base(one, "\"1\"")));
  }
  CHECK(must(store->changed_marks(id)).empty());
  must(store->put_item(item(id, "b", "changed")));
  must(store->remove_item(id, Href("/book/c")));
  const auto changed = must(store->changed_marks(id));
  REQUIRE(changed.size() == 2);
  CHECK_FALSE(changed[0].local_same);
  CHECK(changed[1].local_gone);
  const auto all = must(store->base_marks(id));
  CHECK(std::vector<sync::BaseMark>(all.begin() + 1, all.end()) == changed);
  CHECK(must(store->base_mark(id, Href("/book/b"))) == changed[0]);
  CHECK_FALSE(must(store->base_mark(id, Href("/book/z"))));
  must(store->put_agreed(item(id, "b", "new"), base(item(id, "b", "new"), "\"2\"")));
  CHECK(must(store->changed_marks(id)).size() == 1);
  CHECK(must(store->base(id, Href("/book/b")))->text == "new");
}

TEST_CASE("a moved item takes its base, conflicts and log with it") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  const sync::Item one = item(id, "a", "agreed");
  must(store->put_agreed(one, base(one, "\"1\"")));
  must(store->put_item(item(id, "a", "edited")));
  must(store->add_conflict({0, id, one.href, "FN", "mine", "theirs", {}}));
  must(store->add_write({0, {}, id, one.href, sync::IntentKind::update, "b", "c", false}));
  must(store->move_item(id, one.href, Href("/book/new")));
  CHECK_FALSE(must(store->item(id, one.href)));
  CHECK(must(store->item(id, Href("/book/new")))->text == "edited");
  CHECK(must(store->base(id, Href("/book/new")))->text == "agreed");
  CHECK(must(store->conflicts())[0].href == Href("/book/new"));
  CHECK(must(store->last_write(id, Href("/book/new"))));
  CHECK(must(store->unsent(id)).empty());
}
