// A collection in memory that passes the contract of the real ones, with faults that a test switches on.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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
  bool weak_etags = false;     ///< W/"…": no condition can be made of them
  bool no_etags = false;       ///< none anywhere; a read text is marked by its hash, as the DAV adapter does
  bool read_only = false;      ///< writes are refused (403)
  bool token_of_nothing = false;  ///< an empty complete listing comes with a token, too
  bool inline_texts = false;      ///< the text of every second version comes inside the listing
  std::set<std::string> hidden;   ///< hrefs that a complete listing leaves out though they are there
  /// Asked before a call is carried out, with its name ("changes", "fetch", "create", "update", "remove"),
  /// and before each text inside a listing ("text"); an Error is the answer.
  std::function<std::optional<Error>(std::string_view)> before_call;
  /// Asked after it was carried out; an Error loses the answer.
  std::function<std::optional<Error>(std::string_view)> after_call;
  /// Asked for each item that is fetched; an Error stands in place of the item.
  std::function<std::optional<Error>(const Href&)> before_item;
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
  int calls = 0;    ///< how many requests were made
  int fetches = 0;  ///< how many of them asked for texts
  int writes = 0;   ///< how many of them changed something

  virtual ~FakeServer() = default;

  /// What another program does: a text put, with or without a condition, removed, or given another name.
  virtual void put(const std::string& href, std::string text) {
    resources[href] = {std::move(text), ++last_version};
    log.push_back(href);
  }
  virtual void erase(const std::string& href) {
    resources.erase(href);
    log.push_back(href);
  }

  /// Gives a resource another name and nothing else.
  virtual void move(const std::string& from, const std::string& to) {
    resources[to] = std::move(resources.at(from));
    erase(from);
    log.push_back(to);
  }

  /// The href of a member of that name.
  [[nodiscard]] virtual std::string place_for(const std::string& name) const { return "/fake/" + name; }

  int last_version = 0;
};

