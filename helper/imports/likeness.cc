#include "helper/imports/likeness.h"

#include "helper/people/duplicates.h"
#include "helper/people/search.h"

namespace goodturn::helper {
namespace {

/// People who are here come first, then the cards of the file.
struct Compared {
  std::vector<people::Likeness> people;
  std::vector<ImportEntry*> cards;
};

Compared compared(const World& world, const std::string& region, const Snapshot& snapshot,
                  std::vector<ImportEntry>& entries) {
  Compared all;
  for (const Person& person : snapshot.persons())
    all.people.push_back(likeness_of(person, world.phones, region));
  for (ImportEntry& entry : entries) {
    if (entry.kind != ImportKind::card || entry.fate != ImportFate::fresh) continue;
    const auto card = people::read_card(text::Document::parse(entry.text));
    if (!card) continue;
    auto likeness = likeness_of(*card, world.phones, region);
    likeness.uids = {entry.uid};
    all.people.push_back(std::move(likeness));
    all.cards.push_back(&entry);
  }
  return all;
}

void note(const Person& person, const people::Link& link, ImportEntry& card) {
  if (card.like && card.like->certainty >= link.certainty) return;
  card.fate = ImportFate::unsure;
  card.like = ImportLikeness{person.card.uid, person.card.name, link.certainty, link.reasons};
}

}  // namespace

Result<void> find_likeness(World& world, const Snapshot& snapshot, std::vector<ImportEntry>& entries) {
  const auto region = phone_region(world);
  if (!region) return fail(region.error());
  const Compared all = compared(world, *region, snapshot, entries);
  if (all.cards.empty()) return {};
  const std::vector<Person>& here = snapshot.persons();
  for (const people::Proposal& proposal : people::find_duplicates(all.people, snapshot.apart(), folded))
    for (const people::Link& link : proposal.links) {
      const auto [person, card] = std::minmax(link.a, link.b);
      if (person < here.size() && card >= here.size())
        note(here[person], link, *all.cards[card - here.size()]);
    }
  return {};
}

}  // namespace goodturn::helper
