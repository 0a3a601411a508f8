// The limits of the giving rules, condition by condition (ranking.md 3.2; metrics.md 2.9, 2.13; features.md).
#include <catch2/catch.hpp>

#include "core/suggest/celebrate.h"
#include "core/suggest/first_meeting.h"
#include "core/suggest/give_match.h"
#include "tests/support/in_english.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;
using relations::LedgerSide;

namespace {

std::size_t gifts(const Contact& contact, Rule rule, const Circle& circle = {}) {
  return of_rule({contact}, rule, {}, circle).size();
}

relations::Touch weightless(int days) {
  relations::Touch touch = touch_ago(days);
  touch.weight = 0;
  return touch;
}

Circle sent(const std::string& text, int days, const Uid& to = Uid("uid-Bob")) {
  Circle circle;
  circle.articles = {{Uid("a"), to, "Bob", ago(days), text}};
  return circle;
}

Contact matching(const std::string& name, const std::string& need, const std::string& offer) {
  Contact contact = regular(name, 14, 10);
  if (!need.empty()) contact.profile.needs = {need};
  if (!offer.empty()) contact.profile.offers = {offer};
  return contact;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Who is asked about meeting whom.
Pairs ideas(const std::vector<Contact>& contacts, const Circle& circle = {}) {
  Pairs pairs;
  for (const Suggestion& one : of_rule(contacts, Rule::introduce, {}, circle))
    pairs.emplace_back(one.person_name, one.other_name);
  return pairs;
}

network::Introduction introduced(const std::string& a, const std::string& b, std::optional<Day> sent) {
  using network::Consent;
  const Consent consent = sent ? Consent::yes : Consent::no;
  return {Uid("i"), Uid("uid-" + a), Uid("uid-" + b), "", consent, Consent::yes, sent, ""};
}

}  // namespace

TEST_CASE("Limits: thanks by a size of one to three, for what was received up to today") {
  const auto thanks = [](int size, int days) {
    Contact ada = person("Ada", {200, 100, 50});
    ada.obligations = {{Uid("r"), RecordKind::received, ago(days), "help", size, {}, {}}};
    const auto all = of_rule({ada}, Rule::thank);
    return all.empty() ? 0 : all[0].value;
  };
  CHECK(thanks(0, 3) == Approx(1.0 / 3));
  CHECK(thanks(1, 3) == Approx(1.0 / 3));
  CHECK(thanks(3, 3) == 1);
  CHECK(thanks(5, 3) == 1);
  CHECK(thanks(3, 0) == 1);
  CHECK(thanks(3, -1) == 0);
}

TEST_CASE("Limits: the first talk is the earliest meeting or call that counts") {
  Contact ada = person("Ada", {5, 3});
  ada.touches.insert(ada.touches.begin(), weightless(90));
  ada.touches.insert(ada.touches.begin() + 1, touch_ago(20, Channel::mail, Direction::in));
  REQUIRE(first_talk(ada) != nullptr);
  CHECK(first_talk(ada)->day == ago(5));
  ada.touches[2].channel = Channel::call;
  CHECK(first_talk(ada)->day == ago(5));
  ada.touches[2].channel = Channel::message;
  CHECK(first_talk(ada)->day == ago(3));
  ada.touches[3].weight = 0;
  CHECK(first_talk(ada) == nullptr);
}

TEST_CASE("Limits: a first talk is followed up by the first word of the user after it") {
  Contact ada = person("Ada", {9, 5, 3});
  const relations::Touch* talk = &ada.touches[0];
  CHECK(follow_up_to(*talk, ada)->day == ago(5));
  ada.touches[1].direction = Direction::in;
  CHECK(follow_up_to(*talk, ada)->day == ago(3));
  ada.touches[2].weight = 0;
  CHECK(follow_up_to(*talk, ada) == nullptr);
  // At the very moment of the talk somebody else wrote, before it nobody followed up.
  ada.touches[2] = ada.touches[0];
  CHECK(follow_up_to(*talk, ada) == &ada.touches[2]);
  ada.touches[2].at -= std::chrono::seconds(1);
  CHECK(follow_up_to(*talk, ada) == nullptr);
}

TEST_CASE("Limits: what was sent is passed on for sixty days, not before it was sent, and once") {
  Contact ada = regular("Ada", 14, 10);
  ada.profile.interests = {"sailing"};
  const auto shared = [&](const Circle& circle) { return gifts(ada, Rule::give_match, circle); };
  CHECK(shared(sent("Notes on sailing", 60)) == 1);
  CHECK(shared(sent("Notes on sailing", 61)) == 0);
  CHECK(shared(sent("Notes on sailing", 0)) == 1);
  CHECK(shared(sent("Notes on sailing", -1)) == 0);
  CHECK(shared(sent("Notes on chess", 5)) == 0);
  Circle twice = sent("Notes on sailing", 5);
  twice.articles.push_back({Uid("b"), ada.uid, "Ada", ago(2), "Another text on sailing"});
  CHECK(shared(twice) == 1);  // that one she has
  twice.articles[1].text = twice.articles[0].text;
  CHECK(shared(twice) == 0);
}

TEST_CASE("Limits: a need comes before an article, and each offer is for the first need it answers") {
  Contact ada = regular("Ada", 14, 10);
  ada.profile.interests = {"sailing"};
  ada.profile.needs = {"a flat", "Rust", "chess"};
  Circle circle = sent("Notes on sailing", 5);
  CHECK(of_rule({ada}, Rule::give_match, {}, circle).at(0).record == Uid("a"));
  circle.own.offers = {"chess", "rust"};
  const auto all = of_rule({ada}, Rule::give_match, {}, circle);
  REQUIRE(all.size() == 1);
  CHECK(all[0].evidence.words == std::vector<std::string>{"Rust", "rust"});
  CHECK(all[0].value == Approx(0.75 * 2 / 3));
}

TEST_CASE("Limits: the words of a topic stand together and alone") {
  CHECK(names_topic("sailing", "sailing"));
  CHECK(names_topic("On C++, and more", "c"));
  CHECK(names_topic("(sailing)", "Sailing"));
  CHECK(names_topic("type  -  systems", "type systems"));
  CHECK(names_topic("Über Öl", "öl"));
  CHECK_FALSE(names_topic("type of systems", "type systems"));
  CHECK_FALSE(names_topic("sailings", "sailing"));
  CHECK_FALSE(names_topic("", "sailing"));
  CHECK_FALSE(names_topic("a - b", "-"));
}

TEST_CASE("Limits: a date is celebrated by whoever is in a circle, today and seven days ahead") {
  Contact ada = person("Ada", {200, 100, 50});
  const auto on = [&](unsigned month, unsigned date) {
    ada.birthday = people::PartialDate{std::nullopt, month, date};
    return gifts(ada, Rule::celebrate);
  };
  CHECK(on(11, 21) == 0);
  CHECK(on(11, 22) == 1);
  CHECK(on(11, 29) == 1);
  CHECK(on(11, 30) == 0);
  CHECK(on(0, 22) == 0);
  CHECK(on(13, 22) == 0);
  CHECK(on(11, 0) == 0);
  const Now new_year{Day(std::chrono::year(2026) / 12 / 31) + std::chrono::hours(9),
                     std::chrono::year(2026) / 12 / 31};
  ada.birthday = people::PartialDate{std::nullopt, 1, 1};
  const auto all = candidates(std::vector{ada}, new_year, {});
  REQUIRE(all.at(0).rule == Rule::celebrate);
  CHECK(all[0].due == Day(std::chrono::year(2027) / 1 / 1));
  ada.birthday = people::PartialDate{std::nullopt, 12, 31};
  CHECK(candidates(std::vector{ada}, new_year, {}).at(0).due == new_year.today);
}

TEST_CASE("Limits: every kind of date is a follow-up of its own, and so is every year of it") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.birthday = ada.anniversary = people::PartialDate{std::nullopt, 11, 23};
  ada.profile.started_job = ada.profile.moved = Day(std::chrono::year(2026) / 10 / 24);
  const auto all = of_rule({ada}, Rule::celebrate);
  REQUIRE(all.size() == 4);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = i + 1; k < all.size(); ++k) CHECK(all[i].id != all[k].id);
}

