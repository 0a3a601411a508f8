// All that the giving rules fill in, field by field: title, reasons, idea, day, record, factors.
#include <catch2/catch.hpp>

#include "core/suggest/support.h"
#include "tests/unit/suggest/people.h"
#include "tests/unit/suggest/told.h"

using namespace goodturn;
using namespace goodturn::suggest;
using relations::LedgerSide;

namespace {

/// Met on 3 October, with one record of the given kind.
Contact owed(RecordKind kind, int days, const std::string& text, std::optional<Day> due = std::nullopt) {
  Contact ada = person("Ada", {200, 100, 50});
  ada.obligations = {{Uid("r1"), kind, ago(days), text, 2, due, std::nullopt}};
  return ada;
}

std::string told_one(const Contact& contact, Rule rule, const Circle& circle = {}) {
  const auto all = of_rule({contact}, rule, {}, circle);
  return all.size() == 1 ? told(all[0]) : std::to_string(all.size()) + " suggestions";
}

}  // namespace

TEST_CASE("Told: thanks, two days after what was received, and for what") {
  CHECK(told_one(owed(RecordKind::received, 0, "the introduction"), Rule::thank) ==
        "Thank Ada\n"
        "You noted something received on 22 November; no thanks are noted so far.\n"
        "Say thanks for “the introduction”, and what came of it.\n"
        "by 2026-11-24, of 2026-11-22, record r1\n"
        "size 2, days since 0");
  Contact ada = owed(RecordKind::received, 5, "");
  ada.obligations[0].gift = GiveKind::public_recognition;
  CHECK(told_one(ada, Rule::thank) ==
        "Thank Ada\n"
        "You noted something received on 17 November; no thanks are noted so far.\n"
        "Say thanks for the recognition, and what came of it.\n"
        "by 2026-11-22, of 2026-11-17, record r1\n"
        "size 2, days since 5");
}

TEST_CASE("Told: a promise, by its day or a week after it was made") {
  CHECK(told_one(owed(RecordKind::promised, 9, "slides", today + std::chrono::days(3)), Rule::promised) ==
        "Your promise to Ada\n"
        "You promised something for 25 November.\n"
        "What you promised: “slides”. Keep it, or agree on another day.\n"
        "by 2026-11-25, of 2026-11-25, record r1\n"
        "days until due 3");
  CHECK(told_one(owed(RecordKind::promised, 9, ""), Rule::promised) ==
        "Your promise to Ada\n"
        "You promised something on 13 November, without a date.\n"
        "Keep it, or agree on another day.\n"
        "by 2026-11-22, of 2026-11-13, record r1\n"
        "days until due -2");
}

TEST_CASE("Told: after a first meeting, with what it was about") {
  Contact ada = person("Ada", {2});
  CHECK(told_one(ada, Rule::first_meeting) ==
        "Follow up with Ada\n"
        "You first met on 20 November, by what is noted here; you have sent nothing since.\n"
        "Say what you took from the talk and propose when to speak next.\n"
        "by 2026-11-23, of 2026-11-20\n"
        "days since the first meeting 2");
  ada.touches[0] = touch_ago(5, Channel::call);
  ada.last_talk = LastTalk{ago(5), Channel::call, "the harbour"};
  CHECK(told_one(ada, Rule::first_meeting) ==
        "Follow up with Ada\n"
        "You first spoke on 17 November, by what is noted here; you have sent nothing since.\n"
        "Say what you took from “the harbour” and propose when to speak next.\n"
        "by 2026-11-22, of 2026-11-17\n"
        "days since the first meeting 5");
}

TEST_CASE("Told: dates to celebrate") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.birthday = people::PartialDate{std::nullopt, 11, 28};
  CHECK(told_one(ada, Rule::celebrate) ==
        "Congratulate Ada\n"
        "Birthday on 28 November. You last met on 3 October.\n"
        "A line of good wishes on the day.\n"
        "by 2026-11-28, of 2026-11-28\n"
        "days until the date 6, strength 1");
  ada.birthday.reset();
  ada.anniversary = people::PartialDate{std::nullopt, 11, 22};
  CHECK(told_one(ada, Rule::celebrate) ==
        "Congratulate Ada\n"
        "Anniversary on 22 November. You last met on 3 October.\n"
        "A line of congratulation on the day.\n"
        "by 2026-11-22, of 2026-11-22\n"
        "days until the date 0, strength 1");
}

TEST_CASE("Told: a new job or home, of the day it began") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.profile.started_job = ago(31);
  CHECK(told_one(ada, Rule::celebrate) ==
        "Ask about the new job of Ada\n"
        "You noted a new job, begun on 22 October; the first weeks are over. You last met on 3 October.\n"
        "Ask how the new job is, and what would help in it.\n"
        "by 2026-11-22, of 2026-10-22\n"
        "days until the date -1, strength 1");
  ada.profile.started_job.reset();
  ada.profile.moved = ago(25);
  CHECK(told_one(ada, Rule::celebrate) ==
        "Ask about the new home of Ada\n"
        "You noted a move on 28 October; the first weeks are over. You last met on 3 October.\n"
        "Ask how the new place is, and whether anything is missing there.\n"
        "by 2026-11-27, of 2026-10-28\n"
        "days until the date 5, strength 1");
}

