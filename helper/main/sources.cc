#include "helper/main/sources.h"

#include <filesystem>

#include "adapters/dav/dav_source.h"
#include "adapters/feed/source.h"
#include "adapters/http/client.h"
#include "adapters/http/date.h"
#include "adapters/oauth/authority.h"
#include "adapters/vdir/source.h"
#include "helper/main/version.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

http::Settings common_settings() {
  http::Settings settings;
  settings.user_agent = "Goodturn/" GOODTURN_VERSION;
  settings.proxies_of_environment = true;
  return settings;
}

/// Somebody is waiting in front of an account that is being set up: its errors are told at once.
http::Settings http_settings(const sync::Account& account) {
  http::Settings settings = common_settings();
  if (account.id == 0) settings.retries.count = 0;
  settings.accepted_certificate = account.sign_in.certificate;
  settings.client_certificate = account.sign_in.client_certificate;
  return settings;
}

http::Credentials credentials_of(const sync::Account& account, const Keys& keys) {
  return {account.user, keys.password, keys.passphrase, keys.bearer};
}

/// The page that the browser shows after a sign-in, in the browser's language.
oauth::Farewell farewell(oauth::Ending ending, std::string_view accept_language) {
  const Language language = accepted_language(accept_language, Language::en);
  const auto said = [&](const char* key) {
    return oauth::Farewell{std::string(to_string(language)), in_words(Said(key), language)};
  };
  switch (ending) {
    case oauth::Ending::taken:
      return said("account.landed");
    case oauth::Ending::refused:
      return said("account.landed_refused");
    case oauth::Ending::foreign:
      return said("account.landed_foreign");
  }
  return {};
}

std::unique_ptr<Source> open_feed_of(const sync::Account& account, const Keys& keys,
                                     const Cancelled& cancelled) {
  if (account.url.find("://") == std::string::npos) return feed::open_file(account.url);
  return feed::open_address(http_settings(account), account.url, credentials_of(account, keys), cancelled);
}

}  // namespace

Result<std::unique_ptr<Source>> open_source(const sync::Account& account, const Keys& keys,
                                            const Cancelled& cancelled) {
  switch (account.kind) {
    case sync::AccountKind::vdir:
      return vdir::open_folder(account.url);
    case sync::AccountKind::feed:
      return open_feed_of(account, keys, cancelled);
    case sync::AccountKind::dav:
      break;
  }
  return std::make_unique<dav::DavSource>(http_settings(account), account.url, credentials_of(account, keys),
                                          cancelled);
}

Result<std::optional<Instant>> time_at(const sync::Account& account) {
  auto url = http::parse_url(account.url);
  if (!url) return std::optional<Instant>();
  url->path = std::string("/");
  url->query.clear();
  http::Settings settings = http_settings(account);
  settings.retries.count = 0;
  http::Client client(*url, {}, std::move(settings), [] { return false; });
  http::Request request;
  request.method = std::string("OPTIONS");
  request.url = *url;
  const auto answer = client.send(std::move(request));
  if (!answer) return fail(answer.error());
  return http::date_of(*answer);
}

std::unique_ptr<Authority> open_authority(const std::filesystem::path& home) {
  http::Settings settings = common_settings();
  settings.retries.count = 1;
  return oauth::open_authority(home, std::move(settings), farewell);
}

}  // namespace goodturn::helper
