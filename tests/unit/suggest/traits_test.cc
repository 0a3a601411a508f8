// What a contact says alone: the kind of tie.
#include "core/suggest/traits.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::suggest;

TEST_CASE("what stands between two people: kind of tie from roles, levels and the boss") {
  Circle circle;
  circle.own.seniority = 2;
  circle.own.boss = Uid("boss");
  Contact person;
  person.uid = Uid("somebody");
  CHECK(tie_kind_of(person, circle, std::nullopt) == TieKind::peer);
  CHECK(tie_kind_of(person, circle, Side::external) == TieKind::external_peer);
  person.profile.seniority = 1;
  CHECK(tie_kind_of(person, circle, std::nullopt) == TieKind::down);
  person.profile.seniority = 3;
  CHECK(tie_kind_of(person, circle, std::nullopt) == TieKind::up);
  person.profile.seniority.reset();
  person.roles = {Role::mentor};
  CHECK(tie_kind_of(person, circle, std::nullopt) == TieKind::up);
  person.profile.tie = TieKind::family;
  CHECK(tie_kind_of(person, circle, std::nullopt) == TieKind::family);
  Contact boss;
  boss.uid = Uid("another-card");
  boss.other_uids = {Uid("boss")};
  CHECK(tie_kind_of(boss, circle, std::nullopt) == TieKind::up);
}
