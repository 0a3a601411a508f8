#include "adapters/store/backups.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include "adapters/store/backup.h"
#include "adapters/store/failure.h"
#include "adapters/store/place.h"
#include "adapters/store/query.h"

namespace goodturn::store {
namespace {

constexpr std::string_view before = "before-";
constexpr std::size_t digits = 6;

std::filesystem::path folder_of(const std::filesystem::path& database) {
  return database.parent_path() / "backups";
}

std::optional<Copy> copy_of(const std::filesystem::path& file) {
  const std::string name = file.stem().string();
  if (file.extension() != ".sqlite" || name.size() < digits + 2 || name[digits] != '-') return std::nullopt;
  Copy copy{0, name.substr(digits + 1), file};
  const auto end = name.data() + digits;
  if (const auto [at, wrong] = std::from_chars(name.data(), end, copy.number);
      at != end || wrong != std::errc())
    return std::nullopt;
  return copy;
}

std::string name_of(int number, const std::string& occasion) {
  std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text + "-" + occasion + ".sqlite";
}

/// The copy was made; what cannot be removed now is tried again with the next one.
void remove_surplus(const std::filesystem::path& database, const Copy& made) {
  std::size_t days = 0;
  for (const Copy& copy : backups_of(database)) {
    const bool daily = !copy.occasion.starts_with(before);
    if (daily) ++days;
    const bool doubled = copy.occasion == made.occasion && copy.number != made.number;
    std::error_code ignored;
    if (doubled || (daily && days > kept_days)) std::filesystem::remove(copy.file, ignored);
  }
}

}  // namespace

std::vector<Copy> backups_of(const std::filesystem::path& database) {
  std::vector<Copy> copies;
  std::error_code problem;
  for (std::filesystem::directory_iterator entry(folder_of(database), problem), end; !problem && entry != end;
       entry.increment(problem))
    if (auto copy = copy_of(entry->path())) copies.push_back(std::move(*copy));
  std::sort(copies.begin(), copies.end(), [](const Copy& a, const Copy& b) { return a.number > b.number; });
  return copies;
}

Result<void> back_up(Connection& connection, const std::string& occasion, const std::string& disk) {
  const std::filesystem::path database = connection.path();
  if (auto safe = make_private_folder(folder_of(database)); !safe) return safe;
  const auto copies = backups_of(database);
  const int number = copies.empty() ? 1 : copies.front().number + 1;
  const Copy copy{number, occasion, folder_of(database) / name_of(number, occasion)};
  if (auto made = backup(connection, copy.file, disk); !made) return made;
  remove_surplus(database, copy);
  return {};
}

Result<void> back_up_daily(Connection& connection, Day today, const std::string& disk) {
  auto content = guarded(connection.path(), [&]() -> Result<bool> {
    Query query(connection.prepared("SELECT EXISTS (SELECT 1 FROM item)"));
    return query.next() && query.flag(0);
  });
  if (!content) return fail(content.error());
  if (!*content) return {};
  const std::string occasion = to_iso(today);
  for (const Copy& copy : backups_of(connection.path()))
    if (copy.occasion == occasion) return {};
  return back_up(connection, occasion, disk);
}

}  // namespace goodturn::store
