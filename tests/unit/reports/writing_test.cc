// While a mail is written: the ask gate of its recipients, and whom a text would interest.
#include "helper/people/writing.h"
#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

std::vector<Recipient> recipients(SmallWorld& world, const std::vector<std::string>& emails) {
  return recipients_of(*world.snapshot(), SmallWorld::today, emails);
}

void interest(SmallWorld& world, const std::string& uid, const std::vector<std::string>& interests) {
  calendar::Profile profile;
  profile.interests = interests;
  world.profile(profile, uid);
}

std::vector<std::string> names_of(const Readers& readers) {
  std::vector<std::string> names;
  for (const Reader& reader : readers.people) names.push_back(reader.person.name);
  return names;
}

}  // namespace

TEST_CASE("features_039_an_ask_without_a_gift_is_pointed_out_and_one_gift_opens_the_gate") {
  SmallWorld world;
  world.living("ada");
  REQUIRE(recipients(world, {"Ada@Example.org"}).size() == 1);
  CHECK_FALSE(recipients(world, {"Ada@Example.org"})[0].gate.is_open());
  world.gave("ada", 3);
  const std::vector<Recipient> after = recipients(world, {"ada@example.org"});
  CHECK(after[0].gate.is_open());
  CHECK(after[0].gate.gives == 1);
}

TEST_CASE("recipients come in order, each person once, strangers not at all") {
  SmallWorld world;
  world.living("ada");
  world.living("ben");
  const auto found =
      recipients(world, {"ben@example.org", "nobody@example.org", "ada@example.org", "ben@example.org"});
  REQUIRE(found.size() == 2);
  CHECK(found[0].person.name == "Ben");
  CHECK(found[1].email == "ada@example.org");
  CHECK(found[1].last_contact);
}

TEST_CASE("features_053_a_text_about_compilers_goes_first_to_who_likes_compilers") {
  SmallWorld world;
  world.living("ada");
  world.living("ben");
  world.living("cleo");
  interest(world, "ada", {"gardens", "Compilers"});
  interest(world, "ben", {"compilers", "type theory"});
  interest(world, "cleo", {"art"});
  const Readers readers = readers_of(*world.snapshot(), "A start on compilers, and some Type Theory.");
  CHECK(readers.interests_known == 3);
  CHECK(names_of(readers) == std::vector<std::string>{"Ben", "Ada"});
  CHECK(readers.people[0].interests == std::vector<std::string>{"compilers", "type theory"});
  CHECK(readers.people[0].email == "ben@example.org");
}

TEST_CASE("nobody is named who is not to be suggested, and nothing follows from a text without topics") {
  SmallWorld world;
  world.living("ada");
  calendar::Profile profile;
  profile.interests = {"compilers"};
  profile.do_not_suggest = true;
  world.profile(profile, "ada");
  CHECK(readers_of(*world.snapshot(), "compilers").people.empty());
  CHECK(readers_of(*world.snapshot(), "").people.empty());
}

TEST_CASE("features_035_an_ask_of_somebody_far_is_a_small_one") {
  SmallWorld world;
  world.living("ada");
  world.living("ben");
  calendar::Profile far;
  far.layer = 150;
  world.profile(far, "ben");
  const std::vector<Recipient> found = recipients(world, {"ada@example.org", "ben@example.org"});
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].ask_small);
  CHECK(found[1].ask_small);
}
