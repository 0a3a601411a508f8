// ETags as servers write them, and what can be done with them.
#pragma once

#include "adapters/http/message.h"
#include "core/base/strong.h"

namespace goodturn::dav {

/// An ETag that If-Match can use: quoted and not weak (RFC 9110 §8.8.3, §13.1.1). Others, and none at all,
/// are compared by reading the resource right before a write.
[[nodiscard]] bool is_strong(const Etag& etag);

/// One without the quotes that it should have, of which If-Match can still be made byte for byte: its server
/// compares it so (sabre/dav does).
[[nodiscard]] bool is_bare(const Etag& etag);

/// Whether two spellings name one version: the mark of a weak one, missing quotes and the suffixes that
/// proxies add when they pack an answer ("-gzip", ";gzip", "--gzip") make no difference.
[[nodiscard]] bool same_version(const Etag& left, const Etag& right);

/// The ETag header of an answer without a packer's suffix; empty where there is none.
[[nodiscard]] Etag etag_of(const http::Response& response);

/// For servers that give none: stands for the text itself (line ends aside), and is never sent.
[[nodiscard]] Etag etag_of_text(std::string_view text);
[[nodiscard]] bool is_of_text(const Etag& etag);

/// The mark to keep with a text: the server's ETag; the text's own where there is none or where it means
/// nothing (SOGo starts every resource with the same one, also after a deletion).
[[nodiscard]] Etag mark_of(const Etag& etag, std::string_view text);

}  // namespace goodturn::dav
