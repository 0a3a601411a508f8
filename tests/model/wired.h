// The real DAV client as a machine of the model uses it: killed where the other end of the wire says so.
#pragma once

#include <memory>
#include <optional>

#include "adapters/dav/dav_source.h"
#include "core/ports.h"
#include "tests/model/cards.h"
#include "tests/model/life.h"
#include "tests/model/machine.h"

namespace goodturn::model {

/// Settings of a client that repeats as in everyday use, without waiting.
[[nodiscard]] inline http::Settings impatient_settings() {
  http::Settings settings;
  settings.sleeper = [](std::chrono::milliseconds) {};
  return settings;
}

/// A collection whose every call throws Killed once the other end says that the program was killed during it.
class Wired final : public RemoteCollection {
 public:
  /// `url`: of the collection. Throws std::runtime_error where it cannot be opened.
  Wired(const std::string& url, Holds holds, Life life);
  ~Wired() override;
  Wired(const Wired&) = delete;
  Wired& operator=(const Wired&) = delete;

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override {
    return alive([&] { return inner_->changes(since, caught(on_item)); });
  }
  void skip_held(std::function<bool(const Href&, const Etag&)> held) override {
    inner_->skip_held(std::move(held));
  }
  Result<sync::Listing> list_all() override {
    return alive([&] { return inner_->list_all(); });
  }
  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    return alive([&] { return inner_->fetch(hrefs, caught(on_item)); });
  }
  Result<sync::Written> create(const Href& href, std::string_view text) override {
    return alive([&] { return inner_->create(href, text); });
  }
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    return alive([&] { return inner_->update(href, etag, text); });
  }
  Result<void> remove(const Href& href, const Etag& etag) override {
    return alive([&] { return inner_->remove(href, etag); });
  }
  [[nodiscard]] Href href_for(const Uid& uid) const override { return inner_->href_for(uid); }

 private:
  template <class Call>
  std::invoke_result_t<Call> alive(Call call) {
    killed_here_ = life_.killed();
    auto result = call();
    if (killed_here_ || life_.killed()) {
      life_.revive();
      throw Killed();
    }
    return result;
  }

  /// No exception may pass through libcurl, which calls this.
  sync::OnItem caught(const sync::OnItem& on_item) {
    return [this, &on_item](sync::RemoteItem item) -> Result<void> {
      try {
        return on_item(std::move(item));
      } catch (const Killed&) {
        killed_here_ = true;
        return fail(ErrorKind::cancelled, "Killed while an item was taken.");
      }
    };
  }

  Life life_;
  bool killed_here_ = false;
  std::optional<dav::DavSource> source_;
  std::unique_ptr<RemoteCollection> inner_;
};

}  // namespace goodturn::model
