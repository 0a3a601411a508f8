#include "tests/unit/helper/memory_source.h"

namespace goodturn::helper {

class MemoryCollection final : public RemoteCollection {
 public:
  MemoryCollection(MemoryServer& server, std::string name) : server_(server), name_(std::move(name)) {}

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override {
    ++server_.listings;
    if (auto error = server_.fault("list")) return fail(*error);
    const std::string token = std::to_string(server_.versions_) + "/" + std::to_string(items().size());
    sync::Listing listing;
    listing.token = SyncToken(token);
    for (const std::string& href : server_.refused)
      listing.refused.push_back(
          {Href(href), {ErrorKind::suspicious, "Outside the collection.", href, 0, {}}});
    listing.complete = since.value != token || !server_.omitted.empty();
    if (!listing.complete) return listing;
    for (const auto& [href, stored] : items()) {
      if (server_.omitted.contains(href)) continue;
      listing.members.push_back({Href(href), etag(stored)});
      // Every second text comes inside the listing, so that both ways are walked.
      if (stored.version % 2 == 0)
        if (auto taken = on_item({Href(href), etag(stored), stored.text}); !taken) return fail(taken.error());
    }
    return listing;
  }

  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    std::vector<sync::ItemError> errors;
    for (const Href& href : hrefs) {
      if (auto error = server_.fault("fetch")) return fail(*error);
      const auto found = items().find(href.value);
      if (found == items().end()) {
        errors.push_back({href, {ErrorKind::not_found, "gone", href.value, 404, {}}});
      } else if (auto taken = on_item({href, etag(found->second), found->second.text}); !taken) {
        return fail(taken.error());
      }
    }
    return errors;
  }

  Result<sync::Written> create(const Href& href, std::string_view text) override {
    if (auto error = server_.fault("create")) return fail(*error);
    if (items().contains(href.value)) return fail(ErrorKind::precondition, "exists");
    return write(href, text);
  }

  Result<sync::Written> update(const Href& href, const Etag& condition, std::string_view text) override {
    if (auto error = server_.fault("update")) return fail(*error);
    const auto found = items().find(href.value);
    if (found == items().end()) return fail(ErrorKind::not_found, "gone");
    if (etag(found->second) != condition) return fail(ErrorKind::precondition, "changed");
    return write(href, text);
  }

  Result<void> remove(const Href& href, const Etag& condition) override {
    const auto found = items().find(href.value);
    if (found == items().end()) return fail(ErrorKind::not_found, "gone");
    if (etag(found->second) != condition) return fail(ErrorKind::precondition, "changed");
    items().erase(found);
    ++server_.writes;
    return {};
  }

  [[nodiscard]] Href href_for(const Uid& uid) const override { return Href(uid.value); }

 private:
  std::map<std::string, MemoryServer::Stored>& items() { return server_.collections[name_]; }
  static Etag etag(const MemoryServer::Stored& stored) {
    return Etag("\"" + std::to_string(stored.version) + "\"");
  }

  Result<sync::Written> write(const Href& href, std::string_view text) {
    server_.put(name_, href.value, server_.rewrite(std::string(text)));
    ++server_.writes;
    if (auto error = server_.lose_answer()) return fail(*error);
    return sync::Written{href, etag(items().at(href.value))};
  }

  MemoryServer& server_;
  std::string name_;
};

namespace {

class MemorySource final : public Source {
 public:
  explicit MemorySource(MemoryServer& server) : server_(server) {}

  Result<sync::Discovered> discover() override {
    sync::Discovered found;
    found.own_addresses = {"alex@example.org"};
    for (const auto& [url, items] : server_.collections) {
      sync::Collection collection;
      collection.url = url;
      collection.name = url.substr(0, url.size() - 1);
      collection.holds = server_.holds[url];
      collection.read_only = server_.read_only;
      found.collections.push_back(collection);
    }
    return found;
  }
  Result<std::unique_ptr<RemoteCollection>> open(const sync::Collection& collection) override {
    return std::make_unique<MemoryCollection>(server_, collection.url);
  }
  Result<sync::Collection> create_collection(std::string_view name, const sync::Components& holds) override {
    if (auto error = server_.fault("create_collection")) return fail(*error);
    sync::Collection collection;
    collection.name = name;
    collection.url = collection.name + "/";
    collection.holds = holds;
    if (!server_.collections.try_emplace(collection.url).second)
      return fail(ErrorKind::forbidden, "There is one of this name.", collection.url);
    server_.holds[collection.url] = holds;
    return collection;
  }

 private:
  MemoryServer& server_;
};

}  // namespace

void MemoryServer::put(const std::string& collection, const std::string& href, const std::string& text) {
  collections[collection][href] = {text, ++versions_};
}

std::unique_ptr<Source> MemoryServer::source() { return std::make_unique<MemorySource>(*this); }

}  // namespace goodturn::helper
