// What helps to go into a meeting prepared: each fact, question and offer by itself, and what goes before
// what.
#include "core/suggest/brief.h"

#include <catch2/catch.hpp>

#include "core/suggest/words.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

PersonBrief brief(const Contact& contact, const Circle& circle = {}) {
  return brief_of(contact, circle, now);
}

std::vector<std::string> keys(const std::vector<Said>& said) {
  std::vector<std::string> all;
  for (const Said& one : said) all.push_back(one.key);
  return all;
}

using Keys = std::vector<std::string>;

Obligation open_one(RecordKind kind, int days, const std::string& text) {
  return {Uid(text), kind, ago(days), text, 1, std::nullopt, std::nullopt};
}

Said of_day(std::string_view key, Day day) { return Said(key, {{"day", said_day(day, today)}}); }

}  // namespace

TEST_CASE("Of whom nothing is known the brief says so, with a question that suits anybody") {
  const PersonBrief found = brief(person("Ada"));
  CHECK(found.person == Uid("uid-Ada"));
  CHECK(found.name == "Ada");
  CHECK(keys(found.facts) == Keys{"brief.nothing"});
  CHECK(found.question == Said("brief.ask_anything"));
  CHECK(found.offer == Said("brief.give_nothing"));
}

TEST_CASE("News count from their day on, for ninety days") {
  const std::pair<std::optional<Day> calendar::Profile::*, const char*> news[] = {
      {&calendar::Profile::grief, "brief.hard_time"},
      {&calendar::Profile::started_job, "brief.new_job"},
      {&calendar::Profile::moved, "brief.moved"}};
  for (const auto& [member, key] : news)
    for (const int days : {-1, 0, 90, 91}) {
      INFO(key << " " << days << " days ago");
      Contact ada = person("Ada");
      ada.profile.*member = ago(days);
      const auto facts = brief(ada).facts;
      REQUIRE(facts.size() == 1);
      CHECK(facts[0] == (days == 0 || days == 90 ? of_day(key, ago(days)) : Said("brief.nothing")));
    }
}

TEST_CASE("What is owed comes first, the newest of each kind, and of two of one day the first noted") {
  Contact ada = person("Ada");
  ada.obligations = {
      open_one(RecordKind::promised, 9, "the book"), open_one(RecordKind::promised, 4, "the map"),
      open_one(RecordKind::promised, 4, "the pen"), open_one(RecordKind::received, 7, "lunch")};
  ada.profile.moved = ago(3);
  ada.profile.needs = {"a flat"};
  const PersonBrief found = brief(ada);
  CHECK(keys(found.facts) == Keys{"brief.promised", "brief.received_text", "brief.moved"});
  CHECK(found.facts[0] ==
        Said("brief.promised", {{"day", said_day(ago(4), today)}, {"text", topic("the map")}}));
  CHECK(found.offer == Said("brief.give_promised", {{"text", topic("the map")}}));
  ada.obligations[1].settled = ada.obligations[2].settled = ago(1);
  CHECK(brief(ada).offer == Said("brief.give_promised", {{"text", topic("the book")}}));
}

TEST_CASE("Interests are said, and those that both have") {
  Contact ada = person("Ada");
  Circle circle;
  circle.own.interests = {"bees"};
  CHECK(keys(brief(ada, circle).facts) == Keys{"brief.nothing"});
  ada.profile.interests = {"chess", "tea"};
  CHECK(brief(ada, circle).facts == std::vector{Said("brief.likes", {{"words", std::string("chess, tea")}})});
  CHECK(brief(ada, circle).question == Said("brief.ask_interest", {{"text", std::string("chess")}}));
  ada.profile.interests = {"chess", "bees"};
  CHECK(brief(ada, circle).facts == std::vector{Said("brief.both_like", {{"words", std::string("bees")}})});
  ada.profile.needs = {"a tutor"};
  CHECK(brief(ada, circle).question == Said("brief.ask_need", {{"text", std::string("a tutor")}}));
}

TEST_CASE("Where somebody works is said, with the unit where it is known") {
  Contact ada = person("Ada");
  ada.organisation = "Orchard";
  CHECK(keys(brief(ada).facts) == Keys{"brief.works_at"});
  ada.unit = "Press";
  CHECK(keys(brief(ada).facts) == Keys{"brief.works_in"});
}

TEST_CASE("The question follows the newest of what was noted and what was talked about") {
  Contact ada = person("Ada");
  ada.profile.needs = {"a tutor"};
  ada.last_topic = LastTalk{ago(5), Channel::meeting, "the garden", Direction::mutual};
  CHECK(brief(ada).question == Said("brief.ask_talk", {{"text", topic("the garden")}}));
  ada.last_note = Note{ago(6), "a new bike"};
  CHECK(brief(ada).question == Said("brief.ask_talk", {{"text", topic("the garden")}}));
  ada.last_note = Note{ago(5), "a new bike"};
  CHECK(brief(ada).question == Said("brief.ask_note", {{"text", std::string("a new bike")}}));
  ada.last_topic.reset();
  CHECK(brief(ada).question == Said("brief.ask_note", {{"text", std::string("a new bike")}}));
  ada.last_note->text = "";
  CHECK(brief(ada).question == Said("brief.ask_need", {{"text", std::string("a tutor")}}));
}

TEST_CASE("What moves a person is an offer where any of it is known") {
  for (int calendar::Ratings::*motive :
       {&calendar::Ratings::fun, &calendar::Ratings::status, &calendar::Ratings::access})
    for (const int rated : {0, 1}) {
      Contact ada = person("Ada");
      ada.profile.ratings.*motive = rated;
      CHECK(brief(ada).offer.key == (rated > 0 ? "brief.give_kind" : "brief.give_nothing"));
    }
}

TEST_CASE("An event is told where it is called networking, or touches no interest of the user") {
  calendar::OwnProfile own;
  const Contact ada = person("Ada");
  CHECK(event_notes("Networking lunch", 3, {&ada}, own) == std::vector{Said("brief.networking")});
  CHECK(event_notes("Lunch", 3, {&ada}, own).empty());
  own.interests = {"bees"};
  CHECK(event_notes("Lunch", 3, {&ada}, own) == std::vector{Said("brief.no_interest")});
  CHECK(event_notes("Lunch", 1, {&ada}, own).empty());
  CHECK(event_notes("Lunch", 1, {}, own) == std::vector{Said("brief.no_interest")});
  CHECK(event_notes("Talk about bees", 3, {&ada}, own).empty());
  CHECK(event_notes("", 3, {&ada}, own).empty());
  Contact keeper = ada;
  keeper.profile.interests = {"bees"};
  CHECK(event_notes("Lunch", 3, {&ada, &keeper}, own).empty());
}
