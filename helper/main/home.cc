#include "helper/main/home.h"

#include "adapters/phone/phones.h"
#include "adapters/secrets/secrets.h"
#include "adapters/system/clock.h"
#include "adapters/system/language.h"
#include "adapters/system/region.h"
#include "adapters/system/zone.h"
#include "helper/erase/hiding.h"
#include "helper/index/rebuild.h"
#include "helper/items/items.h"
#include "helper/main/sources.h"
#include "helper/people/own_language.h"

namespace goodturn::helper {

Result<std::unique_ptr<Home>> Home::open(const std::filesystem::path& folder, Access access,
                                         std::optional<Instant> now) {
  std::unique_ptr<Home> home(new Home);
  home->folder_ = folder;
  if (auto ready = system::prepare_home(folder); !ready) return fail(ready.error());
  const auto file = database_file(folder);
  if (access == Access::write) {
    if (auto closed = system::close_to_others(folder); !closed) return fail(closed.error());
    auto lock = system::HomeLock::take(folder);
    if (!lock) return fail(lock.error());
    home->lock_.emplace(std::move(*lock));
  }
  auto store =
      access == Access::write ? store::SqliteStore::open(file) : store::SqliteStore::open_reader(file);
  if (!store && store.error().kind == ErrorKind::not_found)
    return fail(ErrorKind::not_found, "Nothing is set up here yet. Start with `goodturn account add URL`.",
                folder.string());
  if (!store) return fail(store.error());
  home->store_ = std::move(*store);
  const std::string zone = system::local_zone();
  home->recurrence_ = std::make_unique<ical::IcalRecurrence>(zone);
  home->phones_ = std::make_unique<phone::LibPhones>(system::local_region(zone));
  home->secrets_ = secrets::open_secrets(folder);
  home->authority_ = open_authority(folder);
  if (now)
    home->clock_ = std::make_unique<system::FixedClock>(*now);
  else
    home->clock_ = std::make_unique<system::SystemClock>();
  home->world_.emplace(World{*home->store_, *home->store_, *home->recurrence_, *home->secrets_, *home->clock_,
                             home->random_, hiding_erased(open_source, *home->store_, home->writer_),
                             home->writer_, home->generation_, *home->phones_, *home->store_,
                             &home->snapshots_, &home->turns_, home->authority_.get(), &home->archives_});
  if (access == Access::read) return home;
  // Makes the collections of our own, so that readers find them.
  if (auto items = Items::open(home->world()); !items) return fail(items.error());
  if (auto noted = note_language(home->world(), system::message_locale()); !noted) return fail(noted.error());
  if (auto finished = finish_upgrade(home->world()); !finished) return fail(finished.error());
  if (auto kept = home->back_up(); !kept) home->backup_problem_ = kept.error();
  return home;
}

Result<void> Home::back_up() {
  const auto lock = world_->lock();
  return store_->back_up_daily(world_->now().today);
}

}  // namespace goodturn::helper
