#include "core/people/card.h"

#include <algorithm>
#include <set>

#include "core/base/distinct.h"
#include "core/people/letters.h"
#include "core/people/partial_date.h"

namespace goodturn::people {
namespace {

using text::Component;
using text::Document;
using text::Property;

std::string trimmed(std::string text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// Words once each, in order; empty ones count for nothing.
class Words {
 public:
  void add(std::string value) {
    if (!value.empty()) list_.add(std::move(value));
  }
  [[nodiscard]] std::vector<std::string> take() && { return std::move(list_).take(); }

 private:
  Distinct<std::string> list_;
};

/// Parts of a structured or list value, each unescaped and trimmed.
std::vector<std::string> parts_of(const Property& property, char separator) {
  std::vector<std::string> parts = text::split_escaped(text::decoded_value(property), separator);
  for (std::string& part : parts) part = trimmed(text::unescape_text(part));
  return parts;
}

std::string without_scheme(std::string value, std::string_view scheme) {
  if (folded_word(std::string_view(value).substr(0, scheme.size())) == scheme) value.erase(0, scheme.size());
  return trimmed(std::move(value));
}

/// Reads one VCARD component.
class CardReader {
 public:
  CardReader(const Document& document, const Component& component)
      : document_(document), component_(component) {}

  Card read() const {
    Card card;
    card.uid = Uid(trimmed(document_.first_value(component_, "UID")));
    card.emails = words("EMAIL", [](const Property& property, Words& emails) {
      emails.add(folded_word(without_scheme(text::decoded_text(property), "mailto:")));
    });
    card.phones = words("TEL", [](const Property& property, Words& phones) {
      phones.add(without_scheme(text::decoded_text(property), "tel:"));
    });
    read_organisation(card);
    card.title = first_text("TITLE");
    card.tags = words("CATEGORIES", add_parts);
    read_roles(card);
    card.nicknames = words("NICKNAME", add_parts);
    card.birthday = first_date({"BDAY"});
    card.anniversary = anniversary();
    for (const Property& property : all("NOTE"))
      if (std::string note = trimmed(text::decoded_text(property)); !note.empty())
        card.notes.push_back(std::move(note));
    card.is_group = says_group("KIND") || says_group("X-ADDRESSBOOKSERVER-KIND");
    read_relations(card);
    read_place(card);
    card.name = name_of(card);
    return card;
  }

 private:
  [[nodiscard]] std::vector<Property> all(std::string_view name) const {
    return document_.all(component_, name);
  }

  template <class Add>
  [[nodiscard]] std::vector<std::string> words(std::string_view name, Add add) const {
    Words found;
    for (const Property& property : all(name)) add(property, found);
    return std::move(found).take();
  }

  static void add_parts(const Property& property, Words& to) {
    for (std::string& part : parts_of(property, ',')) to.add(std::move(part));
  }

  [[nodiscard]] std::string first_text(std::string_view name) const {
    for (const Property& property : all(name))
      if (std::string value = trimmed(text::decoded_text(property)); !value.empty()) return value;
    return {};
  }

  [[nodiscard]] bool says_group(std::string_view name) const {
    return folded_word(first_text(name)) == "group";
  }

  void read_organisation(Card& card) const {
    const std::vector<Property> lines = all("ORG");
    if (lines.empty()) return;
    const std::vector<std::string> parts = parts_of(lines.front(), ';');
    card.organisation = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (!parts[i].empty()) card.unit += (card.unit.empty() ? "" : " / ") + parts[i];
  }

  static void read_roles(Card& card) {
    for (const std::string& tag : card.tags)
      if (const auto role = role_of(tag);
          role && std::find(card.roles.begin(), card.roles.end(), *role) == card.roles.end())
        card.roles.push_back(*role);
  }

  /// X-GOODTURN-RELATED is the same line in books of version 3.0. A name without UID could be anybody's.
  void read_relations(Card& card) const {
    Distinct<Uid> related;
    for (const std::string_view name : {"RELATED", "X-GOODTURN-RELATED"})
      for (const Property& property : all(name)) {
        const std::string value = trimmed(text::decoded_text(property));
        const bool is_text = folded_word(property.parameter("VALUE")) == "text";
        const bool is_own = folded_word(property.parameter("TYPE")) == "me";
        if (!value.empty() && !is_text && !is_own) related.add(Uid(value));
      }
    card.related = std::move(related).take();
    for (const Property& property : all("X-MANAGERSNAME"))
      if (card.superior.empty()) card.superior = Uid(trimmed(std::string(property.parameter("UID"))));
  }

  void read_place(Card& card) const {
    constexpr std::size_t country_part = 6;
    card.zone = first_text("TZ");
    const std::vector<std::string> countries = words("ADR", [&](const Property& address, Words& found) {
      if (card.zone.empty()) card.zone = trimmed(std::string(address.parameter("TZ")));
      const std::vector<std::string> parts = parts_of(address, ';');
      if (parts.size() > country_part) found.add(parts[country_part]);
    });
    if (countries.size() == 1) card.country = countries.front();
  }

  [[nodiscard]] std::optional<PartialDate> first_date(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      for (const Property& property : all(name))
        if (const auto date = read_date(property)) return date;
    return std::nullopt;
  }

  /// RFC 6350 ANNIVERSARY, the X- names of 3.0 programs, or Apple's labelled date.
  [[nodiscard]] std::optional<PartialDate> anniversary() const {
    if (const auto date = first_date(
            {"ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-KADDRESSBOOK-X-ANNIVERSARY"}))
      return date;
    std::set<std::string> labelled;
    for (const Property& label : all("X-ABLABEL"))
      if (!label.group.empty() && folded_word(label.value) == "_$!<anniversary>!$_")
        labelled.insert(folded_word(label.group));
    for (const Property& dated : all("X-ABDATE"))
      if (labelled.contains(folded_word(dated.group))) return read_date(dated);
    return std::nullopt;
  }

  [[nodiscard]] std::string name_of(const Card& card) const {
    if (std::string formatted = first_text("FN"); !formatted.empty()) return formatted;
    for (const Property& property : all("N")) {
      const std::vector<std::string> parts = parts_of(property, ';');
      const std::string given = parts.size() > 1 ? parts[1] : std::string();
      if (std::string name = trimmed(given + " " + parts.front()); !name.empty()) return name;
    }
    if (!card.organisation.empty()) return card.organisation;
    return card.emails.empty() ? std::string() : card.emails.front();
  }

  const Document& document_;
  const Component& component_;
};

}  // namespace

std::optional<Card> read_card(const Document& document) {
  const Component* component = document.find("VCARD");
  if (component == nullptr) return std::nullopt;
  return CardReader(document, *component).read();
}

std::optional<Role> role_of(std::string_view category) {
  const std::string word = trimmed(folded_word(category));
  for (const RoleWord& entry : role_words)
    if (entry.word == word) return entry.role;
  return std::nullopt;
}

}  // namespace goodturn::people
