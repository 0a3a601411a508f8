#include "adapters/store/list_text.h"

#include <charconv>

namespace goodturn::store {
namespace {

template <class Number>
bool take_number(std::string_view& text, Number& number) {
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

std::string to_text(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& element : list) {
    const bool plain = element.find('\\') == std::string::npos && element.find('\n') == std::string::npos;
    if (plain) text += element;
    for (const char letter : plain ? std::string_view() : std::string_view(element)) {
      if (letter == '\\')
        text += "\\\\";
      else if (letter == '\n')
        text += "\\n";
      else
        text += letter;
    }
    text += '\n';
  }
  return text;
}

std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> list;
  std::string element;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      list.push_back(std::move(element));
      element.clear();
    } else if (text[at] == '\\' && at + 1 < text.size()) {
      element += text[++at] == 'n' ? '\n' : text[at];
    } else {
      element += text[at];
    }
  }
  return list;
}

std::string to_text(const people::PartialDate& date) {
  const std::string year = date.year ? std::to_string(*date.year) : "-";
  return year + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

std::optional<people::PartialDate> partial_date_of(std::string_view text) {
  people::PartialDate date;
  if (!take(text, "--")) {
    int year = 0;
    if (!take_number(text, year) || !take(text, "-")) return std::nullopt;
    date.year = year;
  }
  if (!take_number(text, date.month) || !take(text, "-") || !take_number(text, date.day)) return std::nullopt;
  return date;
}

}  // namespace goodturn::store
