// The same histories over the real store on a disk: the store in memory must not be kinder than the true one.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <random>

#include "adapters/store/sqlite_store.h"
#include "tests/model/model.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using namespace goodturn::model;

TEST_CASE("random histories over the SQLite store") {
  const char* given = std::getenv("GOODTURN_SEED");
  const char* wanted = std::getenv("GOODTURN_SQLITE_HISTORIES");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  const std::uint64_t count = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 300;
  std::cout << "histories over SQLite: GOODTURN_SEED=" << seed << "\n";
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
