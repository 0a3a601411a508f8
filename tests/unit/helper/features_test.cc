// Rows of docs/features.md that are records: what is noted, and what follows from it.
#include "core/calendar/ask_task.h"
#include "core/network/role_history.h"
#include "core/relations/checklist.h"
#include "helper/imports/imports.h"
#include "helper/journals/draft.h"
#include "helper/people/profile.h"
#include "helper/people/purpose.h"
#include "helper/people/records.h"
#include "helper/people/reflection.h"
#include "helper/people/search.h"
#include "helper/reports/network_report.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

std::vector<std::string> names(TestWorld& test, const PeopleQuery& query) {
  std::vector<std::string> found;
  for (const Person* one : find_people(snapshot_of(test), query).persons)
    found.push_back(one->card.uid.value);
  std::sort(found.begin(), found.end());
  return found;
}

using Names = std::vector<std::string>;

void set(TestWorld& test, const char* uid, const Json& fields) {
  const auto done = edit_profile(test.world(), test.undo(), Uid(uid), fields);
  INFO((done ? "" : done.error().what));
  REQUIRE(done);
}

calendar::AskTask task_of(TestWorld& test, const Json& ask) {
  auto items = Items::open(test.world());
  const auto stored =
      items->find(items->follow_ups(), calendar::ask_task_uid(Uid(ask.at("id").get<std::string>())));
  REQUIRE(*stored);
  return calendar::read_ask_task(text::Document::parse((*stored)->text)).value();
}

}  // namespace

TEST_CASE("features_004_role_map_without_friends") {
  TestWorld test;
  meet_circle(test);
  set(test, "bob", {{"friend", true}});
  set(test, "ada", {{"friend", true}});  // and a mentor: stays
  PeopleQuery role_map;
  role_map.without_friends = true;
  CHECK(names(test, role_map) == Names{"ada", "adam", "asa"});
  CHECK(names(test, {}) == Names{"ada", "adam", "asa", "bob"});
}

TEST_CASE("features_006_asking_for_feedback") {
  TestWorld test;
  meet_circle(test);
  const Json ask =
      add(test, ask_kind(), {{"person", "ada"}, {"kind", "feedback"}, {"text", "my last talk"}}).item;
  CHECK(ask["state"] == "open");
  CHECK(task_of(test, ask).summary == "Ask Ada Example: feedback");
  const Uid uid(ask["id"].get<std::string>());
  const auto draft = draft_ask(test.world(), uid, {});
  REQUIRE(draft);
  CHECK(holds(draft->text, "Dear Ada,"));
  CHECK(holds(draft->text, "my last talk"));
  add(test, script_kind(),
      {{"name", "frank"}, {"trigger", "feedback"}, {"text", "{firstName}, be frank about {ask}."}});
  CHECK(draft_ask(test.world(), uid, {})->text == "Ada, be frank about my last talk.");
  CHECK(draft_ask(test.world(), uid, {})->script == "frank");
}

TEST_CASE("features_007_an_alliance_is_closed_and_opened_again") {
  TestWorld test;
  meet_circle(test);
  const Json ally =
      add(test, role_kind(), {{"person", "bob"}, {"role", "Ally"}, {"since", "2026-01-10"}}).item;
  CHECK(ally["role"] == "ally");
  CHECK(
      holds(refused(test, role_kind(), {{"person", "bob"}, {"role", "ally"}}), "already, since 10 January"));
  change(test, role_kind(), ally, {{"until", "2026-06-01"}});
  CHECK(all(test, role_kind(), Uid("bob")).size() == 1);
  add(test, role_kind(), {{"person", "bob"}, {"role", "ally"}});
  CHECK(all(test, role_kind(), Uid("bob")).size() == 2);
}

TEST_CASE("features_013_who_does_not_know_my_goal") {
  TestWorld test;
  meet_circle(test);
  PeopleQuery unaware;
  unaware.unaware_of_goal = true;
  CHECK(names(test, unaware) == Names{"ada", "adam", "asa", "bob"});
  set(test, "ada", {{"knows_goal", true}});
  CHECK(names(test, unaware) == Names{"adam", "asa", "bob"});
}

TEST_CASE("features_017_two_communities_and_a_filter") {
  TestWorld test;
  meet_circle(test);
  const Json sailors =
      add(test, community_kind(), {{"name", "sailors"}, {"kind", "interest"}, {"members", {"ada", "bob"}}})
          .item;
  add(test, community_kind(), {{"name", "compilers"}, {"members", {"ada"}}});
  const auto snapshot = snapshot_of(test);
  CHECK(communities_of(snapshot->journals(), *snapshot->by_uid(Uid("ada"))).size() == 2);
  CHECK(communities_of(snapshot->journals(), *snapshot->by_uid(Uid("bob"))) == Names{"sailors"});
  PeopleQuery query;
  query.community = Uid(sailors["id"].get<std::string>());
  CHECK(names(test, query) == Names{"ada", "bob"});
}

