// Rows 75, 77 and 78: before a meeting.
#include <catch2/catch.hpp>

#include "core/suggest/brief.h"
#include "core/suggest/words.h"
#include "helper/words/words.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using suggest::ago;
using suggest::today;

namespace {

Contact ada() {
  Contact contact = person("Ada", {23});
  contact.last_talk = contact.last_topic = LastTalk{ago(23), Channel::meeting, "budget review"};
  contact.organisation = "Acme";
  return contact;
}

Circle sailor() {
  Circle circle;
  circle.own.interests = {"sailing"};
  circle.own.offers = {"Rust"};
  return circle;
}

using Lines = std::vector<std::string>;

Lines english(const std::vector<Said>& said) { return helper::in_words(said, helper::Language::en); }
std::string english(const Said& said) { return helper::in_words(said, helper::Language::en); }

}  // namespace

TEST_CASE("features_075_three_facts_a_question_and_something_to_give") {
  Contact contact = ada();
  contact.obligations = {{Uid("p"), RecordKind::promised, ago(5), "the slides", 1, {}, {}}};
  contact.profile.needs = {"rust"};
  contact.profile.interests = {"Sailing"};
  PersonBrief brief = brief_of(contact, sailor(), now);
  CHECK(brief.name == "Ada");
  CHECK(english(brief.facts) == Lines{"You promised on 17 November: “the slides”.",
                                      "You last met on 30 October about “budget review”.",
                                      "Looks for: rust."});
  CHECK(english(brief.question) == "How did it go with “budget review”?");
  CHECK(english(brief.offer) == "What you promised: “the slides”.");
  contact.obligations[0].settled = ago(1);
  brief = brief_of(contact, sailor(), now);
  CHECK(english(brief.facts[2]) == "You both like: Sailing.");
  CHECK(english(brief.offer) == "“Rust”, which is just what is looked for.");
  contact.last_note = Note{ago(2), "moves to Oslo"};
  CHECK(english(brief_of(contact, sailor(), now).question) == "How do things stand with “moves to Oslo”?");
}

TEST_CASE("a brief makes nothing up about somebody of whom nothing is noted") {
  const PersonBrief brief = brief_of(person("Bob"), {}, now);
  CHECK(english(brief.facts) == Lines{"Nothing is noted yet; you have not met before."});
  CHECK(english(brief.question) == "What takes most of their time at the moment?");
  CHECK(english(brief.offer) == "Nothing concrete is noted; attention is a gift, too.");
  Contact rated = person("Eve");
  rated.profile.ratings.status = 2;
  CHECK(english(brief_of(rated, {}, now).offer).starts_with("Public recognition: "));
}

TEST_CASE("features_077_networking_in_the_title_gets_a_note") {
  CHECK(event_notes("Networking evening", 0, {}, {}).size() == 1);
  CHECK(event_notes("Evening of NETWORKING!", 30, {}, {}).size() == 1);
  CHECK(event_notes("Network outage review", 3, {}, {}).empty());
  CHECK(event_notes("", 0, {}, {}).empty());
}

TEST_CASE("features_078_no_shared_interest_gets_a_hint") {
  const calendar::OwnProfile own = sailor().own;
  Contact contact = ada();
  CHECK(event_notes("Tax law day", 0, {}, own).size() == 1);
  CHECK(event_notes("Sailing club", 0, {}, own).empty());
  CHECK(event_notes("Tax law day", 4, {&contact}, own).size() == 1);
  CHECK(event_notes("Lunch", 1, {&contact}, own).empty());
  contact.profile.interests = {"sailing", "tea"};
  CHECK(event_notes("Tax law day", 4, {&contact}, own).empty());
  CHECK(event_notes("Tax law day", 0, {}, {}).empty());
}
