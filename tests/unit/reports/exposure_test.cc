// Who appears in the lists: figures of the week for programs, lines for people.
#include "helper/json/json.h"
#include "helper/week/exposure_words.h"
#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

/// Ten showings of this month, two of them of people above the user; half of the living contacts are.
Week week_of(SmallWorld& world) {
  calendar::OwnProfile own;
  own.seniority = 2;
  world.own(own);
  for (int i = 0; i < 10; ++i) {
    const std::string uid = "p" + std::to_string(i);
    world.living(uid);
    calendar::Profile profile;
    profile.seniority = i < 5 ? 4 : 1;
    world.profile(profile, uid);
    if (i >= 3) world.shown(uid, 4);
  }
  world.shown("p9", 20);
  Week week;
  week.exposure = world.snapshot()->ranking().exposure();
  return week;
}

}  // namespace

TEST_CASE(
    "the exposure of a month is told in figures and in lines, and not where there is too little to say") {
  SmallWorld world;
  const Week week = week_of(world);
  const Json rows = json_of(week, Language::en).at("exposure");
  REQUIRE(rows.size() == 5);
  CHECK(rows[2].at("group") == "senior");
  CHECK(rows[2].at("shown") == 2);
  CHECK(rows[2].at("shown_of") == 8);
  CHECK(rows[2].at("alive") == 5);
  CHECK(rows[2].at("alive_of") == 10);
  CHECK(rows[2].at("ratio").get<double>() == Approx(0.5));
  CHECK_FALSE(rows[3].contains("ratio"));
  CHECK(exposure_lines(week.exposure, Language::en) ==
        std::vector<std::string>{
            "Below your level: 6 of 8 in the lists of a month, 5 of 10 among your living contacts",
            "Above your level: 2 of 8 in the lists of a month, 5 of 10 among your living contacts"});
  CHECK(exposure_lines(week.exposure, Language::de).at(0) ==
        "Unter Ihrer Stufe: 6 von 8 in den Listen eines Monats, 5 von 10 unter Ihren lebendigen Kontakten");
}
