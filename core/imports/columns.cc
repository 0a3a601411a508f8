#include "core/imports/columns.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "core/text/document.h"

namespace goodturn::imports {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char letter) { return std::isdigit(letter) != 0; });
}

/// "e-mail 12 - value" → "e-mail 12 - "; empty when the key is not `kind`'s.
std::string numbered_stem(const std::string& key, std::string_view kind, std::string_view part) {
  if (!key.starts_with(kind) || !key.ends_with(part) || key.size() < kind.size() + part.size()) return {};
  const std::string_view number =
      trimmed(std::string_view(key).substr(kind.size(), key.size() - kind.size() - part.size()));
  if (number.empty() || !all_digits(number)) return {};
  return key.substr(0, key.size() - part.size()) + " - ";
}

const std::map<std::string, Way, std::less<>>& fixed_ways() {
  static const std::map<std::string, Way, std::less<>> ways = {
      {"e-mail address", {"EMAIL", "", ""}},
      {"e-mail 2 address", {"EMAIL", "", ""}},
      {"e-mail 3 address", {"EMAIL", "", ""}},
      {"email address", {"EMAIL", "", ""}},
      {"business phone", {"TEL", ";TYPE=work", ""}},
      {"business phone 2", {"TEL", ";TYPE=work", ""}},
      {"company main phone", {"TEL", ";TYPE=work;X-LABEL=Company Main Phone", ""}},
      {"home phone", {"TEL", ";TYPE=home", ""}},
      {"home phone 2", {"TEL", ";TYPE=home", ""}},
      {"mobile phone", {"TEL", ";TYPE=cell", ""}},
      {"car phone", {"TEL", ";X-LABEL=Car Phone", ""}},
      {"other phone", {"TEL", ";X-LABEL=Other Phone", ""}},
      {"primary phone", {"TEL", ";PREF=1", ""}},
      {"pager", {"TEL", ";TYPE=pager", ""}},
      {"business fax", {"TEL", ";TYPE=fax,work", ""}},
      {"home fax", {"TEL", ";TYPE=fax,home", ""}},
      {"web page", {"URL", "", ""}},
      {"url", {"URL", "", ""}},
  };
  return ways;
}

constexpr std::array<std::string_view, 3> address_kinds = {"business ", "home ", "other "};
constexpr std::array<std::string_view, 8> outlook_parts = {
    "street", "street 2", "street 3", "city", "state", "postal code", "country", "country/region"};

}  // namespace

std::string_view to_string(Becomes becomes) noexcept {
  switch (becomes) {
    case Becomes::name:
      return "name";
    case Becomes::organisation:
      return "organisation";
    case Becomes::job_title:
      return "job-title";
    case Becomes::email:
      return "email";
    case Becomes::phone:
      return "phone";
    case Becomes::web:
      return "web";
    case Becomes::address:
      return "address";
    case Becomes::birthday:
      return "birthday";
    case Becomes::tags:
      return "tags";
    case Becomes::nickname:
      return "nickname";
    case Becomes::note:
      return "note";
    case Becomes::label:
      return "label";
    case Becomes::kept:
      return "kept";
  }
  return "";
}

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& letter : folded)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return folded;
}

std::string column_key(std::string_view column) { return lower(trimmed(column)); }

std::vector<std::string> split_values(std::string_view cell) {
  constexpr std::string_view between = " ::: ";
  std::vector<std::string> values;
  while (true) {
    const auto at = cell.find(between);
    if (const auto value = trimmed(cell.substr(0, at)); !value.empty()) values.emplace_back(value);
    if (at == std::string_view::npos) return values;
    cell.remove_prefix(at + between.size());
  }
}

std::string* name_part(CardWriter& card, const std::string& key) {
  if (key == "first name" || key == "given name") return &card.name.given;
  if (key == "last name" || key == "family name") return &card.name.family;
  if (key == "middle name" || key == "additional name") return &card.name.additional;
  if (key == "name prefix" || key == "title") return &card.name.prefix;
  if (key == "name suffix" || key == "suffix") return &card.name.suffix;
  if (key == "name") return &card.full_name;
  return nullptr;
}

std::string* organisation_part(CardWriter& card, const std::string& key) {
  if (key == "organization name" || key == "organization 1 - name" || key == "company")
    return &card.organisation;
  if (key == "organization department" || key == "organization 1 - department" || key == "department")
    return &card.unit;
  return nullptr;
}

