// Who holds which role, and who could: the role map of the user (metrics.md 2.10).
#include <catch2/catch.hpp>

#include "core/suggest/role_gap.h"
#include "core/suggest/traits.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

using Roles = std::vector<std::string>;
using Held = std::vector<std::size_t>;

Circle wanting(std::vector<calendar::WantedRole> roles) {
  Circle circle = with_goal();
  circle.own.wanted_roles = std::move(roles);
  return circle;
}

Contact glad(const std::string& name, int count = 12, int willing_by = 2) {
  Contact contact = regular(name, 14, 10, count);
  contact.profile.ratings.willing = willing_by;
  return contact;
}

/// (person, role) of the gaps offered.
std::vector<std::pair<std::string, std::string>> gaps(const std::vector<Contact>& contacts,
                                                      const Circle& circle) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const Suggestion& one : of_rule(contacts, Rule::role_gap, {}, circle))
    found.emplace_back(one.person_name, one.evidence.words.at(0));
  return found;
}

using Gaps = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("Roles: held by the vocabulary, by a noted term, or by a tag of the user's own words") {
  const Circle circle = wanting({{"mentor", 1}, {"Bee keeper", 1}, {"guide", 1}});
  const auto held = [&](auto change) {
    Contact ada = person("Ada");
    change(ada);
    return held_roles(ada, circle);
  };
  CHECK(held([](Contact&) {}).empty());
  CHECK(held([](Contact& c) { c.roles = {Role::guide, Role::mentor}; }) == Held{0, 2});
  CHECK(held([](Contact& c) { c.noted_roles = {"guide"}; }) == Held{2});
  CHECK(held([](Contact& c) { c.noted_roles = {"Bee keeper"}; }) == Held{1});
  CHECK(held([](Contact& c) { c.tags = {"net", "bee KEEPER"}; }) == Held{1});
  CHECK(held([](Contact& c) { c.tags = {"mentor"}; }).empty());  // a tag of the vocabulary is a role by then
  CHECK(held([](Contact& c) {
          c.roles = {Role::mentor, Role::guide};
          c.closed_roles = {"mentor"};
        }) == Held{2});
  CHECK(held([](Contact& c) {
          c.noted_roles = {"guide"};
          c.closed_roles = {"guide"};
        }).empty());
}

TEST_CASE("Roles: all that a person holds, each once") {
  const std::vector<network::RoleNeed> needs = {{"mentor", 1}, {"bees", 1}, {"maps", 1}};
  Contact ada = person("Ada");
  CHECK(suggest::role_words(ada, needs).empty());
  ada.noted_roles = {"maps", "mentor"};
  ada.roles = {Role::mentor, Role::ally};
  CHECK(suggest::role_words(ada, needs) == Roles{"maps", "mentor", "ally"});
  ada.tags = {"Bees", "net"};
  CHECK(suggest::role_words(ada, needs) == Roles{"maps", "mentor", "ally", "bees"});
}

TEST_CASE("Roles: the traits and the map count the same holders") {
  Contact ada = regular("Ada", 14, 10), bob = regular("Bob", 7, 300);
  ada.roles = {Role::mentor};
  bob.roles = {Role::mentor, Role::ally};
  const Circle circle = wanting({{"ally", 1}, {"mentor", 3}});
  const Ranking ranking({ada, bob}, circle, now);
  CHECK(ranking.traits()[0].roles == Held{1});
  CHECK(ranking.traits()[1].roles == Held{0, 1});
  // Active: a living mentor counts 1, quiet holders 0: (0 + 1)/4.
  CHECK(ranking.readiness()->parts.roles == 0.25);
}

