#include "helper/people/tag.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "helper/accounts/accounts.h"
#include "helper/index/snapshot_cache.h"
#include "helper/people/search.h"
#include "helper/sync/send.h"
#include "helper/sync/sending.h"
#include "helper/sync/turns.h"

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
  TagsBack reverse;
};

std::vector<std::string> difference(const std::vector<std::string>& from,
                                    const std::vector<std::string>& without) {
  std::vector<std::string> rest;
  std::copy_if(from.begin(), from.end(), std::back_inserter(rest), [&](const std::string& one) {
    return std::find(without.begin(), without.end(), one) == without.end();
  });
  return rest;
}

std::vector<std::string> tags_in(const text::Document& document) {
  const auto card = people::read_card(document);
  return card ? card->tags : std::vector<std::string>{};
}

/// nullopt when the card says so already.
Result<std::optional<Edited>> edit_card(World& world, Items& items, const CardPlace& place,
                                        const TagEdit& edit) {
  auto item = world.store.item(place.collection, place.href);
  if (!item) return fail(item.error());
  if (!*item) return fail(ErrorKind::not_found, "The card of this person is gone.");
  const text::Document before = text::Document::parse((*item)->text);
  std::string text = people::edit_tags(before, edit.add, edit.remove);
  if (text == (*item)->text) return std::nullopt;
  const std::vector<std::string> old_tags = tags_in(before);
  const std::vector<std::string> new_tags = tags_in(text::Document::parse(text));
  (*item)->text = std::move(text);
  if (auto stored = items.put(**item); !stored) return fail(stored.error());
  return Edited{
      items.collections().at(place.collection),
      place.href,
      {place.uid, place.collection, difference(old_tags, new_tags), difference(new_tags, old_tags)}};
}

/// The edit for each of a person's cards that may be edited. Errors: not_found, forbidden.
Result<std::vector<TagsBack>> edits_of(const Snapshot& snapshot, const Items& items, const Uid& uid,
                                       const TagEdit& edit) {
  const Person* person = snapshot.by_uid(uid);
  if (!person) return fail(ErrorKind::not_found, "Nobody with this UID is in your address books.");
  if (const TagPermission permission = may_tag(*person, items); !permission.allowed)
    return fail(ErrorKind::forbidden, permission.hint);
  std::vector<TagsBack> edits;
  for (const CardPlace& place : person->places)
    if (may_tag(items.collections().at(place.collection)).allowed)
      edits.push_back({place.uid, place.collection, edit.add, edit.remove});
  return edits;
}

/// Where a card is now; a sync may have moved or removed it since.
const CardPlace* find_place(const Snapshot& snapshot, const TagsBack& edit) {
  const Person* person = snapshot.by_uid(edit.card);
  if (person == nullptr) return nullptr;
  const auto found = std::find_if(person->places.begin(), person->places.end(), [&](const CardPlace& place) {
    return place.uid == edit.card && place.collection == edit.collection;
  });
  return found == person->places.end() ? nullptr : &*found;
}

/// Changes the local cards, all or none; the later sending needs no lock.
template <class Choose>
Result<std::vector<Edited>> edit_locally(World& world, Choose choose) {
  const auto lock = world.lock();
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  const Result<std::vector<TagsBack>> edits = choose(**snapshot, *items);
  if (!edits) return fail(edits.error());
  std::vector<Edited> edited;
  auto stored = world.store.transact([&]() -> Result<void> {
    for (const TagsBack& one : *edits) {
      const CardPlace* place = find_place(**snapshot, one);
      if (place == nullptr) continue;
      auto changed = edit_card(world, *items, *place, {one.add, one.remove});
      if (!changed) return fail(changed.error());
      if (*changed) edited.push_back(std::move(**changed));
    }
    return {};
  });
  if (!stored) return fail(stored.error());
  return edited;
}

/// Sends edited cards of one collection. Gives the first failure.
Result<void> send(World& world, const std::vector<const Edited*>& edited) {
  const sync::Collection& collection = edited.front()->collection;
  const auto turn = ask_for_turn(world, collection.id);
  if (!turn) return fail(turn.error());
  const auto account = find_account(world, collection.account);
  if (!account) return fail(account.error());
  const Cancelled never = [] { return false; };
  auto source = open_account(world, *account, never);
  if (!source) return fail(source.error());
  auto remote = (*source)->open(collection);
  if (!remote) return fail(remote.error());
  std::vector<Href> waiting;
  for (const Edited* one : edited) waiting.push_back(one->href);
  sync::CollectionReport report;
  if (auto sent = send_waiting(world, **remote, collection.id, waiting, never, report); !sent) return sent;
  return report.item_errors.empty() ? Result<void>{} : fail(report.item_errors.front().error);
}

