// The fields of an item as they cross the border: names, kinds of value and limits. The bridge, the command
// line and the help texts are made from the same list.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/base/strong.h"
#include "core/base/time.h"

namespace goodturn::helper {

using Json = nlohmann::json;

/// What a field holds, and how it looks in JSON:
/// text, line: a string (of one line); word: one of `words`; lines, choices: lists of lines and of words;
/// person, people: UIDs; day: YYYY-MM-DD; instant: as in RFC 3339; number, amount: whole and decimal, from
/// `least` to `most`; flag: a boolean; pairs: an object of strings, or of numbers where `most` > 0.
enum class FieldType {
  text,
  line,
  word,
  lines,
  choices,
  person,
  people,
  day,
  instant,
  number,
  amount,
  flag,
  pairs
};

/// open: may be empty. needed: must be given when an item is made, and is never empty. kept: has a value of
/// its own until one is given, and is never empty. shown: worked out, cannot be set.
enum class FieldUse { open, needed, kept, shown };

struct Shape {
  std::string_view name;  ///< "next_step"
  FieldType type = FieldType::line;
  std::string_view help;  ///< "What comes next"
  FieldUse use = FieldUse::open;
  std::vector<std::string_view> words = {};
  double least = 0;
  double most = 0;
};

/// Name of a person by UID; nullopt: nobody in the address books.
using NameOf = std::function<std::optional<std::string>(const Uid&)>;

inline constexpr std::size_t longest_text = 10'000;  ///< bytes
inline constexpr std::size_t longest_line = 300;     ///< bytes
inline constexpr std::size_t longest_list = 500;     ///< entries

// The value of a field in JSON. Errors: invalid, naming the field and what it takes; for people also
// not_found.
[[nodiscard]] Result<std::string> text_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<std::string> line_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<std::string> word_in(const Shape& shape, const Json& value);
/// Trimmed, each once, in order.
[[nodiscard]] Result<std::vector<std::string>> lines_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<std::vector<std::string>> choices_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<Uid> person_in(const Shape& shape, const Json& value, const NameOf& name_of);
/// Those in `known` need no card: a person whose card is gone for now stays in the list.
[[nodiscard]] Result<std::vector<Uid>> people_in(const Shape& shape, const Json& value, const NameOf& name_of,
                                                 const std::vector<Uid>& known);
[[nodiscard]] Result<Day> day_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<Instant> instant_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<int> number_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<double> amount_in(const Shape& shape, const Json& value);
[[nodiscard]] Result<bool> flag_in(const Shape& shape, const Json& value);

/// An error about this field, whose name is the place {field} of the sentence.
[[nodiscard]] tl::unexpected<Error> wrong(const Shape& shape, Said what);
/// "a, b or c".
[[nodiscard]] std::string listed(const std::vector<std::string_view>& words);

}  // namespace goodturn::helper
