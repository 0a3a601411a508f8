#include "helper/people/identity.h"

#include <algorithm>
#include <set>

#include "helper/index/snapshot_cache.h"
#include "helper/items/journal.h"

namespace goodturn::helper {
namespace {

using calendar::NamedPair;
using calendar::NamedPerson;

/// All cards of a person, also those that are gone, with their names.
std::vector<NamedPerson> cards_of(const Person& person) {
  std::vector<NamedPerson> cards = {{person.card.uid, person.card.name}};
  for (const Uid& uid : person.contact.other_uids) cards.push_back({uid, person.card.name});
  for (std::size_t i = 0; i < person.cards.size(); ++i)
    for (NamedPerson& card : cards)
      if (card.uid == person.cards[i].uid) card.name = person.cards[i].name;
  return cards;
}

/// Different people of that list, in its order. Errors: not_found.
Result<std::vector<const Person*>> find_all(const Snapshot& snapshot, const std::vector<Uid>& uids) {
  std::vector<const Person*> people;
  for (const Uid& uid : uids) {
    const Person* person = snapshot.by_uid(uid);
    if (person == nullptr)
      return fail(ErrorKind::not_found,
                  Said("Nobody with the UID \"{uid}\" is in your address books.", {{"uid", uid.value}}));
    if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
  }
  return people;
}

using Pairs = std::vector<NamedPair>;

void add_pairs(const std::vector<NamedPerson>& some, const std::vector<NamedPerson>& others, Pairs& pairs) {
  for (const NamedPerson& a : some)
    for (const NamedPerson& b : others) pairs.push_back(a.uid < b.uid ? NamedPair{a, b} : NamedPair{b, a});
}

/// Every card of each person with every card of the others.
Pairs pairs_between(const std::vector<const Person*>& people) {
  Pairs pairs;
  for (std::size_t i = 0; i < people.size(); ++i)
    for (std::size_t j = i + 1; j < people.size(); ++j)
      add_pairs(cards_of(*people[i]), cards_of(*people[j]), pairs);
  return pairs;
}

/// Writes one word over the earlier one of the same two cards.
Result<void> write_word(World& world, Items& items, const NamedPair& cards, Verdict verdict, Before& before) {
  const Uid uid = calendar::identity_uid(cards.a.uid, cards.b.uid);
  const auto stored = items.counting(items.journals_first(), uid);
  if (!stored) return fail(stored.error());
  const auto earlier =
      *stored ? calendar::read_identity(text::Document::parse((*stored)->text)) : std::nullopt;
  if (earlier && earlier->verdict == verdict) return {};
  const calendar::Identity identity{uid, cards, verdict, world.now().today, earlier ? earlier->text : ""};
  return write_journal(world, items, uid, identity, before);
}

Decided decided(const Pairs& pairs, std::string undo) {
  std::set<Uid> cards;
  for (const NamedPair& pair : pairs) cards.insert({pair.a.uid, pair.b.uid});
  return {{cards.begin(), cards.end()}, std::move(undo)};
}

/// One use case: look at the people, say which pairs get the word, write them in one transaction.
template <class Choose>
Result<Decided> decide(World& world, UndoLog& undo, Verdict verdict, Choose choose) {
  const auto lock = world.lock();
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  const Result<Pairs> pairs = choose(**snapshot);
  if (!pairs) return fail(pairs.error());
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  Before before;
  auto done = world.store.transact([&]() -> Result<void> {
    for (const NamedPair& pair : *pairs)
      if (auto written = write_word(world, *items, pair, verdict, before); !written) return written;
    return {};
  });
  if (!done) return fail(done.error());
  return decided(*pairs, undo.remember(before));
}

}  // namespace

Result<Decided> merge_people(World& world, UndoLog& undo, const std::vector<Uid>& people) {
  return decide(world, undo, Verdict::same, [&](const Snapshot& snapshot) -> Result<Pairs> {
    const auto found = find_all(snapshot, people);
    if (!found) return fail(found.error());
    if (found->size() < 2) return fail(ErrorKind::invalid, "Name two or more people; these are one already.");
    return pairs_between(*found);
  });
}

Result<Decided> split_person(World& world, UndoLog& undo, const Uid& card) {
  return decide(world, undo, Verdict::different, [&](const Snapshot& snapshot) -> Result<Pairs> {
    const auto found = find_all(snapshot, {card});
    if (!found) return fail(found.error());
    std::vector<NamedPerson> others = cards_of(*found->front());
    const auto own =
        std::find_if(others.begin(), others.end(), [&](const NamedPerson& one) { return one.uid == card; });
    const NamedPerson taken = *own;
    others.erase(own);
    if (others.empty())
      return fail(ErrorKind::invalid, "Nothing was joined to this card. Cards with one UID are one person.");
    Pairs pairs;
    add_pairs({taken}, others, pairs);
    return pairs;
  });
}

Result<Decided> keep_apart(World& world, UndoLog& undo, const std::vector<Uid>& people) {
  return decide(world, undo, Verdict::different, [&](const Snapshot& snapshot) -> Result<Pairs> {
    const auto found = find_all(snapshot, people);
    if (!found) return fail(found.error());
    if (found->size() < 2 || found->size() < people.size())
      return fail(ErrorKind::invalid, "Some of these are one person here. Split them first.");
    return pairs_between(*found);
  });
}

}  // namespace goodturn::helper
