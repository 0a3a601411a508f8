// What the columns of other programs mean in a card.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/imports/card_writer.h"

namespace goodturn::imports {

/// What a cell becomes in the card.
enum class Becomes {
  name,
  organisation,
  job_title,
  email,
  phone,
  web,
  address,
  birthday,
  tags,
  nickname,
  note,
  label,  ///< of another value, as its TYPE or X-LABEL
  kept    ///< no property is made for it: X-IMPORTED
};
/// "name", "job-title", …: the word of the contract.
[[nodiscard]] std::string_view to_string(Becomes becomes) noexcept;

/// ASCII lower case.
[[nodiscard]] std::string lower(std::string_view text);
/// A column's name for comparing: lower case without blanks around it.
[[nodiscard]] std::string column_key(std::string_view column);
/// Google puts several values into one cell, apart by " ::: "; Outlook's categories are apart by ";".
[[nodiscard]] std::vector<std::string> split_values(std::string_view cell);

/// Where a part of the name goes; nullptr for another column.
[[nodiscard]] std::string* name_part(CardWriter& card, const std::string& key);
/// The same for organisation and department.
[[nodiscard]] std::string* organisation_part(CardWriter& card, const std::string& key);
[[nodiscard]] bool is_tags(const std::string& key);
/// A column whose text is one value of a property.
struct PlainProperty {
  std::string_view name;  ///< NOTE, TITLE, NICKNAME
  Becomes becomes = Becomes::note;
};
[[nodiscard]] std::optional<PlainProperty> plain_property(const std::string& key);

/// A way to reach somebody: e-mail, telephone, web page.
struct Way {
  std::string_view property;
  std::string_view parameters;  ///< ";TYPE=work", when the column says which
  std::string label_column;     ///< "phone 1 - ", when another column does; "label" or "type" follows
};
[[nodiscard]] std::optional<Way> way_of(const std::string& key);
/// ";TYPE=cell" for a word that vCard knows, ";X-LABEL=Boat" for another, nothing for none.
[[nodiscard]] std::string label_parameter(std::string_view label);

/// "19850412" of "1985-04-12", "--0412" of "--04-12"; nullopt for a date whose order of day and month nobody
/// knows ("4/12/1985") and for what is none.
[[nodiscard]] std::optional<std::string> vcard_date(std::string_view text);

/// "address 1 - street", "business city": a part of a postal address.
[[nodiscard]] bool is_address_part(const std::string& key);
/// What the parts of one address begin with: "address 1 - ", "business ".
[[nodiscard]] std::string address_stem(const std::string& key);

/// The seven parts of ADR (RFC 6350 section 6.3.1).
class PostalAddress {
 public:
  /// `part` without the stem. False for what ADR has no place for.
  bool take(std::string_view part, const std::string& value);
  /// nullopt without any part.
  [[nodiscard]] std::optional<std::string> value() const;
  [[nodiscard]] std::string parameters(std::string_view stem) const;

 private:
  std::array<std::string, 7> parts_;
  std::string label_, formatted_;
};

}  // namespace goodturn::imports
