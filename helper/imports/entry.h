// What would come of the items of a file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/record.h"
#include "core/people/duplicates.h"

namespace goodturn::helper {

/// What would become of one item of the file.
enum class ImportFate {
  fresh,   ///< it would be taken
  unsure,  ///< a card that may be of somebody who is here, and what is told of it: taken as a card of its own
           ///< if the user likes
  known,   ///< an item with its UID is here already, in whatever collection: it stays as it is
  erased,  ///< the user erased this person: it is left out
};
/// "new", "unsure", "here-already", "erased": the word of the contract.
[[nodiscard]] std::string_view to_string(ImportFate fate) noexcept;

enum class ImportKind { card, event, record };

/// Somebody who is here, and what speaks for being the one of the card.
struct ImportLikeness {
  Uid person;
  std::string name;
  people::Certainty certainty = people::Certainty::possible;
  std::vector<people::Reason> reasons;
};

struct ImportEntry {
  std::string name;
  Uid uid;
  ImportFate fate = ImportFate::fresh;
  ImportKind kind = ImportKind::card;
  std::string text;                          ///< of a card or event
  std::optional<calendar::Record> record{};  ///< of Goodturn's own: what happened with a person
  std::optional<ImportLikeness> like{};      ///< of ImportFate::unsure
};

}  // namespace goodturn::helper
