#include "helper/people/large_gift.h"

#include "core/relations/hints.h"

namespace goodturn::helper {

bool is_large_gift(const Snapshot& snapshot, const Person& person, RecordKind kind, int size) {
  return kind == RecordKind::gave && relations::is_ostentatious(size, snapshot.standing(person).layer);
}

}  // namespace goodturn::helper
