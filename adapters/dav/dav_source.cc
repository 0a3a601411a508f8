#include "adapters/dav/dav_source.h"

#include <algorithm>
#include <array>

#include "adapters/dav/address.h"
#include "adapters/dav/creation.h"
#include "adapters/dav/dav_collection.h"
#include "adapters/dav/discovery.h"
#include "adapters/dav/href.h"

namespace goodturn::dav {
namespace {

constexpr std::array services{"caldavs", "carddavs"};

void add_all(sync::Discovered& all, sync::Discovered more) {
  if (all.context_url.empty()) all.context_url = more.context_url;
  for (auto& collection : more.collections) {
    const bool known =
        std::any_of(all.collections.begin(), all.collections.end(),
                    [&](const sync::Collection& other) { return other.url == collection.url; });
    if (!known) all.collections.push_back(std::move(collection));
  }
  for (auto& address : more.own_addresses)
    if (std::find(all.own_addresses.begin(), all.own_addresses.end(), address) == all.own_addresses.end())
      all.own_addresses.push_back(std::move(address));
  all.notes.insert(all.notes.end(), more.notes.begin(), more.notes.end());
}

/// The places that DNS names for a domain, each once; a target outside the domain is only noted.
std::vector<http::Url> named_by_dns(const Resolver& resolver, const std::string& domain,
                                    std::vector<Said>& notes) {
  std::vector<http::Url> places;
  for (const char* service : services) {
    const auto record = resolver.find_service(service, domain);
    if (!record) continue;
    const auto url =
        http::parse_url("https://" + record->host + ":" + std::to_string(record->port) + record->path);
    if (!url) continue;
    if (!is_within(record->host, domain)) {
      notes.push_back(Said("account.named_by_dns", {{"address", url->text()}, {"domain", domain}}));
    } else if (std::find(places.begin(), places.end(), *url) == places.end()) {
      places.push_back(*url);
    }
  }
  return places;
}

}  // namespace

DavSource::DavSource(http::Settings settings, std::string address, http::Credentials credentials,
                     Cancelled cancelled, Resolver resolver)
    : settings_(std::move(settings)),
      address_(std::move(address)),
      credentials_(std::move(credentials)),
      cancelled_(std::move(cancelled)),
      resolver_(std::move(resolver)) {}

std::shared_ptr<http::Client> DavSource::client_for(const http::Url& url) {
  auto& client = clients_[url.origin()];
  if (!client) client = std::make_shared<http::Client>(url, credentials_, settings_, cancelled_);
  return client;
}

Result<sync::Discovered> DavSource::discover_at(const http::Url& base) {
  const auto client = client_for(base);
  Discovery discovery(*client, base);
  auto found = discovery.run();
  if (!calendar_home_) calendar_home_ = discovery.calendar_home();
  return found;
}

Result<sync::Discovered> DavSource::discover() {
  const auto address = read_address(address_);
  if (!address)
    return fail(ErrorKind::invalid,
                "This is no address of a server. Give it like https://dav.example.org/ or name@example.org.",
                address_);
  sync::Discovered all;
  if (!address->domain.empty()) {
    for (const http::Url& place : named_by_dns(resolver_, address->domain, all.notes)) {
      auto found = discover_at(place);
      if (!found) return fail(found.error());
      add_all(all, std::move(*found));
    }
  }
  if (all.collections.empty()) {
    auto found = discover_at(address->base);
    if (!found) {
      Error error = found.error();
      std::vector<Said> sentences = {said_of(error)};
      sentences.insert(sentences.end(), all.notes.begin(), all.notes.end());
      reword(error, in_a_row(std::move(sentences)));
      return fail(std::move(error));
    }
    add_all(all, std::move(*found));
  }
  if (all.own_addresses.empty() && credentials_.user.find('@') != std::string::npos)
    all.own_addresses.push_back(credentials_.user);
  return all;
}

Result<std::unique_ptr<RemoteCollection>> DavSource::open(const sync::Collection& collection) {
  auto url = http::parse_url(collection.url);
  const auto path = url ? normal_path(url->path) : std::nullopt;
  if (!path)
    return fail(ErrorKind::invalid,
                "The address of this collection cannot be used. Run the discovery of the account "
                "again.",
                collection.url);
  url->path = path->ends_with('/') ? *path : *path + "/";
  return std::make_unique<DavCollection>(
      Place{client_for(*url), *url, collection.holds.cards ? Kind::cards : Kind::calendar});
}

Result<sync::Collection> DavSource::create_collection(std::string_view name, const sync::Components& holds) {
  if (!calendar_home_)
    if (const auto found = discover(); !found) return fail(found.error());
  if (!calendar_home_)
    return fail(ErrorKind::forbidden, "The server names no place for calendars of yours.", address_);
  return create_calendar(*client_for(*calendar_home_), *calendar_home_, name, holds);
}

http::Traffic DavSource::traffic() const {
  http::Traffic all;
  for (const auto& [origin, client] : clients_) {
    const http::Traffic one = client->traffic();
    all.requests += one.requests;
    all.bytes_up += one.bytes_up;
    all.bytes_down += one.bytes_down;
  }
  return all;
}

}  // namespace goodturn::dav
