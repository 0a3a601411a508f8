#include "adapters/store/restore.h"

#include "adapters/system/home.h"
#include "adapters/system/lock.h"
#include "helper/main/home.h"
#include "helper/main/serve.h"

namespace goodturn::helper {

Exit restore(Console& console, const Place& place, const std::string& from) {
  if (auto ready = system::prepare_home(place.home); !ready) return console.failed(ready.error());
  const auto lock = system::HomeLock::take(place.home);
  if (!lock) return console.failed(lock.error());
  const auto copy = from.empty() ? std::nullopt : std::optional<std::filesystem::path>(from);
  const auto restored = store::restore(database_file(place.home), copy);
  if (!restored) return console.failed(restored.error());
  console.line(Said("command.restored",
                    {{"empty", said_flag(restored->copy.empty())}, {"file", restored->copy.string()}}));
  if (!restored->set_aside.empty())
    console.line(Said("command.restored_aside",
                      {{"folder", restored->set_aside.string()}, {"count", said_number(restored->saved)}}));
  console.line(Said("command.sync_since"));
  console.answer({{"copy", restored->copy.string()},
                  {"set_aside", restored->set_aside.string()},
                  {"saved_items", restored->saved}});
  return Exit::ok;
}

}  // namespace goodturn::helper