TEST_CASE("Limits: half a small favour is worth a return, two weeks after the newest") {
  Contact ada = regular("Ada", 14, 10);
  const auto returned = [&](int days, int size = 1) {
    ada.ledger = {favour(LedgerSide::received, days, size)};
    return gifts(ada, Rule::reciprocate);
  };
  CHECK(returned(13) == 0);
  CHECK(returned(14) == 1);
  CHECK(returned(365) == 1);  // half of it is left
  CHECK(returned(366) == 0);
  CHECK(returned(366, 2) == 1);
  ada.ledger = {favour(LedgerSide::received, 30), favour(LedgerSide::received, 13)};
  CHECK(gifts(ada, Rule::reciprocate) == 0);
  ada.ledger[1].day = ago(14);
  CHECK(gifts(ada, Rule::reciprocate) == 1);
  ada.manual_layer = 0;
  CHECK(gifts(ada, Rule::reciprocate) == 0);
}

TEST_CASE("Limits: what is owed counts up to three, and what moves the person names the gift") {
  Contact ada = regular("Ada", 14, 10);
  ada.ledger = {favour(LedgerSide::received, 15, 3), favour(LedgerSide::received, 16, 3)};
  const auto gift = [&] {
    const Suggestion found = of_rule({ada}, Rule::reciprocate).at(0);
    CHECK(found.value == Approx(0.7));
    return english(found.idea);
  };
  CHECK(gift() == "Ask Ada what would be of use just now.");
  ada.profile.ratings.fun = 1;
  CHECK(gift() == "Invite Ada to something you go to anyway.");
  ada.profile.ratings.access = 2;
  CHECK(gift() == "Think of somebody whom Ada would like to meet.");
  ada.profile.ratings = {};
  ada.profile.ratings.access = 1;
  CHECK(gift() == "Think of somebody whom Ada would like to meet.");
  ada.profile.ratings = {};
  ada.profile.ratings.status = 1;
  CHECK(gift() == "Say in front of others what Ada did for you.");
}

