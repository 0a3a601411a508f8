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
    examination.good("The database is sound.");
  else
    examination.bad(examination.words(sound.error()), "End every helper, then: goodturn restore");
  const auto copies = store::backups_of(database_file(home.folder()));
  examination.good(copies.empty()
                       ? "There is no copy of the database yet; the first is made once there are items."
                       : "Copies of the database: " + std::to_string(copies.size()) + ", the newest " +
                             copies.front().file.string());
}

void look_at_runs(Examination& examination, World& world) {
  const auto runs = past_runs(world);
  if (!runs) return examination.bad(examination.words(runs.error()), "");
  if (runs->empty())
    return examination.hint("Nothing was synchronised yet.",
                            "Press the button, or run `goodturn sync`, once there is an account.");
  const PastRun& last = runs->front();
  const std::string told =
      "The last sync, at " + to_iso(last.at) + ": " + in_words(summary_of(last), examination.language());
  if (last.failed)
    examination.bad(told, "`goodturn sync` names each problem; so does the page Accounts & sync.");
  else
    examination.good(told);
}

void look_at_clashes(Examination& examination, World& world) {
  const auto clashes = world.store.conflicts();
  if (!clashes) return examination.bad(examination.words(clashes.error()), "");
  if (!clashes->empty())
    examination.hint("Values that you and a server changed at once: " + std::to_string(clashes->size()),
                     "Choose under Changes, or with `goodturn conflicts`; nothing is lost until then.");
}

}  // namespace

fs::path own_program() {
  std::error_code problem;
  return fs::read_symlink("/proc/self/exe", problem);
}

Exit doctor(Console& console, const Place& place) {
  console.line("Goodturn " GOODTURN_VERSION ", home " + place.home.string());
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
    examination.bad(examination.words(home.error()), "");
  }
  look_at_bridge(examination, place, home ? home->get() : nullptr);
  look_at_thunderbird(examination);
  return examination.end(
      {{"version", GOODTURN_VERSION}, {"program", own_program().string()}, {"home", place.home.string()}});
}

}  // namespace goodturn::helper
