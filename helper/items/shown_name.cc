#include "helper/items/shown_name.h"

#include "helper/words/words.h"

namespace goodturn::helper {

std::string shown_name(const sync::Collection& collection, Language language) {
  if (collection.account != sync::local_account) return collection.name;
  if (collection.url == imported_cards_url) return in_words(Said("import.people"), language);
  if (collection.url == imported_calendar_url) return in_words(Said("import.calendar"), language);
  return collection.name;
}

}  // namespace goodturn::helper
