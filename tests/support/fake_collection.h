// A collection in memory that passes the contract of the real ones, with faults that a test switches on.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/hash.h"
#include "core/ports.h"

namespace goodturn::tests {

/// What a server gets wrong. All off: a good server.
struct Faults {
  int fail_at = 0;             ///< the n-th call from now fails (1 is the next); 0: none
  bool lose_answer = false;    ///< that call is carried out first: only its answer is lost
  bool flaky_etags = false;    ///< etags differ on each listing though nothing changed
  bool silent_writes = false;  ///< create and update answer without an etag
  bool forget_tokens = false;  ///< every token is invalid
  bool look_empty = false;     ///< a listing without members, as a server behind a broken mount gives
  std::function<std::string(const std::string&)> rewrite;  ///< what is stored in place of a sent text
};

/// The server's side, shared by the clients that look at it.
struct FakeServer {
  struct Resource {
    std::string text;
    int version = 0;
  };
  std::map<std::string, Resource> resources;
  std::vector<std::string> log;  ///< hrefs in order of change; a token is a position in it
  Faults faults;
  int calls = 0;   ///< how many requests were made
  int writes = 0;  ///< how many of them changed something

  void put(const std::string& href, std::string text) {
    resources[href] = {std::move(text), ++last_version};
    log.push_back(href);
  }
  void erase(const std::string& href) {
    resources.erase(href);
    log.push_back(href);
  }

  int last_version = 0;
};

class FakeCollection final : public RemoteCollection {
 public:
  explicit FakeCollection(std::shared_ptr<FakeServer> server) : server_(std::move(server)) {}

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem&) override {
    if (begin_call()) return lost();
    sync::Listing listing;
    const int position = position_of(since);
    listing.complete = position < 0;
    if (!server_->faults.look_empty) collect(position < 0 ? 0 : position, listing);
    // A token that came with an empty complete listing is never given (architecture.md, sync core).
    if (!listing.complete || !listing.members.empty())
      listing.token = SyncToken("fake:" + std::to_string(server_->log.size()));
    if (end_call()) return lost();
    return listing;
  }

  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    if (begin_call()) return lost();
    std::vector<sync::ItemError> errors;
    for (const Href& href : hrefs) {
      const auto found = server_->resources.find(href.value);
      if (found == server_->resources.end()) {
        errors.push_back({href, Error{ErrorKind::not_found, "There is no such item.", href.value, 404, {}}});
        continue;
      }
      if (auto taken = on_item({href, etag_of(found->second), found->second.text}); !taken)
        return fail(taken.error());
    }
    if (end_call()) return lost();
    return errors;
  }

  Result<sync::Written> create(const Href& href, std::string_view text) override {
    if (begin_call()) return lost();
    if (server_->resources.contains(href.value)) return changed(href);
    return write(href, text);
  }

  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    if (begin_call()) return lost();
    const auto found = server_->resources.find(href.value);
    if (found == server_->resources.end() || !matches(found->second, etag)) return changed(href);
    return write(href, text);
  }

  Result<void> remove(const Href& href, const Etag& etag) override {
    if (begin_call()) return lost();
    const auto found = server_->resources.find(href.value);
    if (found == server_->resources.end())
      return fail(ErrorKind::not_found, "The item is gone already.", href.value);
    if (!matches(found->second, etag)) return changed(href);
    ++server_->writes;
    server_->erase(href.value);
    if (end_call()) return lost();
    return {};
  }

  [[nodiscard]] Href href_for(const Uid& uid) const override {
    return Href("/fake/" + to_hex(hash_of(uid.value)));
  }

 private:
  /// Counts the call; true when it must fail before anything happens.
  bool begin_call() {
    ++server_->calls;
    Faults& faults = server_->faults;
    return faults.fail_at > 0 && --faults.fail_at == 0 && !(losing_ = faults.lose_answer);
  }
  /// True when the call was carried out and its answer is lost.
  bool end_call() { return std::exchange(losing_, false); }

  static tl::unexpected<Error> lost() { return fail(ErrorKind::network, "The connection broke.", "fake"); }
  tl::unexpected<Error> changed(const Href& href) {
    losing_ = false;
    return fail(Error{ErrorKind::precondition, "The item was changed meanwhile.", href.value, 412, {}});
  }

  Result<sync::Written> write(const Href& href, std::string_view text) {
    ++server_->writes;
    const std::string sent(text);
    server_->put(href.value, server_->faults.rewrite ? server_->faults.rewrite(sent) : sent);
    if (end_call()) return lost();
    if (server_->faults.silent_writes) return sync::Written{href, Etag()};
    return sync::Written{href, etag_of(server_->resources.at(href.value))};
  }

  void collect(int position, sync::Listing& listing) {
    if (listing.complete) {
      for (const auto& [href, resource] : server_->resources)
        listing.members.push_back({Href(href), etag_of(resource)});
      return;
    }
    const auto first = server_->log.begin() + position;
    for (auto entry = first; entry != server_->log.end(); ++entry) {
      if (std::find(entry + 1, server_->log.end(), *entry) != server_->log.end()) continue;
      const auto found = server_->resources.find(*entry);
      if (found == server_->resources.end()) {
        listing.removed.emplace_back(*entry);
      } else {
        listing.members.push_back({Href(*entry), etag_of(found->second)});
      }
    }
  }

  /// -1: list everything.
  [[nodiscard]] int position_of(const SyncToken& token) const {
    if (server_->faults.forget_tokens || !token.value.starts_with("fake:")) return -1;
    const std::string digits = token.value.substr(5);
    if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != std::string::npos)
      return -1;
    const int position = std::stoi(digits);
    return position <= static_cast<int>(server_->log.size()) ? position : -1;
  }

  [[nodiscard]] Etag etag_of(const FakeServer::Resource& resource) {
    std::string etag = "\"" + std::to_string(resource.version);
    if (server_->faults.flaky_etags) etag += "-" + std::to_string(server_->calls);
    return Etag(etag + "\"");
  }

  /// A flaky server still honours the etag that belongs to the version.
  [[nodiscard]] static bool matches(const FakeServer::Resource& resource, const Etag& etag) {
    const std::string version = "\"" + std::to_string(resource.version);
    return etag.value == version + "\"" || etag.value.starts_with(version + "-");
  }

  std::shared_ptr<FakeServer> server_;
  bool losing_ = false;
};

}  // namespace goodturn::tests
