#include "helper/people/tag.h"

#include <algorithm>

#include "helper/accounts/accounts.h"
#include "helper/sync/push.h"

namespace goodturn::helper {
namespace {

Result<void> check(const TagEdit& edit) {
  for (const auto* list : {&edit.add, &edit.remove})
    for (const std::string& tag : *list)
      if (tag.empty() || tag.size() > 100 || tag.find_first_of("\r\n") != std::string::npos)
        return fail(ErrorKind::invalid, "A tag is one line of 1 to 100 characters.");
  return {};
}

struct Edited {
  sync::Collection collection;
  Href href;
  bool changed = false;
};

/// Changes the local card; the later sending needs no lock.
Result<Edited> edit_locally(World& world, const Uid& uid, const TagEdit& edit) {
  const auto lock = world.lock();
  const auto snapshot = Snapshot::read(world);
  if (!snapshot) return fail(snapshot.error());
  const Person* person = (*snapshot)->by_uid(uid);
  if (!person) return fail(ErrorKind::not_found, "Nobody with this UID is in your address books.");
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  const sync::Collection& collection = items->collections().at(person->collection);
  if (const TagPermission permission = may_tag(collection); !permission.allowed)
    return fail(ErrorKind::forbidden, permission.hint);
  auto item = world.store.item(person->collection, person->href);
  if (!item) return fail(item.error());
  if (!*item) return fail(ErrorKind::not_found, "The card of this person is gone.");
  std::string text = people::edit_tags(text::Document::parse((*item)->text), edit.add, edit.remove);
  const bool changed = text != (*item)->text;
  if (changed) {
    (*item)->text = std::move(text);
    auto stored = world.store.transact([&] { return items->put(**item); });
    if (!stored) return fail(stored.error());
  }
  return Edited{collection, person->href, changed};
}

Result<void> send(World& world, const Edited& edited) {
  const auto account = find_account(world, edited.collection.account);
  if (!account) return fail(account.error());
  const Cancelled never = [] { return false; };
  auto source = open_account(world, *account, never);
  if (!source) return fail(source.error());
  auto remote = (*source)->open(edited.collection);
  if (!remote) return fail(remote.error());
  const auto pushed = push_item(world, **remote, edited.collection.id, edited.href);
  return pushed ? Result<void>{} : fail(pushed.error());
}

UndoLog::TakeBack reverse_of(const Uid& person, const TagEdit& edit) {
  return [person, reverse = TagEdit{edit.remove, edit.add}](World& world) -> Result<void> {
    const auto edited = edit_locally(world, person, reverse);
    if (!edited) return fail(edited.error());
    // The edit is stored; what cannot be sent now goes out with the next sync.
    (void)send(world, *edited);
    return {};
  };
}

}  // namespace

TagPermission may_tag(const sync::Collection& collection) {
  if (collection.read_only) return {false, "The server does not let you change this address book."};
  if (!collection.write_back)
    return {false,
            "Turn on \"Write tags back\" for the address book \"" + collection.name +
                "\" first. Tags become categories of the card and are visible to everyone who can read it."};
  return {true, ""};
}

Result<Tagged> edit_tags(World& world, UndoLog& undo, const Uid& person, const TagEdit& edit) {
  if (auto good = check(edit); !good) return fail(good.error());
  const auto edited = edit_locally(world, person, edit);
  if (!edited) return fail(edited.error());
  if (!edited->changed) return Tagged{true, "", ""};
  Tagged tagged{true, "", undo.remember(reverse_of(person, edit))};
  if (const auto sent = send(world, *edited); !sent) {
    tagged.sent = false;
    tagged.note = "Kept here and sent with the next sync: " + sent.error().what;
  }
  return tagged;
}

}  // namespace goodturn::helper
