#include "helper/imports/books.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace goodturn::helper {
namespace {

/// Whether the user could let it be written to.
bool may_open(const Items& items, const sync::Collection& one) {
  return one.account != sync::local_account && one.enabled && one.holds.cards && !one.read_only &&
         one.id != items.journal().id && one.id != items.follow_ups().id;
}

}  // namespace

Result<ImportBooks> import_books(World& world, const Items& items) {
  const auto accounts = world.store.accounts();
  if (!accounts) return fail(accounts.error());
  std::map<sync::AccountId, std::string> names;
  for (const sync::Account& account : *accounts) names.emplace(account.id, account.name);
  ImportBooks books;
  for (const auto& [id, one] : items.collections()) {
    if (!may_open(items, one)) continue;
    if (one.write_back)
      books.open.push_back({id, one.name, names[one.account]});
    else
      books.closed.push_back(one.name);
  }
  std::sort(books.open.begin(), books.open.end(), [](const ImportBook& a, const ImportBook& b) {
    return std::tie(a.account, a.name, a.id) < std::tie(b.account, b.name, b.id);
  });
  std::sort(books.closed.begin(), books.closed.end());
  return books;
}

Result<sync::Collection> chosen_book(const Items& items, sync::CollectionId id) {
  const auto found = items.collections().find(id);
  if (found == items.collections().end())
    return fail(ErrorKind::not_found,
                "There is no collection with this number. List them with `collection list`.");
  const sync::Collection& book = found->second;
  if (!may_open(items, book))
    return fail(ErrorKind::forbidden,
                Said("\"{book}\" takes no imported people: it is no address book in use that may be changed.",
                     {{"book", book.name}}));
  if (!book.write_back)
    return fail(ErrorKind::forbidden,
                Said("Turn on \"Write tags back\" for the address book \"{book}\" first. Imported people are "
                     "visible to everyone who can read it.",
                     {{"book", book.name}}));
  return book;
}

}  // namespace goodturn::helper
