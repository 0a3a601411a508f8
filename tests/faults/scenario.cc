#include "tests/faults/scenario.h"

#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>

#include "adapters/store/migrations.h"
#include "helper/accounts/accounts.h"
#include "helper/people/tag.h"

namespace goodturn::tests {
namespace {

namespace fs = std::filesystem;

template <class Value>
Value must(Result<Value> result) {
  if (!result) FAIL(describe(result.error()));
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

std::unique_ptr<Desk> desk_at(const fs::path& folder, const std::shared_ptr<FakeServer>& server) {
  return must(Desk::open(folder, server));
}

std::string href(int number) { return "/book/p" + std::to_string(number) + ".vcf"; }
std::string uid(int number) { return "p" + std::to_string(number); }

void fill(FakeServer& server) {
  for (int number = 0; number < 6; ++number) server.put(href(number), card(uid(number)));
  // Longer than a page, so that a torn write can tear one text.
  server.put(href(6), card(uid(6), "NOTE:" + std::string(9000, 'n') + "\r\n"));
}

void add_account_to(Desk& desk) {
  must(helper::add_account(desk.world(), {"dav.example.org", "alex@example.org", "", "Home"},
                           [] { return false; }));
  const auto book = must(desk.book());
  must(helper::edit_collection(desk.world(), book.id, {{}, {}, true}));
}

/// Runs `work` on a desk and takes over what the server has become.
void prepare_with(Start& start, const std::function<void(Desk&, FakeServer&)>& work) {
  auto server = std::make_shared<FakeServer>(start.server);
  {
    auto desk = desk_at(start.folder, server);
    work(*desk, *server);
  }
  start.server = *server;
}

void prepare_first_sync(Start& start) {
  fill(start.server);
  prepare_with(start, [](Desk& desk, FakeServer&) { add_account_to(desk); });
}

void prepare_synced(Start& start) {
  fill(start.server);
  prepare_with(start, [](Desk& desk, FakeServer&) {
    add_account_to(desk);
    must(desk.sync());
  });
}

void edit(Desk& desk, int number, const std::string& line) {
  const auto book = must(desk.book());
  auto item = must(desk.store().item(book.id, Href(href(number))));
  REQUIRE(item);
  item->text = card(uid(number), line);
  must(desk.store().put_item(*item));
}

void prepare_delta(Start& start) {
  prepare_synced(start);
  prepare_with(start, [](Desk& desk, FakeServer& server) {
    edit(desk, 0, "TITLE:Here\r\n");
    edit(desk, 1, "TITLE:Both here\r\n");
    const auto book = must(desk.book());
    must(desk.store().remove_item(book.id, Href(href(2))));
    must(desk.store().put_item({book.id, Href("/book/here.vcf"), Uid("here"), card("here")}));
    server.put(href(1), card(uid(1), "NOTE:Both there\r\n"));
    server.put(href(3), card(uid(3), "NOTE:There\r\n"));
    server.put("/book/there.vcf", card("there"));
    server.erase(href(4));
  });
}

Result<void> tag_twice(Desk& desk) {
  for (const int number : {0, 6}) {
    const auto tagged = helper::edit_tags(desk.world(), desk.undo(), Uid(uid(number)), {{"mentor"}, {}});
    if (!tagged) return fail(tagged.error());
    if (!tagged->sent) return fail(ErrorKind::storage, in_a_row(tagged->note));
  }
  return {};
}

/// A database as the first release made it: two steps, no checksums.
void prepare_old(Start& start) {
  fill(start.server);
  const std::string file = (start.folder / "goodturn.sqlite").string();
  SQLite::Database old(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  for (std::size_t step = 0; step < 2; ++step) old.exec(std::string(store::migrations[step].sql));
  old.exec(
      "PRAGMA user_version = 2; PRAGMA journal_mode = WAL;"
      "INSERT INTO account VALUES (1, 'dav', 'Home', 'dav.example.org', 'alex@example.org', '');"
      "INSERT INTO collection VALUES (3, 1, 'book/', 'Contacts', '', 1, 0, 0, 0, 0, 1, 1, 1, '', NULL)");
  for (const auto& [name, resource] : start.server.resources) {
    SQLite::Statement put(old, "INSERT INTO item (collection, href, uid, text) VALUES (3, ?1, ?2, ?3)");
    put.bind(1, name);
    put.bind(2, name.substr(6, 2));
    put.bind(3, resource.text);
    put.exec();
  }
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace

std::vector<Scenario> scenarios() {
  return {{"first sync", prepare_first_sync, [](Desk& desk) { return desk.sync(); }},
          {"changes on both sides", prepare_delta, [](Desk& desk) { return desk.sync(); }},
          {"tags", prepare_synced, tag_twice},
          {"migration", prepare_old, [](Desk& desk) { return desk.sync(); }},
          {"backup", prepare_synced,
           [](Desk& desk) { return desk.store().back_up_daily(desk.world().now().today); }}};
}

void lay_out(const Start& start, const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directory(folder);
  fs::permissions(folder, fs::perms::owner_all);
  for (const auto& entry : fs::directory_iterator(start.folder))
    fs::copy(entry.path(), folder / entry.path().filename(), fs::copy_options::recursive);
}

State undisturbed(const Scenario& scenario, const Start& start) {
  const FastFolder folder;
  lay_out(start, folder.path() / "home");
  auto server = std::make_shared<FakeServer>(start.server);
  auto desk = desk_at(folder.path() / "home", server);
  must(scenario.work(*desk));
  must(desk->sync());
  return must(state_of(*desk, *server));
}

void require_resumes(const Scenario& scenario, const fs::path& folder, const FakeServer& server,
                     const State& expected) {
  auto later = std::make_shared<FakeServer>(server);
  auto desk = desk_at(folder, later);
  must(desk->store().check());
  must(scenario.work(*desk));
  must(desk->sync());
  CHECK(must(state_of(*desk, *later)) == expected);
  const int writes = later->writes;
  must(desk->sync());
  CHECK(later->writes == writes);
  CHECK(must(state_of(*desk, *later)) == expected);
}

FastFolder::FastFolder() {
  std::error_code none;
  const bool memory = fs::is_directory("/dev/shm", none);
  std::string name =
      ((memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "goodturn-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

FastFolder::~FastFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace goodturn::tests