TEST_CASE("Limits: a part is returned by a gift after what is owed, up to today") {
  Contact ada = regular("Ada", 14, 20);
  ada.ledger = {favour(LedgerSide::received, 20, 3), favour(LedgerSide::gave, 5, 1)};
  const auto is_part = [&](int days) {
    ada.ledger[1].day = ago(days);
    return of_rule({ada}, Rule::reciprocate).at(0).why.at(0).key == "week.partly_returned";
  };
  CHECK(is_part(19));
  CHECK_FALSE(is_part(20));
  CHECK(is_part(0));
  CHECK_FALSE(is_part(-1));
}

TEST_CASE("Limits: an idea needs two in touch, in the inner circles, who may be spoken of") {
  std::vector<Contact> two = {matching("Ada", "Rust", ""), matching("Bob", "", "rust")};
  const Pairs bob_first = {{"Bob", "Ada"}};
  CHECK(ideas(two) == bob_first);
  two[1].profile.offers = {"Go"};
  CHECK(ideas(two).empty());
  two[1].profile.offers = {"rust"};
  two[0].manual_layer = 50;
  CHECK(ideas(two) == bob_first);
  for (const int layer : {150, 0}) {
    two[0].manual_layer = layer;
    CHECK(ideas(two).empty());
  }
  two[0].manual_layer.reset();
  for (Contact& one : two) {
    one.snoozed_until = today + std::chrono::days(3);
    CHECK(ideas(two).empty());
    one.snoozed_until.reset();
    one.profile.grief = ago(3);
    CHECK(ideas(two).empty());
    one.profile.grief.reset();
  }
  CHECK(ideas(two) == bob_first);
}

