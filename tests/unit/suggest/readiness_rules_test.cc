// The rules build-now and warm-contacts, and the readiness they rest on (metrics.md 2.18, features.md row
// 31).
#include <catch2/catch.hpp>

#include "core/suggest/build_now.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using relations::LedgerSide;

namespace {

Circle in_werft() {
  Circle circle;
  circle.own.organisation = "Werft";
  circle.own.wanted_roles = {{"mentor", 2}};
  return circle;
}

/// Somebody of another house: met (deep) or written to (short) every two weeks, last `last` days ago.
Contact outside(const std::string& name, bool is_deep, int last = 10, int count = 12) {
  Contact contact = regular(name, 14, last, count);
  contact.organisation = "Kontor";
  for (relations::Touch& touch : contact.touches)
    if (!is_deep)
      touch = {touch.at, touch.day, Channel::mail, Direction::out,
               relations::touch_weight(Channel::mail, Direction::out, 1)};
  return contact;
}

network::ReadinessParts parts_of(const std::vector<Contact>& contacts, const Circle& circle = in_werft()) {
  return Ranking(contacts, circle, now).readiness().value().parts;
}

std::vector<std::string> names_of(const std::vector<Contact>& contacts, Rule rule,
                                  const Circle& circle = in_werft()) {
  std::vector<std::string> names;
  for (const Suggestion& one : of_rule(contacts, rule, {}, circle)) names.push_back(one.person_name);
  return names;
}

using Names = std::vector<std::string>;

Circle in_crisis() {
  Circle circle;
  circle.own.crisis = ago(3);
  return circle;
}

}  // namespace

TEST_CASE("Readiness: each part from what is known of people") {
  std::vector<Contact> two = {outside("Ada", true), outside("Bob", false)};
  two[0].roles = {Role::mentor};
  network::ReadinessParts parts = parts_of(two);
  CHECK(parts.roles == 0.5);      // one of two mentors
  CHECK(parts.bench == 1.0 / 8);  // Bob was only written to
  CHECK_FALSE(parts.balanced);    // nothing given or received
  CHECK(parts.warm == 1);
  two[0].organisation = "Werft";
  CHECK(parts_of(two).bench == 0);
  two[0].ledger = {favour(LedgerSide::received, 0, 3)};
  two[1].ledger = {favour(LedgerSide::gave, 0, 3)};
  CHECK(parts_of(two).balanced == 0.5);
  CHECK_FALSE(Ranking({person("New")}, Circle{}, now).readiness().value_or(network::Readiness{}).parts.warm);
}

TEST_CASE("Readiness: warm is a touch without an ask, within two rhythms") {
  Contact ada = outside("Ada", true);
  ada.manual_cadence = 5;
  CHECK(parts_of({ada}).warm == 1);  // ten days ago
  ada.manual_cadence = 4;
  CHECK(parts_of({ada}).warm == 0);
  ada.manual_cadence = 5;
  ada.ask_days = {ago(10)};
  CHECK(parts_of({ada}).warm == 0);  // the last free one was before
  ada.manual_cadence = 12;
  CHECK(parts_of({ada}).warm == 1);
  ada.manual_cadence = 11;
  CHECK(parts_of({ada}).warm == 0);
  ada.ask_days.clear();
  ada.touches.push_back(touch_ago(1));
  ada.touches.back().weight = 0;  // a circular
  ada.manual_cadence = 4;
  CHECK(parts_of({ada}).warm == 0);
}

TEST_CASE("Readiness: the bench counts beyond the fifteen strongest, the other parts do not") {
  std::vector<Contact> book;
  for (int i = 0; i < 15; ++i) {
    book.push_back(outside("In" + std::to_string(i), true, 10, 20));
    book.back().organisation = "Werft";
    book.back().ledger = {favour(LedgerSide::gave, 0)};
  }
  for (int i = 0; i < 3; ++i) {
    book.push_back(outside("Out" + std::to_string(i), true, 10, 5));
    book.back().ledger = {favour(LedgerSide::received, 0, 3)};
  }
  network::ReadinessParts parts = parts_of(book);
  CHECK(parts.bench == 3.0 / 8);
  CHECK(parts.balanced == 1);
  CHECK(parts.warm_ties == relations::Share{15, 15});
  std::swap(book.front(), book.back());  // in whatever order
  CHECK(parts_of(book).bench == 3.0 / 8);
  CHECK(parts_of(book).balanced == 1);
  book.front() = outside("Short", false, 10, 5);
  CHECK(parts_of(book).bench == 2.0 / 8);
  book[16] = outside("Gone", true, 400, 5);
  CHECK(parts_of(book).bench == 1.0 / 8);
}

