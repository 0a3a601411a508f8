// Facts and gifts of a brief as they are read, sentence by sentence (features.md row 75).
#include <catch2/catch.hpp>

#include "core/suggest/brief.h"
#include "tests/support/in_english.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;

namespace {

using Sentences = std::vector<std::string>;

Sentences facts_about(const Contact& contact, const Circle& circle = {}) {
  Sentences facts;
  for (const Said& fact : brief_of(contact, circle, now).facts) facts.push_back(english(fact));
  return facts;
}

std::string gift_for(const Contact& contact, const Circle& circle = {}) {
  return english(brief_of(contact, circle, now).offer);
}

Obligation debt(RecordKind kind, int days, const std::string& text,
                std::optional<GiveKind> gift = std::nullopt) {
  Obligation one{Uid("r" + std::to_string(days)), kind, ago(days), text, 1, std::nullopt, std::nullopt};
  one.gift = gift;
  return one;
}

}  // namespace

TEST_CASE("Brief: a favour is told by its kind, its words, or both; one of neither is not") {
  Contact ada = person("Ada");
  const auto told_as = [&](const std::string& text, std::optional<GiveKind> gift) {
    ada.obligations = {debt(RecordKind::received, 4, text, gift)};
    return facts_about(ada).at(0);
  };
  CHECK(told_as("", GiveKind::advice) == "You received advice on 18 November; no thanks are noted yet.");
  CHECK(told_as("about taxes", GiveKind::advice) ==
        "You received advice (“taxes”) on 18 November; no thanks are noted yet.");
  CHECK(told_as("a lift", std::nullopt) == "You received “a lift” on 18 November; no thanks are noted yet.");
  CHECK(told_as("", std::nullopt) == "Nothing is noted yet; you have not met before.");
  ada.obligations[0].settled = ago(1);
  CHECK(facts_about(ada) == Sentences{"Nothing is noted yet; you have not met before."});
}

TEST_CASE("Brief: a promise needs words, whatever kind of gift it is") {
  Contact ada = person("Ada");
  ada.obligations = {debt(RecordKind::promised, 4, "about", GiveKind::information)};
  CHECK(facts_about(ada) == Sentences{"Nothing is noted yet; you have not met before."});
  CHECK(gift_for(ada) == "Nothing concrete is noted; attention is a gift, too.");
  ada.obligations.push_back(debt(RecordKind::promised, 9, "to send the map"));
  CHECK(facts_about(ada) == Sentences{"You promised on 13 November: “send the map”."});
  CHECK(gift_for(ada) == "What you promised: “send the map”.");
}

TEST_CASE("Brief: the last contact is told with its topic where it was that talk") {
  Contact ada = person("Ada", {30, 9});
  CHECK(facts_about(ada) == Sentences{"You last met on 13 November."});
  ada.last_talk = LastTalk{ago(9), Channel::meeting, "the harbour"};
  CHECK(facts_about(ada) == Sentences{"You last met on 13 November about “the harbour”."});
  ada.last_talk->day = ago(30);
  CHECK(facts_about(ada) == Sentences{"You last met on 13 November."});
}

TEST_CASE("Brief: the newest note is told, an empty one is not") {
  Contact ada = person("Ada");
  ada.last_note = Note{ago(3), "moves\nto Oslo"};
  CHECK(facts_about(ada) == Sentences{"You noted on 19 November: “moves to Oslo”."});
  ada.last_note->text = " \n";
  CHECK(facts_about(ada) == Sentences{"Nothing is noted yet; you have not met before."});
}