TEST_CASE("Limits: first asked is who helps, else the stronger tie, else by UID") {
  CHECK(ideas({matching("Ada", "", "rust"), matching("Bob", "Rust", "")}) == Pairs{{"Ada", "Bob"}});
  CHECK(ideas({matching("Ada", "Rust", ""), matching("Bob", "", "rust")}) == Pairs{{"Bob", "Ada"}});
  std::vector<Contact> both = {matching("Bob", "Rust", "Go"), matching("Ada", "Go", "Rust")};
  CHECK(ideas(both) == Pairs{{"Ada", "Bob"}});
  both[0].touches.push_back(touch_ago(5));
  CHECK(ideas(both) == Pairs{{"Bob", "Ada"}});
  std::swap(both[0], both[1]);
  CHECK(ideas(both) == Pairs{{"Bob", "Ada"}});
}

TEST_CASE("Limits: who was introduced to somebody rests for thirty days; a no keeps nobody busy") {
  const std::vector<Contact> three = {matching("Ada", "Rust", ""), matching("Bob", "", "rust"),
                                      regular("Cy", 14, 10)};
  Circle circle;
  const auto after = [&](const network::Introduction& one) {
    circle.introductions = {one};
    return ideas(three, circle).size();
  };
  CHECK(after(introduced("Ada", "Cy", ago(29))) == 0);
  CHECK(after(introduced("Cy", "Ada", ago(29))) == 0);
  CHECK(after(introduced("Ada", "Cy", ago(30))) == 1);
  CHECK(after(introduced("Bob", "Cy", ago(29))) == 0);
  CHECK(after(introduced("Ada", "Cy", std::nullopt)) == 1);
  // A pair that was ever taken up is not proposed again, whoever stood first and whatever came of it.
  CHECK(after(introduced("Ada", "Bob", ago(400))) == 0);
  CHECK(after(introduced("Bob", "Ada", std::nullopt)) == 0);
  circle.introductions = {introduced("Ada", "Cy", ago(400)), introduced("Ada", "Cy", ago(5))};
  CHECK(ideas(three, circle).empty());
  std::swap(circle.introductions[0], circle.introductions[1]);
  CHECK(ideas(three, circle).empty());
}

TEST_CASE("Limits: friends in common make an introduction newer, up to three of them") {
  std::vector<Contact> book = {matching("Ada", "Rust", ""), matching("Bob", "", "rust")};
  for (int i = 0; i < 4; ++i) book.push_back(regular("Friend" + std::to_string(i), 14, 10));
  const auto value = [&](std::size_t friends) {
    Circle circle;
    for (std::size_t who : {std::size_t{0}, std::size_t{1}})
      for (std::size_t i = 0; i < friends; ++i)
        circle.signs.push_back({who, 2 + i, PairEvidence::user_said, ago(3), 2});
    return of_rule(book, Rule::introduce, {}, circle).at(0).value;
  };
  // One need met and equal ties: .45·.7 + .15·novelty + .20·1 (metrics.md 2.13).
  CHECK(value(0) == Approx(0.7 * (0.45 * 0.7 + 0.15 * 0.8 + 0.20)));
  CHECK(value(1) == Approx(0.7 * (0.45 * 0.7 + 0.15 * 1 + 0.20)));
  CHECK(value(3) == Approx(0.7 * (0.45 * 0.7 + 0.15 * 1 + 0.20)));
  CHECK(value(4) == Approx(0.7 * (0.45 * 0.7 + 0.15 * 0.4 + 0.20)));
}

TEST_CASE("Limits: a step of an introduction needs both in the book, and both open to it") {
  using network::Consent;
  std::vector<Contact> two = {regular("Ada", 14, 10), regular("Bob", 14, 10)};
  Circle circle;
  circle.introductions = {
      {Uid("i"), Uid("uid-Ada"), Uid("uid-Bob"), "", Consent::not_asked, Consent::not_asked, {}, ""}};
  CHECK(ideas(two, circle) == Pairs{{"Ada", "Bob"}});
  for (Contact& one : two) {
    one.do_not_suggest = true;
    CHECK(ideas(two, circle).empty());
    one.do_not_suggest = false;
  }
  CHECK(ideas({two[0]}, circle).empty());
  CHECK(ideas({two[1]}, circle).empty());
}
