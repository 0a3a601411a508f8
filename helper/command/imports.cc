#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>

#include "helper/command/bench.h"
#include "helper/command/files.h"
#include "helper/json/imports.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t shown_names = 20;

Result<std::vector<ImportFile>> read_whole(const std::vector<std::filesystem::path>& paths) {
  std::vector<ImportFile> files;
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file.is_open() || file.bad())
      return fail(ErrorKind::not_found, "The file cannot be read.", path.string());
    files.push_back({path.filename().string(), std::move(bytes)});
  }
  return files;
}

/// What the user said on the command line, and how the book they chose is called.
struct Wish {
  ImportChoice choice;
  std::string book;  ///< empty: the one that is only here
};

Result<Wish> wish_of(World& world, const ImportArguments& arguments) {
  Wish wish{{arguments.leave_unsure ? Unsure::leave : Unsure::take, arguments.book}, ""};
  if (!arguments.book) return wish;
  const auto lock = world.lock();
  const auto items = Items::open(world);
  if (!items) return fail(items.error());
  const auto book = chosen_book(*items, *arguments.book);
  if (!book) return fail(book.error());
  wish.book = book->name;
  return wish;
}

Json whole_json(const ImportPlan& plan, const Wish& wish, Language language) {
  Json json = json_of(plan, std::numeric_limits<std::size_t>::max(), language);
  if (!wish.book.empty()) json["people_into"] = wish.book;
  json["taken"] = false;
  return json;
}

void show_names(Console& console, const ImportPlan& plan, ImportFate fate) {
  std::size_t shown = 0;
  for (const ImportEntry& entry : plan.entries) {
    if (entry.fate != fate || entry.record || shown++ >= shown_names) continue;
    if (fate == ImportFate::unsure)
      console.line(Said("command.import_unsure", {{"name", entry.name}, {"other", entry.like->name}}));
    else
      console.line(Said("command.import_new", {{"name", entry.name}}));
  }
  if (shown > shown_names)
    console.line(Said("command.import_more", {{"count", said_number(shown - shown_names)}}));
}

void show_columns(Console& console, const ImportSource& source) {
  for (const imports::ColumnUse& use : source.columns)
    if (use.becomes == imports::Becomes::kept)
      console.line(Said("command.import_column", {{"column", use.column}}));
}

/// What happened with those who would come.
std::int64_t count_notes(const ImportPlan& plan, Unsure unsure) {
  return std::count_if(plan.entries.begin(), plan.entries.end(), [&](const ImportEntry& entry) {
    return entry.record &&
           (entry.fate == ImportFate::fresh || (entry.fate == ImportFate::unsure && unsure == Unsure::take));
  });
}

void show(Console& console, const ImportPlan& plan, const Wish& wish) {
  for (const ImportSource& source : plan.sources) {
    console.line(
        Said("command.import_source",
             {{"file", source.name}, {"program", source.program}, {"items", said_number(source.items)}}));
    show_columns(console, source);
  }
  for (const std::string& name : plan.not_read)
    console.line(Said("command.import_unknown", {{"file", name}}));
  for (const ImportFate fate : {ImportFate::fresh, ImportFate::unsure}) show_names(console, plan, fate);
  if (const auto notes = count_notes(plan, wish.choice.unsure); notes > 0)
    console.line(Said("command.import_notes", {{"count", notes}}));
  if (const auto known = plan.count(ImportFate::known); known > 0)
    console.line(Said("command.import_known", {{"count", said_number(known)}}));
  if (const auto erased = plan.count(ImportFate::erased); erased > 0)
    console.line(Said("command.import_erased", {{"count", said_number(erased)}}));
  if (plan.messages_left_out > 0)
    console.line(Said("command.import_left_out", {{"count", said_number(plan.messages_left_out)}}));
  if (!wish.book.empty()) console.line(Said("command.import_book", {{"book", wish.book}}));
}

Exit preview(Shell& shell, const ImportArguments& arguments, const std::vector<ImportFile>& files) {
  auto world = shell.open(Access::read);
  // Somebody may begin with a file; the home is made then, and holds nothing yet.
  if (!world && world.error().kind == ErrorKind::not_found) world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto wish = wish_of(**world, arguments);
  if (!wish) return shell.console.failed(wish.error());
  const auto plan = plan_import(**world, files);
  if (!plan) return shell.console.failed(plan.error());
  show(shell.console, *plan, *wish);
  if (plan->count(ImportFate::fresh) + plan->count(ImportFate::unsure) > 0)
    shell.console.line(Said("command.import_agree"));
  shell.console.answer(whole_json(*plan, *wish, shell.language));
  return Exit::ok;
}

}  // namespace

Exit import_files(Shell& shell, const ImportArguments& arguments) {
  const auto files = read_whole(arguments.files);
  if (!files) return shell.console.failed(files.error());
  if (!arguments.agreed) return preview(shell, arguments, *files);
  auto bench = Bench::open(shell, Access::write, {});
  if (!bench) return shell.console.failed(bench.error());
  const auto wish = wish_of(bench->world(), arguments);
  if (!wish) return shell.console.failed(wish.error());
  const auto plan = plan_import(bench->world(), *files);
  if (!plan) return shell.console.failed(plan.error());
  const auto imported = take_import(bench->world(), bench->undo(), *plan, wish->choice);
  if (!imported) return shell.console.failed(imported.error());
  show(shell.console, *plan, *wish);
  Json json = whole_json(*plan, *wish, shell.language);
  json["taken"] = true;
  json["items"] = imported->items;
  return bench->done(Said("command.imported", {{"count", said_number(imported->items)}}), json);
}

}  // namespace goodturn::helper
