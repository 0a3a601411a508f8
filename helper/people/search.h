// Finding people by words, blind to case and accents.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// Lower case without accents and other marks (Unicode case folding and compatibility decomposition):
/// "Ångström" → "angstrom". Text that is not UTF-8 is only lower-cased in ASCII.
[[nodiscard]] std::string folded(std::string_view text);

struct PeopleQuery {
  std::string words;  ///< every word must stand in name, organisation, unit, an address or a tag
  std::string tag;    ///< only people with this tag or role; empty: everybody
  std::size_t limit = 100;
  std::size_t offset = 0;
};

struct TagCount {
  std::string tag;
  int count = 0;
};

struct PeoplePage {
  std::shared_ptr<const Snapshot> snapshot;  ///< owns the persons
  std::size_t total = 0;                     ///< matches before limit and offset
  std::vector<const Person*> persons;        ///< most recently met first, then by name
  std::vector<TagCount> tags;                ///< all tags, most used first
  std::string empty_reason;                  ///< plain words when nothing matches
};

[[nodiscard]] PeoplePage find_people(std::shared_ptr<const Snapshot> snapshot, const PeopleQuery& query);

}  // namespace goodturn::helper
