#include "helper/command/files.h"
#include "helper/json/erasure.h"

namespace goodturn::helper {
namespace {

Exit write_all(Shell& shell, const std::filesystem::path& folder, Reflections reflections) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto exported = write_export(**world, folder, reflections, [&](std::size_t done, std::size_t total) {
    shell.console.progress(std::to_string(done) + " of " + std::to_string(total));
  });
  shell.console.end_progress();
  if (!exported) return shell.console.failed(exported.error());
  shell.console.line(counted(exported->items, "item") + " of " +
                     counted(exported->collections, "collection") + ", and all that belongs to them, in " +
                     exported->folder.string());
  shell.console.line("README.txt there says what is what. Passwords are not in it.");
  if (exported->left_out > 0)
    shell.console.line(counted(exported->left_out, "reflection") +
                       " stay here, for you alone; with --with-reflections they go along.");
  shell.console.answer(json_of(*exported));
  return Exit::ok;
}

}  // namespace

Exit export_all(Shell& shell, const std::filesystem::path& folder) {
  return write_all(shell, folder, Reflections::left_out);
}

Exit export_with_reflections(Shell& shell, const std::filesystem::path& folder) {
  return write_all(shell, folder, Reflections::included);
}

}  // namespace goodturn::helper
