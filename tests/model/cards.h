// Cards and items of calendars whose every value is a number of its own, so that each can be followed from
// its writer to the end.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "tests/model/chance.h"

namespace goodturn::model {

/// What a collection of a history is for.
enum class Holds : std::uint8_t { cards, calendar };

/// Gives a value that was never written before: 1, 2, 3 …
using FreshValue = std::function<int()>;

/// A new card with a name and a tag.
[[nodiscard]] std::string new_card(const std::string& uid, const FreshValue& fresh);

/// A new item of a calendar with a title and a tag. `kind`: 0 a series of events, 1 a task, 2 a journal
/// entry.
inline constexpr int calendar_kinds = 3;
[[nodiscard]] std::string new_calendar_item(const std::string& uid, int kind, const FreshValue& fresh);

/// One edit as a user makes it: a property set or removed, a number, tag or resource added or removed, an
/// occurrence of a series (RECURRENCE-ID) changed, added or removed. `text` may be folded and rewritten by
/// servers.
[[nodiscard]] std::string edited(const std::string& text, Chance& chance, const FreshValue& fresh);

/// The values in an item, a content line, or a plain value.
[[nodiscard]] std::set<int> values_in(std::string_view text);
[[nodiscard]] std::string uid_in(const std::string& text);

/// What eight kinds of server do to what they are sent; 0 is the faithful one.
inline constexpr int rewriting_servers = 9;
inline constexpr int filling_server = 4;  ///< the kind that adds a property of its own
[[nodiscard]] const char* name_of_server(int kind);
[[nodiscard]] std::string rewritten(int kind, const std::string& text);

}  // namespace goodturn::model
