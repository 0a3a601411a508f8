// Which cards are one person, and what the person's card says then.
#include "core/people/same_person.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "core/people/joined_card.h"
#include "tests/unit/text/random_document.h"

using namespace goodturn;
using namespace goodturn::people;

namespace {

using Uids = std::vector<Uid>;

std::vector<CardPair> pairs(std::initializer_list<std::pair<const char*, const char*>> words) {
  std::vector<CardPair> list;
  for (const auto& [a, b] : words) list.emplace_back(Uid(a), Uid(b));
  return list;
}

Uids uids(std::initializer_list<const char*> words) {
  Uids list;
  for (const char* word : words) list.emplace_back(word);
  return list;
}

}  // namespace

TEST_CASE("cards are one person directly and through a third card") {
  const SamePerson people(pairs({{"c", "b"}, {"b", "d"}, {"x", "y"}}), {});
  CHECK(people.cards_of(Uid("d")) == uids({"b", "c", "d"}));
  CHECK(people.person_of(Uid("d")) == Uid("b"));
  CHECK(people.person_of(Uid("y")) == Uid("x"));
  CHECK(people.person_of(Uid("alone")) == Uid("alone"));
  CHECK(people.cards_of(Uid("alone")) == uids({"alone"}));
  CHECK(SamePerson().cards_of(Uid("a")) == uids({"a"}));
}

TEST_CASE("who was said to be apart stays apart, also where others say that they are one") {
  const SamePerson people(pairs({{"a", "b"}, {"b", "c"}}), pairs({{"c", "a"}}));
  CHECK(people.cards_of(Uid("a")) == uids({"a", "b"}));
  CHECK(people.cards_of(Uid("c")) == uids({"c"}));
  const SamePerson direct(pairs({{"a", "b"}}), pairs({{"b", "a"}}));
  CHECK(direct.cards_of(Uid("a")) == uids({"a"}));
}

TEST_CASE("every order of the words gives the same people, and nobody apart is together") {
  const auto seed = tests::seed_of("same person");
  std::mt19937_64 random(seed);
  const auto card = [&] { return Uid(std::string(1, static_cast<char>('a' + random() % 12))); };
  for (int round = 0; round < 300; ++round) {
    std::vector<CardPair> same, apart;
    for (int i = 0; i < 10; ++i) same.emplace_back(card(), card());
    for (int i = 0; i < 4; ++i) apart.emplace_back(card(), card());
    std::erase_if(apart, [](const CardPair& pair) { return pair.first == pair.second; });
    const SamePerson people(same, apart);
    for (const auto& [a, b] : apart) REQUIRE(people.person_of(a) != people.person_of(b));
    std::shuffle(same.begin(), same.end(), random);
    std::shuffle(apart.begin(), apart.end(), random);
    for (CardPair& pair : same)
      if (random() % 2 == 0) std::swap(pair.first, pair.second);
    const SamePerson again(same, apart);
    for (char letter = 'a'; letter < 'm'; ++letter) {
      const Uid uid({letter});
      REQUIRE(again.cards_of(uid) == people.cards_of(uid));
      REQUIRE(again.person_of(uid) == again.cards_of(uid).front());
    }
  }
}

TEST_CASE("the joined card says what all of them say") {
  Card a;
  a.uid = Uid("a");
  a.name = "A. Example";
  a.emails = {"ada@example.org"};
  a.tags = {"mentor", "sailing"};
  a.roles = {Role::mentor};
  a.birthday = PartialDate{std::nullopt, 4, 12};
  Card b;
  b.uid = Uid("b");
  b.name = "Ada Marie Example";
  b.emails = {"ada@example.org", "ada@firm.example.org"};
  b.phones = {"030 12345678"};
  b.organisation = "Firm";
  b.unit = "Lab";
  b.title = "Engineer";
  b.tags = {"sailing", "rowing"};
  b.birthday = PartialDate{1980, 4, 12};
  b.notes = {"met in Oslo"};
  const std::vector<Card> both = {a, b};
  const Card joined = joined_card(both);
  CHECK(joined.uid == Uid("a"));
  CHECK(joined.name == "Ada Marie Example");
  CHECK(joined.emails == std::vector<std::string>{"ada@example.org", "ada@firm.example.org"});
  CHECK(joined.phones == b.phones);
  CHECK(joined.organisation == "Firm");
  CHECK(joined.unit == "Lab");
  CHECK(joined.title == "Engineer");
  CHECK(joined.tags == std::vector<std::string>{"mentor", "sailing", "rowing"});
  CHECK(joined.roles == a.roles);
  CHECK(joined.birthday == b.birthday);
  CHECK(joined.notes == b.notes);
  CHECK(joined_card(std::vector<Card>{a}) == a);
}
