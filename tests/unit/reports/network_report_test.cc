// The report "network" from a small world with known numbers (metrics.md 2.11–2.18).
#include "helper/reports/network_report.h"

#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using Names = std::vector<std::string>;

const OutOfTime never;

NetworkReport report_of(SmallWorld& world) {
  return network_report(*world.snapshot(), world.now(), Language::en, never);
}

/// The toy network of metrics.md 2.14: A–B, A–C, B–C, C–D, E–F among eight contacts.
void toy(SmallWorld& world) {
  for (const char* uid : {"a", "b", "c", "d", "e", "f", "g", "h"}) world.living(uid);
  for (const auto& [one, other] : std::vector<std::pair<const char*, const char*>>{
           {"a", "b"}, {"a", "c"}, {"b", "c"}, {"c", "d"}, {"e", "f"}})
    world.pair(one, other);
}

const Dimension& dimension(const NetworkReport& report, const std::string& name) {
  for (const Dimension& one : report.variety)
    if (one.name == name) return one;
  FAIL("no dimension " << name);
  return report.variety.front();
}

void lives_by(SmallWorld& world, const std::string& uid, const std::string& organisation, int seniority,
              const std::string& superior = {}) {
  world.living(uid, organisation);
  calendar::Profile profile;
  profile.seniority = seniority;
  profile.superior = Uid(superior);
  world.profile(profile, uid);
}

/// Four people in a layer, each with eight touches, and one more person with three.
void four_who_know_each_other(SmallWorld& world, int layer) {
  const Names circle = {"a", "b", "c", "d"};
  for (const std::string& uid : circle) {
    world.living(uid);
    for (int day = 1; day <= 5; ++day) world.touch(uid, day * 6);
    calendar::Profile profile;
    profile.layer = layer;
    world.profile(profile, uid);
  }
  world.living("e");
  for (std::size_t i = 0; i < circle.size(); ++i)
    for (std::size_t k = i + 1; k < circle.size(); ++k) world.pair(circle[i], circle[k]);
}

}  // namespace

TEST_CASE("nothing known: every figure says what is missing") {
  SmallWorld world;
  const NetworkReport report = report_of(world);
  for (const Figure& figure :
       {report.active, report.circles.pairs_known, report.circles.effective_size, report.circles.constraint,
        report.circles.clustering, report.circles.pockets, report.circles.echo,
        report.habits.behaviours.evenness, report.habits.depth, report.habits.follow_up, report.ladder.upward,
        report.ladder.boss_missing, report.crisis.bench, report.crisis.warm}) {
    INFO(figure.text);
    CHECK_FALSE(figure.value);
    CHECK(figure.text.starts_with("Not enough yet: "));
  }
  // The default roles are wanted, and none of them is filled: that is known.
  CHECK(report.crisis.roles.value == 0.0);
}

TEST_CASE("features_021_the_active_ones_of_everybody") {
  SmallWorld world;
  world.living("ada");
  world.person("bob");
  world.person("cem");
  world.touch("cem", 2000);
  const Figure active = report_of(world).active;
  CHECK(active.value == 1.0);
  CHECK(active.text == "1 person is active in your network.");
  CHECK(active.evidence == "of 3 in your address books");
}

TEST_CASE("features_060_the_toy_network_with_the_pairs_that_are_known") {
  SmallWorld world;
  toy(world);
  const Circles circles = report_of(world).circles;
  CHECK(circles.pairs.pairs == 28);
  CHECK(circles.pairs.said == 5);
  CHECK(circles.effective_size.value.value() == Approx(6.75).margin(1e-6));
  CHECK(circles.efficiency.value.value() == Approx(0.84375).margin(1e-6));
  CHECK(circles.constraint.value.value() == Approx(0.277669).margin(1e-6));
  CHECK(circles.clustering.value.value() == Approx(0.178571).margin(1e-6));
  CHECK(circles.pockets.value == 4.0);
  CHECK(circles.effective_size.evidence == "5 of 28 pairs known");
  REQUIRE(circles.pocket_groups.size() == 2);
  CHECK(names_of(circles.pocket_groups[0].people) == Names{"A", "B", "C", "D"});
  REQUIRE(circles.cliques.size() == 1);
  CHECK(names_of(circles.cliques[0].people) == Names{"A", "B", "C"});
  REQUIRE(circles.members.size() == 8);
  CHECK(circles.members[0].person.name == "A");
  CHECK(circles.members[0].liveliness == relations::Liveliness::alive);
  CHECK(circles.acquainted.size() == 5);
  for (const KnownPair& pair : circles.acquainted) CHECK(pair.first < pair.second);
  const KnownPair a_and_b{0, 1};
  CHECK(circles.acquainted.front() == a_and_b);
}

