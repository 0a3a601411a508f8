// Short prepared words for common situations.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"

namespace goodturn::relations {

struct Script {
  Uid id;
  std::string name;
  std::string trigger;  ///< when it fits; may be empty
  std::string text;     ///< with {fields}
  std::optional<Day> last_used;
  int answered = 0;  ///< outcomes that the user noted
  int unanswered = 0;
  bool operator==(const Script&) const = default;
};

/// Value of a field by its name; nullopt or an empty text: it is not known.
using FieldValue = std::function<std::optional<std::string>(std::string_view)>;

struct FilledScript {
  std::string text;                  ///< empty while something is missing
  std::vector<std::string> missing;  ///< names of fields without a value, each once, in order
};

/// The script with {name} replaced everywhere; a name is letters and digits. Braces around anything else
/// stay. With a missing field nothing may be inserted, and the names say why. Source: features.md row 72.
[[nodiscard]] FilledScript fill(const Script& script, const FieldValue& value_of);

}  // namespace goodturn::relations
