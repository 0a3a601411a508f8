#include "helper/journals/draft.h"

#include "core/calendar/topic.h"
#include "core/relations/script.h"
#include "helper/journals/keeping.h"
#include "helper/people/own_language.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using relations::FieldValue;

std::string_view message_for(AskKind kind) {
  switch (kind) {
    case AskKind::informational_interview:
      return "draft.informational_interview";
    case AskKind::referral:
      return "draft.referral";
    case AskKind::warm_application:
      return "draft.warm_application";
    case AskKind::introduction:
      return "draft.introduction";
    case AskKind::advice:
      return "draft.advice";
    case AskKind::sponsor:
      return "draft.sponsor";
    case AskKind::feedback:
      break;
  }
  return "draft.feedback";
}

/// A script of the program's own: short, in the tone of a person who asks once and makes it easy to say no.
Result<std::string> words_for(World& world, AskKind kind) {
  const auto language = own_language(world);
  if (!language) return fail(language.error());
  return in_words(Said(message_for(kind), {{"firstName", "{firstName}"}, {"ask", "{ask}"}}), *language);
}

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }
std::string last_word(const std::string& name) {
  const auto at = name.rfind(' ');
  return at == std::string::npos ? std::string() : name.substr(at + 1);
}

/// "Example, Ada" as "Ada Example".
std::string in_speaking_order(const std::string& name) {
  const auto comma = name.find(", ");
  return comma == std::string::npos ? name : name.substr(comma + 2) + " " + name.substr(0, comma);
}

FieldValues values_of(const Person& person) {
  const std::string name = in_speaking_order(person.card.name);
  return {{"name", name},
          {"firstName", first_word(name)},
          {"lastName", last_word(name)},
          {"organisation", person.card.organisation},
          {"title", person.card.title},
          {"unit", person.card.unit}};
}

FieldValue looked_up_in(const FieldValues& given, const FieldValues& known) {
  return [&given, &known](std::string_view name) -> std::optional<std::string> {
    for (const FieldValues* values : {&given, &known})
      if (const auto found = values->find(name); found != values->end() && !found->second.empty())
        return found->second;
    return std::nullopt;
  };
}

Draft filled(const std::string& text, const FieldValues& given, const FieldValues& known) {
  relations::Script script;
  script.text = text;
  relations::FilledScript full = relations::fill(script, looked_up_in(given, known));
  return {std::move(full.text), std::move(full.missing), ""};
}

template <class Item>
Result<const Item*> find(const std::vector<Item>& items, const Uid& uid, std::string_view noun) {
  for (const Item& item : items)
    if (item.uid == uid) return &item;
  return fail(ErrorKind::not_found,
              Said("There is no such {noun}. It may have been removed.", {{"noun", std::string(noun)}}));
}

Result<Draft> draft_at(Desk& desk, const Uid& uid, const FieldValues& values) {
  const auto ask = find(desk.snapshot.journals().asks, uid, "ask");
  if (!ask) return fail(ask.error());
  FieldValues known;
  if (const Person* person = desk.snapshot.by_uid((*ask)->person.uid)) known = values_of(*person);
  known["ask"] = calendar::topic_of((*ask)->text);
  known["nextStep"] = (*ask)->next_step;
  for (const calendar::Script& script : desk.snapshot.journals().scripts) {
    if (script.trigger != to_string((*ask)->kind)) continue;
    Draft draft = filled(script.text, values, known);
    draft.script = script.name;
    return draft;
  }
  const auto words = words_for(desk.world, (*ask)->kind);
  if (!words) return fail(words.error());
  return filled(*words, values, known);
}

}  // namespace

std::vector<std::string> fields_of(const std::string& text) { return filled(text, {}, {}).missing; }

Result<Draft> fill_script(World& world, const Uid& uid, const Uid& person, const FieldValues& values) {
  Draft draft;
  auto done = look_at(world, [&](Desk& desk) -> Result<void> {
    const auto script = find(desk.snapshot.journals().scripts, uid, "script");
    if (!script) return fail(script.error());
    const Person* known = desk.snapshot.by_uid(person);
    if (known == nullptr && !person.empty())
      return fail(ErrorKind::not_found, "Nobody with this UID is in your address books.");
    draft = filled((*script)->text, values, known == nullptr ? FieldValues() : values_of(*known));
    draft.script = (*script)->name;
    return {};
  });
  if (!done) return fail(done.error());
  return draft;
}

Result<Draft> draft_ask(World& world, const Uid& ask, const FieldValues& values) {
  Result<Draft> draft;
  auto done = look_at(world, [&](Desk& desk) -> Result<void> {
    draft = draft_at(desk, ask, values);
    return {};
  });
  if (!done) return fail(done.error());
  return draft;
}

Result<std::string> note_use(World& world, UndoLog& undo, const Uid& uid, std::optional<bool> answered) {
  return edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const auto found = find(desk.snapshot.journals().scripts, uid, "script");
    if (!found) return fail(found.error());
    calendar::Script script = **found;
    script.last_used = desk.now.today;
    if (answered) ++(*answered ? script.answered : script.unanswered);
    return write_journal(desk.world, desk.items, script.uid, script, desk.before);
  });
}

}  // namespace goodturn::helper
