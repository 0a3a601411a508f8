// Cards and events with something wrong in each, made up: what a sync must carry, or leave alone and name.
#pragma once

#include <string>
#include <vector>

namespace goodturn::tests {

struct Quirk {
  std::string name;
  std::string text;      ///< bytes as a server gives them
  bool readable = true;  ///< false: neither a card nor a calendar can be found in it
  bool has_uid = true;   ///< its UID is "quirk-" and the number in its list
};

/// At least 60 together.
[[nodiscard]] std::vector<Quirk> card_quirks();
[[nodiscard]] std::vector<Quirk> event_quirks();

}  // namespace goodturn::tests
