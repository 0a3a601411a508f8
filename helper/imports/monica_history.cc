#include "helper/imports/monica_history.h"

#include <algorithm>
#include <array>

#include "core/base/hash.h"

namespace goodturn::helper::monica {
namespace {

const Json nothing;
const Json no_list = Json::array();
constexpr std::array<std::string_view, 4> history = {"note", "call", "conversation", "activity"};

void put_lines(const Json& json, const std::string& name, std::string& lines) {
  if (json.is_object() || json.is_array()) {
    for (const auto& [inner, value] : json.items())
      put_lines(value, name.empty() ? inner : name + '.' + inner, lines);
    return;
  }
  std::string text;
  if (json.is_string())
    text = json.get<std::string>();
  else if (json.is_number() || json == true)
    text = json.dump();
  if (text.empty()) return;
  if (!lines.empty()) lines += '\n';
  lines += name.empty() ? text : name + ": " + text;
}

/// "2023-05-04T10:00:00.000000Z", "2023-05-04 10:00:00" or a day alone.
std::optional<Instant> moment_of(std::string text) {
  if (text.size() == 10)
    if (const auto day = parse_day(text)) return *day;
  if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
  return parse_instant(text);
}

/// One record in the making.
struct Told {
  RecordKind kind = RecordKind::touch;
  std::optional<Channel> channel;
  Direction direction = Direction::mutual;
  std::string at;
  std::vector<std::string> text;  ///< paragraphs; empty ones are left out
};

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs)
    if (!paragraph.empty()) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

Told call_of(const Json& properties) {
  const Direction direction = flag_at(properties, "contact_called") ? Direction::in : Direction::out;
  return {RecordKind::touch,
          Channel::call,
          direction,
          text_at(properties, "called_at"),
          {text_at(properties, "content"), lines_of(at(properties, "emotions"))}};
}

Told conversation_of(const Json& properties) {
  Told told{RecordKind::touch, Channel::message, Direction::mutual, text_at(properties, "happened_at"), {}};
  for (const Json& message : list_at(properties, "messages")) {
    const Json& said = at(message, "properties");
    told.text.push_back((flag_at(said, "written_by_me") ? "→ " : "← ") + text_at(said, "content"));
  }
  return told;
}

Told activity_of(const Json& properties) {
  return {RecordKind::touch,
          Channel::meeting,
          Direction::mutual,
          text_at(properties, "happened_at"),
          {text_at(properties, "summary"), text_at(properties, "description")}};
}

Told told_of(std::string_view type, const Json& value) {
  const Json& properties = at(value, "properties");
  if (type == "call") return call_of(properties);
  if (type == "conversation") return conversation_of(properties);
  if (type == "activity") return activity_of(properties);
  return {
      RecordKind::note, {}, Direction::mutual, text_at(value, "created_at"), {text_at(properties, "body")}};
}

calendar::Record record_of(const Told& told, const Json& value, const calendar::NamedPerson& person) {
  calendar::Record record;
  record.uid =
      Uid("goodturn-" + to_hex(hash_of("monica\n" + text_at(value, "uuid") + '\n' + person.uid.value)));
  record.kind = told.kind;
  record.person = person.uid;
  record.person_name = person.name;
  record.at = moment_of(told.at).value_or(moment_of(text_at(value, "created_at")).value_or(Instant{}));
  record.channel = told.channel;
  record.direction = told.direction;
  record.text = joined(told.text);
  return record;
}

}  // namespace

const Json& at(const Json& json, std::string_view name) {
  if (!json.is_object()) return nothing;
  const auto found = json.find(name);
  return found == json.end() ? nothing : *found;
}

const Json& array(const Json& json) { return json.is_array() ? json : no_list; }

const Json& list_at(const Json& json, std::string_view name) { return array(at(json, name)); }

std::string text_at(const Json& json, std::string_view name) {
  const Json& value = at(json, name);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

bool flag_at(const Json& json, std::string_view name) { return at(json, name) == true; }

const Json& values(const Json& account, std::string_view type) {
  for (const Json& group : list_at(account, "data"))
    if (text_at(group, "type") == type) return list_at(group, "values");
  return no_list;
}

const Json& named(const Json& account, std::string_view type, const Json& uuid) {
  for (const Json& value : values(account, type))
    if (at(value, "uuid") == uuid) return value;
  return nothing;
}

std::string lines_of(const Json& json) {
  std::string lines;
  put_lines(json, "", lines);
  return lines;
}

bool is_history(std::string_view type) {
  return std::find(history.begin(), history.end(), type) != history.end();
}

void add_history(const Json& account, const Json& contact, const calendar::NamedPerson& person,
                 std::vector<ImportEntry>& entries) {
  for (const Json& group : list_at(contact, "data")) {
    const std::string type = text_at(group, "type");
    if (!is_history(type)) continue;
    for (const Json& listed : list_at(group, "values")) {
      const Json& value = listed.is_string() ? named(account, type, listed) : listed;
      if (!value.is_object()) continue;
      calendar::Record record = record_of(told_of(type, value), value, person);
      const Uid uid = record.uid;
      entries.push_back({person.name, uid, ImportFate::fresh, ImportKind::record, "", std::move(record)});
    }
  }
}

}  // namespace goodturn::helper::monica
