// A person as a vCard says it (RFC 6350; 2.1 and 3.0 read alike).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/text/document.h"

namespace goodturn::people {

/// A date whose year may be missing ("--0412", Apple's X-APPLE-OMIT-YEAR=1604). Free of time zones.
struct PartialDate {
  std::optional<int> year;
  unsigned month = 1;
  unsigned day = 1;
  bool operator==(const PartialDate&) const = default;
};

struct Card {
  Uid uid;                          ///< as written; empty when the card has none
  std::string name;                 ///< FN, else N, else ORG, else first e-mail
  std::vector<std::string> emails;  ///< lower case, in card order, no duplicates
  std::vector<std::string> phones;
  std::string organisation;  ///< first component of ORG
  std::string unit;          ///< the others, joined by " / "
  std::string title;
  std::vector<std::string> tags;  ///< all CATEGORIES values, unescaped, order kept, no duplicates
  std::vector<Role> roles;        ///< tags that are role words, any shipped language, case-blind
  std::optional<PartialDate> birthday;
  std::optional<PartialDate> anniversary;
  std::vector<std::string> notes;      ///< NOTE values
  bool is_group = false;               ///< KIND:group or X-ADDRESSBOOKSERVER-KIND:group: not a person
  std::vector<std::string> nicknames;  ///< all NICKNAME values
  std::vector<Uid> related{};  ///< RELATED (RFC 6350 §6.6.6) that names a UID or address, TYPE=me left out
  Uid superior{};              ///< UID parameter of X-MANAGERSNAME (Nextcloud); empty without one
  std::string zone{};          ///< TZ (RFC 6350 §6.5.1), else the TZ of an address (§5.11), as written
  std::string country{};       ///< of the addresses (RFC 6350 §6.3.1); empty when they name two
  bool operator==(const Card&) const = default;
};

/// Reads the first VCARD. nullopt when the document holds none.
[[nodiscard]] std::optional<Card> read_card(const text::Document& document);

/// The role a category word means, case-blind in any shipped language.
[[nodiscard]] std::optional<Role> role_of(std::string_view category);

/// The card text with categories added and removed: one CATEGORIES line afterwards, other values
/// untouched and in order, every other line byte-equal. Removing or adding a role word also matches its
/// other spellings. Nothing to change: the text is returned as it was.
[[nodiscard]] std::string edit_tags(const text::Document& document, const std::vector<std::string>& add,
                                    const std::vector<std::string>& remove);

}  // namespace goodturn::people
