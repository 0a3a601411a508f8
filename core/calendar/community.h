// Communities that contacts belong to (features.md row 17).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

enum class CommunityKind { interest, practice, personal };
/// "interest", "practice", "personal".
[[nodiscard]] std::string_view to_string(CommunityKind kind) noexcept;
[[nodiscard]] std::optional<CommunityKind> parse_community_kind(std::string_view word) noexcept;

struct Community {
  Uid uid;                            ///< community_uid of the first name; it stays when the name changes
  std::string name;                   ///< SUMMARY
  std::optional<CommunityKind> kind;  ///< X-GOODTURN-COMMUNITY-KIND
  std::vector<Uid> members;           ///< X-GOODTURN-CONTACTS
  std::string text;                   ///< DESCRIPTION; may be empty
  bool operator==(const Community&) const = default;
};

/// Of the name. Where a community that was renamed still holds it, the new one takes a fresh
/// "goodturn-<hex>".
[[nodiscard]] Uid community_uid(const std::string& name);
/// The first VJOURNAL when it is a community; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Community> read_community(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_community(const Community& community, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_community(const text::Document& document, const Community& community,
                                           Instant stamp);

}  // namespace goodturn::calendar