TEST_CASE("contacts of whom no pair is known have no structure yet") {
  SmallWorld world;
  for (const char* uid : {"a", "b", "c"}) world.living(uid);
  const Circles circles = report_of(world).circles;
  CHECK_FALSE(circles.effective_size.value);
  CHECK(circles.effective_size.text.find("0 of 3 pairs known") != std::string::npos);
  CHECK(circles.pairs_known.value == 0.0);
}

TEST_CASE("what says that two know each other") {
  SmallWorld world;
  for (const char* uid : {"a", "b", "c", "d"}) world.living(uid);
  people::Card eve;
  eve.uid = Uid("urn:uuid:eve");
  eve.name = "Eve";
  eve.related = {Uid("a")};
  world.card(eve);
  people::Card fay;
  fay.uid = Uid("fay");
  fay.name = "Fay";
  fay.related = {Uid("eve")};
  world.card(fay);
  for (const char* uid : {"urn:uuid:eve", "fay"})
    for (const int days : {25, 15, 5}) world.touch(uid, days);
  world.meeting(10, {"a", "b"});
  world.meeting(40, {"a", "b"});     // twice together: inferred
  world.meeting(10, {"c", "d"}, 3);  // six people: no sign
  world.meeting(20, {"c", "d"}, 3);
  world.meeting(500, {"b", "c"});  // more than a year ago
  world.meeting(501, {"b", "c"});
  world.meeting(10, {"a", "c"});
  world.meeting(11, {"a", "c"});
  world.pair("a", "c", PairEvidence::user_denied);
  calendar::Introduction made;
  made.uid = Uid("introduction");
  made.people = {{Uid("b"), "B"}, {Uid("d"), "D"}};
  made.day = SmallWorld::ago(30);
  made.sent = SmallWorld::ago(20);
  world.journal(made);
  const network::PairCounts pairs = report_of(world).circles.pairs;
  CHECK(pairs.pairs == 15);
  CHECK(pairs.inferred == 1);
  CHECK(pairs.denied == 1);
  CHECK(pairs.said == 3);  // b–d introduced, Eve–a and Fay–Eve on their cards
}

TEST_CASE("features_062_most_time_with_one_circle_is_said_kindly") {
  SmallWorld world;
  four_who_know_each_other(world, 15);
  const Circles echo = report_of(world).circles;
  CHECK(echo.echo_word == network::EchoWord::echo);
  CHECK(echo.leaning == network::Leaning::hedgehog);
  CHECK(names_of(echo.echo_group.people) == Names{"A", "B", "C", "D"});
  CHECK(echo.echo.evidence == "35 touches in 90 days");
}

TEST_CASE("features_063_a_trusted_inner_circle_is_no_echo") {
  SmallWorld world;
  four_who_know_each_other(world, 5);
  const Circles circles = report_of(world).circles;
  CHECK(circles.echo_word == network::EchoWord::balanced);
  CHECK(circles.leaning == network::Leaning::balanced);
  CHECK(circles.echo.text == "No circle of four or more takes most of your time.");
}

TEST_CASE("the search for cliques stops when its time or its room is up, and says so") {
  // 39 people in threes who know everybody but those of their own three: 3^13 cliques.
  SmallWorld world;
  constexpr int people = 39;
  const auto name = [](int i) { return "p" + std::to_string(i); };
  for (int i = 0; i < people; ++i) world.living(name(i));
  for (int i = 0; i < people; ++i)
    for (int k = i + 1; k < people; ++k)
      if (i / 3 != k / 3) world.pair(name(i), name(k));
  const auto snapshot = world.snapshot();
  CHECK(network_report(*snapshot, world.now(), Language::en, [] { return true; }).circles.cliques_note ==
        "The search for cliques was stopped after two seconds.");
  CHECK(network_report(*snapshot, world.now(), Language::en, never).circles.cliques_note ==
        "There are more than 10,000 cliques; the search stopped there.");
  CHECK_FALSE(two_seconds()());
}

TEST_CASE("features_059_variety_and_homophily_with_what_is_not_known") {
  SmallWorld world;
  const Names organisations = {"North", "North", "north", "North", "North",
                               "South", "South", "South", "East",  "East"};
  for (std::size_t i = 0; i < organisations.size(); ++i)
    world.living("p" + std::to_string(i), organisations[i]);
  world.living("unknown");
  calendar::OwnProfile own;
  own.organisation = "North";
  world.own(own);
  const Dimension organisation = dimension(report_of(world), "organisation");
  CHECK(organisation.heads.value.value() == Approx(2.631579).margin(1e-6));
  CHECK(organisation.heads.text == "As if 2.6 equally large groups, by heads.");
  CHECK(organisation.heads.evidence == "10 of 11 contacts with a value");
  CHECK(organisation.time.value.value() == Approx(2.631579).margin(1e-6));
  CHECK(organisation.unknown == 1);
  REQUIRE(organisation.groups.size() == 3);
  CHECK(organisation.groups[0].group == "North");
  CHECK(organisation.groups[0].people == 5);
  CHECK(organisation.homophily.value == 0.0);
  CHECK(organisation.homophily.text ==
        "5 of 10 outside your own organisation: E-I 0.00; chance would give 0.00.");
}

