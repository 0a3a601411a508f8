// Plans from bases and listings, and the guards.
#include "core/sync/plan.h"
#include "tests/support/in_english.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::sync;

namespace {

BaseMark mark(const std::string& name, bool same = true, bool gone = false) {
  return {Href(name), Uid("uid-" + name), Etag("\"1\""), gone, same && !gone};
}

Listing complete(const std::vector<std::string>& names, const std::string& etag = "\"1\"") {
  Listing listing;
  listing.complete = true;
  for (const auto& name : names) listing.members.push_back({Href(name), Etag(etag)});
  return listing;
}

std::vector<BaseMark> known(int count, bool gone = false) {
  std::vector<BaseMark> marks;
  for (int number = 100; number < 100 + count; ++number)
    marks.push_back(mark(std::to_string(number), true, gone));
  return marks;
}

std::vector<std::string> names(int first, int count) {
  std::vector<std::string> made;
  for (int number = first; number < first + count; ++number) made.push_back(std::to_string(number));
  return made;
}

std::vector<std::string> words(const std::vector<Said>& lines) {
  return helper::in_words(lines, helper::Language::en);
}

}  // namespace

TEST_CASE("one plan with every kind of step") {
  const std::vector<BaseMark> marks = {mark("a"), mark("b", false), mark("c"), mark("d", true, true),
                                       mark("e"), mark("f", false)};
  Listing listing = complete({"a", "b", "d", "g"});
  listing.members.push_back({Href("e"), Etag("\"2\"")});
  const std::vector<Unsent> unsent = {{Href("h"), Uid("new")}};
  const Plan plan = make_plan(marks, unsent, listing, {});
  CHECK(
      words(lines_of(plan, "Book", {{Href("b"), Said("Ben Example")}, {Href("f"), Said("Frida Example")}})) ==
      std::vector<std::string>{"send Ben Example (b)", "delete here c", "delete there d", "fetch e",
                               "create there Frida Example (f)", "fetch g", "create there h",
                               "Book: 7 to do"});
  CHECK(plan.steps[3].etag == Etag("\"2\""));
  CHECK(plan.steps[0].etag == Etag("\"1\""));
  CHECK(plan.store_token);
}

TEST_CASE("what a delta does not name is as agreed") {
  Listing delta;
  delta.removed = {Href("b"), Href("unknown")};
  const std::vector<BaseMark> marks = {mark("a"), mark("b"), mark("c", false)};
  CHECK(words(lines_of(make_plan(marks, {}, delta, {}), "Book", {})) ==
        std::vector<std::string>{"delete here b", "send c", "Book: 2 to do"});
}

TEST_CASE("a delta is planned from the items that it names or that changed here") {
  Listing delta;
  for (int number = 100; number < 111; ++number) delta.removed.emplace_back(std::to_string(number));
  Guards guards;
  guards.known = 1000;
  CHECK(make_plan(known(11), {}, delta, guards).count(Verb::delete_local) == 11);
  guards.known = 54;
  CHECK(make_plan(known(11), {}, delta, guards).suspicions ==
        std::vector{Suspicion{Verb::delete_local, 11, 54, false}});
}

TEST_CASE("the token of an empty listing is not kept, whatever the listing was") {
  Listing delta;
  CHECK_FALSE(make_plan(known(3), {}, delta, {}).store_token);
  delta.removed = {Href("gone long ago")};
  CHECK(make_plan(known(3), {}, delta, {}).store_token);
}

TEST_CASE("an unsent item whose name the server has is looked at, not overwritten") {
  const std::vector<Unsent> unsent = {{Href("a"), Uid("a")}};
  const Plan plan = make_plan({}, unsent, complete({"a"}), {});
  REQUIRE(plan.steps.size() == 1);
  CHECK(plan.steps[0].verb == Verb::fetch);
  CHECK(plan.steps[0].local == Change::edited);
}

