// The cards of the index as persons.
#include "helper/index/gathering.h"
#include "helper/index/local_time.h"
#include "helper/index/person_cards.h"

namespace goodturn::helper {
namespace {

void add(Gathering& all, const Index::Origin& origin, people::Card card) {
  if (card.is_group) return;
  const Uid uid = card.uid;
  const auto [place, is_new] =
      all.by_uid.try_emplace(all.same_person.person_of(uid).value, all.persons.size());
  for (const std::string& email : card.emails) all.by_email.try_emplace(email, place->second);
  if (is_new) all.persons.emplace_back();
  add_card(all.persons[place->second], std::move(card), {uid, origin.collection, origin.href});
}

suggest::Contact contact_of(const people::Card& card) {
  suggest::Contact contact;
  contact.uid = card.uid;
  contact.name = card.name;
  contact.email = card.emails.empty() ? std::string() : card.emails.front();
  if (card.emails.size() > 1) contact.other_emails.assign(card.emails.begin() + 1, card.emails.end());
  contact.organisation = card.organisation;
  contact.unit = card.unit;
  contact.roles = card.roles;
  contact.tags = card.tags;
  contact.birthday = card.birthday;
  contact.anniversary = card.anniversary;
  return contact;
}

/// All cards are read: each person gets one card of their own, and every UID leads to its person.
void join_all(Gathering& all) {
  LocalTimes times(all.world);
  for (std::size_t index = 0; index < all.persons.size(); ++index) {
    Person& person = all.persons[index];
    join_cards(person);
    person.contact = contact_of(person.card);
    person.contact.offset = times.offset_of(person.card);
    for (const Uid& uid : all.same_person.cards_of(person.card.uid)) {
      all.by_uid.insert_or_assign(uid.value, index);
      if (uid != person.card.uid) person.contact.other_uids.push_back(uid);
    }
  }
}

}  // namespace

Result<void> gather_cards(Gathering& all) {
  IdentityWords words = identity_words(all.journals.identities);
  all.same_person = people::SamePerson(words.same, words.apart);
  all.apart = std::move(words.apart);
  auto read = all.world.index.each_person(
      [&](const Index::Origin& origin, people::Card card) { add(all, origin, std::move(card)); });
  if (read) join_all(all);
  return read;
}

}  // namespace goodturn::helper