TEST_CASE("features_028_twelve_of_other_units_and_four_of_the_own") {
  SmallWorld world;
  for (int i = 0; i < 16; ++i) {
    people::Card card;
    card.uid = Uid("p" + std::to_string(i));
    card.name = "P" + std::to_string(i);
    card.organisation = "North";
    card.unit = i < 4 ? "Research" : "Sales";
    world.card(card);
    for (const int day : {3, 10, 17}) world.touch(card.uid.value, day);
  }
  calendar::OwnProfile own;
  own.organisation = "North";
  own.unit = "Research";
  world.own(own);
  const Dimension unit = dimension(report_of(world), "unit");
  CHECK(unit.homophily.value.value() == Approx(0.5).margin(1e-6));
  CHECK(unit.homophily.text == "12 of 16 outside your own unit: E-I 0.50; chance would give 0.50.");
}

TEST_CASE("time counts where a group gets more of it") {
  SmallWorld world;
  world.living("ada", "North");
  world.living("bob", "South");
  for (int day = 1; day <= 20; ++day) world.touch("ada", day);
  const Dimension organisation = dimension(report_of(world), "organisation");
  CHECK(organisation.heads.value.value() == Approx(2).margin(1e-6));
  CHECK(organisation.time.value.value() < 1.5);
  CHECK(organisation.homophily.text == "Not enough yet: your own organisation is not noted.");
}

TEST_CASE("dimensions of the user's own, and nothing else about people") {
  SmallWorld world;
  world.living("ada");
  calendar::Profile profile;
  profile.groups = {{"field", "hardware"}};
  profile.met_at = "Fair";
  world.profile(profile, "ada");
  Names names;
  for (const Dimension& one : report_of(world).variety) names.push_back(one.name);
  CHECK(names == Names{"organisation", "unit", "function", "region", "seniority", "how met", "field"});
  CHECK(dimension(report_of(world), "field").is_own);
  CHECK(dimension(report_of(world), "how met").known == 1);
}

TEST_CASE("features_019_six_ways_and_a_question_for_an_unknown_domain") {
  SmallWorld world;
  world.person("ada", "North");
  world.person("bob", "South");
  world.person("cem");
  calendar::OwnProfile own;
  own.organisation = "North";
  world.own(own);
  for (const int days : {400, 60, 50, 40}) world.touch("ada", days);  // inside, maintaining: 3 in 90 days
  for (const int days : {20, 10}) world.touch("bob", days);           // outside, building: 2
  world.ask("bob", 10, AskState::open);                               // one of them for an ask
  world.touch("cem", 5);
  const SixBehaviours six = report_of(world).habits.behaviours;
  CHECK(six.cells.count(Side::internal, Purpose::maintain) == 3);
  CHECK(six.cells.count(Side::external, Purpose::build) == 1);
  CHECK(six.cells.count(Side::external, Purpose::use) == 1);
  CHECK(six.cells.unknown_side == 1);
  REQUIRE(six.unknown.size() == 1);
  CHECK(six.unknown[0].domain == "example.org");
  CHECK(six.evenness.evidence == "5 touches in 90 days, 1 more with people of unknown organisation");
}

TEST_CASE("features_068_above_the_user_and_parallel_to_the_boss") {
  SmallWorld world;
  lives_by(world, "boss", "North", 3, "head");
  lives_by(world, "head", "North", 4);
  world.person("rival", "North");
  calendar::Profile rival;
  rival.seniority = 3;
  rival.superior = Uid("second");
  world.profile(rival, "rival");
  lives_by(world, "second", "North", 4);
  lives_by(world, "peer", "South", 2);
  calendar::OwnProfile own;
  own.organisation = "North";
  own.seniority = 2;
  own.boss = Uid("boss");
  world.own(own);
  const Ladder ladder = report_of(world).ladder;
  CHECK(ladder.upward.text == "3 of 4 of your contacts stand above you.");
  REQUIRE(ladder.rungs.size() == 4);
  CHECK(ladder.rungs[0].reach.value == 0.0);
  CHECK(names_of(ladder.rungs[0].strangers) == Names{"Rival"});
  CHECK(names_of(ladder.rungs[1].contacts) == Names{"Head"});
  for (const Rung& rung : ladder.rungs)
    for (const Who& who : rung.contacts) CHECK(who.name != "Boss");
}

