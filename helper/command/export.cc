#include "helper/command/files.h"
#include "helper/json/erasure.h"

namespace goodturn::helper {
namespace {

Exit write_all(Shell& shell, const std::filesystem::path& folder, Reflections reflections) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto exported = write_export(**world, folder, reflections, [&](std::size_t done, std::size_t total) {
    shell.console.progress(
        Said("command.count_progress", {{"done", said_number(done)}, {"total", said_number(total)}}));
  });
  shell.console.end_progress();
  if (!exported) return shell.console.failed(exported.error());
  shell.console.line(Said("command.exported", {{"items", said_number(exported->items)},
                                               {"collections", said_number(exported->collections)},
                                               {"folder", exported->folder.string()}}));
  shell.console.line(Said("command.exported_readme"));
  if (exported->left_out > 0)
    shell.console.line(Said("command.reflections_left", {{"count", said_number(exported->left_out)}}));
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
