// A client that tells each request before it is made, for the trace of a history.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/ports.h"

namespace goodturn::model {

/// Passes every call on and tells its name and what it concerns.
class ToldCollection final : public RemoteCollection {
 public:
  using Tell = std::function<void(const std::string&)>;
  ToldCollection(std::unique_ptr<RemoteCollection> inner, Tell tell)
      : inner_(std::move(inner)), tell_(std::move(tell)) {}

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override {
    tell_("> changes since \"" + since.value + "\"");
    return told(inner_->changes(since, [&](sync::RemoteItem item) {
      tell_("< text of " + item.href.value);
      return on_item(std::move(item));
    }));
  }
  Result<sync::Listing> list_all() override {
    tell_("> list all");
    return told(inner_->list_all());
  }
  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    std::string line = "> fetch";
    for (const Href& href : hrefs) line += " " + href.value;
    if (!hrefs.empty()) tell_(line);
    return inner_->fetch(hrefs, on_item);
  }
  Result<sync::Written> create(const Href& href, std::string_view text) override {
    tell_("> create " + href.value + "\n" + std::string(text));
    return told(inner_->create(href, text));
  }
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    tell_("> update " + href.value + " if " + etag.value + "\n" + std::string(text));
    return told(inner_->update(href, etag, text));
  }
  Result<void> remove(const Href& href, const Etag& etag) override {
    tell_("> remove " + href.value + " if " + etag.value);
    return told(inner_->remove(href, etag));
  }
  [[nodiscard]] Href href_for(const Uid& uid) const override { return inner_->href_for(uid); }

 private:
  template <class Value>
  Result<Value> told(Result<Value> result) {
    if (!result) tell_("< " + describe(result.error()));
    return result;
  }
  Result<sync::Listing> told(Result<sync::Listing> listing) {
    if (!listing) {
      tell_("< " + describe(listing.error()));
      return listing;
    }
    std::string line = listing->complete ? "< all:" : "< changed:";
    for (const sync::Member& member : listing->members) line += " " + member.href.value;
    if (!listing->removed.empty()) line += "; removed:";
    for (const Href& href : listing->removed) line += " " + href.value;
    tell_(line);
    return listing;
  }

  std::unique_ptr<RemoteCollection> inner_;
  Tell tell_;
};

}  // namespace goodturn::model