TEST_CASE("Told: how old somebody becomes, where that is known and can be") {
  Contact ada = person("Ada", {200, 100, 50});
  const auto why = [&](int year) {
    ada.birthday = people::PartialDate{year, 11, 23};
    return of_rule({ada}, Rule::celebrate).at(0).evidence.age;
  };
  CHECK(why(2026) == std::nullopt);
  CHECK(why(2025) == 1);
  CHECK(why(1906) == 120);
  CHECK(why(1905) == std::nullopt);
}

TEST_CASE("Told: a kind word in a hard time") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.profile.grief = ago(10);
  CHECK(told_one(ada, Rule::support) ==
        "A kind word for Ada\n"
        "You noted a loss on 12 November. You last met on 3 October.\n"
        "Write that you are thinking of Ada; nothing needs an answer.\n"
        "by 2026-11-23, of 2026-11-12\n"
        "days since the loss 10");
}

TEST_CASE("Told: what the user has and another needs or likes") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.profile.needs = {"a flat", "Rust"};
  Circle circle;
  circle.own.offers = {"rust"};
  CHECK(told_one(ada, Rule::give_match, circle) ==
        "Offer Ada your help\n"
        "You noted that Ada looks for “Rust”, which you offer. You last met on 3 October.\n"
        "Write that you can help with “rust”, and ask what would be of use.\n"
        "by 2026-11-27, silent since 2026-10-03\n"
        "needs you answer 0.5");
  ada.profile.needs.clear();
  ada.profile.interests = {"tea", "sailing"};
  circle.articles = {{Uid("a1"), Uid("uid-Bob"), "Bob", ago(5), "Notes on sailing"}};
  const Suggestion share = of_rule({ada}, Rule::give_match, {}, circle).at(0);
  CHECK(told(share) ==
        "Share “Notes on sailing” with Ada\n"
        "You sent “Notes on sailing” on 17 November; Ada likes “sailing”, too. You last met on 3 October.\n"
        "Send it with a line on what you took from it.\n"
        "by 2026-11-27, of 2026-11-17, silent since 2026-10-03, record a1\n"
        "interests it names 0.5");
  CHECK(share.evidence.words == std::vector<std::string>{"Notes on sailing", "sailing"});
}

TEST_CASE("Told: something in return") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.ledger = {favour(LedgerSide::received, 365, 2)};
  ada.ledger[0].id = Uid("older");
  CHECK(told_one(ada, Rule::reciprocate) ==
        "Do something for Ada\n"
        "You noted something received on 22 November 2025; nothing in return is noted so far. You last met "
        "on 3 October.\n"
        "Ask Ada what would be of use just now.\n"
        "by 2026-11-27, of 2025-11-22, silent since 2026-10-03, record older\n"
        "received and not returned 1");
  ada.ledger.push_back(favour(LedgerSide::received, 20, 1));
  ada.ledger.back().id = Uid("newer");
  CHECK(of_rule({ada}, Rule::reciprocate).at(0).record == Uid("newer"));
  std::swap(ada.ledger[0], ada.ledger[1]);
  CHECK(of_rule({ada}, Rule::reciprocate).at(0).record == Uid("newer"));
}

TEST_CASE("Told: each step of an introduction") {
  using network::Consent;
  Contact ada = regular("Ada", 14, 10), bob = regular("Bob", 14, 10);
  const auto step = [&](Consent a, Consent b, const std::string& reason) {
    Circle circle;
    circle.introductions = {{Uid("intro"), bob.uid, ada.uid, reason, a, b, std::nullopt, ""}};
    return told(of_rule({ada, bob}, Rule::introduce, {}, circle).at(0));
  };
  CHECK(step(Consent::not_asked, Consent::not_asked, "") ==
        "Ask Bob about meeting Ada\n"
        "You know both Bob and Ada. You last met on 12 November.\n"
        "Ask whether you may make the introduction; nothing goes to Ada before a yes.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "yes so far 0");
  CHECK(step(Consent::yes, Consent::not_asked, "Rust") ==
        "Ask Ada about meeting Bob\n"
        "You know both Ada and Bob: “Rust”. You last met on 12 November.\n"
        "Ask whether the introduction is welcome; they are put in touch only when both say yes.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "yes so far 1");
  CHECK(step(Consent::yes, Consent::yes, "") ==
        "Introduce Bob to Ada\n"
        "You have a yes from both Bob and Ada. You last met on 12 November.\n"
        "Write to both in one message: who each of them is, and why you thought of it.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "yes so far 2");
}

TEST_CASE("Told: an idea for an introduction, with what the two have for each other") {
  Contact ada = regular("Ada", 14, 10), bob = regular("Bob", 14, 10);
  ada.profile.interests = bob.profile.interests = {"sailing"};
  const Suggestion idea = of_rule({bob, ada}, Rule::introduce).at(0);
  // Interests alone: .20 · 1, no common contact .15 · .8, both as strong as can be .20 · 1 (metrics.md 2.13).
  CHECK(told(idea) ==
        "Ask Ada about meeting Bob\n"
        "You know both Ada and Bob. Ada and Bob share “sailing”. You last met on 12 November.\n"
        "Ask whether you may make the introduction; nothing goes to Bob before a yes.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "fit of the two 0.52");
  CHECK(idea.evidence.words == std::vector<std::string>{"sailing"});
  CHECK(idea.reason.size() == 1);
}
