// The words by which a line of a note says that there was contact.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/vocabulary.h"

namespace goodturn::notes {

struct Contact {
  Channel channel = Channel::meeting;
  Direction direction = Direction::mutual;
};

/// What one word says, as in `type: call`: English or German, in any letter case.
[[nodiscard]] std::optional<Contact> contact_of_word(std::string_view word);

/// What the beginning of a line says: "(call) …", "Met Ada", "Lunch with Ada", "Telefonat: …". A noun counts
/// when the line goes on like one ("call with", "call:"): "Call Ada" may be a plan.
[[nodiscard]] std::optional<Contact> contact_in(std::string_view text);

}  // namespace goodturn::notes
