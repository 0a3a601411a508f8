#include <fstream>

#include "core/base/hash.h"
#include "helper/command/commands.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;

/// A file name that is safe everywhere and the same on every export: never made from a server's href.
std::string file_name(const sync::Item& item, bool card) {
  return to_hex(hash_of(item.href.value)) + (card ? ".vcf" : ".ics");
}

Result<void> write_new(const fs::path& path, std::string_view text) {
  if (fs::exists(path))
    return fail(ErrorKind::invalid, "The file exists already. Export into an empty folder.", path.string());
  std::ofstream stream(path, std::ios::binary);
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  stream.close();
  if (!stream) return fail(ErrorKind::storage, "Writing failed. Is the disk full?", path.string());
  return {};
}

Result<std::size_t> export_collection(World& world, const sync::Collection& collection,
                                      const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return fail(ErrorKind::storage, "The folder cannot be made: " + error.message(), folder.string());
  if (auto named = write_new(folder / "displayname", collection.name); !named) return fail(named.error());
  std::size_t count = 0;
  auto visited = world.store.each_item(collection.id, [&](const sync::Item& item) {
    ++count;
    return write_new(folder / file_name(item, collection.holds.cards), item.text);
  });
  if (!visited) return fail(visited.error());
  return count;
}

}  // namespace

Exit export_all(Shell& shell, const fs::path& folder) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto collections = (*world)->store.collections();
  if (!collections) return shell.console.failed(collections.error());
  std::size_t total = 0;
  for (const sync::Collection& collection : *collections) {
    const auto count = export_collection(**world, collection, folder / std::to_string(collection.id));
    if (!count) return shell.console.failed(count.error());
    total += *count;
    shell.console.line(counted(*count, "item") + " of " + collection.name + " in " +
                       (folder / std::to_string(collection.id)).string());
  }
  shell.console.answer({{"items", total}});
  return Exit::ok;
}

}  // namespace goodturn::helper
