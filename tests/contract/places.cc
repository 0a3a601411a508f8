#include "tests/contract/places.h"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "adapters/dav/dav_source.h"
#include "adapters/vdir/source.h"
#include "tests/support/fake_collection.h"
#include "tests/support/homes.h"
#include "tests/support/server_process.h"

namespace goodturn::tests {
namespace {

/// Servers by name, started at first need, stopped at the end of the program.
ServerProcess* running(const std::string& name) {
  static std::map<std::string, std::unique_ptr<ServerProcess>> servers;
  const auto found = servers.find(name);
  if (found != servers.end()) return found->second.get();
  return servers.emplace(name, ServerProcess::start(name)).first->second.get();
}

http::Settings quick_settings() {
  http::Settings settings;
  settings.sleeper = [](std::chrono::milliseconds) {};
  return settings;
}

sync::Components components_of(Kind kind) {
  const bool all = kind == Kind::mixed;
  return {kind == Kind::cards, all || kind == Kind::events, all || kind == Kind::tasks,
          all || kind == Kind::journals};
}

class MemoryPlace final : public Place {
 public:
  using Place::Place;
  std::unique_ptr<RemoteCollection> client() override { return std::make_unique<FakeCollection>(server_); }

 private:
  std::shared_ptr<FakeServer> server_ = std::make_shared<FakeServer>();
};

/// A vdir folder.
class FolderPlace final : public Place {
 public:
  explicit FolderPlace(Kind kind) : Place(kind) {
    std::filesystem::create_directory(folder_.path() + "/items");
  }
  std::unique_ptr<RemoteCollection> client() override {
    sync::Collection collection;
    collection.url = folder_.path() + "/items";
    collection.holds = components_of(kind());
    return std::move(vdir::open_folder(folder_.path())->open(collection).value());
  }

 private:
  TemporaryFolder folder_;
};

/// A collection on a DAV server, removed at the end: Cyrus takes a UID only once among a user's calendars.
class ServerPlace final : public Place {
 public:
  ServerPlace(const std::string& server, Kind kind) : Place(kind), server_(running(server)) {
    if (server_ == nullptr) return;
    static int count = 0;
    path_ = home_path(server, kind == Kind::cards) + "contract-" + std::to_string(++count) + "/";
    const auto status = kind == Kind::cards ? send("MKCOL", address_book()) : send("MKCALENDAR", calendar());
    if (status != 201) throw std::runtime_error("no collection could be made at " + path_);
  }
  ~ServerPlace() override {
    if (server_ != nullptr) send("DELETE", {});
  }

  std::unique_ptr<RemoteCollection> client() override {
    if (server_ == nullptr) return nullptr;
    sync::Collection collection;
    collection.url = server_->url() + path_.substr(1);
    collection.holds = components_of(kind());
    dav::DavSource source(quick_settings(), server_->url(), "alice", "secret", [] { return false; });
    return std::move(source.open(collection).value());
  }

  [[nodiscard]] Keeps keeps() const override {
    Keeps keeps;
    const bool cards = kind() == Kind::cards;
    // It drops the quotes of a parameter value, and where that holds a semicolon changes the case after it.
    if (server_->name() == "davical") keeps.spelling.odd_parameter = "plain";
    if (server_->name() == "sogo") {
      keeps.longest_uid = 250;  // 500 from 255 characters on
      keeps.repeats_last_second = true;
      // In calendars it makes quotes into backslashes.
      if (!cards) keeps.spelling.odd_parameter = "plain";
    }
    if (server_->name() == "cyrus" && !cards) {
      keeps.spelling.categories_apart = true;
      // It takes the backslash before a comma away where it does not know the property.
      keeps.spelling.odd_value = "\\n ü";
    }
    return keeps;
  }

 private:
  /// RFC 5689, RFC 6352 §6.3.1: an address book by extended MKCOL.
  static std::string address_book() {
    return "<mkcol xmlns='DAV:' "
           "xmlns:K='urn:ietf:params:xml:ns:carddav'><set><prop><resourcetype><collection/>"
           "<K:addressbook/></resourcetype><displayname>Contract</displayname></prop></set></mkcol>";
  }

  /// RFC 4791 §5.3.1
  [[nodiscard]] std::string calendar() const {
    const sync::Components holds = components_of(kind());
    std::string body =
        "<C:mkcalendar xmlns='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><set><prop>"
        "<displayname>Contract</displayname><C:supported-calendar-component-set>";
    if (holds.events) body += "<C:comp name='VEVENT'/>";
    if (holds.tasks) body += "<C:comp name='VTODO'/>";
    if (holds.journals) body += "<C:comp name='VJOURNAL'/>";
    return body + "</C:supported-calendar-component-set></prop></set></C:mkcalendar>";
  }

  /// The status; 0 where there was no answer.
  int send(const std::string& method, std::string body) {
    http::Client client(*http::parse_url(server_->url()), {"alice", "secret"}, quick_settings(), {});
    http::Request request;
    request.method = method;
    request.url = client.origin();
    request.url.path = path_;
    if (!body.empty()) request.headers = {{"Content-Type", "application/xml; charset=utf-8"}};
    request.body = std::move(body);
    const auto response = client.send(std::move(request));
    return response ? response->status : 0;
  }

  ServerProcess* server_ = nullptr;
  std::string path_;
};

std::vector<Kind> kinds_of(const std::string& part, Requests requests) {
  std::vector<Kind> kinds;
  if (part != "calendars") kinds.push_back(Kind::cards);
  if (part == "cards") return kinds;
  if (requests == Requests::many) {
    kinds.push_back(Kind::mixed);
  } else {
    kinds.insert(kinds.end(), {Kind::events, Kind::tasks, Kind::journals});
  }
  return kinds;
}

}  // namespace

std::vector<PlaceName> places_for(Requests requests) {
  const char* given = std::getenv("GOODTURN_PLACES");
  const std::string part = given == nullptr ? "" : given;
  const std::vector<std::string> all =
      part == "soak" ? std::vector<std::string>{"davical", "sogo"}
                     : std::vector<std::string>{"memory", "folder", "radicale", "xandikos", "cyrus", "sabre"};
  std::vector<PlaceName> places;
  for (const std::string& where : all)
    for (const Kind kind : kinds_of(part, requests)) {
      const bool of_journals = kind == Kind::journals || kind == Kind::mixed;
      // It keeps no journals: 404.
      places.push_back({where, where == "sogo" && of_journals ? Kind::tasks : kind});
    }
  return places;
}

std::unique_ptr<Place> make_place(const PlaceName& name) {
  if (name.where == "memory") return std::make_unique<MemoryPlace>(name.kind);
  if (name.where == "folder") return std::make_unique<FolderPlace>(name.kind);
  return std::make_unique<ServerPlace>(name.where, name.kind);
}

}  // namespace goodturn::tests