TEST_CASE("Brief: three facts, in the order in which they matter") {
  Contact ada = person("Ada", {9});
  ada.organisation = "Orchard";
  ada.profile.interests = {"bees"};
  ada.profile.needs = {"a flat", "a tutor"};
  ada.last_note = Note{ago(3), "moves to Oslo"};
  ada.profile.grief = ago(20);
  ada.profile.started_job = ago(20);
  ada.profile.moved = ago(20);
  ada.obligations = {debt(RecordKind::received, 4, "a lift"), debt(RecordKind::promised, 5, "the map")};
  const Sentences in_order = {"You promised on 17 November: “the map”.",
                              "You received “a lift” on 18 November; no thanks are noted yet.",
                              "A hard time since 2 November.",
                              "In a new job since 2 November.",
                              "Moved on 2 November.",
                              "You last met on 13 November.",
                              "You noted on 19 November: “moves to Oslo”.",
                              "Looks for: a flat, a tutor.",
                              "Likes: bees.",
                              "Works at Orchard."};
  // Each one that is taken away lets the next one in.
  const std::vector<void (*)(Contact&)> taken = {
      [](Contact& c) { c.obligations.pop_back(); }, [](Contact& c) { c.obligations.clear(); },
      [](Contact& c) { c.profile.grief.reset(); },  [](Contact& c) { c.profile.started_job.reset(); },
      [](Contact& c) { c.profile.moved.reset(); },  [](Contact& c) { c.touches.clear(); },
      [](Contact& c) { c.last_note.reset(); }};
  for (std::size_t i = 0;; ++i) {
    CHECK(facts_about(ada) == Sentences(in_order.begin() + static_cast<std::ptrdiff_t>(i),
                                        in_order.begin() + static_cast<std::ptrdiff_t>(i) + 3));
    if (i == taken.size()) break;
    taken[i](ada);
  }
}

TEST_CASE("Brief: what the user offers answers a need, in the same words or in others") {
  Contact ada = person("Ada");
  Circle circle;
  circle.own.offers = {"Rust", "hiring:design"};
  ada.profile.needs = {"a flat", "rust"};
  CHECK(gift_for(ada, circle) == "“Rust”, which is just what is looked for.");
  ada.profile.needs = {"job:design"};
  CHECK(gift_for(ada, circle) == "“hiring:design”, which answers “job:design”.");
  ada.profile.needs = {"a flat"};
  CHECK(gift_for(ada, circle) == "Nothing concrete is noted; attention is a gift, too.");
}

TEST_CASE("Brief: what was sent to somebody else lately and names an interest") {
  Contact ada = person("Ada");
  ada.profile.interests = {"tea", "sailing"};
  const auto with_article = [&](const std::string& text, int days, const Uid& to) {
    Circle circle;
    circle.articles = {{Uid("a"), to, "Bob", ago(days), text}};
    return gift_for(ada, circle);
  };
  const std::string nothing = "Nothing concrete is noted; attention is a gift, too.";
  CHECK(with_article("Notes on sailing", 60, Uid("uid-Bob")) == "“Notes on sailing”, which you sent to Bob.");
  CHECK(with_article("Notes on sailing", 61, Uid("uid-Bob")) == nothing);
  CHECK(with_article("Notes on sailing", 5, ada.uid) == nothing);
  CHECK(with_article("Notes on chess", 5, Uid("uid-Bob")) == nothing);
  ada.profile.interests.clear();
  CHECK(with_article("Notes on sailing", 5, Uid("uid-Bob")) == nothing);
}

TEST_CASE("Brief: what moves somebody most names the gift") {
  Contact ada = person("Ada");
  const auto moved_by = [&](int fun, int status, int access) {
    ada.profile.ratings = {};
    ada.profile.ratings.fun = fun;
    ada.profile.ratings.status = status;
    ada.profile.ratings.access = access;
    const std::string gift = gift_for(ada);
    return gift.substr(0, gift.find(':'));
  };
  CHECK(moved_by(1, 0, 0) == "Access");  // an invitation (features.md row 74)
  CHECK(moved_by(0, 1, 0) == "Public recognition");
  CHECK(moved_by(0, 0, 1) == "Introduction");
  CHECK(moved_by(1, 2, 1) == "Public recognition");
  CHECK(moved_by(1, 1, 2) == "Introduction");
}

TEST_CASE("Brief: networking and interests of an event, whoever comes") {
  calendar::OwnProfile own;
  own.interests = {"bees", "tea"};
  const Contact ada = person("Ada");
  const auto notes = [&](std::string_view summary, std::size_t others) {
    std::vector<std::string> keys;
    for (const Said& note : event_notes(summary, others, {&ada}, own)) keys.push_back(note.key);
    return keys;
  };
  using Notes = std::vector<std::string>;
  CHECK(notes("Networking night", 5) == Notes{"brief.networking", "brief.no_interest"});
  CHECK(notes("Networking night", 1) == Notes{"brief.networking"});
  CHECK(notes("Networking over tea", 5) == Notes{"brief.networking"});
  CHECK(notes("Lunch", 2) == Notes{"brief.no_interest"});
}
