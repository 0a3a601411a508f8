// The same histories over the real store on a disk: the store in memory must not be kinder than the true one.
#include <catch2/catch.hpp>

#include "adapters/store/sqlite_store.h"
#include "tests/model/asked_for.h"
#include "tests/model/model.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using namespace goodturn::model;

TEST_CASE("random histories over the SQLite store") {
  const std::uint64_t seed = seed_asked_for("histories over SQLite");
  const std::uint64_t count = number_asked_for("GOODTURN_SQLITE_HISTORIES", 300);
  for (std::uint64_t number = 0; number < count; ++number) {
    const tests::TestFolder folder;
    std::vector<std::unique_ptr<store::SqliteStore>> stores;
    Setting setting;
    setting.store = [&](int machine) -> std::pair<Store*, Index*> {
      auto opened = store::SqliteStore::open(folder.path() / (std::to_string(machine) + ".db"));
      REQUIRE(opened);
      stores.push_back(std::move(*opened));
      return {stores.back().get(), stores.back().get()};
    };
    const History history = make_history(seed + number);
    const auto wrong = run(history, setting);
    INFO("GOODTURN_SEED=" << history.seed << " GOODTURN_SQLITE_HISTORIES=1\n" << print(history));
    REQUIRE(wrong.value_or("") == "");
  }
}
