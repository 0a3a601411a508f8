// All that is kept, row by row, and a database made of such rows.
#include <SQLiteCpp/Database.h>

#include <set>

#include "adapters/store/kept.h"
#include "adapters/store/refill.h"
#include "tests/unit/store/sample.h"

using namespace goodturn;
using namespace sample;
using store::Refill;

namespace {

using Rows = std::vector<std::vector<Archive::Cell>>;

Rows rows_of(Archive& archive, const std::string& table) {
  Rows rows;
  REQUIRE(archive.each_kept_row(table, [&](const std::vector<Archive::Cell>& cells) -> Result<void> {
    rows.push_back(cells);
    return {};
  }));
  return rows;
}

/// One row at least in most tables.
void fill(const Folder& folder) {
  auto store = open(folder);
  const auto book = must(store->put_collection(collection("local:book")));
  must(store->put_item(item(book, "a.vcf", "BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n")));
  must(store->put_item(item(book, "b.vcf", std::string("\xff\0bytes", 7))));
  must(store->put_base(base(item(book, "a.vcf", "BEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\n"), "\"1\"")));
  must(store->set_setting("index.day", "2026-11-22"));
  must(store->set_setting("weekly_budget", "3"));
  must(store->add_trash({0, book, Href("c.vcf"), Uid("c"), "BEGIN:VCARD\r\nEND:VCARD\r\n",
                         sync::TrashReason::gone, Instant{}}));
}

Result<void> copy(Archive& from, Refill& into) {
  for (const Archive::Table& table : must(from.kept_tables()))
    if (auto copied = from.each_kept_row(
            table.name, [&](const auto& cells) { return into.put(table.name, table.columns, cells); });
        !copied)
      return copied;
  return into.finish();
}

}  // namespace

TEST_CASE("every table of the schema is kept or named as derived") {
  Folder folder;
  open(folder);
  SQLite::Database database(folder.file().string());
  SQLite::Statement names(database, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  std::set<std::string> there, named;
  while (names.executeStep()) there.insert(names.getColumn(0).getString());
  for (const store::Kept& one : store::kept) CHECK(named.emplace(one.name).second);
  for (const std::string_view one : store::derived) CHECK(named.emplace(one).second);
  CHECK(there == named);
}

TEST_CASE("a database made of the rows of another has the same rows, and derives its index anew") {
  Folder folder, other;
  fill(folder);
  auto from = open(folder);
  auto into = must(Refill::begin(other.file(), must(from->schema_version())));
  must(copy(*from, into));
  auto made = open(other);
  for (const Archive::Table& table : must(from->kept_tables())) {
    CHECK(table.rows == rows_of(*from, table.name).size());
    CHECK(rows_of(*made, table.name) == rows_of(*from, table.name));
  }
  CHECK(must(made->setting("index.day")) == "");
  CHECK(must(made->unsent(must(made->collections()).front().id)).size() == 1);
  must(made->check());
}

TEST_CASE("a refill takes only what the schema knows and allows") {
  Folder folder;
  const int version = [&] {
    Folder fresh;
    return must(open(fresh)->schema_version());
  }();
  auto into = must(Refill::begin(folder.file(), version));
  const Archive::Cell key = std::string("a"), number = std::int64_t{1};
  CHECK(into.put("person", {"uid"}, {key}).error().kind == ErrorKind::invalid);
  CHECK(into.put("setting; DROP TABLE item", {"key"}, {key}).error().kind == ErrorKind::invalid);
  CHECK(into.put("setting", {"key", "value\", 1); --"}, {key, key}).error().kind == ErrorKind::invalid);
  CHECK(into.put("setting", {}, {}).error().kind == ErrorKind::invalid);
  CHECK(into.put("account", {"id", "kind"}, {number, key}).error().kind == ErrorKind::invalid);
  CHECK(into.put("item", {"id", "collection", "href", "uid", "text"}, {number, number, key, key, key})
            .error()
            .kind == ErrorKind::invalid);
  CHECK(Refill::begin(folder.file(), version + 1).error().kind == ErrorKind::invalid);
  CHECK(Refill::begin(folder.file(), 0).error().kind == ErrorKind::invalid);
}

TEST_CASE("a refill that does not end leaves nothing, and one into a home with items is refused") {
  Folder folder;
  const int version = must(open(folder)->schema_version());
  { auto into = must(Refill::begin(folder.file(), version)); }
  CHECK(must(open(folder)->collections()).empty());
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.file().parent_path()))
    if (entry.path().filename().string().find("refilled") != std::string::npos) ++files;
  CHECK(files == 0);
  fill(folder);
  const auto refused = Refill::begin(folder.file(), version);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::invalid);
  CHECK(rows_of(*open(folder), "item").size() == 2);
}
