// Finding people by words, blind to case and accents.
#pragma once

#include <memory>
#include <optional>
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
  Uid community = {};            ///< only its members; empty: everybody
  bool without_friends = false;  ///< leaves out those who are friends only (features.md row 4)
  bool unaware_of_goal = false;  ///< only those who do not know the user's goal (features.md row 13)
  std::string role = {};         ///< only people with this role; empty: everybody
  std::optional<int> layer = std::nullopt;  ///< only people of this circle; 0: outside
  int silent_days = 0;  ///< only people whose last contact is at least so many days ago; 0: everybody
};

/// A friend without any role: part of life, not of the role map.
[[nodiscard]] bool is_only_friend(const Person& person);

/// Names of the communities that a person belongs to, in the order of the list (features.md row 17).
[[nodiscard]] std::vector<std::string> communities_of(const calendar::Journals& journals,
                                                      const Person& person);

struct TagCount {
  std::string tag;
  int count = 0;
};

struct PeoplePage {
  std::shared_ptr<const Snapshot> snapshot;  ///< owns the persons
  std::size_t total = 0;                     ///< matches before limit and offset
  std::vector<const Person*> persons;        ///< most recently met first, then by name
  std::vector<TagCount> tags;                ///< all tags, most used first
  std::optional<Said> empty_reason;          ///< when nothing matches
};

[[nodiscard]] PeoplePage find_people(std::shared_ptr<const Snapshot> snapshot, const PeopleQuery& query);

}  // namespace goodturn::helper
