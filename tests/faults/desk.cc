#include "tests/faults/desk.h"

namespace goodturn::tests {
namespace {

class OneBook final : public Source {
 public:
  explicit OneBook(std::shared_ptr<FakeServer> server) : server_(std::move(server)) {}

  Result<sync::Discovered> discover() override {
    sync::Discovered found;
    sync::Collection book;
    book.url = "book/";
    book.name = "Contacts";
    book.holds.cards = true;
    found.collections.push_back(book);
    return found;
  }
  Result<std::unique_ptr<RemoteCollection>> open(const sync::Collection&) override {
    return std::make_unique<FakeCollection>(server_);
  }
  Result<sync::Collection> create_collection(std::string_view, const sync::Components&) override {
    return fail(ErrorKind::forbidden, "This server has one address book.");
  }

 private:
  std::shared_ptr<FakeServer> server_;
};

std::optional<Error> first_problem(const helper::SyncResult& result) {
  for (const sync::AccountReport& account : result.accounts) {
    if (!account.errors.empty()) return account.errors.front();
    for (const sync::CollectionReport& collection : account.collections)
      if (!collection.item_errors.empty()) return collection.item_errors.front().error;
  }
  return std::nullopt;
}

}  // namespace

Desk::Desk(std::filesystem::path file, std::unique_ptr<store::SqliteStore> store)
    : file_(std::move(file)), store_(std::move(store)) {}

Result<std::unique_ptr<Desk>> Desk::open(const std::filesystem::path& folder,
                                         std::shared_ptr<FakeServer> server, const std::string& disk) {
  const std::filesystem::path file = folder / "goodturn.sqlite";
  auto store = store::SqliteStore::open(file, disk);
  if (!store) return fail(store.error());
  std::unique_ptr<Desk> desk(new Desk(file, std::move(*store)));
  const auto open_source = [server](const sync::Account&, const Keys&,
                                    const Cancelled&) -> Result<std::unique_ptr<Source>> {
    return std::make_unique<OneBook>(server);
  };
  desk->world_.emplace(helper::World{*desk->store_, *desk->store_, desk->recurrence_, desk->secrets_,
                                     desk->clock_, desk->random_, open_source, desk->writer_,
                                     desk->generation_, desk->phones_, *desk->store_});
  desk->undo_.emplace(desk->random_);
  desk->server_ = std::move(server);
  return desk;
}

Result<void> Desk::sync() {
  const auto result = helper::run_sync(*world_, {});
  if (!result) return fail(result.error());
  if (const auto problem = first_problem(*result)) return fail(*problem);
  return {};
}

Result<sync::Collection> Desk::book() {
  const auto collections = store_->collections();
  if (!collections) return fail(collections.error());
  for (const sync::Collection& one : *collections)
    if (one.url == "book/") return one;
  return fail(ErrorKind::not_found, "There is no address book.");
}

Result<State> state_of(Desk& desk, const FakeServer& server) {
  auto state = contents_of(desk.store(), settings_in(desk.file()));
  if (!state) return state;
  std::erase_if(*state, [](const auto& row) { return row.first.starts_with(mark_start); });
  for (const auto& [href, resource] : server.resources) (*state)["server " + href] = resource.text;
  return state;
}

std::string card(const std::string& uid, const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\nFN:" + uid + " Example\r\n" + lines +
         "END:VCARD\r\n";
}

}  // namespace goodturn::tests
