// What a sync did: shown to the user as it is.
#pragma once

#include <string>
#include <vector>

#include "core/base/said.h"
#include "core/sync/collection.h"
#include "core/sync/item.h"

namespace goodturn::sync {

struct CollectionReport {
  CollectionId collection = 0;
  std::string name;
  int added = 0;
  int changed = 0;
  int removed = 0;
  int sent = 0;
  int unchanged = 0;
  bool held_back = false;              ///< deletions wait for the user's word; the warnings name the numbers
  std::vector<ItemError> item_errors;  ///< the rest of the collection went on
  std::vector<Said> warnings;          ///< guards that stopped something
};

struct AccountReport {
  AccountId account = 0;
  std::string name;
  std::vector<CollectionReport> collections;
  std::vector<Error> errors;   ///< why a whole account or collection was skipped
  std::vector<Said> warnings;  ///< what is odd but did not stop anything
};

}  // namespace goodturn::sync
