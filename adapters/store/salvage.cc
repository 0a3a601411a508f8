#include "adapters/store/salvage.h"

#include <limits>
#include <set>
#include <tuple>

#include "adapters/store/pages.h"
#include "adapters/store/place.h"
#include "adapters/system/file.h"
#include "core/base/hash.h"

namespace goodturn::store {
namespace {

struct Found {
  std::int64_t collection = 0;
  std::string href;
  std::string text;
  auto operator<=>(const Found&) const = default;
};

/// The columns of table `item`: id (stored as nothing), collection, href, uid, text.
std::optional<Found> item_in(const Row& row) {
  if (row.size() != 5) return std::nullopt;
  const auto* collection = std::get_if<std::int64_t>(&row[1]);
  const auto* href = std::get_if<std::string>(&row[2]);
  const auto* text = std::get_if<std::string>(&row[4]);
  if (collection == nullptr || href == nullptr || text == nullptr || !text->starts_with("BEGIN:V"))
    return std::nullopt;
  return Found{*collection, *href, *text};
}

/// A missing file is an empty one.
Result<std::string> bytes_of(const std::filesystem::path& file) {
  auto bytes = system::read_file(file, std::numeric_limits<std::size_t>::max());
  if (!bytes && bytes.error().kind == ErrorKind::not_found) return std::string();
  return bytes;
}

Result<void> save(const Found& item, const std::filesystem::path& folder) {
  const auto place = folder / std::to_string(item.collection);
  if (auto made = make_private_folder(place); !made) return made;
  const std::string ending = item.text.starts_with("BEGIN:VCARD") ? ".vcf" : ".ics";
  return system::write_new_file(place / (to_hex(hash_of(item.href + "\n" + item.text)) + ending), item.text);
}

}  // namespace

Result<std::size_t> salvage(const std::filesystem::path& database, const std::filesystem::path& folder) {
  const auto file = bytes_of(database);
  if (!file) return fail(file.error());
  const auto log = bytes_of(database.string() + "-wal");
  if (!log) return fail(log.error());
  std::set<Found> items;
  Pages(*file, *log).each_row([&](const Row& row) {
    if (auto item = item_in(row)) items.insert(std::move(*item));
  });
  if (items.empty()) return 0;
  if (auto made = make_private_folder(folder); !made) return fail(made.error());
  for (const Found& item : items)
    if (auto saved = save(item, folder); !saved) return fail(saved.error());
  return items.size();
}

}  // namespace goodturn::store
