// Oracles of metrics.md 2.12 (Enron) and 2.16 (Manufacturing), on the evaluation sets where they are present.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/network/diversity.h"
#include "core/network/homophily.h"
#include "core/network/reach.h"
#include "tests/support/study_files.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::Share;
using tests::study_folder;

namespace {

constexpr auto* absent = "SKIPPED: no evaluation data (GOODTURN_DATA or ../shared/data)";

/// The manager tree with people at the places of their numbers.
Hierarchy manufacturing_tree(const std::filesystem::path& folder) {
  std::vector<std::optional<std::size_t>> bosses;
  for (const auto& row : tests::rows_of(folder / "manufacturing-reportsto.csv")) {
    const std::size_t person = std::stoul(row.at(0)), boss = std::stoul(row.at(1));
    bosses.resize(std::max({bosses.size(), person + 1, boss + 1}));
    bosses[person] = boss;
  }
  return Hierarchy(std::move(bosses));
}

struct Reached {
  std::vector<std::size_t> chain;
  Share parallel, siblings, above;
};

Reached reached_by(const Hierarchy& tree, const std::map<int, std::set<int>>& contacts, std::size_t user) {
  std::vector<Post> posts(tree.size());
  for (const int contact : contacts.at(static_cast<int>(user)))
    if (static_cast<std::size_t>(contact) < posts.size())
      posts[static_cast<std::size_t>(contact)].is_contact = true;
  const auto classes = class_reach(tree, posts, tree.boss_of(user).value(), user);
  const auto share = [&](ReachClass of) { return classes[static_cast<std::size_t>(of)].reached; };
  return {tree.above(user), share(ReachClass::parallel_other), share(ReachClass::boss_siblings),
          share(ReachClass::above)};
}

}  // namespace

TEST_CASE("Reach in the manufacturing company") {
  const auto folder = study_folder();
  if (!folder) {
    WARN(absent);
    return;
  }
  const Hierarchy tree = manufacturing_tree(*folder);
  const auto contacts = tests::contacts_in(*folder / "manufacturing-mail.csv.gz");
  CHECK(contacts.at(144).size() == 23);
  const Reached first = reached_by(tree, contacts, 144);
  CHECK(first.chain == std::vector<std::size_t>{19, 136, 69, 86});
  CHECK(first.parallel == Share{2, 25});
  CHECK(first.siblings == Share{3, 7});
  CHECK(first.above == Share{1, 3});

  CHECK(contacts.at(149).size() == 23);
  const Reached second = reached_by(tree, contacts, 149);
  CHECK(second.parallel == Share{3, 25});
  CHECK(second.siblings == Share{2, 7});
  CHECK(second.above == Share{0, 3});

  const Reached third = reached_by(tree, contacts, 20);
  CHECK(third.chain == std::vector<std::size_t>{27, 86});
  CHECK(third.above == Share{0, 1});
  CHECK(third.parallel == Share{0, 0});
}

TEST_CASE("E-I and diversity of departments at Enron") {
  const auto folder = study_folder();
  if (!folder) {
    WARN(absent);
    return;
  }
  std::map<int, std::string> departments;
  std::vector<std::optional<std::string>> everybody;
  for (const auto& row : tests::rows_of(*folder / "enron-employees.csv")) {
    departments[std::stoi(row.at(0))] = row.at(1);
    everybody.emplace_back(row.at(1));
  }
  CHECK(departments.size() == 156);
  std::vector<std::optional<std::string>> groups;
  std::vector<GroupMember> members;
  const auto contacts = tests::contacts_in(*folder / "enron-mail.csv.gz");
  for (const int contact : contacts.at(138)) {
    groups.emplace_back(departments.at(contact));
    members.push_back({departments.at(contact), 1});
  }
  CHECK(departments.at(138) == "Legal");
  const auto result = external_internal(departments.at(138), groups, everybody);
  REQUIRE(result);
  CHECK(result->external == 17);
  CHECK(result->internal == 19);
  CHECK(result->index == Approx(-2.0 / 36).margin(1e-6));
  CHECK(*result->expected == Approx(1 - 2 * 25.0 / 156).margin(1e-6));  // 25 of 156 work in Legal
  // 19 colleagues in Legal, 9 in Trading, 8 elsewhere.
  CHECK(diversity_of(members)->heads.blau == Approx(1 - (361 + 81 + 64) / 1296.0).margin(1e-6));
  // The text's second example counts by a mark that the set does not carry; its 35 contacts are there.
  CHECK(contacts.at(1).size() == 35);
}
