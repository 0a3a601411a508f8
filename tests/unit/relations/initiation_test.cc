// metrics.md 2.9 (b) and (c).
#include "core/relations/initiation.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace goodturn;
using namespace goodturn::relations;

namespace {

Touch at_hour(int hour, Direction direction, double weight = 0.4) {
  const Instant at{std::chrono::hours(480'000 + hour)};
  return {at, std::chrono::floor<std::chrono::days>(at), Channel::mail, direction, weight};
}

constexpr Direction out = Direction::out, in = Direction::in, mutual = Direction::mutual;

}  // namespace

TEST_CASE("Wilson's interval matches the oracles") {
  const auto check = [](int part, int whole, double low, double high) {
    const std::optional<Interval> interval = wilson({part, whole});
    REQUIRE(interval);
    CHECK(interval->low == Approx(low).margin(1e-6));
    CHECK(interval->high == Approx(high).margin(1e-6));
  };
  check(8, 10, 0.4901625, 0.9433178);
  check(19, 20, 0.7638688, 0.9911186);
  check(3, 3, 0.4385030, 1.0);
  check(0, 3, 0.0, 0.5614970);
  CHECK_FALSE(wilson({0, 0}));
}

TEST_CASE("A share without a whole has no value") {
  CHECK_FALSE(Share{}.value());
  CHECK(*Share{3, 4}.value() == 0.75);
}

TEST_CASE("Only a clear excess is one-sided") {
  const auto balance = [](int outgoing, int incoming) { return initiation_balance({outgoing, incoming, 5}); };
  CHECK_FALSE(balance(8, 2)->is_one_sided);
  CHECK(balance(19, 1)->is_one_sided);
  CHECK(balance(1, 19)->is_one_sided);
  CHECK_FALSE(balance(2, 8)->is_one_sided);
  CHECK_FALSE(balance(50, 50)->is_one_sided);
  CHECK_FALSE(balance(3, 0)->is_one_sided);
  CHECK(balance(8, 2)->by_user == Share{8, 10});
  CHECK(balance(8, 2)->unclear == 5);
  CHECK_FALSE(balance(0, 0));
}

TEST_CASE("A conversation starts with the first touch and after three days of silence") {
  const std::vector<Touch> touches = {at_hour(0, out),      at_hour(10, in),           at_hour(10 + 71, in),
                                      at_hour(81 + 72, in), at_hour(153 + 72, mutual), at_hour(400, out)};
  CHECK(conversation_starts(touches) == ConversationStarts{2, 1, 1});
  CHECK(conversation_starts({}) == ConversationStarts{});
}

TEST_CASE("A circular neither starts nor continues a conversation") {
  const std::vector<Touch> touches = {at_hour(0, in, 0), at_hour(1, out), at_hour(50, in, 0),
                                      at_hour(80, in)};
  CHECK(conversation_starts(touches) == ConversationStarts{1, 1, 0});
}

TEST_CASE("A late reply starts nothing, but it breaks the silence") {
  const std::vector<Touch> touches = {at_hour(0, out), at_hour(200, in), at_hour(210, out),
                                      at_hour(500, out)};
  const IsReply second = [](std::size_t i) { return i == 1; };
  CHECK(conversation_starts(touches) == ConversationStarts{2, 1, 0});
  CHECK(conversation_starts(touches, second) == ConversationStarts{2, 0, 0});
}

TEST_CASE("A fall of the own initiative needs more than chance") {
  CHECK(initiative_fell({8, 10}, {3, 10}));
  CHECK_FALSE(initiative_fell({8, 10}, {6, 10}));
  CHECK_FALSE(initiative_fell({8, 10}, {4, 10}));  // z = 1.83
  CHECK_FALSE(initiative_fell({3, 10}, {8, 10}));
  CHECK_FALSE(initiative_fell({0, 0}, {3, 10}));
  CHECK_FALSE(initiative_fell({8, 10}, {0, 0}));
  CHECK_FALSE(initiative_fell({10, 10}, {10, 10}));
}

TEST_CASE("The published index compares shares of either side's own total") {
  CHECK(*imbalance_index(10, 100, 30, 60) == Approx(1.609438).margin(1e-6));
  CHECK(*imbalance_index(30, 60, 10, 100) == Approx(1.609438).margin(1e-6));
  CHECK(*imbalance_index(10, 100, 5, 50) == Approx(0).margin(1e-12));
  CHECK_FALSE(imbalance_index(0, 100, 5, 50));
  CHECK_FALSE(imbalance_index(1, 0, 5, 50));
}
