// The XML that is sent: PROPFIND and REPORT bodies.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "adapters/dav/names.h"
#include "core/base/strong.h"
#include "core/sync/collection.h"

namespace goodturn::dav {

enum class Kind { cards, calendar };

/// `text` with &, <, > and " escaped and control characters that XML 1.0 forbids left out.
[[nodiscard]] std::string xml_escaped(std::string_view text);

/// PROPFIND for these properties, RFC 4918 §9.1.
[[nodiscard]] std::string propfind_body(std::span<const Name> properties);

/// sync-collection, RFC 6578 §3.2; with_text asks for the items' text in the same answer, which RFC 6578
/// allows and radicale, Cyrus and SOGo give, and for pages of most_texts (§3.7; Cyrus).
inline constexpr int most_texts = 20'000;  ///< 64 MiB for an answer, up to 3 kB for an item
[[nodiscard]] std::string sync_collection_body(Kind kind, std::string_view token, bool with_text);

/// addressbook-multiget (RFC 6352 §8.7) or calendar-multiget (RFC 4791 §7.9). `version`: the vCard
/// version to ask for; empty: the server's default.
[[nodiscard]] std::string multiget_body(Kind kind, std::span<const Href> hrefs, std::string_view version);

/// addressbook-query (RFC 6352 §8.6) for the cards that are stored in this vCard version; of those with one
/// of these UIDs where some are given.
[[nodiscard]] std::string version_query_body(std::string_view version,
                                             std::span<const std::string_view> uids);

/// MKCALENDAR, RFC 4791 §5.3.1: an empty calendar of that name for those components.
[[nodiscard]] std::string mkcalendar_body(std::string_view name, const sync::Components& holds);

/// The same by extended MKCOL, RFC 5689 §3.
[[nodiscard]] std::string mkcol_body(std::string_view name, const sync::Components& holds);

/// The property that carries the text: CARDDAV:address-data or CALDAV:calendar-data.
[[nodiscard]] Name text_property(Kind kind);

}  // namespace goodturn::dav
