#include "helper/command/commands.h"
#include "helper/command/sign_in.h"

namespace goodturn::helper {
namespace {

Said line_of(const CollectionRow& row) {
  const sync::Collection& one = row.collection;
  return Said("command.collection", {{"id", std::to_string(one.id)},
                                     {"enabled", said_flag(one.enabled)},
                                     {"name", one.name},
                                     {"cards", said_flag(one.holds.cards)},
                                     {"fetched", said_flag(one.last_sync.has_value())},
                                     {"items", said_number(row.items)},
                                     {"read_only", said_flag(one.read_only)},
                                     {"tagged", said_flag(one.holds.cards && one.write_back)},
                                     {"left_out", said_flag(one.holds.events && !one.counts_as_meetings)},
                                     {"account", row.account_name}});
}

/// The collection with its account's name and number of items.
Result<CollectionRow> row_of(World& world, sync::CollectionId id) {
  const auto rows = list_collections(world);
  if (!rows) return fail(rows.error());
  for (const CollectionRow& row : *rows)
    if (row.collection.id == id) return row;
  return fail(ErrorKind::not_found,
              "There is no collection with this number. List them with `collection list`.");
}

}  // namespace

Exit account_add(Shell& shell, const AddAccountArguments& arguments) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  auto request = account_request_of(shell, **world, arguments.sign_in);
  if (!request) return shell.console.failed(request.error());
  request->url = arguments.url;
  request->name = arguments.name;
  shell.console.progress(Said("command.looking_for_collections"));
  const auto added = add_account(**world, *request, [] { return false; });
  if (!added) return shell.console.failed(explained(added.error(), arguments.sign_in));
  shell.console.end_progress();
  Json collections = Json::array();
  shell.console.line(Said("command.account_added",
                          {{"id", std::to_string(added->account.id)}, {"account", added->account.name}}));
  for (const sync::Collection& collection : added->collections) {
    const CollectionRow row{collection, added->account.name, 0};
    collections.push_back(json_of(row));
    shell.console.line("  " + in_words(line_of(row), shell.language));
  }
  for (const Said& note : added->notes) shell.console.remark(note);
  shell.console.line(Said("command.sync_to_fetch"));
  shell.console.answer({{"account", json_of(added->account)},
                        {"collections", std::move(collections)},
                        {"notes", in_words(added->notes, shell.language)}});
  return Exit::ok;
}

Exit account_list(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto accounts = (*world)->store.accounts();
  if (!accounts) return shell.console.failed(accounts.error());
  Json list = Json::array();
  for (const sync::Account& account : *accounts) {
    list.push_back(json_of(account));
    shell.console.line(std::to_string(account.id) + "  " + account.name + "  " + account.url);
    if (account.sign_in.withdrawn)
      shell.console.line("   " + in_words(withdrawn_error(account), shell.language));
  }
  if (accounts->empty()) shell.console.line(Said("command.no_account"));
  shell.console.answer({{"accounts", std::move(list)}});
  return Exit::ok;
}

Exit account_edit(Shell& shell, sync::AccountId account, const AccountEdit& edit) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto changed = edit_account(**world, account, edit);
  if (!changed) return shell.console.failed(changed.error());
  std::string addresses;
  for (const std::string& address : changed->own_addresses)
    addresses += (addresses.empty() ? "" : ", ") + address;
  shell.console.line(
      Said("command.own_addresses",
           {{"account", changed->name}, {"any", said_flag(!addresses.empty())}, {"addresses", addresses}}));
  shell.console.answer(json_of(*changed));
  return Exit::ok;
}

Exit account_remove(Shell& shell, sync::AccountId account) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto notes = remove_account(**world, account);
  if (!notes) return shell.console.failed(notes.error());
  shell.console.line(Said("command.account_removed"));
  for (const Said& note : *notes) shell.console.remark(note);
  shell.console.answer({{"notes", in_words(*notes, shell.language)}});
  return Exit::ok;
}

Exit collection_list(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto rows = list_collections(**world);
  if (!rows) return shell.console.failed(rows.error());
  Json list = Json::array();
  for (const CollectionRow& row : *rows) {
    list.push_back(json_of(row));
    shell.console.line(line_of(row));
  }
  if (rows->empty()) shell.console.line(Said("command.no_collections"));
  shell.console.answer({{"collections", std::move(list)}});
  return Exit::ok;
}

Exit collection_edit(Shell& shell, sync::CollectionId collection, const CollectionEdit& edit) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto changed = edit_collection(**world, collection, edit);
  if (!changed) return shell.console.failed(changed.error());
  const auto row = row_of(**world, collection);
  if (!row) return shell.console.failed(row.error());
  shell.console.line(line_of(*row));
  shell.console.answer(json_of(*row));
  return Exit::ok;
}

}  // namespace goodturn::helper
