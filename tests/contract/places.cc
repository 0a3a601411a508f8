#include "tests/contract/places.h"

#include <map>
#include <stdexcept>

#include "adapters/dav/dav_source.h"
#include "adapters/vdir/source.h"

namespace goodturn::tests {
namespace {

/// Servers by name, started at first need, stopped at the end of the program.
ServerProcess* running(const std::string& name) {
  static std::map<std::string, std::unique_ptr<ServerProcess>> servers;
  const auto found = servers.find(name);
  if (found != servers.end()) return found->second.get();
  return servers.emplace(name, ServerProcess::start(name)).first->second.get();
}

/// Where a server keeps the address books that a user makes.
std::string home_path(const std::string& server) {
  static const std::map<std::string, std::string> homes{{"radicale", "/alice/"},
                                                        {"xandikos", "/alice/contacts/"},
                                                        {"cyrus", "/dav/addressbooks/user/alice/"},
                                                        {"sabre", "/addressbooks/alice/"},
                                                        {"davical", "/caldav.php/alice/"},
                                                        {"sogo", "/SOGo/dav/alice/Contacts/"}};
  return homes.at(server);
}

http::Settings quick_settings() {
  http::Settings settings;
  settings.sleeper = [](std::chrono::milliseconds) {};
  return settings;
}

/// RFC 5689, RFC 6352 §6.3.1: an address book by extended MKCOL.
void make_address_book(const std::string& url, const std::string& path) {
  const auto root = http::parse_url(url);
  http::Client client(*root, {"alice", "secret"}, quick_settings(), {});
  http::Request request;
  request.method = "MKCOL";
  request.url = *root;
  request.url.path = path;
  request.headers = {{"Content-Type", "application/xml; charset=utf-8"}};
  request.body =
      "<mkcol xmlns='DAV:' xmlns:K='urn:ietf:params:xml:ns:carddav'><set><prop><resourcetype><collection/>"
      "<K:addressbook/></resourcetype><displayname>Contract</displayname></prop></set></mkcol>";
  const auto response = client.send(std::move(request));
  if (!response || response->status != 201)
    throw std::runtime_error("no address book could be made at " + path);
}

}  // namespace

std::unique_ptr<RemoteCollection> FakePlace::client() { return std::make_unique<FakeCollection>(server_); }

FolderPlace::FolderPlace() { std::filesystem::create_directory(folder_.path() + "/cards"); }

std::unique_ptr<RemoteCollection> FolderPlace::client() {
  sync::Collection collection;
  collection.url = folder_.path() + "/cards";
  collection.holds.cards = true;
  return std::move(vdir::open_folder(folder_.path())->open(collection).value());
}

ServerPlace::ServerPlace(const std::string& server) : server_(running(server)) {
  if (server_ == nullptr) return;
  static int count = 0;
  path_ = home_path(server) + "contract-" + std::to_string(++count) + "/";
  make_address_book(server_->url(), path_);
}

std::unique_ptr<RemoteCollection> ServerPlace::client() {
  if (server_ == nullptr) return nullptr;
  sync::Collection collection;
  collection.url = server_->url() + path_.substr(1);
  collection.holds.cards = true;
  dav::DavSource source(quick_settings(), server_->url(), "alice", "secret", [] { return false; });
  return std::move(source.open(collection).value());
}

}  // namespace goodturn::tests
