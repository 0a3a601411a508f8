// What Monica's export tells of a contact's past, and how its JSON is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/calendar/journal.h"
#include "helper/imports/entry.h"

namespace goodturn::helper::monica {

using Json = nlohmann::ordered_json;

/// A member; null where there is none, or `json` is no object.
[[nodiscard]] const Json& at(const Json& json, std::string_view name);
/// The array itself; an empty one for anything else.
[[nodiscard]] const Json& array(const Json& json);
[[nodiscard]] const Json& list_at(const Json& json, std::string_view name);
/// Text as it is, numbers as text; empty for anything else.
[[nodiscard]] std::string text_at(const Json& json, std::string_view name);
[[nodiscard]] bool flag_at(const Json& json, std::string_view name);

/// The values of a type among the account's data.
[[nodiscard]] const Json& values(const Json& account, std::string_view type);
/// The one of them with that UUID; null without one.
[[nodiscard]] const Json& named(const Json& account, std::string_view type, const Json& uuid);

/// All that a value says as lines "name: value", the names of inner values apart by dots; a plain value is
/// its text. Empty for false, null and nothing.
[[nodiscard]] std::string lines_of(const Json& json);

/// Whether values of this type become records.
[[nodiscard]] bool is_history(std::string_view type);
/// The records of a contact: notes; calls, conversations and activities as touches.
void add_history(const Json& account, const Json& contact, const calendar::NamedPerson& person,
                 std::vector<ImportEntry>& entries);

}  // namespace goodturn::helper::monica
