#include "helper/command/field_words.h"

#include <algorithm>
#include <charconv>

#include "core/calendar/one_line_words.h"
#include "core/calendar/words.h"

namespace goodturn::helper {
namespace {

using Words = std::vector<std::string>;

bool is_list(FieldType type) {
  return type == FieldType::lines || type == FieldType::choices || type == FieldType::people;
}

Words parts_of(const Words& words) {
  Words parts;
  for (const std::string& word : words) {
    std::size_t from = 0;
    while (from <= word.size()) {
      const std::size_t comma = std::min(word.find(',', from), word.size());
      std::string part = calendar::trimmed(std::string_view(word).substr(from, comma - from));
      if (!part.empty()) parts.push_back(std::move(part));
      from = comma + 1;
    }
  }
  return parts;
}

Result<Json> number_in_words(const Shape& shape, const std::string& word) {
  const Json number = Json::parse(word, nullptr, false);
  if (!number.is_number()) return wrong(shape, Said("\"{field}\" takes a number, or none."));
  return number;
}

Json day_in_words(const std::string& word, Day today) {
  const auto day = calendar::plain_day(calendar::lower_word(word), today);
  return day ? Json(to_iso(*day)) : Json(word);
}

Result<Json> flag_in_words(const Shape& shape, const std::string& word) {
  if (word == "yes" || word == "on" || word == "true") return Json(true);
  if (word == "no" || word == "off" || word == "false") return Json(false);
  return wrong(shape, Said("\"{field}\" takes yes or no."));
}

Result<Json> pairs_in_words(const Shape& shape, const Words& words) {
  Json pairs = Json::object();
  for (const std::string& part : parts_of(words)) {
    const auto at = part.rfind('=');
    if (at == std::string::npos) return wrong(shape, Said("\"{field}\" takes name=value."));
    const std::string name = calendar::trimmed(part.substr(0, at)),
                      value = calendar::trimmed(part.substr(at + 1));
    if (shape.most == 0) {
      pairs[name] = value;
      continue;
    }
    auto number = number_in_words(shape, value);
    if (!number) return number;
    pairs[name] = std::move(*number);
  }
  return pairs;
}

Result<Json> entry_in_words(const Shape& shape, const std::string& word, NameFinder& who) {
  if (shape.type != FieldType::people) return Json(word);
  return who.find(word).map([](const Uid& uid) { return Json(uid.value); });
}

Result<Json> list_in_words(const Shape& shape, const Words& words, const Json& present, NameFinder& who) {
  const Words parts = parts_of(words);
  const auto is_change = [](const std::string& part) { return part.front() == '+' || part.front() == '-'; };
  const bool changes = !parts.empty() && std::all_of(parts.begin(), parts.end(), is_change);
  Json list = changes ? present.value(std::string(shape.name), Json::array()) : Json::array();
  for (const std::string& part : parts) {
    const auto entry = entry_in_words(shape, changes ? part.substr(1) : part, who);
    if (!entry) return fail(entry.error());
    const auto found = std::find(list.begin(), list.end(), *entry);
    if (changes && part.front() == '-') {
      if (found != list.end()) list.erase(found);
    } else if (found == list.end()) {
      list.push_back(*entry);
    }
  }
  return list;
}

Result<Json> value_in_words(const Shape& shape, const Words& words, const Json& present, Day today,
                            NameFinder& who) {
  const std::string& word = words.back();
  const bool empties = word == "none" && shape.type != FieldType::text && shape.type != FieldType::line;
  if (empties) return Json();
  if (is_list(shape.type)) return list_in_words(shape, words, present, who);
  switch (shape.type) {
    case FieldType::person:
      return who.find(word).map([](const Uid& uid) { return Json(uid.value); });
    case FieldType::day:
      return day_in_words(word, today);
    case FieldType::number:
    case FieldType::amount:
      return number_in_words(shape, word);
    case FieldType::flag:
      return flag_in_words(shape, word);
    case FieldType::pairs:
      return pairs_in_words(shape, words);
    default:
      return Json(word);
  }
}

}  // namespace

std::string option_name(std::string_view field) {
  std::string name(field);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

Result<Json> fields_in(std::span<const Shape> shapes, const FieldWords& words, const Json& present, Day today,
                       NameFinder& who) {
  Json fields = Json::object();
  for (const Shape& shape : shapes) {
    const auto given = words.find(shape.name);
    if (given == words.end() || given->second.empty()) continue;
    auto value = value_in_words(shape, given->second, present, today, who);
    if (!value) return value;
    fields[std::string(shape.name)] = std::move(*value);
  }
  return fields;
}

}  // namespace goodturn::helper
