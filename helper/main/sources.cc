#include "helper/main/sources.h"

#include <filesystem>

#include "adapters/dav/dav_source.h"
#include "adapters/feed/source.h"
#include "adapters/vdir/source.h"
#include "helper/main/version.h"

namespace goodturn::helper {
namespace {

/// Somebody is waiting in front of an account that is being set up: its errors are told at once.
http::Settings http_settings(const sync::Account& account) {
  http::Settings settings;
  if (account.id == 0) settings.retries.count = 0;
  settings.user_agent = "Goodturn/" GOODTURN_VERSION;
  return settings;
}

std::unique_ptr<Source> open_feed_of(const sync::Account& account, const std::string& password,
                                     const Cancelled& cancelled) {
  if (account.url.find("://") == std::string::npos) return feed::open_file(account.url);
  return feed::open_address(http_settings(account), account.url, {account.user, password}, cancelled);
}

}  // namespace

Result<std::unique_ptr<Source>> open_source(const sync::Account& account, const std::string& password,
                                            const Cancelled& cancelled) {
  switch (account.kind) {
    case sync::AccountKind::vdir:
      return vdir::open_folder(account.url);
    case sync::AccountKind::feed:
      return open_feed_of(account, password, cancelled);
    case sync::AccountKind::dav:
      break;
  }
  return std::make_unique<dav::DavSource>(http_settings(account), account.url, account.user, password,
                                          cancelled);
}

}  // namespace goodturn::helper