TEST_CASE("features_018_median_time_to_the_first_answer_of_a_community") {
  TestWorld test;
  meet_circle(test);
  const auto communities = [&] {
    return network_report(*snapshot_of(test), test.world().now(), Language::en, [] { return false; })
        .habits.communities;
  };
  add(test, community_kind(), {{"name", "Compilers"}, {"kind", "practice"}});
  CHECK_FALSE(communities().at(0).answer);
  std::vector<Json> questions;
  for (const char* text : {"which linker", "which debugger", "which allocator", "which profiler"})
    questions.push_back(add(test, question_kind(),
                            {{"community", "compilers"}, {"text", text}, {"asked", "2026-11-17T08:00:00Z"}})
                            .item);
  CHECK(questions[0]["community"] == calendar::community_uid("Compilers").value);
  CHECK(questions[0]["community_name"] == "Compilers");
  CHECK(communities().at(0).answer->text == "Not enough yet: no answer to what you asked (4 questions).");
  const char* answers[] = {"2026-11-17T08:30:00Z", "2026-11-17T12:00:00Z", "2026-11-17T08:50:00Z"};
  for (std::size_t i = 0; i < std::size(answers); ++i)
    change(test, question_kind(), questions[i], {{"answered", answers[i]}});
  const Figure answer = *communities().at(0).answer;
  CHECK(answer.value == 50);
  CHECK(answer.text == "The first answer came after 50 minutes, the median.");
  CHECK(answer.evidence == "3 of 4 questions answered");
  // The open one first, then the newest.
  CHECK(all(test, question_kind())[0]["text"] == "which profiler");
  CHECK(all(test, question_kind())[1]["minutes"].is_number());
}

TEST_CASE("a question stays with its community, and its answer behind it") {
  TestWorld test;
  meet_circle(test);
  const Json kites = add(test, community_kind(), {{"name", "kites"}}).item;
  add(test, community_kind(), {{"name", "sailors"}});
  const Json question =
      add(test, question_kind(), {{"community", "sailors"}, {"text", "where to berth"}}).item;
  CHECK(question["asked"] == "2026-11-18T09:00:00Z");
  const Uid uid(question["id"].get<std::string>());
  const auto said = [&](const Json& fields) {
    const auto changed = change_item(test.world(), test.undo(), question_kind(), uid, fields);
    REQUIRE_FALSE(changed);
    return tests::english(changed.error());
  };
  CHECK(holds(said({{"community", kites["id"]}}), "cannot be changed"));
  CHECK(holds(said({{"answered", "2026-11-18T08:59:00Z"}}), "No answer comes before the question"));
  CHECK(holds(said({{"answered", "2026-11-18T09:01:00Z"}}), "still to come"));
  CHECK(holds(said({{"minutes", 5}}), "cannot be set"));
  // The name of a community that is gone is still known.
  REQUIRE(remove_item(test.world(), test.undo(), community_kind(),
                      Uid(question["community"].get<std::string>())));
  CHECK(change(test, question_kind(), question, {{"text", "where to moor"}}).item["community_name"] ==
        "sailors");
}

TEST_CASE("features_049_reflection_stays_here") {
  TestWorld test;
  meet_circle(test);
  const Json gift =
      add(test, entry_kind(), {{"kind", "gave"}, {"person", "bob"}, {"give_kind", "advice"}}).item;
  const Uid uid(gift["id"].get<std::string>());
  const auto before = shelf(test);
  const auto noted = reflect_on(test.world(), test.undo(), uid, "it was easy to help");
  REQUIRE(noted);
  CHECK(*reflection_on(test.world(), uid) == "it was easy to help");
  CHECK(shelf(test) == before);  // no item says it, so nothing carries or exports it
  const auto removed = remove_item(test.world(), test.undo(), entry_kind(), uid);
  REQUIRE(removed);
  CHECK(reflection_on(test.world(), uid)->empty());
  REQUIRE(test.undo().apply(test.world(), removed->undo));
  CHECK(*reflection_on(test.world(), uid) == "it was easy to help");
  REQUIRE(test.undo().apply(test.world(), *noted));
  CHECK(reflection_on(test.world(), uid)->empty());
  const Json note = add(test, entry_kind(), {{"kind", "note"}, {"person", "bob"}, {"text", "x"}}).item;
  CHECK_FALSE(reflect_on(test.world(), test.undo(), Uid(note["id"].get<std::string>()), "y"));
}

TEST_CASE("features_057_purpose_is_asked_for_once") {
  TestWorld test;
  meet_circle(test);
  CHECK(purpose_of(snapshot_of(test)->journals()).should_ask);
  REQUIRE(answer_purpose(test.world(), test.undo(), ""));
  CHECK_FALSE(purpose_of(snapshot_of(test)->journals()).should_ask);
  add(test, goal_kind(), {{"titles", {"head of design"}}});
  CHECK_FALSE(purpose_of(snapshot_of(test)->journals()).should_ask);
}