TEST_CASE("an emptied server deletes nothing and its token is not kept") {
  const Plan plan = make_plan(known(3), {}, complete({}), {});
  CHECK(plan.steps.empty());
  CHECK(plan.suspicions == std::vector{Suspicion{Verb::delete_local, 3, 3, true}});
  CHECK(plan.warnings.size() == 1);
  CHECK_FALSE(plan.store_token);
  CHECK(make_plan(known(1), {}, complete({}), {}).suspicions ==
        std::vector{Suspicion{Verb::delete_local, 1, 1, true}});
  CHECK_FALSE(make_plan({}, {}, complete({}), {}).store_token);
  // What was named and left out was no glitch.
  Guards guards;
  guards.names_left_out = true;
  CHECK(make_plan({}, {}, complete({}), guards).store_token);
  CHECK(make_plan({}, {}, complete({}), {}).warnings.empty());
}

TEST_CASE("a server that looks emptied is believed in nothing, whatever changed here") {
  std::vector<BaseMark> marks = known(2);
  marks.push_back(mark("edited", false));
  marks.push_back(mark("gone", true, true));
  const std::vector<Unsent> unsent = {{Href("new"), Uid("new")}};
  const Plan plan = make_plan(marks, unsent, complete({}), {});
  // Neither deleted nor created nor forgotten: with the new item it would not look emptied the next time.
  CHECK(plan.steps.empty());
  CHECK(plan.suspicions == std::vector{Suspicion{Verb::delete_local, 2, 4, true}});
  REQUIRE(plan.warnings.size() == 1);
  CHECK(tests::english(plan.warnings[0]).starts_with("4 of 4 items vanished"));
  Guards confirmed;
  confirmed.agreed_here = 2;
  CHECK(make_plan(marks, unsent, complete({}), confirmed).steps.size() == 5);
}

TEST_CASE("more than ten and more than a fifth of deletions ask first, in either direction") {
  Guards confirmed;
  confirmed.agreed_here = 11;
  CHECK(make_plan(known(50), {}, complete(names(110, 40)), {}).count(Verb::delete_local) == 10);
  CHECK(make_plan(known(50), {}, complete(names(111, 39)), {}).suspicions.size() == 1);
  CHECK(make_plan(known(100), {}, complete(names(120, 80)), {}).count(Verb::delete_local) == 20);
  CHECK(make_plan(known(100), {}, complete(names(121, 79)), {}).suspicions.size() == 1);
  CHECK(make_plan(known(50), {}, complete(names(111, 39)), confirmed).count(Verb::delete_local) == 11);
  // More than the user has seen is asked again.
  CHECK(make_plan(known(50), {}, complete(names(112, 38)), confirmed).suspicions.size() == 1);
  const Plan local = make_plan(known(50, true), {}, complete(names(100, 50)), {});
  CHECK(local.suspicions == std::vector{Suspicion{Verb::delete_remote, 50, 50, true}});
  CHECK(local.count(Verb::delete_remote) == 0);
}

TEST_CASE("a suspicious plan still does the rest") {
  std::vector<BaseMark> marks = known(50);
  marks.push_back(mark("x", false));
  auto listed = names(120, 30);
  listed.push_back("x");
  listed.push_back("y");
  const Plan plan = make_plan(marks, {}, complete(listed), {});
  CHECK(plan.count(Verb::push) == 1);
  CHECK(plan.count(Verb::fetch) == 1);
  CHECK(plan.suspicions.size() == 1);
}

TEST_CASE("where nothing may be written nothing is sent") {
  Guards read_only;
  read_only.may_write = false;
  const std::vector<BaseMark> marks = {mark("a", false), mark("b", true, true), mark("c")};
  const std::vector<Unsent> unsent = {{Href("d"), Uid("d")}};
  const Plan plan = make_plan(marks, unsent, complete({"a", "b", "c"}), read_only);
  CHECK(plan.steps.empty());
  CHECK(plan.unsendable == 3);
}

TEST_CASE("one UID under two names is told and both stay") {
  std::vector<BaseMark> marks = {mark("a"), mark("b")};
  marks[1].uid = marks[0].uid;
  const Plan plan = make_plan(marks, {}, complete({"a", "b"}), {});
  CHECK(plan.steps.empty());
  CHECK(plan.warnings.size() == 1);
  CHECK(plan.store_token);
}

TEST_CASE("the second run is silent") {
  const auto marks = known(30);
  const Plan plan = make_plan(marks, {}, complete(names(100, 30)), {});
  CHECK(plan.steps.empty());
  CHECK(plan.unchanged == 30);
}
