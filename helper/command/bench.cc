#include "helper/command/bench.h"

#include <algorithm>

#include "helper/journals/keeping.h"

namespace goodturn::helper {
namespace {

std::string plain(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (value.is_array())
    for (const Json& one : value) add(plain(one));
  else if (value.is_object())
    for (const auto& [name, one] : value.items()) add(name + "=" + plain(one));
  else
    text = value.dump();
  return text;
}

/// Names and texts need no label in front.
bool speaks_for_itself(std::string_view name) {
  return name == "name" || name == "text" || name == "role" || name.ends_with("_name");
}

/// UIDs of people are no reading matter where the name stands beside, nor are steps.
bool is_left_out(const Shape& shape, const Json& item) {
  if (shape.name == "checklist" || shape.name == "fields") return true;
  return shape.type == FieldType::person && item.contains(std::string(shape.name) + "_name");
}

}  // namespace

Result<Bench> Bench::open(Shell& shell, Access access, const JournalArguments& arguments) {
  const auto world = shell.open(access);
  if (!world) return fail(world.error());
  Bench bench(shell, **world);
  auto snapshot = Snapshot::read(**world);
  if (!snapshot) return fail(snapshot.error());
  bench.snapshot_ = std::move(*snapshot);
  auto answers = answers_of(arguments.as, *bench.snapshot_);
  if (!answers) return fail(answers.error());
  bench.who_ = std::make_unique<NameFinder>(*bench.snapshot_, std::move(*answers));
  bench.undo_ = std::make_unique<UndoLog>(
      (*world)->random, [kept = bench.before_.get()](const Before& before) { *kept = before; });
  return bench;
}

Exit Bench::failed(const Error& error) {
  return who_->questions().empty() ? shell_->console.failed(error)
                                   : ask_back(shell_->console, who_->questions());
}

Exit Bench::done(const Said& said, const Json& json) {
  const std::string line = in_words(said, shell_->language);
  if (*before_)
    if (const auto kept = keep_undo(*world_, **before_, line); !kept)
      return shell_->console.failed(kept.error());
  shell_->console.line(line);
  shell_->console.answer(json);
  return Exit::ok;
}

Result<Json> item_named(World& world, const ItemKind& kind, const std::string& id) {
  auto all = list_items(world, kind, std::nullopt);
  if (!all) return all;
  Json found;
  std::size_t fitting = 0;
  for (const Json& item : *all) {
    const std::string whole = item.at("id").get<std::string>();
    if (whole == id) return item;
    if (id.size() < 4 || !whole.ends_with(id)) continue;
    found = item;
    ++fitting;
  }
  if (fitting == 1) return found;
  const std::string noun(kind.noun());
  if (fitting > 1)
    return fail(ErrorKind::invalid, Said("Several fit \"{id}\". Give more of its id.", {{"id", id}}));
  return fail(ErrorKind::not_found,
              Said("There is no {noun} \"{id}\". Its list shows the ids.", {{"noun", noun}, {"id", id}}));
}

std::string short_id(const std::string& id) {
  constexpr std::size_t enough = 8;
  const auto dash = id.rfind('-');
  const std::size_t behind =
      dash == std::string::npos || id.size() - dash > 2 * enough ? 0 : id.size() - dash;
  return id.size() <= enough + behind ? id : id.substr(id.size() - enough - behind);
}

std::string row_of(std::span<const Shape> shapes, const Json& item) {
  std::string row;
  for (const Shape& shape : shapes) {
    const auto found = item.find(std::string(shape.name));
    if (found == item.end() || is_left_out(shape, item)) continue;
    std::string label = speaks_for_itself(shape.name) ? "" : option_name(shape.name) + ": ";
    row += (row.empty() ? "" : "; ") + label + plain(*found);
  }
  return row;
}

void print_fields(Console& console, std::span<const Shape> shapes, const Json& item) {
  for (const Shape& shape : shapes)
    if (const auto found = item.find(std::string(shape.name)); found != item.end())
      console.line("  " + option_name(shape.name) + ": " + plain(*found));
}

}  // namespace goodturn::helper
