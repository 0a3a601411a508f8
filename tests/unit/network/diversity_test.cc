// metrics.md 2.11 and 2.12.
#include "core/network/diversity.h"

#include <catch2/catch.hpp>
#include <vector>

#include "core/network/homophily.h"

using namespace goodturn::network;

namespace {

void check(const std::vector<int>& counts, double blau, double unbiased, double iqv, double effective) {
  const auto result = diversity(counts);
  REQUIRE(result);
  CHECK(result->blau == Approx(blau).margin(1e-6));
  CHECK(*result->unbiased == Approx(unbiased).margin(1e-6));
  CHECK(*result->iqv == Approx(iqv).margin(1e-6));
  CHECK(result->effective == Approx(effective).margin(1e-6));
}

using Groups = std::vector<std::optional<std::string>>;

}  // namespace

TEST_CASE("The table of diversities") {
  check({5, 3, 2}, 0.62, 0.688889, 0.93, 2.631579);
  check({1, 1, 1, 1}, 0.75, 1, 1, 4);
  check({4, 4, 2, 0, 0}, 0.64, 0.711111, 0.8, 2.777778);
  const auto one = diversity(std::vector{10});
  CHECK(one->blau == Approx(0).margin(1e-6));
  CHECK(*one->unbiased == Approx(0).margin(1e-6));
  CHECK_FALSE(one->iqv);
  CHECK(one->effective == Approx(1).margin(1e-6));
}

TEST_CASE("Nobody has no diversity, one person no unbiased one") {
  CHECK_FALSE(diversity({}));
  CHECK_FALSE(diversity(std::vector{0, 0}));
  CHECK_FALSE(diversity(std::vector{1, 0})->unbiased);
  CHECK(diversity(std::vector{1, 0})->known == 1);
}

TEST_CASE("By heads and by time, the unknown ones counted apart") {
  const std::vector<GroupMember> members = {{"sales", 6}, {"sales", 0},       {"law", 3},
                                            {"law", 1},   {std::nullopt, 50}, {"crafts", 0}};
  const auto views = diversity_of(members);
  REQUIRE(views);
  CHECK(views->heads.known == 5);
  CHECK(views->heads.unknown == 1);
  CHECK(views->heads.categories == 3);
  CHECK(views->heads.blau == Approx(1 - (0.16 + 0.16 + 0.04)).margin(1e-6));
  REQUIRE(views->time);
  CHECK(views->time->categories == 2);
  CHECK(views->time->blau == Approx(1 - (0.36 + 0.16)).margin(1e-6));
  CHECK(views->time->unknown == 1);
  CHECK_FALSE(views->time->unbiased);
}

TEST_CASE("Diversity without values or without strength") {
  CHECK_FALSE(diversity_of({}));
  CHECK_FALSE(diversity_of(std::vector<GroupMember>{{std::nullopt, 3}}));
  CHECK_FALSE(diversity_of(std::vector<GroupMember>{{"sales", 0}})->time);
}

TEST_CASE("The E-I index and what chance would give") {
  CHECK(external_internal(3, 7, 0, 0)->index == Approx(-0.4).margin(1e-6));
  CHECK(external_internal(12, 4, 0, 0)->index == Approx(0.5).margin(1e-6));
  CHECK_FALSE(external_internal(0, 0, 5, 10));
  CHECK_FALSE(external_internal(3, 7, 0, 0)->expected);
  const auto mostly_one_group = external_internal(7, 28, 113, 156);
  CHECK(mostly_one_group->index == Approx(-0.6).margin(1e-6));
  CHECK(*mostly_one_group->expected == Approx(-0.448718).margin(1e-6));
  CHECK(*mostly_one_group->difference == Approx(-0.151282).margin(1e-6));
}

TEST_CASE("Groups that are not known are counted apart on both sides") {
  const Groups contacts = {"law", "law", "sales", std::nullopt};
  const Groups everybody = {"law", "sales", "sales", std::nullopt, "crafts"};
  const auto result = external_internal("law", contacts, everybody);
  REQUIRE(result);
  CHECK(result->internal == 2);
  CHECK(result->external == 1);
  CHECK(result->unknown == 1);
  CHECK(*result->expected == Approx(0.5).margin(1e-6));
  CHECK_FALSE(external_internal("law", Groups{std::nullopt}, everybody));
}
