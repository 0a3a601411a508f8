#include "core/calendar/value_list.h"

#include <algorithm>
#include <array>

#include "core/calendar/words.h"
#include "core/text/document.h"

namespace goodturn::calendar {
namespace {

struct Form {
  char plain;
  std::string_view written;
};
constexpr std::array<Form, 5> forms = {
    {{'%', "%25"}, {',', "%2c"}, {';', "%3b"}, {'\\', "%5c"}, {'\n', "%0a"}}};

void append_written(char c, std::string& out) {
  const auto* const form =
      std::find_if(forms.begin(), forms.end(), [&](const Form& one) { return one.plain == c; });
  if (form == forms.end())
    out += c;
  else
    out += form->written;
}

bool has_older_form(std::string_view text) { return text.find_first_of(",\\") != std::string_view::npos; }

}  // namespace

std::string joined_values(const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (at > 0) text += '\n';
    const std::string& value = values[at];
    for (std::size_t i = 0; i < value.size(); ++i) {
      // CR LF and a bare CR are line breaks, too, as in every TEXT.
      if (value[i] == '\r' && i + 1 < value.size() && value[i + 1] == '\n') continue;
      append_written(value[i] == '\r' ? '\n' : value[i], text);
    }
  }
  return text;
}

std::vector<std::string> parted_values(std::string_view text) {
  std::vector<std::string> values;
  if (has_older_form(text)) {
    for (const std::string& part : text::split_escaped(text, ','))
      values.push_back(trimmed(text::unescape_text(part)));
    return values;
  }
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    values.push_back(trimmed(plain_value(text.substr(0, end))));
    if (end == text.size()) return values;
    text.remove_prefix(end + 1);
  }
}

std::string plain_value(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto* const form = std::find_if(forms.begin(), forms.end(), [&](const Form& one) {
      return value.substr(i).starts_with(one.written);
    });
    out += form == forms.end() ? value[i] : form->plain;
    if (form != forms.end()) i += form->written.size() - 1;
  }
  return out;
}

}  // namespace goodturn::calendar
