#include "helper/command/bench.h"
#include "helper/command/joined.h"
#include "helper/journals/draft.h"
#include "helper/journals/keeping.h"
#include "helper/journals/kinds.h"
#include "helper/people/reflection.h"

namespace goodturn::helper {
namespace {

/// `how`: a branch of the message.
Exit kept(Bench& bench, const ItemKind& kind, std::string_view how, const Result<Kept>& result) {
  if (!result) return bench.failed(result.error());
  return bench.done(Said("command.kept", {{"noun", std::string(kind.noun())},
                                          {"how", std::string(how)},
                                          {"id", short_id(result->item.at("id").get<std::string>())},
                                          {"row", row_of(kind.shapes(), result->item)}}),
                    {{"item", result->item}});
}

FieldValues values_of(const std::vector<std::string>& words) {
  FieldValues values;
  for (const std::string& word : words)
    if (const auto at = word.find('='); at != std::string::npos)
      values[word.substr(0, at)] = word.substr(at + 1);
  return values;
}

Exit show(Shell& shell, const Result<Draft>& draft) {
  if (!draft) return shell.console.failed(draft.error());
  shell.console.answer(json_of(*draft));
  if (draft->missing.empty()) {
    std::string line;
    for (const char c : draft->text + "\n") {
      if (c != '\n') {
        line += c;
        continue;
      }
      shell.console.line(line);
      line.clear();
    }
    return Exit::ok;
  }
  for (const std::string& name : draft->missing)
    shell.console.remark(Said("command.place_missing", {{"place", "{" + name + "}"}, {"name", name}}));
  return Exit::failed;
}

}  // namespace

Exit item_list(Shell& shell, const ItemKind& kind, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::read, arguments);
  if (!bench) return shell.console.failed(bench.error());
  std::optional<Uid> person;
  if (!arguments.who.empty()) {
    auto found = bench->who().find(arguments.who);
    if (!found) return bench->failed(found.error());
    person = std::move(*found);
  }
  const auto items = list_items(bench->world(), kind, person);
  if (!items) return shell.console.failed(items.error());
  for (const Json& item : *items)
    shell.console.line(short_id(item.at("id").get<std::string>()) + "  " + row_of(kind.shapes(), item));
  if (items->empty()) shell.console.line(Said("command.no_items", {{"noun", std::string(kind.noun())}}));
  shell.console.answer({{"items", *items}});
  return Exit::ok;
}

Exit item_show(Shell& shell, const ItemKind& kind, const JournalArguments& arguments) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  auto item = item_named(**world, kind, arguments.id);
  if (!item) return shell.console.failed(item.error());
  const auto reflection = reflection_on(**world, Uid(item->at("id").get<std::string>()));
  if (!reflection) return shell.console.failed(reflection.error());
  shell.console.line(Said("command.item_head",
                          {{"noun", std::string(kind.noun())}, {"id", item->at("id").get<std::string>()}}));
  print_fields(shell.console, kind.shapes(), *item);
  if (!reflection->empty()) shell.console.line(Said("command.reflection", {{"text", *reflection}}));
  Json json = {{"item", std::move(*item)}};
  if (!reflection->empty()) json["reflection"] = *reflection;
  shell.console.answer(json);
  return Exit::ok;
}

Exit item_add(Shell& shell, const ItemKind& kind, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  FieldWords words = arguments.fields;
  if (!arguments.words.empty()) {
    // Words without quotation marks: the first may have gone to an option's place.
    auto& text = words[kind.word() == "introduction" ? "reason" : "text"];
    text = {joined(text) + (text.empty() ? "" : " ") + joined(arguments.words)};
  }
  const auto fields = fields_in(kind.shapes(), words, Json::object(), bench->today(), bench->who());
  if (!fields) return bench->failed(fields.error());
  return kept(*bench, kind, "noted", add_item(bench->world(), bench->undo(), kind, *fields));
}

Exit item_set(Shell& shell, const ItemKind& kind, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto item = item_named(bench->world(), kind, arguments.id);
  if (!item) return bench->failed(item.error());
  const auto fields = fields_in(kind.shapes(), arguments.fields, *item, bench->today(), bench->who());
  if (!fields) return bench->failed(fields.error());
  const Uid uid(item->at("id").get<std::string>());
  return kept(*bench, kind, "changed", change_item(bench->world(), bench->undo(), kind, uid, *fields));
}

Exit item_remove(Shell& shell, const ItemKind& kind, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto item = item_named(bench->world(), kind, arguments.id);
  if (!item) return bench->failed(item.error());
  const Uid uid(item->at("id").get<std::string>());
  if (auto removed = remove_item(bench->world(), bench->undo(), kind, uid); !removed)
    return bench->failed(removed.error());
  return bench->done(Said("command.kept_removed", {{"noun", std::string(kind.noun())}}), Json::object());
}

Exit ask_draft(Shell& shell, const JournalArguments& arguments) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto item = item_named(**world, ask_kind(), arguments.id);
  if (!item) return shell.console.failed(item.error());
  return show(shell, draft_ask(**world, Uid(item->at("id").get<std::string>()), values_of(arguments.values)));
}

Exit script_fill(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::read, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto item = item_named(bench->world(), script_kind(), arguments.id);
  if (!item) return bench->failed(item.error());
  Uid person;
  if (!arguments.who.empty()) {
    auto found = bench->who().find(arguments.who);
    if (!found) return bench->failed(found.error());
    person = std::move(*found);
  }
  return show(shell, fill_script(bench->world(), Uid(item->at("id").get<std::string>()), person,
                                 values_of(arguments.values)));
}

Exit script_use(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto item = item_named(bench->world(), script_kind(), arguments.id);
  if (!item) return bench->failed(item.error());
  const auto answered = arguments.word.empty() ? std::nullopt : std::optional(arguments.word == "yes");
  const auto noted =
      note_use(bench->world(), bench->undo(), Uid(item->at("id").get<std::string>()), answered);
  if (!noted) return bench->failed(noted.error());
  return bench->done(Said("command.noted"), Json::object());
}

Exit question_answer(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto item = item_named(bench->world(), question_kind(), arguments.id);
  if (!item) return bench->failed(item.error());
  const std::string at = arguments.word.empty() ? to_iso(bench->world().now().instant) : arguments.word;
  const Uid uid(item->at("id").get<std::string>());
  return kept(*bench, question_kind(), "answered",
              change_item(bench->world(), bench->undo(), question_kind(), uid, {{"answered", at}}));
}

Exit entry_reflect(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto item = item_named(bench->world(), entry_kind(), arguments.id);
  if (!item) return bench->failed(item.error());
  const auto noted = reflect_on(bench->world(), bench->undo(), Uid(item->at("id").get<std::string>()),
                                joined(arguments.words));
  if (!noted) return bench->failed(noted.error());
  return bench->done(Said("command.noted_here"), Json::object());
}

Exit undo_last(Shell& shell) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto what = undo_kept(**world);
  if (!what) return shell.console.failed(what.error());
  shell.console.line(Said("command.taken_back", {{"what", *what}}));
  shell.console.answer({{"undone", *what}});
  return Exit::ok;
}

}  // namespace goodturn::helper