/// The first error of each collection whose cards could not all be sent; they go out with the next sync.
std::vector<Error> send_all(World& world, const std::vector<Edited>& edited) {
  std::map<sync::CollectionId, std::vector<const Edited*>> by_collection;
  for (const Edited& one : edited) by_collection[one.collection.id].push_back(&one);
  std::vector<Error> errors;
  for (const auto& [id, cards] : by_collection)
    if (const auto sent = send(world, cards); !sent) errors.push_back(sent.error());
  return errors;
}

std::string remember(UndoLog& undo, const std::vector<Edited>& edited) {
  Before before;
  for (const Edited& one : edited) before.note_tags(one.reverse);
  return undo.remember(before, [tags = before.tags()](World& world) { return give_back(world, tags); });
}

bool same_tag(const std::string& a, const std::string& b) {
  const auto role = people::role_of(a);
  return role ? role == people::role_of(b) : folded(a) == folded(b);
}

/// Tags that were to go and stay, because a card in another book carries them.
Result<std::vector<Said>> what_stays(World& world, const Uid& uid, const TagEdit& edit) {
  std::vector<Said> note;
  if (edit.remove.empty()) return note;
  const auto lock = world.lock();
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  const Person* person = (*snapshot)->by_uid(uid);
  for (const std::string& tag : edit.remove) {
    const auto same = [&](const std::string& own) { return same_tag(own, tag); };
    if (person && std::any_of(person->card.tags.begin(), person->card.tags.end(), same))
      note.push_back(Said("persons.tag_stays", {{"tag", tag}}));
  }
  return note;
}

}  // namespace

TagPermission may_tag(const sync::Collection& collection) {
  if (collection.read_only) return {false, Said("The server does not let you change this address book.")};
  if (!collection.write_back)
    return {false,
            Said("Turn on \"Write tags back\" for the address book \"{collection}\" first. Tags become "
                 "categories of the card and are visible to everyone who can read it.",
                 {{"collection", collection.name}})};
  return {true};
}

TagPermission may_tag(const Person& person, const Items& items) {
  for (const CardPlace& place : person.places)
    if (const TagPermission one = may_tag(items.collections().at(place.collection)); one.allowed) return one;
  return may_tag(items.collections().at(person.places.front().collection));
}

namespace {

Tagged sent_and_remembered(World& world, UndoLog& undo, const std::vector<Edited>& edited) {
  Tagged tagged{true};
  if (!edited.empty()) tagged.undo = remember(undo, edited);
  for (const Error& error : send_all(world, edited)) {
    tagged.sent = false;
    tagged.note.push_back(kept_for_later(error));
  }
  return tagged;
}

}  // namespace

Result<void> give_back(World& world, const std::vector<TagsBack>& tags) {
  const auto reversed = edit_locally(
      world, [&](const Snapshot&, const Items&) -> Result<std::vector<TagsBack>> { return tags; });
  if (!reversed) return fail(reversed.error());
  (void)send_all(world, *reversed);
  return {};
}

Result<Tagged> edit_tags(World& world, UndoLog& undo, const Uid& person, const TagEdit& edit) {
  if (auto good = check(edit); !good) return fail(good.error());
  const auto edited = edit_locally(world, [&](const Snapshot& snapshot, const Items& items) {
    return edits_of(snapshot, items, person, edit);
  });
  if (!edited) return fail(edited.error());
  Tagged tagged = sent_and_remembered(world, undo, *edited);
  const auto stays = what_stays(world, person, edit);
  if (!stays) return fail(stays.error());
  tagged.note.insert(tagged.note.end(), stays->begin(), stays->end());
  return tagged;
}

Result<TaggedPeople> tag_people(World& world, UndoLog& undo, const std::vector<Uid>& people,
                                const TagEdit& edit) {
  if (auto good = check(edit); !good) return fail(good.error());
  TaggedPeople tagged;
  std::map<Uid, Uid> owners;  // of the cards
  const auto edited =
      edit_locally(world, [&](const Snapshot& snapshot, const Items& items) -> Result<std::vector<TagsBack>> {
        std::vector<TagsBack> edits;
        for (const Uid& person : people) {
          auto own = edits_of(snapshot, items, person, edit);
          if (!own) {
            tagged.untagged.push_back({person, own.error()});
            continue;
          }
          for (const TagsBack& one : *own) owners[one.card] = person;
          edits.insert(edits.end(), own->begin(), own->end());
        }
        return edits;
      });
  if (!edited) return fail(edited.error());
  std::set<Uid> changed;
  for (const Edited& one : *edited) changed.insert(owners[one.reverse.card]);
  tagged.changed = changed.size();
  tagged.rest = sent_and_remembered(world, undo, *edited);
  return tagged;
}

}  // namespace goodturn::helper
