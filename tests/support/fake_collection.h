// A collection in memory that passes the contract of the real ones, with faults that a test switches on.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/hash.h"
#include "core/ports.h"
#include "tests/support/fake_server.h"

namespace goodturn::tests {

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
    if (auto error = refused(href)) return fail(*error);
    if (server_->faults.read_only) return forbidden(href);
    if (server_->resources.contains(href.value)) return changed(href);
    if (!server_->faults.names_anew) return write(href, text);
    const std::string own = server_->place_for("own-" + std::to_string(server_->last_version + 1));
    auto written = write(Href(own), text);
    if (written) written->href = href;
    return written;
  }

  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    if (auto error = begin_call("update")) return fail(*error);
    if (auto error = refused(href)) return fail(*error);
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

  /// One answer to the question what changed: everything, or with `page_size` a page of it (RFC 6578 §3.6).
  struct Page {
    sync::Listing listing;  ///< of a complete one only the first page is marked so
    bool more = false;      ///< the rest comes with the new token
  };
  /// `name` is what the hooks are told; `on_text` is empty where the listing brings no texts.
  Result<Page> page(const SyncToken& since, std::string_view name, const sync::OnItem& on_text) {
    if (auto error = begin_call(name)) return fail(*error);
    Page page;
    sync::Listing& listing = page.listing;
    const int position = position_of(since);
    listing.complete = position < 0;
    std::size_t end = server_->log.size();
    if (!server_->faults.look_empty) end = collect(position, listing);
    page.more = end < server_->log.size();
    // A token that came with an empty complete listing is never given (architecture.md, sync core).
    if (!listing.complete || !listing.members.empty() || server_->faults.token_of_nothing)
      listing.token = SyncToken("fake:" + std::to_string(end));
    if (on_text)
      if (auto given = give_texts(listing, on_text); !given) return fail(given.error());
    if (auto error = end_call()) return fail(*error);
    return page;
  }

 private:
  /// All pages; of several words about a member the last one counts, as others go on writing meanwhile.
  Result<sync::Listing> list(const SyncToken& since, const sync::OnItem& on_text) {
    auto first = page(since, "changes", on_text);
    if (!first) return fail(first.error());
    sync::Listing all = std::move(first->listing);
    for (bool more = first->more; more;) {
      auto next = page(all.token, "page", on_text);
      if (!next) return fail(next.error());
      add(all, std::move(next->listing));
      more = next->more;
    }
    if (!all.complete) return all;
    all.removed.clear();
    if (all.members.empty() && !server_->faults.token_of_nothing) all.token = SyncToken();
    return all;
  }

  static void add(sync::Listing& all, sync::Listing next) {
    const auto forget = [&](const Href& href) {
      std::erase_if(all.members, [&](const sync::Member& one) { return one.href == href; });
      std::erase(all.removed, href);
    };
    for (sync::Member& member : next.members) {
      forget(member.href);
      all.members.push_back(std::move(member));
    }
    for (Href& href : next.removed) {
      forget(href);
      all.removed.push_back(std::move(href));
    }
    all.token = std::move(next.token);
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
  std::optional<Error> refused(const Href& href) {
    return server_->faults.before_write ? server_->faults.before_write(href) : std::nullopt;
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

  /// Names what is there, or what changed behind a position of the log; gives the position it came to.
  std::size_t collect(int position, sync::Listing& listing) {
    const auto& log = server_->log;
    const std::size_t most = server_->faults.page_size;
    if (listing.complete && most == 0) {
      for (const auto& [href, resource] : server_->resources)
        if (!server_->faults.hidden.contains(href))
          listing.members.push_back({Href(href), etag_of(resource)});
      return log.size();
    }
    std::size_t at = static_cast<std::size_t>(std::max(position, 0));
    for (; at < log.size(); ++at) {
      if (most != 0 && listing.members.size() + listing.removed.size() == most) return at;
      const std::string& href = log[at];
      if (std::find(log.begin() + static_cast<std::ptrdiff_t>(at) + 1, log.end(), href) == log.end())
        name_one(href, position, listing);
    }
    return at;
  }

  void name_one(const std::string& href, int position, sync::Listing& listing) {
    const auto found = server_->resources.find(href);
    if (found == server_->resources.end()) {
      const auto born = server_->born.find(href);
      const bool passed = born != server_->born.end() && static_cast<int>(born->second) >= position;
      if (!listing.complete && !(passed && server_->faults.forgets_passing))
        listing.removed.emplace_back(href);
    } else if (!listing.complete || !server_->faults.hidden.contains(href)) {
      listing.members.push_back({Href(href), etag_of(found->second)});
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
