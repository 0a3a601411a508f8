// No protected attribute reaches a score: not age, gender, origin, belief, health or language.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "core/people/card.h"
#include "core/suggest/exposure.h"
#include "core/text/document.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

people::Card card_with(const std::string& line) {
  const std::string text =
      "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:ada\r\nFN:Ada Example\r\nEMAIL:ada@example.org\r\n" + line +
      "END:VCARD\r\n";
  return people::read_card(text::Document::parse(text)).value();
}

}  // namespace

TEST_CASE("What is protected is kept on the card and read by nobody") {
  const people::Card plain = card_with("");
  for (const char* line :
       {"GENDER:F", "GENDER:O;intersex", "X-WAB-GENDER:2", "X-GENDER:male", "PRONOUNS:they/them",
        "GRAMGENDER:feminine", "LANG:tr", "LANGUAGE:ar", "BIRTHPLACE:Ankara", "DEATHPLACE:Rome",
        "X-NATIONALITY:TR", "X-ETHNICITY:any", "X-RELIGION:any", "X-MARITAL-STATUS:single",
        "X-DISABILITY:deaf", "X-ABRELATEDNAMES:Partner", "PHOTO:https://example.org/ada.jpg", "X-AGE:61"}) {
    INFO(line);
    CHECK(card_with(std::string(line) + "\r\n") == plain);
  }
  CHECK_FALSE(card_with("ORG:Example\r\n") == plain);
}

TEST_CASE("A year of birth changes no value and no order") {
  auto random = seeded();
  std::vector<Contact> contacts = crowd(random, 200);
  const Circle circle = anything(random, contacts);
  for (Contact& contact : contacts)
    if (contact.birthday) contact.birthday->year.reset();
  const std::vector<Suggestion> without = candidates(contacts, now, {}, circle);
  std::uniform_int_distribution<int> year(1920, 2008);
  const auto dated = std::count_if(contacts.begin(), contacts.end(), [&](Contact& contact) {
    if (contact.birthday) contact.birthday->year = year(random);
    return contact.birthday.has_value();
  });
  REQUIRE(dated > 0);
  const std::vector<Suggestion> with = candidates(contacts, now, {}, circle);
  REQUIRE(with.size() == without.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    REQUIRE(with[i].id == without[i].id);
    REQUIRE(with[i].value == without[i].value);
  }
}

TEST_CASE("Fairness between people is by level and place of work, and by nothing else") {
  std::vector<std::string> groups;
  for (const Group group : all_groups) groups.emplace_back(to_string(group));
  CHECK(groups ==
        std::vector<std::string>{"junior", "same-level", "senior", "own-organisation", "other-organisation"});
}