TEST_CASE("a card names whom somebody reports to, and a circle of lines is told") {
  SmallWorld world;
  people::Card ada;
  ada.uid = Uid("ada");
  ada.name = "Ada";
  ada.superior = Uid("bob");
  world.card(ada);
  people::Card bob;
  bob.uid = Uid("bob");
  bob.name = "Bob";
  bob.superior = Uid("urn:uuid:ada");
  world.card(bob);
  const Ladder ladder = report_of(world).ladder;
  REQUIRE(ladder.notes.size() == 1);
  CHECK(ladder.notes[0] == "Who reports to whom runs in a circle: Ada and Bob. These lines are left out.");
}

TEST_CASE("first meetings, and how soon a word followed") {
  SmallWorld world;
  for (const char* uid : {"a", "b", "c"}) world.person(uid);
  world.meeting(30, {"a"});
  world.touch("a", 29);
  world.meeting(30, {"b"});
  world.touch("b", 24);
  world.meeting(30, {"c"});
  const Figure follow_up = report_of(world).habits.follow_up;
  CHECK(follow_up.value.value() == Approx(1.0 / 3));
  CHECK(follow_up.text ==
        "You wrote within two days after 1 of 3 first meetings; the middle one took 3.5 days.");
}

TEST_CASE("features_076_places_by_what_came_of_them_and_communities") {
  SmallWorld world;
  for (const char* uid : {"a", "b"}) {
    world.living(uid);
    calendar::Profile profile;
    profile.met_at = "The Fair";
    world.profile(profile, uid);
  }
  calendar::Venue venue;
  venue.uid = calendar::venue_uid("The fair");
  venue.name = "The fair";
  venue.type = "class";
  venue.events = {Uid("1"), Uid("2")};
  world.journal(venue);
  calendar::Community community;
  community.uid = calendar::community_uid("Compilers");
  community.name = "Compilers";
  community.kind = calendar::CommunityKind::practice;
  community.members = {Uid("a"), Uid("nobody")};
  world.journal(community);
  const Habits habits = report_of(world).habits;
  REQUIRE(habits.venues.size() == 9);
  CHECK(habits.venues[0].yield.type == "conference");
  CHECK(habits.venues[7].text == "class: 1.0 kept for each of 2 events");
  CHECK(habits.venues[0].text == "conference: not attended yet");
  REQUIRE(habits.communities.size() == 1);
  CHECK(names_of(habits.communities[0].members) == Names{"A"});
  CHECK(habits.communities[0].living == 1);
}

TEST_CASE("features_030_readiness_in_four_parts_and_their_mean") {
  const auto words = [](const network::ReadinessParts& parts, bool in_crisis) {
    return crisis_words(network::readiness(parts), 5, in_crisis, Language::en);
  };
  const Crisis crisis = words({0.5, 0.8, 0.6, 1.0}, false);
  CHECK(crisis.readiness.value.value() == Approx(0.725).margin(1e-6));
  CHECK(crisis.readiness.evidence == "4 of 4 parts known");
  CHECK(words({0.4, {}, {}, {}}, false).advice == network::ReadinessAdvice::build_now);
  CHECK(words({0.4, {}, {}, {}}, true).advice == network::ReadinessAdvice::warm_contacts_first);
  CHECK_FALSE(words({}, false).readiness.value);
}

TEST_CASE("readiness from ties: a touch for an ask is no warm one, depth and balance count") {
  SmallWorld world;
  world.living("ada", "South");
  world.received("ada", 10, GiveKind::help, 3);
  calendar::Record deep;
  deep.uid = Uid("deep");
  deep.kind = RecordKind::touch;
  deep.person = Uid("ada");
  deep.at = SmallWorld::ago(4) + std::chrono::hours(9);
  deep.depth = 3;
  deep.ask = Uid("ask");
  world.record(deep);
  calendar::OwnProfile own;
  own.organisation = "North";
  world.own(own);
  const Crisis crisis = report_of(world).crisis;
  CHECK(crisis.bench.value.value() == Approx(1.0 / 8));
  CHECK(crisis.balanced.value == 0.0);
  CHECK(crisis.warm.value == 1.0);
  CHECK(crisis.roles.value == 0.0);
}

TEST_CASE("the sentences of the report stand under headings and none is empty") {
  SmallWorld world;
  toy(world);
  const auto sections = sections_of(report_of(world), Language::en);
  CHECK(sections.size() == 7);
  for (const Section& section : sections) {
    CHECK_FALSE(section.heading.empty());
    for (const std::string& line : section.lines) CHECK_FALSE(line.empty());
  }
}
