// A read-only .ics calendar, from a file or over HTTP, as a source with one collection. Each UID is an
// item of its own, cut out of the calendar with the time zones it needs.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "adapters/http/settings.h"
#include "core/ports.h"

namespace goodturn::feed {

/// The calendar text and a mark of this version (an ETag, or made from the file's times); an empty mark
/// means "unknown".
struct Version {
  std::string text;
  std::string mark;
};

/// Reads the feed. `known` is the mark of the version that was read last, or empty: when it still
/// stands, the text may be left empty and the mark given back unchanged.
using Read = std::function<Result<Version>(const std::string& known)>;

/// A feed named by its `url` (shown to the user, stored as Collection::url). Writes answer forbidden.
/// Errors: those of `read`; parse when the text holds no VCALENDAR.
[[nodiscard]] std::unique_ptr<Source> open_feed(std::string url, Read read);

/// The feed at an http, https or webcal address; one request a read, 304 costs no body. Errors of
/// discover: those of http::Client::send, and of the status.
[[nodiscard]] std::unique_ptr<Source> open_address(http::Settings settings, std::string address,
                                                   http::Credentials credentials, Cancelled cancelled);

/// The feed in one file, at most 64 MiB. Errors of discover: not_found, storage, parse.
[[nodiscard]] std::unique_ptr<Source> open_file(std::filesystem::path file);

}  // namespace goodturn::feed
