// Names of resources on a server: one spelling per resource, and never outside the collection.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/url.h"
#include "core/base/result.h"
#include "core/base/strong.h"

namespace goodturn::dav {

/// One spelling of an absolute path: every byte but letters, digits, "-._~" and "/" as %XX in upper
/// case, so that "%40", "@" and "%c3" against "%C3" compare equal. Servers differ in this (Cyrus "@",
/// radicale "%40", sabre/dav lower-case escapes). Nothing for control characters, a broken escape, a
/// backslash, "." and ".." segments (also hidden ones, "%2e%2e"), empty segments, query or fragment.
[[nodiscard]] std::optional<std::string> normal_path(std::string_view path);

/// The path of a href as a server wrote it (absolute URL, absolute path, or relative), resolved against
/// the request's URL; nothing where it leaves the origin or normal_path() refuses it.
[[nodiscard]] std::optional<std::string> path_of_href(const http::Url& request, std::string_view href);

/// The normal name of a member: path_of_href(), and strictly below `collection` (a normal path that ends
/// with "/"). Error kind suspicious: the href is not this collection's and must not be used.
[[nodiscard]] Result<Href> member_href(const http::Url& request, const std::string& collection,
                                       std::string_view href);
/// The same where path_of_href() was asked already.
[[nodiscard]] Result<Href> member_at(const http::Url& request, const std::string& collection,
                                     const std::optional<std::string>& path);

/// A file name for a UID: the UID where that is short and plain, else its hash; then `suffix` (".vcf").
[[nodiscard]] std::string file_name_for(std::string_view uid, std::string_view suffix);

/// %XX decoded; broken escapes stay as they are.
[[nodiscard]] std::string decoded(std::string_view text);

}  // namespace goodturn::dav
