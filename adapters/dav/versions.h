// Which cards a server keeps as vCard 4.0, so that each is asked for as it is stored.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "adapters/dav/place.h"

namespace goodturn::dav {

using HrefSet = std::unordered_set<Href>;

inline constexpr std::string_view newer_version = "4.0";

/// A server that offers both versions (Cyrus) gives 3.0 by default and converts, dropping KIND and the
/// like; it converts the other way too, and no property tells which one is stored, but addressbook-query
/// matches the stored VERSION (measured on 3.6.1). There the query costs half as much as a whole listing:
/// it is asked once per object, and not at all about cards that were written through it.
class Versions {
 public:
  explicit Versions(const Place& place) : place_(place) {}

  /// Whether the stored versions are still to be asked for: true for an address book on a server that
  /// offers both. The first call sends one small request.
  Result<bool> to_be_asked();
  /// The query about all members; it may go along with another request.
  [[nodiscard]] Asking asking();
  /// The query was answered: found members are known from now on. A refusal counts as "none".
  void answered() { stored_ = std::move(found_); }

  /// Those of `hrefs` that are stored as 4.0; asks the server where that is not known yet.
  Result<HrefSet> among(std::span<const Href> hrefs);
  /// Whether a member is stored as 4.0, as far as it is known.
  [[nodiscard]] bool newer(const Href& href) const;
  /// Notes what was stored there just now.
  void written(const Href& href, std::string_view text);

 private:
  const Place& place_;
  std::optional<bool> offered_;
  std::optional<HrefSet> stored_;
  HrefSet found_;
  std::unordered_map<Href, bool> written_;
};

}  // namespace goodturn::dav
