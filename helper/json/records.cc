#include "helper/json/json.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

Json json_of(const RecordsPart& part) {
  return {{"collection", part.collection.id},
          {"name", part.collection.name},
          {"account", part.collection.account},
          {"account_name", part.account_name}};
}

}  // namespace

Json json_of(const RecordsPlace& place, Language language) {
  return {{"journal", json_of(place.journal)},
          {"follow_ups", json_of(place.follow_ups)},
          {"notes", in_words(place.notes, language)}};
}

}  // namespace goodturn::helper
