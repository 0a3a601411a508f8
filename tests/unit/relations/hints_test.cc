// The edges of small observations; their examples are in tests/unit/features.
#include "core/relations/hints.h"

#include <catch2/catch.hpp>

#include "core/relations/motives.h"
#include "core/relations/recipients.h"
#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::relations;

TEST_CASE("Hard feedback is due after 180 days, with a mentor") {
  CHECK(hard_feedback_is_due(std::vector{received(1, 180, GiveKind::feedback)}, 1, today));
  CHECK_FALSE(hard_feedback_is_due(std::vector{received(1, 179, GiveKind::feedback)}, 1, today));
  CHECK(hard_feedback_is_due(std::vector{gave(1, 1, GiveKind::feedback)}, 1, today));
  CHECK(hard_feedback_is_due({}, 1, today));
  CHECK_FALSE(hard_feedback_is_due({}, 0, today));
}

TEST_CASE("Belonging is looked after in the inner layers") {
  const std::vector old = {gave(1, 181, GiveKind::thanks)},
                    recent = {gave(1, 180, GiveKind::emotional_support)};
  CHECK(belonging_is_due(old, 15, today));
  CHECK(belonging_is_due({}, 5, today));
  CHECK(belonging_is_due(std::vector{gave(1, 1, GiveKind::advice)}, 5, today));
  CHECK_FALSE(belonging_is_due(recent, 15, today));
  CHECK_FALSE(belonging_is_due(old, 50, today));
  CHECK_FALSE(belonging_is_due(old, 0, today));
}

TEST_CASE("Far layers get small gifts and small asks") {
  for (const int layer : {150, 0}) {
    CHECK(is_ostentatious(3, layer));
    CHECK_FALSE(is_ostentatious(2, layer));
    CHECK(should_ask_small(layer));
  }
  for (const int layer : {5, 15, 50}) {
    CHECK_FALSE(is_ostentatious(3, layer));
    CHECK_FALSE(should_ask_small(layer));
  }
}

TEST_CASE("Gifts follow the strongest motive") {
  CHECK(gifts_for({}) == all_give_kinds);
  const auto fun_first = gifts_for({2, 1, 0});
  CHECK(fun_first[0] == GiveKind::access);
  CHECK(fun_first[1] == GiveKind::public_recognition);
  CHECK(fun_first[2] == all_give_kinds[0]);
  const auto equal = gifts_for({1, 1, 1});
  CHECK(equal[0] == GiveKind::access);
  CHECK(equal[1] == GiveKind::public_recognition);
  CHECK(equal[2] == GiveKind::introduction);
  CHECK(gifts_for({1, 1, 2})[0] == GiveKind::introduction);
}

TEST_CASE("Referrals to people whose level is unknown are counted apart") {
  const std::vector entries = {gave(1, 0, GiveKind::referral), gave(1, 1, GiveKind::help),
                               received(1, 1, GiveKind::referral), gave(1, -1, GiveKind::referral)};
  const auto unknown = [](const Uid&) { return std::optional<int>(); };
  const auto junior = [](const Uid&) { return std::optional<int>(1); };
  CHECK(referrals_below(entries, unknown, 2, today).unknown == 1);
  CHECK(referrals_below(entries, unknown, 2, today).below == Share{0, 0});
  CHECK(referrals_below(entries, junior, 2, today).below == Share{1, 1});
  CHECK(referrals_below(entries, junior, 1, today).below == Share{0, 1});
}

TEST_CASE("Gives of today count, those of tomorrow do not") {
  const auto nobody = [](const Uid&) { return false; };
  CHECK(gives_outside(std::vector{gave(1, 0), gave(1, -1), received(1)}, nobody, today) == Share{1, 1});
}

TEST_CASE("What came from whom") {
  const std::vector entries = {received(1, 0, GiveKind::opportunity), received(1, 1, GiveKind::advice),
                               gave(1, 1, GiveKind::opportunity), received(1, -1, GiveKind::opportunity)};
  CHECK(received_from(entries, Uid("ada"), GiveKind::opportunity, today) == 1);
  CHECK(received_from(entries, Uid("bob"), GiveKind::opportunity, today) == 0);
}
