#include "adapters/dav/discovery.h"

#include <algorithm>
#include <array>

#include "adapters/dav/href.h"
#include "adapters/dav/offered_collection.h"
#include "adapters/http/status.h"

namespace goodturn::dav {
namespace {

constexpr Name current_principal{ns::dav, "current-user-principal"};
constexpr Name card_homes{ns::carddav, "addressbook-home-set"};
constexpr Name calendar_homes{ns::caldav, "calendar-home-set"};
constexpr Name user_addresses{ns::caldav, "calendar-user-address-set"};
constexpr std::array at_a_place{current_principal};
constexpr std::array at_a_principal{card_homes, calendar_homes, user_addresses};

// Where servers keep their principal when neither the well-known addresses nor the root lead there:
// Cyrus, DAViCal, SOGo, sabre/dav in its usual folder, Nextcloud.
constexpr std::array usual_places{"/dav/", "/caldav.php/", "/SOGo/dav/", "/dav.php/", "/remote.php/dav/"};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

http::Url with_path(http::Url url, const std::string& path) {
  url.path = path;
  url.query.clear();
  return url;
}

}  // namespace

Result<sync::Discovered> Discovery::run() {
  std::vector<std::string> places;
  if (base_.path != "/") places.push_back(base_.path);
  places.insert(places.end(), {"/.well-known/caldav", "/.well-known/carddav", "/"});
  places.insert(places.end(), usual_places.begin(), usual_places.end());
  for (const auto& place : places) {
    if (!principals_.empty() && (place == "/" || has_cards_)) break;
    const auto tried = try_place(place);
    if (!tried) return fail(tried.error());
    if (*tried)
      if (auto read = read_principals(); !read) return fail(read.error());
  }
  if (principals_.empty()) homes_.push_back(base_.path);
  if (auto read = read_homes(); !read) return fail(read.error());
  if (principals_.empty() && found_.collections.empty() && lacks_certificate_)
    return fail(http::missing_certificate_error(base_));
  if (principals_.empty() && found_.collections.empty())
    return fail(ErrorKind::not_found,
                Said("No address books or calendars were found on {host}. Check the address; your provider's "
                     "help pages name it under CardDAV or CalDAV.",
                     {{"host", base_.host}}),
                base_.text());
  if (found_.context_url.empty()) found_.context_url = base_.text();
  return std::move(found_);
}

/// Asks one place for the user's principal. True: a principal that was not known came.
Result<bool> Discovery::try_place(const std::string& path) {
  const auto before = principals_.size();
  const http::Url url = with_path(base_, path);
  const auto asked = ask(client_, {"PROPFIND", url, 0, propfind_body(at_a_place)},
                         [&](const http::Url& at, const ResponseElement& element) -> Result<void> {
                           take_principal(at, element);
                           return {};
                         });
  if (!asked) {
    // A web page or other text at one place is no failure of the account; where no place leads on, the
    // base is read as a home itself and its page is the answer.
    if (asked.error().kind == ErrorKind::protocol) return false;
    return fail(asked.error());
  }
  if (asked->status == 401 || asked->status == 429 || http::worth_repeating(asked->status))
    return fail(http::status_error(asked->refusal));
  // Who is not let in for want of a certificate is told so, unless another place leads on.
  if (asked->refusal.lacks_certificate && (asked->status == 400 || asked->status == 403))
    lacks_certificate_ = true;
  if (const auto location = asked->refusal.header("location"); location && !asked->ok()) {
    const auto target = http::resolve(asked->url, *location);
    if (target && target->origin() != url.origin()) return fail(http::elsewhere_error(url, *target));
  }
  if (asked->ok() && principals_.size() > before && found_.context_url.empty())
    found_.context_url = asked->url.text();
  return principals_.size() > before;
}

void Discovery::take_principal(const http::Url& url, const ResponseElement& element) {
  const Element principal = element.property(current_principal);
  if (const Element href = principal.child({ns::dav, "href"}))
    add_path(principals_, url, href.trimmed_text());
}

void Discovery::add_path(std::vector<std::string>& paths, const http::Url& url, const std::string& href) {
  auto path = path_of_href(url, href);
  if (!path) {
    found_.notes.push_back(Said("account.place_elsewhere", {{"host", base_.host}, {"place", href}}));
    return;
  }
  if (std::find(paths.begin(), paths.end(), *path) == paths.end()) paths.push_back(std::move(*path));
}

Result<void> Discovery::read_principals() {
  const http::Url url = with_path(base_, principals_.back());
  const auto asked = ask(client_, {"PROPFIND", url, 0, propfind_body(at_a_principal)},
                         [&](const http::Url& at, const ResponseElement& element) -> Result<void> {
                           for (const Name& kind : {card_homes, calendar_homes}) {
                             const auto homes = element.property(kind).children({ns::dav, "href"});
                             if (homes.empty()) continue;
                             has_cards_ = has_cards_ || kind.space == ns::carddav;
                             for (const Element& home : homes) add_path(homes_, at, home.trimmed_text());
                             if (kind.space == ns::caldav)
                               take_calendar_home(at, homes.front().trimmed_text());
                           }
                           take_own_addresses(element);
                           return {};
                         });
  if (!asked) return fail(asked.error());
  if (!asked->ok()) return fail(http::status_error(asked->refusal));
  return {};
}

void Discovery::take_calendar_home(const http::Url& url, const std::string& href) {
  const auto path = path_of_href(url, href);
  if (!path || calendar_home_) return;
  calendar_home_ = with_path(base_, path->ends_with('/') ? *path : *path + "/");
}

void Discovery::take_own_addresses(const ResponseElement& element) {
  constexpr std::string_view scheme = "mailto:";
  for (const Element& href : element.property(user_addresses).children({ns::dav, "href"})) {
    const std::string address = lower(href.trimmed_text());
    if (!address.starts_with(scheme) || address.find('@') == std::string::npos) continue;
    const std::string bare = decoded(std::string_view(address).substr(scheme.size()));
    auto& known = found_.own_addresses;
    if (std::find(known.begin(), known.end(), bare) == known.end()) known.push_back(bare);
  }
}

Result<void> Discovery::read_homes() {
  for (const std::string& home : homes_)
    if (auto read = read_collections(home); !read) return read;
  return {};
}

Result<void> Discovery::read_collections(const std::string& path) {
  const auto asked =
      ask(client_, {"PROPFIND", with_path(base_, path), 1, propfind_body(collection_properties())},
          [&](const http::Url& at, const ResponseElement& element) -> Result<void> {
            take_collection(at, element);
            return {};
          });
  if (!asked) return fail(asked.error());
  if (asked->ok()) return {};
  if (asked->status == 401) return fail(http::status_error(asked->refusal));
  found_.notes.push_back(
      Said("account.not_listed", {{"place", path}, {"status", std::to_string(asked->status)}}));
  return {};
}

void Discovery::take_collection(const http::Url& url, const ResponseElement& element) {
  auto path = path_of_href(url, element.href());
  if (!path) return;
  if (!path->ends_with('/')) *path += '/';
  auto offered = offered_collection(element, with_path(base_, *path).text());
  if (!offered) return;
  const bool known = std::any_of(found_.collections.begin(), found_.collections.end(),
                                 [&](const sync::Collection& other) { return other.url == offered->url; });
  if (!known) found_.collections.push_back(std::move(*offered));
}

}  // namespace goodturn::dav