TEST_CASE("Readiness: below one half there are words to build on, from one half on none") {
  std::vector<Contact> two = {outside("Ada", false), outside("Bob", false)};
  CHECK(names_of(two, Rule::build_now) == Names{"Ada", "Bob"});  // (0 + 0 + 1)/3
  Circle circle = in_werft();
  circle.own.wanted_roles = {{"mentor", 1}};
  two[0].roles = {Role::mentor};
  CHECK(names_of(two, Rule::build_now, circle).empty());  // (1 + 0 + 1)/3
}

TEST_CASE("Readiness: words to build on go to short contacts of another house, the strongest first") {
  std::vector<Contact> book = {outside("Weak", false, 10, 5), outside("Strong", false, 10, 12),
                               outside("Deep", true), outside("Inside", false)};
  book[3].organisation = "Werft";
  CHECK(names_of(book, Rule::build_now) == Names{"Strong", "Weak"});
  const auto without = [&](auto change) {
    std::vector<Contact> changed = book;
    change(changed[1]);
    return names_of(changed, Rule::build_now) == Names{"Weak"};
  };
  CHECK(without([](Contact& c) { c.manual_layer = 0; }));
  CHECK(without([](Contact& c) { c.snoozed_until = today + std::chrono::days(2); }));
  CHECK(without([](Contact& c) { c.planned = now.instant + std::chrono::hours(30); }));
  CHECK(without([](Contact& c) { c.organisation.clear(), c.email.clear(); }));
  CHECK_FALSE(without([](Contact& c) { c.manual_layer = 150; }));
  Circle circle = in_werft();
  circle.own.boss = Uid("uid-Strong");
  CHECK(names_of(book, Rule::build_now, circle) == Names{"Weak"});
}

TEST_CASE("Readiness: five words at most, whoever is left in peace among the strongest") {
  std::vector<Contact> book;
  for (int i = 0; i < 8; ++i) book.push_back(outside("P" + std::to_string(i), false, 10, 20 - i));
  CHECK(names_of(book, Rule::build_now) == Names{"P0", "P1", "P2", "P3", "P4"});
  for (const std::size_t i : {0, 1, 2, 3, 4}) book[i].do_not_suggest = true;
  CHECK(names_of(book, Rule::build_now) == Names{"P5", "P6", "P7"});
  std::vector<Contact> equal;
  for (const char* name : {"Eve", "Bob", "Dan", "Ada", "Cy", "Fay"}) equal.push_back(outside(name, false));
  CHECK(names_of(equal, Rule::build_now) == Names{"Ada", "Bob", "Cy", "Dan", "Eve"});
}

TEST_CASE(
    "Readiness: in a hard time the inner circles, without those who were given much less than they gave") {
  Contact ada = regular("Ada", 14, 10);
  const auto warm = [&] { return names_of({ada}, Rule::warm_contacts, in_crisis()).size(); };
  for (const auto& [layer, count] : {std::pair{5, 1}, {15, 1}, {50, 0}, {150, 0}, {0, 0}}) {
    INFO(layer);
    ada.manual_layer = layer;
    CHECK(std::ssize(names_of({ada}, Rule::warm_contacts, in_crisis())) == count);
  }
  ada.manual_layer.reset();
  // (G − R)/(G + R + 2): −.5/2.5 is −.2 (metrics.md 2.9).
  ada.ledger = {favour(LedgerSide::received, 365)};
  CHECK(warm() == 1);
  ada.ledger[0].day = ago(364);
  CHECK(warm() == 0);
  ada.ledger.clear();
  ada.planned = now.instant + std::chrono::hours(30);
  CHECK(warm() == 0);
  ada.planned.reset();
  Circle with_boss = in_crisis();
  with_boss.own.boss = ada.uid;
  CHECK(names_of({ada}, Rule::warm_contacts, with_boss).empty());
  CHECK(names_of({ada}, Rule::build_now, in_crisis()).empty());
  Contact quiet = regular("Ada", 7, 300);
  quiet.manual_layer = 5;
  CHECK(names_of({quiet}, Rule::warm_contacts, in_crisis()).empty());
}