bool is_tags(const std::string& key) {
  return key == "labels" || key == "group membership" || key == "categories";
}

std::optional<PlainProperty> plain_property(const std::string& key) {
  if (key == "notes") return PlainProperty{"NOTE", Becomes::note};
  if (key == "nickname") return PlainProperty{"NICKNAME", Becomes::nickname};
  if (key == "organization title" || key == "organization 1 - title" || key == "job title" ||
      key == "position")
    return PlainProperty{"TITLE", Becomes::job_title};
  return std::nullopt;
}

std::optional<Way> way_of(const std::string& key) {
  if (const auto found = fixed_ways().find(key); found != fixed_ways().end()) return found->second;
  for (const auto& [kind, property] : {std::pair<std::string_view, std::string_view>{"e-mail ", "EMAIL"},
                                       {"phone ", "TEL"},
                                       {"website ", "URL"}})
    if (auto stem = numbered_stem(key, kind, " - value"); !stem.empty()) return Way{property, "", stem};
  return std::nullopt;
}

std::string label_parameter(std::string_view label) {
  label = trimmed(label);
  if (label.starts_with("* ")) label.remove_prefix(2);  // Google: the main one
  if (label.empty() || label == "*") return {};
  static const std::map<std::string, std::string_view, std::less<>> known = {
      {"home", "home"},   {"work", "work"},         {"mobile", "cell"},
      {"pager", "pager"}, {"home fax", "fax,home"}, {"work fax", "fax,work"}};
  const auto found = known.find(lower(label));
  if (found != known.end()) return ";TYPE=" + std::string(found->second);
  return ";X-LABEL=" + parameter_value(label);
}

std::optional<std::string> vcard_date(std::string_view text) {
  text = trimmed(text);
  if (text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)) &&
      all_digits(text.substr(5, 2)) && all_digits(text.substr(8, 2)))
    return std::string(text.substr(0, 4)) + std::string(text.substr(5, 2)) + std::string(text.substr(8, 2));
  if (text.size() == 7 && text.starts_with("--") && text[4] == '-' && all_digits(text.substr(2, 2)) &&
      all_digits(text.substr(5, 2)))
    return "--" + std::string(text.substr(2, 2)) + std::string(text.substr(5, 2));
  return std::nullopt;
}

bool is_address_part(const std::string& key) { return !address_stem(key).empty(); }

std::string address_stem(const std::string& key) {
  if (key.starts_with("address "))
    if (const auto at = key.find(" - "); at != std::string::npos)
      if (all_digits(std::string_view(key).substr(8, at - 8))) return key.substr(0, at + 3);
  for (const std::string_view kind : address_kinds)
    if (key.starts_with(kind) && std::find(outlook_parts.begin(), outlook_parts.end(),
                                           std::string_view(key).substr(kind.size())) != outlook_parts.end())
      return std::string(kind);
  return {};
}

bool PostalAddress::take(std::string_view part, const std::string& value) {
  const auto add = [&](std::size_t at) {
    if (!parts_[at].empty()) parts_[at] += '\n';
    parts_[at] += value;
    return true;
  };
  if (part == "po box") return add(0);
  if (part == "extended address" || part == "street 2" || part == "street 3") return add(1);
  if (part == "street") return add(2);
  if (part == "city") return add(3);
  if (part == "region" || part == "state") return add(4);
  if (part == "postal code") return add(5);
  if (part == "country" || part == "country/region") return add(6);
  if (part == "label" || part == "type") {
    label_ = value;
    return true;
  }
  if (part == "formatted") {
    formatted_ = value;
    return true;
  }
  return false;
}

std::optional<std::string> PostalAddress::value() const {
  const bool has_parts =
      std::any_of(parts_.begin(), parts_.end(), [](const std::string& part) { return !part.empty(); });
  if (!has_parts && formatted_.empty()) return std::nullopt;
  std::string value;
  for (std::size_t at = 0; at < parts_.size(); ++at)
    value += (at == 0 ? "" : ";") + text::escape_text(parts_[at]);
  return value;
}

std::string PostalAddress::parameters(std::string_view stem) const {
  std::string parameters = label_parameter(label_);
  if (stem == "business ") parameters += ";TYPE=work";
  if (stem == "home ") parameters += ";TYPE=home";
  if (!formatted_.empty()) parameters += ";LABEL=" + parameter_value(formatted_);
  return parameters;
}

}  // namespace goodturn::imports
