#include "helper/json/erasure.h"

namespace goodturn::helper {

Json json_of(const PersonErasure& person) {
  return {{"name", person.name},
          {"cards", person.cards},
          {"server_cards", person.server_cards},
          {"items", person.items},
          {"shared_items", person.shared_items},
          {"messages", person.messages},
          {"history", person.history},
          {"copies", person.copies},
          {"meetings", person.meetings},
          {"mentions", person.mentions}};
}

Json json_of(const HomeErasure& home) {
  return {{"items", home.items},
          {"people", home.people},
          {"messages", home.messages},
          {"passwords", home.passwords},
          {"copies", home.copies},
          {"places", home.places},
          {"records_on_server", home.records_on_server}};
}

Json json_of(const Exported& exported) {
  return {{"folder", exported.folder.string()},
          {"items", exported.items},
          {"collections", exported.collections},
          {"left_out", exported.left_out}};
}

}  // namespace goodturn::helper