TEST_CASE("features_088_purpose_of_a_goal_stands_above_the_list") {
  TestWorld test;
  meet_circle(test);
  add(test, goal_kind(), {{"titles", {"head of design"}}});
  REQUIRE(answer_purpose(test.world(), test.undo(), "tools that everybody can use"));
  CHECK(purpose_of(snapshot_of(test)->journals()).text == "tools that everybody can use");
  CHECK(all(test, goal_kind()).size() == 1);
}

TEST_CASE("features_082_each_ask_makes_a_task_with_its_checklist") {
  TestWorld test;
  meet_circle(test);
  for (const AskKind kind : all_ask_kinds) {
    const Json ask =
        add(test, ask_kind(), {{"person", "ada"}, {"kind", to_string(kind)}, {"due", "2026-12-01"}}).item;
    const calendar::AskTask task = task_of(test, ask);
    CHECK(task.due == *parse_day("2026-12-01"));
    for (const std::string_view step : relations::checklist_of(kind))
      CHECK(holds(task.text, "- " + std::string(step)));
  }
}

TEST_CASE("features_090_from_cold_to_mentor_to_friend") {
  TestWorld test;
  meet_circle(test);
  add(test, role_kind(), {{"person", "bob"}, {"role", "friend"}, {"since", "2026-10-01"}});
  add(test, role_kind(),
      {{"person", "bob"}, {"role", "cold"}, {"since", "2024-02-01"}, {"until", "2025-03-01"}});
  add(test, role_kind(), {{"person", "bob"}, {"role", "mentor"}, {"since", "2025-03-01"}});
  std::vector<std::string> history;
  for (const Json& term : all(test, role_kind(), Uid("bob")))
    history.push_back(term["role"].get<std::string>() + " " + term["since"].get<std::string>());
  CHECK(history == std::vector<std::string>{"cold 2024-02-01", "mentor 2025-03-01", "friend 2026-10-01"});
  int moments = 0;
  const auto snapshot = snapshot_of(test);
  for (const Moment& moment : snapshot->by_uid(Uid("bob"))->moments)
    moments += moment.kind == Moment::Kind::role ? 1 : 0;
  CHECK(moments == 4);
}

TEST_CASE("features_037_an_import_of_five_hundred_changes_nothing_about_who_is_active") {
  TestWorld test;
  meet_circle(test);
  LogEntry talk;
  talk.channel = Channel::meeting;
  REQUIRE(log_entry(test.world(), test.undo(), Uid("ada"), talk));
  const auto active = [&] {
    const auto snapshot = snapshot_of(test);
    return std::count_if(snapshot->persons().begin(), snapshot->persons().end(), [&](const Person& person) {
      return snapshot->standing(person).state == suggest::State::alive;
    });
  };
  CHECK(active() == 1);
  std::string table = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
  for (int i = 0; i < 500; ++i) {
    const std::string number = std::to_string(i);
    table += "Given" + number + ",Family" + number + ",https://example.org/" + number + ",p" + number +
             "@example.org,Acme,Engineer,12 May 2026\n";
  }
  const std::vector<ImportFile> files = {{"connections.csv", table}};
  const auto plan = plan_import(test.world(), files);
  REQUIRE(plan);
  CHECK(plan->count(ImportFate::fresh) == 500);
  REQUIRE(take_import(test.world(), test.undo(), *plan, {}));
  const auto snapshot = snapshot_of(test);
  CHECK(snapshot->persons().size() == 504);
  CHECK(active() == 1);
  for (const ImportEntry& entry : plan->entries) {
    const Person* person = snapshot->by_uid(entry.uid);
    REQUIRE(person != nullptr);
    REQUIRE(snapshot->standing(*person).layer == 0);
    REQUIRE(snapshot->standing(*person).parts.strength == 0);
  }
}

TEST_CASE("features_026_a_noted_post_moves_the_clock_of_whom_it_names_alone") {
  TestWorld test;
  meet_circle(test);
  for (const char* uid : {"ada", "bob"}) {
    LogEntry talk;
    talk.channel = Channel::meeting;
    talk.at = parse_instant("2026-10-01T10:00:00Z");
    REQUIRE(log_entry(test.world(), test.undo(), Uid(uid), talk));
  }
  LogEntry post;
  post.channel = Channel::post;
  post.direction = Direction::out;
  REQUIRE(log_entry(test.world(), test.undo(), Uid("ada"), post));
  const auto snapshot = snapshot_of(test);
  const Person &ada = *snapshot->by_uid(Uid("ada")), &bob = *snapshot->by_uid(Uid("bob"));
  CHECK(ada.contact.touches.back().weight == Approx(0.1));
  CHECK(snapshot->standing(ada).days_since == 0);
  CHECK(snapshot->standing(bob).days_since == 48);
}
