#include "tests/model/cards.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace goodturn::model {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\r\n"), text.size());
    const bool fold = text.front() == ' ' && !lines.empty();
    if (fold)
      lines.back() += text.substr(1, end - 1);
    else
      lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\r\n";
  return text;
}

bool is(const std::string& line, std::string_view name) {
  return line.starts_with(name) && line.size() > name.size() &&
         (line[name.size()] == ':' || line[name.size()] == ';');
}

auto find(std::vector<std::string>& lines, std::string_view name) {
  return std::find_if(lines.begin(), lines.end(), [&](const std::string& line) { return is(line, name); });
}

void set(std::vector<std::string>& lines, const std::string& name, const std::string& value) {
  const auto found = find(lines, name);
  if (found != lines.end())
    *found = name + ":" + value;
  else
    lines.insert(lines.end() - 1, name + ":" + value);
}

void remove(std::vector<std::string>& lines, const char* name) {
  if (const auto found = find(lines, name); found != lines.end()) lines.erase(found);
}

std::string value(const FreshValue& fresh) { return "v" + std::to_string(fresh()); }

void add_tag(std::vector<std::string>& lines, const std::string& tag) {
  const auto found = find(lines, "CATEGORIES");
  if (found != lines.end())
    *found += "," + tag;
  else
    lines.insert(lines.end() - 1, "CATEGORIES:" + tag);
}

void remove_tag(std::vector<std::string>& lines) {
  const auto found = find(lines, "CATEGORIES");
  if (found == lines.end()) return;
  const auto comma = found->rfind(',');
  if (comma == std::string::npos)
    lines.erase(found);
  else
    found->resize(comma);
}

/// The second part of ORG; the first one stays.
void set_unit(std::vector<std::string>& lines, const std::string& unit) {
  const auto found = find(lines, "ORG");
  if (found == lines.end()) return set(lines, "ORG", unit + ";" + "Unit");
  const auto part = found->find(';', 4);
  *found = found->substr(0, part == std::string::npos ? found->size() : part) + ";" + unit;
}

bool has(const std::string& text, const char* name) { return text.find(name) != std::string::npos; }

std::string before_end(std::string text, const std::string& line) {
  return text.insert(text.find("END:VCARD"), line + "\r\n");
}

std::string without(const std::string& text, const char* name) {
  auto lines = lines_of(text);
  std::erase_if(lines, [&](const std::string& line) { return is(line, name); });
  return text_of(lines);
}

std::string sorted(const std::string& text) {
  auto lines = lines_of(text);
  std::sort(lines.begin() + 2, lines.end() - 1);
  return text_of(lines);
}

std::string folded(const std::string& text) {
  auto lines = lines_of(text);
  for (std::string& line : lines)
    if (line.size() > 12) line.insert(10, "\r\n ");
  return text_of(lines);
}

std::string shortened(const std::string& text) {
  auto lines = lines_of(text);
  for (std::string& line : lines)
    if (is(line, "NOTE")) line.resize(5);
  return text_of(lines);
}

std::string with_parameters(const std::string& text) {
  auto lines = lines_of(text);
  for (std::string& line : lines)
    if (is(line, "TEL")) line = "tel;TYPE=VOICE" + line.substr(3);
  return text_of(lines);
}

}  // namespace

std::string new_card(const std::string& uid, const FreshValue& fresh) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\nFN:" + value(fresh) +
         "\r\nCATEGORIES:" + value(fresh) + "\r\nEND:VCARD\r\n";
}

std::string edited(const std::string& text, Chance& chance, const FreshValue& fresh) {
  auto lines = lines_of(text);
  switch (chance.below(9)) {
    case 0:
      set(lines, "FN", value(fresh));
      break;
    case 1:
      set(lines, "TITLE", value(fresh));
      break;
    case 2:
      lines.insert(lines.end() - 1, "TEL:" + value(fresh));
      break;
    case 3:
      remove(lines, "TEL");
      break;
    case 4:
    case 5:
      add_tag(lines, value(fresh));
      break;
    case 6:
      remove_tag(lines);
      break;
    case 7:
      if (chance.below(3) == 0)
        remove(lines, "NOTE");
      else
        set(lines, "NOTE", value(fresh));
      break;
    default:
      set_unit(lines, value(fresh));
      break;
  }
  return text_of(lines);
}

std::set<int> values_in(std::string_view text) {
  std::set<int> values;
  std::string joined;
  for (std::size_t at = text.find("\r\n "); at != std::string_view::npos; at = text.find("\r\n ")) {
    joined += text.substr(0, at);
    text.remove_prefix(at + 3);
  }
  joined += text;
  for (std::size_t at = 0; at < joined.size(); ++at) {
    const bool starts = at == 0 || joined[at - 1] == ':' || joined[at - 1] == ',' || joined[at - 1] == ';' ||
                        joined[at - 1] == ' ';
    if (!starts || joined[at] != 'v') continue;
    int number = 0;
    std::size_t digit = at + 1;
    for (; digit < joined.size() && std::isdigit(static_cast<unsigned char>(joined[digit])) != 0; ++digit)
      number = number * 10 + (joined[digit] - '0');
    if (digit > at + 1) values.insert(number);
  }
  return values;
}

std::string uid_in(const std::string& text) {
  const auto start = text.find("UID:");
  if (start == std::string::npos) return "";
  return text.substr(start + 4, text.find("\r\n", start) - start - 4);
}

const char* name_of_server(int kind) {
  static constexpr const char* names[rewriting_servers] = {
      "faithful",    "stamps what it stores", "sorts lines",      "folds lines",    "fills fields",
      "drops notes", "drops organisations",   "cuts notes short", "adds parameters"};
  return names[kind];
}

std::string rewritten(int kind, const std::string& text) {
  switch (kind) {
    case 1:
      return before_end(without(text, "REV"), "REV:20261118T100000Z");
    case 2:
      return sorted(text);
    case 3:
      return folded(text);
    case 4:
      return has(text, "\r\nROLE:") ? text : before_end(text, "ROLE:filled");
    case 5:
      return without(text, "NOTE");
    case 6:
      return without(text, "ORG");
    case 7:
      return shortened(text);
    case 8:
      return with_parameters(text);
    default:
      return text;
  }
}

}  // namespace goodturn::model