TEST_CASE("Roles: an empty place of each role, for the three strongest who could have it") {
  std::vector<Contact> five;
  for (int i = 0; i < 5; ++i) five.push_back(glad("P" + std::to_string(i), 8 + i));
  CHECK(gaps(five, wanting({{"mentor", 1}})) == Gaps{{"P4", "mentor"}, {"P3", "mentor"}, {"P2", "mentor"}});
  five[4].roles = {Role::mentor};
  CHECK(gaps(five, wanting({{"mentor", 1}})).empty());
  CHECK(gaps(five, wanting({{"mentor", 2}})) == Gaps{{"P3", "mentor"}, {"P2", "mentor"}, {"P1", "mentor"}});
  CHECK(gaps(five, wanting({{"mentor", 0}})).empty());
  const Gaps both = gaps({five[0]}, wanting({{"ally", 1}, {"mentor", 1}}));
  CHECK(both == Gaps{{"P0", "ally"}, {"P0", "mentor"}});
}

TEST_CASE("Roles: only for those who are willing, close, alive and open to it") {
  const Circle circle = wanting({{"mentor", 1}});
  const Gaps one = {{"Ada", "mentor"}};
  const auto after = [&](auto change) {
    Contact ada = glad("Ada");
    change(ada);
    return gaps({ada}, circle);
  };
  CHECK(after([](Contact&) {}) == one);
  CHECK(after([](Contact& c) { c.profile.ratings.willing = 1; }) == one);
  CHECK(after([](Contact& c) { c.profile.ratings.willing = 0; }).empty());
  CHECK(after([](Contact& c) { c.manual_layer = 50; }) == one);
  CHECK(after([](Contact& c) { c.manual_layer = 150; }).empty());
  CHECK(after([](Contact& c) { c.snoozed_until = today + std::chrono::days(1); }).empty());
  CHECK(after([](Contact& c) { c.touches = regular("Ada", 7, 300).touches; }).empty());
  CHECK(after([](Contact& c) { c.planned = now.instant + std::chrono::hours(20); }) == one);
}

TEST_CASE("Roles: somebody met by nobody has no strength to be proposed on") {
  Contact ada = person("Ada");
  ada.profile.ratings.willing = 2;
  ada.manual_layer = 5;
  ada.planned = now.instant + std::chrono::hours(20);
  CHECK(gaps({ada, regular("Bob", 14, 10)}, wanting({{"mentor", 1}})).empty());
}

TEST_CASE("Roles: each role is a follow-up of its own") {
  const Circle circle = wanting({{"ally", 1}, {"mentor", 1}});
  const auto all = of_rule({glad("Ada")}, Rule::role_gap, {}, circle);
  REQUIRE(all.size() == 2);
  CHECK(all[0].id != all[1].id);
}

TEST_CASE("Roles: five roles are wanted where the user names none") {
  std::vector<std::string> wanted;
  int places = 0;
  for (const network::RoleNeed& need : wanted_roles(Circle{})) {
    wanted.push_back(need.role);
    places += need.need;
  }
  CHECK(wanted == Roles{"mentor", "sponsor", "ally", "sounding-board", "challenger"});
  CHECK(places == 6);
}

TEST_CASE("Roles: where people work, by organisation or by the domain of any address") {
  Circle circle;
  circle.own.domains = {"werft.example.org"};
  const auto side = [&](const std::string& email, std::vector<std::string> others) {
    Contact ada = person("Ada");
    ada.email = email;
    ada.other_emails = std::move(others);
    return Ranking({ada}, circle, now).traits()[0].side;
  };
  CHECK(side("ada@werft.example.org", {}) == Side::internal);
  CHECK(side("ada@example.org", {"ada@WERFT.example.org"}) == Side::internal);
  CHECK(side("ada@example.org", {}) == Side::external);
  CHECK(side("", {}) == std::nullopt);
  CHECK(side("no address", {}) == std::nullopt);
}

TEST_CASE("Roles: a sponsor and those above stand above, whoever they work for") {
  Circle circle;
  circle.own.seniority = 2;
  Contact ada = person("Ada");
  CHECK(tie_kind_of(ada, circle, Side::internal) == TieKind::peer);
  ada.profile.seniority = 2;
  CHECK(tie_kind_of(ada, circle, Side::external) == TieKind::external_peer);
  ada.roles = {Role::sponsor};
  CHECK(tie_kind_of(ada, circle, Side::external) == TieKind::up);
  ada.roles = {Role::ally};
  CHECK(tie_kind_of(ada, circle, std::nullopt) == TieKind::peer);
}
