// A CardDAV and CalDAV account: discovery, and its collections.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/dav/resolver.h"
#include "adapters/http/client.h"
#include "core/ports.h"

namespace goodturn::dav {

/// One user's connections: one http::Client per origin, shared by the collections that are opened here.
/// A source and its collections are used by one thread at a time. The password is held in memory only
/// and never sent to another origin than that of the account's address (or, where the user gave a
/// domain, of a host below it that DNS names).
class DavSource : public Source {
 public:
  /// `address`: what the user typed: URL, host or e-mail address. Empty `user`: no sign-in.
  DavSource(http::Settings settings, std::string address, std::string user, std::string password,
            Cancelled cancelled, Resolver resolver = {})
      : DavSource(std::move(settings), std::move(address),
                  http::Credentials{std::move(user), std::move(password)}, std::move(cancelled),
                  std::move(resolver)) {}
  /// The same with every way to sign in.
  DavSource(http::Settings settings, std::string address, http::Credentials credentials, Cancelled cancelled,
            Resolver resolver = {});

  Result<sync::Discovered> discover() override;
  Result<std::unique_ptr<RemoteCollection>> open(const sync::Collection& collection) override;
  Result<sync::Collection> create_collection(std::string_view name, const sync::Components& holds) override;

  /// All requests sent so far, over all origins.
  [[nodiscard]] http::Traffic traffic() const;

 private:
  Result<sync::Discovered> discover_at(const http::Url& base);
  std::shared_ptr<http::Client> client_for(const http::Url& url);

  http::Settings settings_;
  std::string address_;
  http::Credentials credentials_;
  Cancelled cancelled_;
  Resolver resolver_;
  std::map<std::string, std::shared_ptr<http::Client>> clients_;  ///< by origin
  std::optional<http::Url> calendar_home_;                        ///< where discovery found one
};

}  // namespace goodturn::dav
