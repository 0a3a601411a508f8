// Many people tagged at once, and the filters that find them.
#include "helper/json/json.h"
#include "helper/people/profile.h"
#include "helper/people/shown.h"
#include "helper/people/tag.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/two_books.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

const std::vector<Uid> everybody = {Uid("u-ada"), Uid("u-work"), Uid("u-bob"), Uid("nobody")};

Words tags_of(TestWorld& test, const char* uid) { return snapshot(test)->by_uid(Uid(uid))->card.tags; }

Words found(TestWorld& test, PeopleQuery query) {
  Words names;
  for (const Person* one : find_people(snapshot(test), query).persons) names.push_back(one->card.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("many people are tagged at once; who cannot be is named, and one undo takes all back") {
  TestWorld test;
  two_books(test);
  REQUIRE(edit_collection(test.world(), test.collection("book").id, {{}, {}, true}));
  const Words ada = tags_of(test, "u-ada");
  const Words bob = tags_of(test, "u-bob");
  const auto tagged = tag_people(test.world(), test.undo(), everybody, {{"rowing"}, {}});
  REQUIRE(tagged);
  CHECK(tagged->changed == 2);
  CHECK(tagged->rest.sent);
  REQUIRE(tagged->untagged.size() == 2);
  CHECK(tagged->untagged[0].person == Uid("u-work"));
  CHECK(tests::english(tagged->untagged[0].why).find("Write tags back") != std::string::npos);
  CHECK(tagged->untagged[1].person == Uid("nobody"));
  CHECK(found(test, {"", "rowing"}) == Words{"Ada Berg", "Bob Holm"});
  CHECK(test.server.text("book/", "1.vcf").find("rowing") != std::string::npos);
  REQUIRE(test.undo().apply(test.world(), tagged->rest.undo));
  CHECK(tags_of(test, "u-ada") == ada);
  CHECK(tags_of(test, "u-bob") == bob);
  CHECK(test.server.text("book/", "1.vcf").find("rowing") == std::string::npos);
}

TEST_CASE("a tag that everybody has already changes nothing and has no undo") {
  TestWorld test;
  two_books(test);
  REQUIRE(edit_collection(test.world(), test.collection("book").id, {{}, {}, true}));
  REQUIRE(tag_people(test.world(), test.undo(), {Uid("u-bob")}, {{"rowing"}, {}}));
  const auto again = tag_people(test.world(), test.undo(), {Uid("u-bob")}, {{"rowing"}, {}});
  REQUIRE(again);
  CHECK(again->changed == 0);
  CHECK(again->rest.undo.empty());
  CHECK(tag_people(test.world(), test.undo(), {Uid("u-bob")}, {{"two\nlines"}, {}}).error().kind ==
        ErrorKind::invalid);
}

TEST_CASE("people are found by role, circle and silence; who was never met is not silent") {
  TestWorld test;
  two_books(test);
  PeopleQuery mentors;
  mentors.role = "mentor";
  CHECK(found(test, mentors) == Words{"Ada Berg"});
  PeopleQuery silent;
  silent.silent_days = 1;
  const Words met = found(test, silent);
  CHECK_FALSE(met.empty());
  const auto shown = snapshot(test);
  for (const Person& person : shown->persons()) {
    const bool is_met = std::find(met.begin(), met.end(), person.card.name) != met.end();
    CHECK(is_met == (shown->standing(person).days_since >= 1));
  }
  silent.silent_days = 30000;
  CHECK(found(test, silent).empty());
  std::size_t counted = 0;
  for (const int layer : {0, 5, 15, 50, 150}) {
    PeopleQuery circle;
    circle.layer = layer;
    counted += found(test, circle).size();
  }
  CHECK(counted == snapshot(test)->persons().size());
}

TEST_CASE("a person says their rhythm with its gaps, who introduced them, and whom they introduced") {
  TestWorld test;
  two_books(test);
  REQUIRE(edit_profile(test.world(), test.undo(), Uid("u-bob"), {{"introduced_by", "u-ada"}}));
  const auto read = snapshot(test);
  const auto items = Items::open(test.world());
  const Json bob = json_of_person(*read, *read->by_uid(Uid("u-bob")), *items, Language::en);
  const Json ada = json_of_person(*read, *read->by_uid(Uid("u-ada")), *items, Language::en);
  CHECK(bob["introduced_by"]["name"] == "Ada Berg");
  CHECK(bob["introduced"].empty());
  CHECK_FALSE(bob.contains("rhythm"));
  CHECK(ada["introduced"][0]["uid"] == "u-bob");
  CHECK(ada["rhythm"]["days_since"].get<int>() == read->standing(*read->by_uid(Uid("u-ada"))).days_since);
}

TEST_CASE("the balance is shown until it is turned off") {
  TestWorld test;
  CHECK(*shows_balance(test.world()));
  REQUIRE(show_balance(test.world(), false));
  CHECK_FALSE(*shows_balance(test.world()));
  CHECK(own_profile(test.world())->without_balance);
  REQUIRE(show_balance(test.world(), true));
  CHECK(*shows_balance(test.world()));
}
