#include <filesystem>

#include "adapters/store/backups.h"
#include "helper/main/doctor_parts.h"
#include "helper/main/version.h"
#include "helper/sync/last_runs.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;

void look_at_database(Examination& examination, Home& home) {
  if (auto sound = home.store().check(); sound)
    examination.good(Said("doctor.database"));
  else
    examination.bad(said_of(sound.error()), Said("doctor.database_do"));
  const auto copies = store::backups_of(database_file(home.folder()));
  if (copies.empty()) return examination.good(Said("doctor.no_copies"));
  examination.good(
      Said("doctor.copies", {{"count", said_number(copies.size())}, {"file", copies.front().file.string()}}));
}

void look_at_runs(Examination& examination, World& world) {
  const auto runs = past_runs(world);
  if (!runs) return examination.bad(said_of(runs.error()));
  if (runs->empty()) return examination.hint(Said("doctor.no_sync"), Said("doctor.no_sync_do"));
  const PastRun& last = runs->front();
  const Said told("doctor.last_sync",
                  {{"at", to_iso(last.at)}, {"summary", in_words(summary_of(last), examination.language())}});
  if (last.failed)
    examination.bad(told, Said("doctor.last_sync_do"));
  else
    examination.good(told);
}

void look_at_clashes(Examination& examination, World& world) {
  const auto clashes = world.store.conflicts();
  if (!clashes) return examination.bad(said_of(clashes.error()));
  if (!clashes->empty())
    examination.hint(Said("doctor.clashes", {{"count", said_number(clashes->size())}}),
                     Said("doctor.clashes_do"));
}

}  // namespace

fs::path own_program() {
  std::error_code problem;
  return fs::read_symlink("/proc/self/exe", problem);
}

Exit doctor(Console& console, const Place& place) {
  console.line(Said("doctor.head", {{"version", GOODTURN_VERSION}, {"folder", place.home.string()}}));
  Examination examination(console);
  auto home = Home::open(place.home, Access::read, place.now);
  look_at_machine(examination, place.home);
  if (home) {
    look_at_database(examination, **home);
    look_at_secrets(examination, (*home)->secrets());
    look_at_accounts(examination, (*home)->world());
    look_at_runs(examination, (*home)->world());
    look_at_clashes(examination, (*home)->world());
    look_at_zones(examination, (*home)->world());
  } else {
    examination.bad(said_of(home.error()));
  }
  look_at_bridge(examination, place, home ? home->get() : nullptr);
  look_at_thunderbird(examination);
  return examination.end(
      {{"version", GOODTURN_VERSION}, {"program", own_program().string()}, {"home", place.home.string()}});
}

}  // namespace goodturn::helper
