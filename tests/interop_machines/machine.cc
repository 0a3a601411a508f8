#include "tests/interop_machines/machine.h"
#include "tests/support/in_english.h"

#include <stdexcept>

#include "adapters/dav/dav_source.h"
#include "core/text/document.h"
#include "helper/accounts/accounts.h"

namespace goodturn::tests {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(describe(result.error()));
  return std::move(*result);
}

void must_do(const Result<void>& result) {
  if (!result) throw std::runtime_error(describe(result.error()));
}

}  // namespace

Machine::Machine(const std::string& url, const std::string& book, int number)
    : book_name_(book),
      store_(must(store::SqliteStore::open(folder_.path() / "goodturn.sqlite"))),
      random_(1000 * static_cast<std::uint64_t>(number)) {
  const auto open = [](const sync::Account& account, const Keys& keys,
                       const Cancelled& cancelled) -> Result<std::unique_ptr<Source>> {
    return std::make_unique<dav::DavSource>(http::Settings{}, account.url, account.user, keys.password,
                                            cancelled);
  };
  world_.emplace(helper::World{*store_, *store_, recurrence_, secrets_, clock_, random_, open, writer_,
                               generation_, phones_, *store_});
  must(helper::add_account(*world_, {url, "alice", "secret", ""}, [] { return false; }));
  for (const sync::Collection& one : must(store_->collections())) {
    if (one.account == sync::local_account) continue;
    helper::CollectionEdit edit;
    edit.enabled = one.name == book;
    if (one.name == book && one.holds.cards) edit.write_back = true;
    must(helper::edit_collection(*world_, one.id, edit));
    if (one.name != book || one.holds.cards) continue;
    // As in the calendars that keep the user's own records.
    sync::Collection calendar = this->book();
    calendar.write_back = true;
    must(store_->put_collection(calendar));
  }
}

sync::Collection Machine::book() {
  for (const sync::Collection& one : must(store_->collections()))
    if (one.name == book_name_) return one;
  throw std::runtime_error("no address book " + book_name_);
}

std::string Machine::book_url() { return book().url; }

std::map<std::string, std::string> Machine::cards() {
  std::map<std::string, std::string> all;
  must_do(store_->each_item(book().id, [&](const sync::Item& one) -> Result<void> {
    if (!all.emplace(one.uid.value, one.text).second)
      return fail(ErrorKind::storage, "twice here", one.uid.value);
    return {};
  }));
  return all;
}

std::map<std::string, std::string> Machine::texts() {
  std::map<std::string, std::string> all;
  must_do(store_->each_item(book().id, [&](const sync::Item& one) -> Result<void> {
    all.emplace(one.href.value, one.text);
    return {};
  }));
  return all;
}

void Machine::replace(const std::string& href, const std::string& text) {
  auto changed = must(store_->item(book().id, Href(href)));
  if (!changed) throw std::runtime_error("no item " + href);
  changed->text = text;
  auto items = must(helper::Items::open(*world_));
  must_do(items.put(*changed));
}

sync::Item Machine::item(const std::string& uid) {
  for (const sync::Item& one : must(store_->items_with_uid(Uid(uid))))
    if (one.collection == book().id) return one;
  throw std::runtime_error("no card " + uid);
}

void Machine::put(const std::string& uid, const std::string& text) { add(uid, text); }

Href Machine::add(const std::string& uid, const std::string& text) {
  const auto where = book();
  const auto remote = must(dav::DavSource({}, where.url, "alice", "secret", {}).open(where));
  auto items = must(helper::Items::open(*world_));
  Href href = remote->href_for(Uid(uid));
  must_do(items.put({where.id, href, Uid(text::uid_of(text::Document::parse(text))), text}));
  return href;
}

void Machine::edit(const std::string& uid, const std::string& old_text, const std::string& new_text) {
  sync::Item changed = item(uid);
  const auto at = changed.text.find(old_text);
  if (at == std::string::npos) throw std::runtime_error("no " + old_text + " in\n" + changed.text);
  changed.text.replace(at, old_text.size(), new_text);
  auto items = must(helper::Items::open(*world_));
  must_do(items.put(changed));
}

void Machine::remove(const std::string& uid) {
  const sync::Item gone = item(uid);
  auto items = must(helper::Items::open(*world_));
  must_do(items.remove(gone.collection, gone.href));
}

std::vector<std::string> Machine::kept_values() {
  std::vector<std::string> values;
  for (const sync::ConflictRow& row : must(store_->conflicts())) values.push_back(row.local_value);
  return values;
}

sync::CollectionReport Machine::attempt() {
  clock_.pass(std::chrono::hours(1));
  const auto result = must(helper::run_sync(*world_, {}));
  sync::CollectionReport report;
  for (const auto& account : result.accounts) {
    for (const auto& error : account.errors) FAIL(describe(error));
    for (const auto& one : account.collections)
      if (one.name == book_name_) report = one;
  }
  return report;
}

bool Machine::sync() {
  clock_.pass(std::chrono::hours(1));
  const auto result = must(helper::run_sync(*world_, {}));
  bool moved = false;
  for (const auto& account : result.accounts) {
    INFO(english(helper::summary_of(result)));
    for (const auto& error : account.errors) FAIL(describe(error));
    for (const auto& one : account.collections) {
      for (const auto& bad : one.item_errors) FAIL(bad.href.value << ": " << describe(bad.error));
      moved = moved || one.added + one.changed + one.removed + one.sent > 0;
    }
  }
  return moved;
}

}  // namespace goodturn::tests
