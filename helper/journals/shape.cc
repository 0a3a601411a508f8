#include "helper/journals/shape.h"

#include <algorithm>

#include "core/base/said_value.h"
#include "core/calendar/words.h"

namespace goodturn::helper {
namespace {

bool is_one_line(std::string_view text) { return text.find_first_of("\r\n") == std::string_view::npos; }

Result<std::string> string_in(const Shape& shape, const Json& value, std::size_t longest) {
  if (!value.is_string()) return wrong(shape, Said("\"{field}\" takes a text."));
  std::string text = calendar::trimmed(value.get_ref<const std::string&>());
  if (text.size() > longest)
    return wrong(shape, Said("\"{field}\" is too long: at most {count} characters.",
                             {{"count", said_number(longest)}}));
  if (text.find('\0') != std::string::npos)
    return wrong(shape, Said("\"{field}\" holds a character that no text may hold."));
  return text;
}

Result<void> check_list(const Shape& shape, const Json& value) {
  if (!value.is_array()) return wrong(shape, Said("\"{field}\" takes a list."));
  if (value.size() > longest_list)
    return wrong(shape, Said("\"{field}\" is too long: at most {count} entries.",
                             {{"count", said_number(longest_list)}}));
  return {};
}

}  // namespace

tl::unexpected<Error> wrong(const Shape& shape, Said what) {
  what.arguments.push_back({"field", std::string(shape.name)});
  return fail(ErrorKind::invalid, std::move(what));
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

Result<std::string> text_in(const Shape& shape, const Json& value) {
  auto text = string_in(shape, value, longest_text);
  if (text && text->empty() && shape.use == FieldUse::needed)
    return wrong(shape, Said("\"{field}\" must not be empty."));
  return text;
}

Result<std::string> line_in(const Shape& shape, const Json& value) {
  auto text = string_in(shape, value, longest_line);
  if (!text) return text;
  if (!is_one_line(*text)) return wrong(shape, Said("\"{field}\" is one line."));
  if (text->empty() && shape.use == FieldUse::needed)
    return wrong(shape, Said("\"{field}\" must not be empty."));
  return text;
}

Result<std::string> word_in(const Shape& shape, const Json& value) {
  const bool known = value.is_string() && std::find(shape.words.begin(), shape.words.end(),
                                                    value.get_ref<const std::string&>()) != shape.words.end();
  if (!known)
    return wrong(shape, Said("\"{field}\" takes one of these words: {words}.",
                             {{"words", std::vector<std::string>(shape.words.begin(), shape.words.end())}}));
  return value.get<std::string>();
}

Result<std::vector<std::string>> lines_in(const Shape& shape, const Json& value) {
  if (auto good = check_list(shape, value); !good) return fail(good.error());
  std::vector<std::string> lines;
  for (const Json& one : value) {
    auto line = line_in(shape, one);
    if (!line) return fail(line.error());
    if (line->empty()) return wrong(shape, Said("\"{field}\" holds an empty entry."));
    if (std::find(lines.begin(), lines.end(), *line) == lines.end()) lines.push_back(std::move(*line));
  }
  return lines;
}

Result<std::vector<std::string>> choices_in(const Shape& shape, const Json& value) {
  if (auto good = check_list(shape, value); !good) return fail(good.error());
  std::vector<std::string> chosen;
  for (const Json& one : value) {
    auto word = word_in(shape, one);
    if (!word) return fail(word.error());
    if (std::find(chosen.begin(), chosen.end(), *word) == chosen.end()) chosen.push_back(std::move(*word));
  }
  return chosen;
}

Result<Uid> person_in(const Shape& shape, const Json& value, const NameOf& name_of) {
  const auto uid = line_in(shape, value);
  if (!uid) return fail(uid.error());
  if (uid->empty()) return Uid();
  if (!name_of(Uid(*uid)))
    return fail(ErrorKind::not_found, Said("\"{field}\": nobody with this UID is in your address books.",
                                           {{"field", std::string(shape.name)}}));
  return Uid(*uid);
}

Result<std::vector<Uid>> people_in(const Shape& shape, const Json& value, const NameOf& name_of,
                                   const std::vector<Uid>& known) {
  const auto lines = lines_in(shape, value);
  if (!lines) return fail(lines.error());
  std::vector<Uid> people;
  for (const std::string& line : *lines) {
    const Uid uid(line);
    if (std::find(known.begin(), known.end(), uid) == known.end())
      if (const auto found = person_in(shape, line, name_of); !found) return fail(found.error());
    people.push_back(uid);
  }
  return people;
}

Result<Day> day_in(const Shape& shape, const Json& value) {
  const auto day = value.is_string() ? parse_day(value.get_ref<const std::string&>()) : std::nullopt;
  if (!day) return wrong(shape, Said("\"{field}\" takes a day like 2026-11-22."));
  return *day;
}

Result<Instant> instant_in(const Shape& shape, const Json& value) {
  const auto at = value.is_string() ? parse_instant(value.get_ref<const std::string&>()) : std::nullopt;
  if (!at) return wrong(shape, Said("\"{field}\" takes a time like 2026-11-22T14:00:00Z."));
  return *at;
}

Result<int> number_in(const Shape& shape, const Json& value) {
  const int least = static_cast<int>(shape.least), most = static_cast<int>(shape.most);
  if (!value.is_number_integer() || value < least || value > most)
    return wrong(shape, Said("\"{field}\" takes a number from {least} to {most}.",
                             {{"least", std::int64_t{least}}, {"most", std::int64_t{most}}}));
  return value.get<int>();
}

Result<double> amount_in(const Shape& shape, const Json& value) {
  if (!value.is_number() || value.get<double>() < shape.least || value.get<double>() > shape.most)
    return wrong(shape, Said("\"{field}\" takes a number from {least} to {most}.",
                             {{"least", static_cast<std::int64_t>(shape.least)},
                              {"most", static_cast<std::int64_t>(shape.most)}}));
  return value.get<double>();
}

Result<bool> flag_in(const Shape& shape, const Json& value) {
  if (!value.is_boolean()) return wrong(shape, Said("\"{field}\" takes true or false."));
  return value.get<bool>();
}

}  // namespace goodturn::helper
