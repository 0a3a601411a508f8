// metrics.md 2.20.
#include "core/network/follow_through.h"

#include <catch2/catch.hpp>

#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::ago;
using relations::Share;

namespace {

std::vector<VenueEvent> events(int count, const char* type, int kept) {
  return std::vector<VenueEvent>(static_cast<std::size_t>(count), VenueEvent{type, kept});
}

std::vector<std::string> types(const std::vector<VenueEvent>& all) {
  std::vector<std::string> names;
  for (const VenueYield& yield : venue_yields(all)) names.push_back(yield.type);
  return names;
}

}  // namespace

TEST_CASE("How soon the first word follows") {
  const std::vector<FirstWord> words = {
      {ago(20), ago(20)}, {ago(20), ago(18)}, {ago(20), ago(13)}, {ago(9), {}}};
  const FollowUpLatency latency = follow_up_latency(words);
  CHECK(latency.met == 4);
  CHECK(*latency.median_days == 2);
  CHECK(latency.prompt == Share{2, 4});
  CHECK_FALSE(follow_up_latency({}).median_days);
  CHECK_FALSE(follow_up_latency({}).prompt.value());
}

TEST_CASE("A contact is kept with two touches in the ninety days after") {
  CHECK(is_kept(ago(100), std::vector{ago(90), ago(10)}));
  CHECK_FALSE(is_kept(ago(100), std::vector{ago(100), ago(10)}));
  CHECK_FALSE(is_kept(ago(100), std::vector{ago(90), ago(9)}));
  CHECK_FALSE(is_kept(ago(100), {}));
}

TEST_CASE("Venues keep the known order until there are three events of each kind attended") {
  const std::vector<std::string> order(venue_order().begin(), venue_order().end());
  CHECK(types({}) == order);
  std::vector<VenueEvent> attended = events(3, "conference", 0);
  CHECK(types(attended) == order);
  const std::vector<VenueEvent> clubs = events(2, "club", 4);
  attended.insert(attended.end(), clubs.begin(), clubs.end());
  CHECK(types(attended) == order);
  attended.push_back({"club", 1});
  CHECK(types(attended)[0] == "club");
  CHECK(types(attended)[1] == "conference");
  CHECK(types(attended)[2] == "meetup");
}

TEST_CASE("A yield comes with its number of events") {
  const std::vector<VenueYield> yields =
      venue_yields(std::vector<VenueEvent>{{"meetup", 1}, {"meetup", 2}, {"choir", 1}});
  CHECK(yields[1].type == "meetup");
  CHECK(yields[1].events == 2);
  CHECK(*yields[1].yield == 1.5);
  CHECK_FALSE(yields[0].yield);
  CHECK(yields.back().type == "choir");
}

TEST_CASE("Three answers between one and five") {
  CHECK(*relatedness(std::vector{5, 4, 3}) == 4);
  CHECK_FALSE(relatedness(std::vector{5, 4}));
  CHECK_FALSE(relatedness(std::vector{5, 4, 6}));
  CHECK_FALSE(relatedness(std::vector{5, 4, 0}));
}

TEST_CASE("The median time to an answer") {
  CHECK(*answer_time(std::vector{30, 50, 240}) == 50);
  CHECK_FALSE(answer_time({}));
}
