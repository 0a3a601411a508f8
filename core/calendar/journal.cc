#include "core/calendar/journal.h"

#include <utility>

#include "core/base/hash.h"
#include "core/calendar/categories.h"
#include "core/calendar/value_list.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

/// An empty value keeps its place; no line when both are empty.
OwnLine both_line(std::string name, const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return {std::move(name), {}};
  return text_line(std::move(name), joined_values({a, b}));
}

OwnLine contact_own_line(const Uid& uid, std::string_view name) {
  const std::string line = contact_line(uid, name);
  return {"CONTACT", line.empty() ? std::vector<std::string>() : std::vector<std::string>{line}};
}

}  // namespace

Uid derived_uid(JournalKind kind, std::initializer_list<std::string_view> parts) {
  Hasher hasher;
  for (const std::string_view part : parts) {
    hasher.feed(std::to_string(part.size()) + ":");
    hasher.feed(part);
  }
  return Uid("goodturn-" + std::string(to_string(kind)) + "-" + to_hex(hasher.result()));
}

OwnLines journal_lines(const JournalHead& head, OwnLines own) {
  const std::string kind(to_string(head.kind));
  OwnLine start{"DTSTART", {}};
  if (head.start) start.contents.push_back("DTSTART;VALUE=DATE:" + to_basic(*head.start));
  if (head.moment) start.contents.push_back("DTSTART:" + to_basic(*head.moment));
  OwnLines lines = {
      value_line("UID", head.uid.value),   std::move(start),
      text_line("SUMMARY", head.title),    text_line("DESCRIPTION", head.text),
      {"CLASS", {"CLASS:PRIVATE"}},        categories_line(kind),
      value_line("X-GOODTURN-KIND", kind),
  };
  return joined(std::move(lines), std::move(own));
}

OwnLine list_line(std::string name, const std::vector<std::string>& values) {
  return text_line(std::move(name), joined_values(values));
}

OwnLine list_line(std::string name, const std::vector<Uid>& values) {
  std::vector<std::string> words;
  for (const Uid& uid : values) words.push_back(uid.value);
  return list_line(std::move(name), words);
}

OwnLine uid_line(std::string name, const Uid& uid) { return list_line(std::move(name), std::vector{uid}); }

OwnLine day_line(std::string name, const std::optional<Day>& day) {
  return value_line(std::move(name), day ? to_basic(*day) : std::string());
}

OwnLine count_line(std::string name, int count) {
  return value_line(std::move(name), count == 0 ? std::string() : std::to_string(count));
}

OwnLine number_line(std::string name, const std::optional<int>& number) {
  return value_line(std::move(name), number ? std::to_string(*number) : std::string());
}

OwnLine flag_line(std::string name, bool set) { return value_line(std::move(name), set ? "TRUE" : ""); }

OwnLines person_lines(const NamedPerson& person) {
  return {contact_own_line(person.uid, person.name), uid_line("X-GOODTURN-CONTACTS", person.uid)};
}

OwnLines pair_lines(const NamedPair& pair) {
  return {contact_own_line({}, names_of(pair)),
          both_line("X-GOODTURN-CONTACTS", pair.a.uid.value, pair.b.uid.value),
          both_line("X-GOODTURN-NAMES", pair.a.name, pair.b.name)};
}

OwnLines joined(OwnLines lines, OwnLines more) {
  for (OwnLine& line : more) lines.push_back(std::move(line));
  return lines;
}

std::string title_of(JournalKind kind, std::string_view name) {
  std::string title(to_string(kind));
  return name.empty() ? title : title + ": " + std::string(name);
}

std::string names_of(const NamedPair& pair) {
  if (pair.a.name.empty() || pair.b.name.empty()) return pair.a.name + pair.b.name;
  return pair.a.name + ", " + pair.b.name;
}

}  // namespace goodturn::calendar
