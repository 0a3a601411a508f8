// Taking a whole export into an empty home.
#include "adapters/store/kept.h"
#include "adapters/store/refill.h"
#include "adapters/system/home.h"
#include "adapters/system/lock.h"
#include "helper/export/reader.h"
#include "helper/main/home.h"
#include "helper/main/serve.h"

namespace goodturn::helper {
namespace {

/// Gives the number of items.
Result<std::size_t> refill(const Place& place, const std::filesystem::path& folder) {
  if (auto ready = system::prepare_home(place.home); !ready) return fail(ready.error());
  const auto lock = system::HomeLock::take(place.home);
  if (!lock) return fail(lock.error());
  std::optional<store::Refill> refilled;
  const ExportSink sink{[&](int schema) -> Result<void> {
                          auto begun = store::Refill::begin(database_file(place.home), schema);
                          if (!begun) return fail(begun.error());
                          refilled.emplace(std::move(*begun));
                          return {};
                        },
                        [&](const auto& table, const auto& columns, const auto& cells) {
                          return refilled->put(table, columns, cells);
                        }};
  std::vector<std::string> tables;
  for (const store::Kept& one : store::kept) tables.emplace_back(one.name);
  const auto items = read_export(folder, tables, sink);
  if (!items) return items;
  if (auto finished = refilled->finish(); !finished) return fail(finished.error());
  return items;
}

}  // namespace

Exit restore_export(Console& console, const Place& place, const std::filesystem::path& folder) {
  const auto items = refill(place, folder);
  if (!items) return console.failed(items.error());
  // The first start derives the index.
  const auto home = Home::open(place.home, Access::write, place.now);
  if (!home) return console.failed(home.error());
  const auto accounts = (*home)->store().accounts();
  if (!accounts) return console.failed(accounts.error());
  console.line(Said("command.export_taken", {{"count", said_number(*items)}, {"folder", folder.string()}}));
  if (!accounts->empty()) console.line(Said("command.passwords_again"));
  console.answer({{"items", *items}, {"accounts", accounts->size()}});
  return Exit::ok;
}

}  // namespace goodturn::helper
