// Erasing a whole home, files and all.
#include "helper/command/erase.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "adapters/system/home.h"
#include "adapters/system/lock.h"
#include "helper/json/erasure.h"
#include "helper/main/home.h"
#include "helper/main/serve.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;

/// Beginnings of all names that Goodturn gives to what it puts into a home, but for the lock. What else lies
/// there is not ours.
constexpr std::array<std::string_view, 7> own_names = {
    "goodturn.", "backups", "damaged-", "tokens.json", "secrets.json", "bridge.json", "sample"};

bool is_own(const std::string& name) {
  if (name.starts_with('.') && name.ends_with(".tmp")) return true;
  return std::any_of(own_names.begin(), own_names.end(),
                     [&](std::string_view own) { return name.starts_with(own); });
}

Result<void> remove_files(const fs::path& home) {
  std::vector<fs::path> own;
  std::error_code problem;
  for (fs::directory_iterator entry(home, problem), end; !problem && entry != end; entry.increment(problem))
    if (is_own(entry->path().filename().string())) own.push_back(entry->path());
  for (const fs::path& path : own)
    if (!problem) fs::remove_all(path, problem);
  if (problem)
    return fail(ErrorKind::storage,
                Said("Not every file could be removed: {reason}", {{"reason", problem.message()}}),
                home.string());
  return {};
}

Result<HomeErasure> erase(const Place& place) {
  Result<HomeErasure> erased = HomeErasure{};
  {
    const auto home = Home::open(place.home, Access::write, place.now);
    if (!home) return fail(home.error());
    erased = erase_everything((*home)->world());
    if (!erased) return erased;
  }
  const auto lock = system::HomeLock::take(place.home);
  if (!lock) return fail(lock.error());
  if (auto removed = remove_files(place.home); !removed) return fail(removed.error());
  return erased;
}

Result<HomeErasure> survey(const Place& place) {
  const auto home = Home::open(place.home, Access::read, place.now);
  if (!home) return fail(home.error());
  return survey_everything((*home)->world());
}

}  // namespace

Exit erase_home(Shell& shell, const Place& place, bool agreed) {
  const auto home = agreed ? erase(place) : survey(place);
  if (!home) return shell.console.failed(home.error());
  shell.console.line(
      Said("command.erasing_home", {{"done", said_flag(agreed)}, {"folder", place.home.string()}}));
  show_everything(shell, *home);
  if (!agreed) shell.console.line(Said("command.not_erased"));
  Json answer = json_of(*home);
  answer["erased"] = agreed;
  shell.console.answer(answer);
  return Exit::ok;
}

}  // namespace goodturn::helper
