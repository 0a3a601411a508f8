#include "core/relations/script.h"

#include <algorithm>

namespace goodturn::relations {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

/// The field that begins at `at`, without its braces; empty when there is none.
std::string_view field_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('}', at);
  if (text[at] != '{' || end == std::string_view::npos) return {};
  const std::string_view name = text.substr(at + 1, end - at - 1);
  return is_name(name) ? name : std::string_view();
}

}  // namespace

FilledScript fill(const Script& script, const FieldValue& value_of) {
  FilledScript filled;
  for (std::size_t at = 0; at < script.text.size();) {
    const std::string_view field = field_at(script.text, at);
    if (field.empty()) {
      filled.text += script.text[at++];
      continue;
    }
    const std::optional<std::string> value = value_of(field);
    if (value && !value->empty())
      filled.text += *value;
    else if (std::find(filled.missing.begin(), filled.missing.end(), field) == filled.missing.end())
      filled.missing.emplace_back(field);
    at += field.size() + 2;
  }
  if (!filled.missing.empty()) filled.text.clear();
  return filled;
}

}  // namespace goodturn::relations
