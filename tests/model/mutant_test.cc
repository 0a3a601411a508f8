// A sync with one fault put into it: random histories must show it. usage: mutant NAME
// The faults of the exchange and of the store are wrappers here; the others are changed sources
// (make_mutant.py), for which NAME says nothing. GOODTURN_SEED as in histories_test.cc.
#include <iostream>
#include <map>

#include "tests/model/asked_for.h"
#include "tests/model/memory_store.h"
#include "tests/model/model.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

constexpr std::uint64_t most_histories = 150'000;

/// A client that leaves conditions out, as Thunderbird's CardDAV does.
class Careless final : public RemoteCollection {
 public:
  struct Leaves {
    bool put = false, removal = false, create = false;
  };
  Careless(std::shared_ptr<tests::FakeServer> server, Leaves out)
      : server_(server), inner_(std::move(server)), out_(out) {}

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override {
    return inner_.changes(since, on_item);
  }
  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    return inner_.fetch(hrefs, on_item);
  }
  Result<sync::Written> create(const Href& href, std::string_view text) override {
    const bool over = out_.create && server_->resources.contains(href.value);
    return over ? inner_.update(href, present(href), text) : inner_.create(href, text);
  }
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    return inner_.update(href, out_.put ? present(href) : etag, text);
  }
  Result<void> remove(const Href& href, const Etag& etag) override {
    return inner_.remove(href, out_.removal ? present(href) : etag);
  }
  [[nodiscard]] Href href_for(const Uid& uid) const override { return inner_.href_for(uid); }

 private:
  [[nodiscard]] Etag present(const Href& href) const {
    const auto found = server_->resources.find(href.value);
    if (found == server_->resources.end()) return Etag();
    const std::string version = "\"" + std::to_string(found->second.version) + "\"";
    if (server_->faults.no_etags) return Etag("text:" + to_hex(hash_of(found->second.text)));
    return Etag(server_->faults.weak_etags ? "W/" + version : version);
  }

  std::shared_ptr<tests::FakeServer> server_;
  tests::FakeCollection inner_;
  Leaves out_;
};

/// A store that does not keep what lost.
class Forgetful final : public MemoryStore {
 public:
  Result<void> add_conflict(const sync::ConflictRow&) override { return {}; }
};

Setting careless(Careless::Leaves out) {
  Setting setting;
  setting.client = [out](std::shared_ptr<tests::FakeServer> server) {
    return std::make_unique<Careless>(std::move(server), out);
  };
  return setting;
}

Setting setting_for(const std::string& name) {
  static std::map<int, std::unique_ptr<Forgetful>> stores;
  if (name == "put_without_condition") return careless({.put = true});
  if (name == "delete_without_condition") return careless({.removal = true});
  if (name == "create_without_condition") return careless({.create = true});
  Setting setting;
  if (name == "conflicts_not_kept")
    setting.store = [](int machine) -> std::pair<Store*, Index*> {
      auto& store = stores[machine];
      store = std::make_unique<Forgetful>();
      return {store.get(), store.get()};
    };
  return setting;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string name = count > 1 ? arguments[1] : "";
  const std::uint64_t seed = seed_asked_for(name);
  const Setting setting = setting_for(name);
  for (std::uint64_t number = 0; number < most_histories; ++number) {
    const auto wrong = run(make_history(seed + number), setting);
    if (!wrong) continue;
    std::cout << name << " is caught after " << number + 1
              << " histories: " << wrong->substr(0, wrong->find('\n')) << "\n";
    return 0;
  }
  std::cout << name << " was not caught in " << most_histories << " histories\n";
  return 1;
}
