#include "helper/people/duplicates.h"

#include "helper/people/search.h"

namespace goodturn::helper {
namespace {

/// A name that says who it is: many programs write the address there when they know none.
void add_name(const std::string& name, people::Likeness& likeness) {
  if (name.find('@') == std::string::npos) likeness.names.push_back(name);
}

void add(const people::Card& card, people::Likeness& likeness) {
  add_name(card.name, likeness);
  likeness.nicknames.insert(likeness.nicknames.end(), card.nicknames.begin(), card.nicknames.end());
  if (!card.organisation.empty()) likeness.organisations.push_back(card.organisation);
  if (card.birthday) likeness.birthdays.push_back(*card.birthday);
}

void add_numbers(const people::Card& card, const Phones& phones, const std::string& region,
                 people::Likeness& likeness) {
  for (const std::string& phone : card.phones)
    if (auto number = phones.normalised(phone, region)) likeness.phones.push_back(std::move(*number));
}

}  // namespace

people::Likeness likeness_of(const Person& person, const Phones& phones, const std::string& region) {
  people::Likeness likeness;
  likeness.uids = person.contact.other_uids;
  likeness.uids.push_back(person.card.uid);
  if (person.cards.empty()) add(person.card, likeness);
  for (const people::Card& card : person.cards) add(card, likeness);
  likeness.emails = person.card.emails;
  add_numbers(person.card, phones, region, likeness);
  for (const CardPlace& place : person.places) likeness.books.push_back(place.collection);
  return likeness;
}

people::Likeness likeness_of(const people::Card& card, const Phones& phones, const std::string& region) {
  people::Likeness likeness;
  likeness.uids = {card.uid};
  add(card, likeness);
  likeness.emails = card.emails;
  add_numbers(card, phones, region, likeness);
  return likeness;
}

Result<std::string> phone_region(World& world) {
  const auto lock = world.lock();
  const auto stored = world.store.setting(phone_region_key);
  if (!stored) return fail(stored.error());
  return stored->has_value() && !(*stored)->empty() ? **stored : world.phones.home_region();
}

Result<void> set_phone_region(World& world, const std::string& region) {
  if (!region.empty() && !world.phones.knows(region))
    return fail(ErrorKind::invalid, "A region is two capital letters, like DE or GB.");
  const auto lock = world.lock();
  return world.store.set_setting(phone_region_key, region);
}

Result<Duplicates> find_duplicates(World& world, std::shared_ptr<const Snapshot> snapshot) {
  const auto region = phone_region(world);
  if (!region) return fail(region.error());
  std::vector<people::Likeness> people;
  people.reserve(snapshot->persons().size());
  for (const Person& person : snapshot->persons())
    people.push_back(likeness_of(person, world.phones, *region));
  auto proposals = people::find_duplicates(people, snapshot->apart(), folded);
  return Duplicates{std::move(snapshot), std::move(proposals)};
}

}  // namespace goodturn::helper
