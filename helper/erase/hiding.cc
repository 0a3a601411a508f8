#include "helper/erase/hiding.h"

#include <algorithm>
#include <memory>

#include "core/keeping.h"
#include "core/sync/erased_names.h"
#include "core/text/document.h"

namespace goodturn::helper {
namespace {

/// The names that a source was opened with, and how to add one.
struct Hidden {
  Erasure& erasure;
  Writer& writer;
  Erasure::IsErased is_erased;
};

class HidingCollection final : public RemoteCollection {
 public:
  HidingCollection(std::unique_ptr<RemoteCollection> inner, std::string url,
                   std::shared_ptr<const Hidden> hidden)
      : inner_(std::move(inner)), url_(std::move(url)), hidden_(std::move(hidden)) {}

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override {
    return without_hidden(inner_->changes(since, shown(on_item)));
  }

  void skip_held(std::function<bool(const Href&, const Etag&)> held) override {
    inner_->skip_held(std::move(held));
  }

  Result<sync::Listing> list_all() override { return without_hidden(inner_->list_all()); }

  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    return inner_->fetch(hrefs, shown(on_item));
  }

  Result<sync::Written> create(const Href& href, std::string_view text) override {
    return inner_->create(href, text);
  }
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    return inner_->update(href, etag, text);
  }
  Result<void> remove(const Href& href, const Etag& etag) override { return inner_->remove(href, etag); }
  [[nodiscard]] Href href_for(const Uid& uid) const override { return inner_->href_for(uid); }

 private:
  [[nodiscard]] bool is_hidden(const Href& href) const {
    return hidden_->is_erased(sync::erased_place(url_, href)) ||
           std::find(met_.begin(), met_.end(), href) != met_.end();
  }

  /// `on_item` without the hidden ones.
  sync::OnItem shown(const sync::OnItem& on_item) {
    return [this, &on_item](sync::RemoteItem item) -> Result<void> {
      if (is_hidden(item.href)) return {};
      const std::string uid = text::uid_of(text::Document::parse(item.text));
      if (uid.empty() || !hidden_->is_erased(sync::erased_card(Uid(uid)))) return on_item(std::move(item));
      met_.push_back(item.href);
      const std::lock_guard lock(hidden_->writer);
      return hidden_->erasure.note_erased({sync::erased_place(url_, item.href)});
    };
  }

  Result<sync::Listing> without_hidden(Result<sync::Listing> listing) const {
    if (listing)
      std::erase_if(listing->members, [this](const sync::Member& member) { return is_hidden(member.href); });
    return listing;
  }

  std::unique_ptr<RemoteCollection> inner_;
  std::string url_;
  std::shared_ptr<const Hidden> hidden_;
  std::vector<Href> met_;  ///< cards at places that were not noted yet
};

class HidingSource final : public Source {
 public:
  HidingSource(std::unique_ptr<Source> inner, std::shared_ptr<const Hidden> hidden)
      : inner_(std::move(inner)), hidden_(std::move(hidden)) {}

  Result<sync::Discovered> discover() override { return inner_->discover(); }

  Result<std::unique_ptr<RemoteCollection>> open(const sync::Collection& collection) override {
    auto opened = inner_->open(collection);
    if (!opened) return opened;
    return std::make_unique<HidingCollection>(std::move(*opened), collection.url, hidden_);
  }

  Result<sync::Collection> create_collection(std::string_view name, const sync::Components& holds) override {
    return inner_->create_collection(name, holds);
  }

 private:
  std::unique_ptr<Source> inner_;
  std::shared_ptr<const Hidden> hidden_;
};

}  // namespace

OpenSource hiding_erased(OpenSource inner, Erasure& erasure, Writer& writer) {
  return [inner = std::move(inner), &erasure, &writer](
             const sync::Account& account, const Keys& keys,
             const Cancelled& cancelled) -> Result<std::unique_ptr<Source>> {
    auto source = inner(account, keys, cancelled);
    if (!source) return source;
    auto erased = [&] {
      const std::lock_guard lock(writer);
      return erasure.erased();
    }();
    if (!erased) return fail(erased.error());
    if (!*erased) return source;
    return std::make_unique<HidingSource>(
        std::move(*source), std::make_shared<const Hidden>(Hidden{erasure, writer, std::move(*erased)}));
  };
}

}  // namespace goodturn::helper
