// Makes a database as a program of an older version left it: home_at_version FILE VERSION < CONTENT.sql
// FILE is there and empty. From version 5 on every page has a checksum, which only the store's own
// connection writes.
#include <exception>
#include <iostream>
#include <iterator>
#include <string>

#include "adapters/store/migrations.h"

using namespace goodturn;

namespace {

Result<void> make(const std::string& file, std::size_t version, const std::string& content) {
  store::Connection connection(file, store::Access::write);
  connection.database().exec("PRAGMA journal_mode = WAL");
  const std::span<const store::Migration> steps(store::migrations);
  if (auto made = store::migrate(connection, steps.first(version)); !made) return made;
  connection.database().exec(content);
  return {};
}

}  // namespace

int main(int count, char** words) try {
  if (count != 3) return 2;
  const std::size_t version = std::stoul(words[2]);
  if (version < 1 || version > store::migrations.size()) return 2;
  const std::string content{std::istreambuf_iterator<char>(std::cin), {}};
  if (const auto made = make(words[1], version, content); !made) {
    std::cerr << describe(made.error()) << '\n';
    return 1;
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
