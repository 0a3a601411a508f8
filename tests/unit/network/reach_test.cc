// metrics.md 2.16.
#include "core/network/reach.h"

#include <catch2/catch.hpp>

#include "tests/unit/network/toy.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::Share;

namespace {

constexpr auto none = std::nullopt;
using Bosses = std::vector<std::optional<std::size_t>>;
using People = std::vector<std::size_t>;

//        0
//    1       2
//  3   4   5   6
//  7
const Bosses firm = {none, 0, 0, 1, 1, 2, 2, 3};

const ClassReach& of(const std::array<ClassReach, 4>& classes, ReachClass wanted) {
  return classes[static_cast<std::size_t>(wanted)];
}

}  // namespace

TEST_CASE("A forest knows depths and chains") {
  const Hierarchy hierarchy(firm);
  CHECK(hierarchy.depth_of(0) == 0);
  CHECK(hierarchy.depth_of(7) == 3);
  CHECK(hierarchy.above(7) == People{3, 1, 0});
  CHECK(hierarchy.above(0).empty());
  CHECK(hierarchy.cycles().empty());
  CHECK(Hierarchy({}).size() == 0);
  CHECK_FALSE(Hierarchy({9}).boss_of(0));
}

TEST_CASE("Cycles are reported and taken out, what hangs on them stays") {
  const Hierarchy hierarchy({1, 2, 1, 1, 4, 3});  // 1 ⇄ 2, 4 reports to 4
  CHECK(hierarchy.cycles() == std::vector<People>{{1, 2}, {4}});
  CHECK_FALSE(hierarchy.boss_of(1));
  CHECK_FALSE(hierarchy.boss_of(2));
  CHECK_FALSE(hierarchy.boss_of(4));
  CHECK(hierarchy.boss_of(0) == 1);
  CHECK(hierarchy.above(5) == People{3, 1});
  CHECK(hierarchy.depth_of(5) == 2);
  CHECK(Hierarchy({1, 2, 0}).cycles() == std::vector<People>{{0, 1, 2}});
}

TEST_CASE("Parallel, above, outside and siblings of a boss") {
  const Hierarchy hierarchy(firm);
  std::vector<Post> posts(8, Post{"Example", none, false});
  posts[0].is_contact = posts[5].is_contact = true;
  const auto classes = class_reach(hierarchy, posts, 3, 7);
  CHECK(of(classes, ReachClass::parallel_other).people == People{5, 6});
  CHECK(of(classes, ReachClass::parallel_other).reached == Share{1, 2});
  CHECK(of(classes, ReachClass::above).people == People{0, 1});
  CHECK(of(classes, ReachClass::above).reached == Share{1, 2});
  CHECK(of(classes, ReachClass::boss_siblings).people == People{4});
  CHECK(of(classes, ReachClass::boss_siblings).reached == Share{0, 1});
  CHECK(of(classes, ReachClass::same_rank_external).people.empty());
  CHECK(classes[0].of == ReachClass::parallel_other);
  CHECK(classes[3].of == ReachClass::boss_siblings);
}

TEST_CASE("Of the other organisations those of the boss's rank count") {
  const Hierarchy hierarchy({none, 0, none, none, none, none});
  const std::vector<Post> posts = {{"Example", 3, true}, {"Example", 1, false}, {"Other", 3, true},
                                   {"Other", 2, true},   {"Other", none, true}, {"", 5, true}};
  const auto classes = class_reach(hierarchy, posts, 0, 1);
  CHECK(of(classes, ReachClass::same_rank_external).people == People{2});
  CHECK(of(classes, ReachClass::same_rank_external).reached == Share{1, 1});
  CHECK(of(classes, ReachClass::parallel_other).people.empty());
}

TEST_CASE("Depths of another organisation are not compared, but who stands above stands above") {
  const Hierarchy hierarchy({none, 0, 0, none, 3});  // 0 over 1 and 2; 3 over 4 elsewhere
  std::vector<Post> posts(5, Post{"Example", 2, false});
  posts[0].organisation = posts[2].organisation = "Holding";
  posts[4].organisation = "Other";
  posts[4].seniority = 1;
  const auto classes = class_reach(hierarchy, posts, 1, none);
  CHECK(of(classes, ReachClass::above).people == People{0});
  CHECK(of(classes, ReachClass::boss_siblings).people == People{2});
  CHECK(of(classes, ReachClass::parallel_other).people.empty());
  CHECK(of(classes, ReachClass::same_rank_external).people.empty());
}

TEST_CASE("A boss about whom nothing is known has no parallels") {
  const Hierarchy hierarchy({none, none, 1});
  const std::vector<Post> posts(3, Post{"Example", none, true});
  for (const ClassReach& reach : class_reach(hierarchy, posts, 0, none)) {
    CHECK(reach.people.empty());
    CHECK_FALSE(reach.reached.value());
  }
}

TEST_CASE("Upward reach leaves out the unknown") {
  const std::vector<std::optional<int>> levels = {1, 2, 2, 4, none};
  const UpwardReach reach = upward_reach(levels, 2);
  CHECK(reach.above == Share{1, 4});
  CHECK(reach.unknown == 1);
  CHECK_FALSE(upward_reach({}, 2).above.value());
}

TEST_CASE("The warmest path leads over the strongest common contact") {
  std::vector<double> strengths = {0.3, 0.9, 0, 0, 0, 0, 0, 0};
  const std::vector<WarmPath> paths = warm_paths(toy_contacts(), C, strengths);
  REQUIRE(paths.size() == 2);
  CHECK(paths[0].via == B);
  CHECK(paths[1].via == A);
  CHECK(steps_to(toy_contacts(), A, strengths) == 1);
  CHECK(steps_to(toy_contacts(), C, strengths) == 2);
  CHECK(steps_to(toy_contacts(), D, strengths) == std::nullopt);
  CHECK(warm_paths(toy_contacts(), G, strengths).empty());
}
