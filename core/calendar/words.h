// Small text forms that events, records and follow-ups share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

[[nodiscard]] std::string trimmed(std::string_view text);
/// ASCII letters only; other bytes stay.
[[nodiscard]] std::string upper_word(std::string_view text);
[[nodiscard]] std::string lower_word(std::string_view text);
/// The bytes as they are when they are UTF-8, else read as Windows-1252.
[[nodiscard]] std::string as_utf8(std::string_view bytes);

/// The date in a DATE or DATE-TIME value as written, never moved to another time zone.
[[nodiscard]] std::optional<Day> day_of(std::string_view value);
/// A DATE-TIME value as an instant; a DATE is its midnight UTC, a local time is read as UTC.
[[nodiscard]] std::optional<Instant> instant_of(std::string_view value);

/// The first UID of an X-GOODTURN-CONTACTS value as it stands in the line (value_list.h; in the older form
/// several are parted by commas).
[[nodiscard]] Uid first_contact(std::string_view value);
/// `CONTACT;ALTREP="<uid>":name` (RFC 5545 §3.8.4.2): names a person without inviting anyone. The UID as a
/// URI, which says it for other programs; the exact one stands in X-GOODTURN-CONTACTS. Empty when there is
/// neither a uid nor a name.
[[nodiscard]] std::string contact_line(const Uid& person, std::string_view name);

}  // namespace goodturn::calendar
