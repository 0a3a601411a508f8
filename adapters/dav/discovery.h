// From a server's address to its collections: well-known places, principal, home sets, collections.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/dav/bodies.h"
#include "adapters/dav/exchange.h"
#include "core/sync/collection.h"

namespace goodturn::dav {

/// Discovers on one origin. RFC 6764 §6, RFC 5397, RFC 4791 §6.2.1, RFC 6352 §7.1.1, RFC 6638 §2.4.1.
class Discovery {
 public:
  /// `base`: where to look first; its path, where it has one, before the usual places.
  Discovery(http::Client& client, http::Url base) : client_(client), base_(std::move(base)) {}

  /// Errors: what the first place answered that says something certain: auth, suspicious (the server
  /// sends on to another origin: its name is in `where`), network; auth (sign_in::wants_certificate) where
  /// nobody is let in without one; not_found where nothing was found.
  Result<sync::Discovered> run();

  /// Where the user's calendars are (calendar-home-set), after run(); nothing where no server told.
  [[nodiscard]] const std::optional<http::Url>& calendar_home() const { return calendar_home_; }

 private:
  Result<bool> try_place(const std::string& path);
  void take_principal(const http::Url& url, const ResponseElement& element);
  Result<void> read_principals();
  Result<void> read_homes();
  Result<void> read_collections(const std::string& path);
  void take_collection(const http::Url& url, const ResponseElement& element);
  void add_path(std::vector<std::string>& paths, const http::Url& url, const std::string& href);
  void take_calendar_home(const http::Url& url, const std::string& href);
  void take_own_addresses(const ResponseElement& element);

  http::Client& client_;
  http::Url base_;
  std::vector<std::string> principals_;
  std::vector<std::string> homes_;
  std::optional<http::Url> calendar_home_;
  bool has_cards_ = false;
  bool lacks_certificate_ = false;
  sync::Discovered found_;
};

}  // namespace goodturn::dav