class FakeCollection final : public RemoteCollection {
 public:
  explicit FakeCollection(std::shared_ptr<FakeServer> server) : server_(std::move(server)) {}

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override {
    return list(since, server_->faults.inline_texts ? on_item : nullptr);
  }
  Result<sync::Listing> list_all() override { return list(SyncToken(), nullptr); }

  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    std::vector<sync::ItemError> errors;
    if (hrefs.empty()) return errors;
    if (auto error = begin_call("fetch")) return fail(*error);
    ++server_->fetches;
    for (const Href& href : hrefs) {
      const auto refused = server_->faults.before_item ? server_->faults.before_item(href) : std::nullopt;
      if (refused) {
        errors.push_back({href, *refused});
        continue;
      }
      const auto found = server_->resources.find(href.value);
      if (found == server_->resources.end()) {
        errors.push_back({href, Error{ErrorKind::not_found, "There is no such item.", href.value, 404, {}}});
        continue;
      }
      if (auto taken = on_item({href, read_etag_of(found->second), found->second.text}); !taken)
        return fail(taken.error());
    }
    if (auto error = end_call()) return fail(*error);
    return errors;
  }

  Result<sync::Written> create(const Href& href, std::string_view text) override {
    if (auto error = begin_call("create")) return fail(*error);
    if (server_->faults.read_only) return forbidden(href);
    if (server_->resources.contains(href.value)) return changed(href);
    return write(href, text);
  }

  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    if (auto error = begin_call("update")) return fail(*error);
    if (server_->faults.read_only) return forbidden(href);
    const auto found = server_->resources.find(href.value);
    if (found == server_->resources.end() || !matches(found->second, etag)) return changed(href);
    return write(href, text);
  }

  Result<void> remove(const Href& href, const Etag& etag) override {
    if (auto error = begin_call("remove")) return fail(*error);
    if (server_->faults.read_only) return forbidden(href);
    const auto found = server_->resources.find(href.value);
    if (found == server_->resources.end())
      return fail(ErrorKind::not_found, "The item is gone already.", href.value);
    if (!matches(found->second, etag)) return changed(href);
    ++server_->writes;
    server_->erase(href.value);
    if (auto error = end_call()) return fail(*error);
    return {};
  }

  [[nodiscard]] Href href_for(const Uid& uid) const override {
    return Href("/fake/" + to_hex(hash_of(uid.value)));
  }

 private:
  /// `on_text` is empty where the listing brings no texts.
  Result<sync::Listing> list(const SyncToken& since, const sync::OnItem& on_text) {
    if (auto error = begin_call("changes")) return fail(*error);
    sync::Listing listing;
    const int position = position_of(since);
    listing.complete = position < 0;
    if (!server_->faults.look_empty) collect(position < 0 ? 0 : position, listing);
    // A token that came with an empty complete listing is never given (architecture.md, sync core).
    if (!listing.complete || !listing.members.empty() || server_->faults.token_of_nothing)
      listing.token = SyncToken("fake:" + std::to_string(server_->log.size()));
    if (on_text)
      if (auto given = give_texts(listing, on_text); !given) return fail(given.error());
    if (auto error = end_call()) return fail(*error);
    return listing;
  }

  /// The answer was made at one moment; much may happen while it arrives.
  Result<void> give_texts(sync::Listing& listing, const sync::OnItem& on_text) {
    std::vector<sync::RemoteItem> texts;
    for (sync::Member& member : listing.members) {
      const FakeServer::Resource& resource = server_->resources.at(member.href.value);
      if (resource.version % 2 != 0) continue;
      member.etag = read_etag_of(resource);
      texts.push_back({member.href, member.etag, resource.text});
    }
    for (sync::RemoteItem& item : texts) {
      if (server_->faults.before_call)
        if (auto error = server_->faults.before_call("text")) return fail(*error);
      if (auto taken = on_text(std::move(item)); !taken) return taken;
    }
    return {};
  }

  /// Counts the call; an Error when it must fail before anything happens.
  std::optional<Error> begin_call(std::string_view name) {
    ++server_->calls;
    name_ = name;
    Faults& faults = server_->faults;
    if (faults.before_call)
      if (auto error = faults.before_call(name)) return error;
    const bool fails = faults.fail_at > 0 && --faults.fail_at == 0 && !(losing_ = faults.lose_answer);
    return fails ? std::optional(lost()) : std::nullopt;
  }
  /// An Error when the call was carried out and its answer is lost.
  std::optional<Error> end_call() {
    if (std::exchange(losing_, false)) return lost();
    return server_->faults.after_call ? server_->faults.after_call(name_) : std::nullopt;
  }

  static Error lost() { return {ErrorKind::network, "The connection broke.", "fake", 0, {}}; }
  static tl::unexpected<Error> forbidden(const Href& href) {
    return fail(Error{ErrorKind::forbidden, "You may only read here.", href.value, 403, {}});
  }
  tl::unexpected<Error> changed(const Href& href) {
    losing_ = false;
    return fail(Error{ErrorKind::precondition, "The item was changed meanwhile.", href.value, 412, {}});
  }

  Result<sync::Written> write(const Href& href, std::string_view text) {
    ++server_->writes;
    const std::string sent(text);
    server_->put(href.value, server_->faults.rewrite ? server_->faults.rewrite(sent) : sent);
    if (auto error = end_call()) return fail(*error);
    if (server_->faults.silent_writes || server_->faults.no_etags) return sync::Written{href, Etag()};
    return sync::Written{href, etag_of(server_->resources.at(href.value))};
  }

  void collect(int position, sync::Listing& listing) {
    if (listing.complete) {
      for (const auto& [href, resource] : server_->resources)
        if (!server_->faults.hidden.contains(href))
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
    if (server_->faults.no_etags) return Etag();
    std::string etag = (server_->faults.weak_etags ? "W/\"" : "\"") + std::to_string(resource.version);
    if (server_->faults.flaky_etags) etag += "-" + std::to_string(server_->calls);
    return Etag(etag + "\"");
  }

  [[nodiscard]] Etag read_etag_of(const FakeServer::Resource& resource) {
    return server_->faults.no_etags ? text_mark(resource) : etag_of(resource);
  }
  static Etag text_mark(const FakeServer::Resource& resource) {
    return Etag("text:" + to_hex(hash_of(resource.text)));
  }

  /// A flaky server still honours the etag that belongs to the version; where there is none, or a weak one,
  /// the adapter compares by hand.
  [[nodiscard]] static bool matches(const FakeServer::Resource& resource, const Etag& etag) {
    if (etag.value.starts_with("text:")) return etag == text_mark(resource);
    const std::string version =
        (etag.value.starts_with("W/") ? "W/\"" : "\"") + std::to_string(resource.version);
    return etag.value == version + "\"" || etag.value.starts_with(version + "-");
  }

  std::shared_ptr<FakeServer> server_;
  std::string_view name_;
  bool losing_ = false;
};

}  // namespace goodturn::tests
