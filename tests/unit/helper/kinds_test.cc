// Making, changing, removing and undoing items of every kind.
#include "core/calendar/ask_task.h"
#include "helper/command/kept_undo.h"
#include "helper/journals/draft.h"
#include "helper/people/reflection.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

TEST_CASE("the second is asked only after the first said yes") {
  TestWorld test;
  meet_circle(test);
  const Json made = add(test, introduction_kind(), {{"a", "ada"}, {"b", "bob"}}).item;
  CHECK(made["next"] == "ask-a");
  const Uid uid(made["id"].get<std::string>());
  const auto set = [&](const Json& fields) {
    return change_item(test.world(), test.undo(), introduction_kind(), uid, fields);
  };
  const auto refused = set({{"consent_a", "asked"}, {"consent_b", "asked"}});
  REQUIRE_FALSE(refused);
  CHECK(holds(tests::english(refused.error()), "Bob Example is asked only after Ada Example said yes"));
  CHECK(set({{"consent_a", "asked"}})->item["next"] == "wait");
  CHECK(set({{"consent_a", "yes"}})->item["next"] == "ask-b");
  CHECK(set({{"consent_b", "asked"}})->item["next"] == "wait");
  CHECK(set({{"consent_b", "yes"}})->item["next"] == "introduce");
}

TEST_CASE("every kind is made, read, changed, removed and brought back") {
  TestWorld test;
  meet_circle(test);
  const std::vector<std::tuple<const ItemKind*, Json, Json>> cases = {
      {&ask_kind(), {{"person", "ada"}, {"text", "a look at my talk"}}, {{"next_step", "call"}}},
      {&promise_kind(), {{"person", "ada"}, {"text", "the slides"}}, {{"due", "2026-12-01"}}},
      {&entry_kind(), {{"kind", "note"}, {"person", "ada"}, {"text", "moves"}}, {{"text", "moves to Oslo"}}},
      {&introduction_kind(), {{"a", "ada"}, {"b", "bob"}}, {{"consent_a", "asked"}}},
      {&goal_kind(), {{"titles", {"head of design"}}}, {{"companies", {"Example Ltd"}}}},
      {&script_kind(), {{"name", "hello"}, {"text", "Dear {firstName}"}}, {{"trigger", "spring"}}},
      {&community_kind(), {{"name", "sailors"}}, {{"members", {"ada", "bob"}}}},
      {&question_kind(),
       {{"community", calendar::community_uid("kites").value},
        {"text", "which line"},
        {"asked", "2026-11-18T08:00:00Z"}},
       {{"answered", "2026-11-18T08:50:00Z"}}},
      {&venue_kind(), {{"name", "FooConf"}}, {{"type", "conference"}}},
      {&role_kind(), {{"person", "ada"}, {"role", "ally"}}, {{"until", "2026-11-18"}}},
      {&pair_kind(), {{"a", "ada"}, {"b", "bob"}}, {{"evidence", "user-denied"}}}};
  CHECK(cases.size() == item_kinds().size());
  for (const auto& [kind, fields, edit] : cases) {
    INFO(kind->word());
    if (kind == &question_kind()) add(test, community_kind(), {{"name", "kites"}});
    const auto empty = shelf(test);
    const Kept made = add(test, *kind, fields);
    for (const auto& [name, value] : fields.items()) CHECK(made.item[name] == value);
    const auto before = shelf(test);
    const Kept changed = change(test, *kind, made.item, edit);
    for (const auto& [name, value] : edit.items()) CHECK(changed.item[name] == value);
    CHECK(all(test, *kind).size() == 1);
    REQUIRE(test.undo().apply(test.world(), changed.undo));
    CHECK(shelf(test) == before);
    const auto removed =
        remove_item(test.world(), test.undo(), *kind, Uid(made.item["id"].get<std::string>()));
    REQUIRE(removed);
    CHECK(all(test, *kind).empty());
    REQUIRE(test.undo().apply(test.world(), removed->undo));
    CHECK(shelf(test) == before);
    REQUIRE(test.undo().apply(test.world(), made.undo));
    CHECK(shelf(test) == empty);
  }
}

TEST_CASE("wrong fields are refused by name and write nothing") {
  TestWorld test;
  meet_circle(test);
  CHECK(holds(refused(test, ask_kind(), Json::object()), "\"person\" is missing"));
  CHECK(holds(refused(test, ask_kind(), {{"person", "nobody"}}), "nobody with this UID"));
  CHECK(holds(refused(test, ask_kind(), {{"person", "ada"}, {"kind", "loan"}}),
              "takes one of these words: informational-interview"));
  CHECK(holds(refused(test, ask_kind(), {{"person", "ada"}, {"colour", "red"}}), "no field \"colour\""));
  CHECK(holds(refused(test, ask_kind(), {{"person", "ada"}, {"person_name", "Eve"}}), "cannot be set"));
  CHECK(holds(refused(test, ask_kind(), {{"person", "ada"}, {"due", "soon"}}), "2026-11-22"));
  CHECK(holds(refused(test, promise_kind(), {{"person", "ada"}, {"text", " "}}), "must not be empty"));
  CHECK(holds(refused(test, goal_kind(), Json::object()), "at least one thing"));
  CHECK(holds(refused(test, goal_kind(), {{"titles", {""}}}), "empty entry"));
  CHECK(holds(refused(test, goal_kind(), {{"weekly_hours", 500}}), "0 to 168"));
  CHECK(holds(refused(test, pair_kind(), {{"a", "ada"}, {"b", "ada"}}), "two different people"));
  CHECK(holds(refused(test, entry_kind(), {{"kind", "touch"}, {"person", "ada"}}), "how you were in touch"));
  CHECK(holds(refused(test, venue_kind(), {{"name", "a\nb"}}), "one line"));
  CHECK(holds(refused(test, question_kind(), {{"community", "sailors"}, {"text", "x"}}), "Note it first"));
  CHECK(shelf(test).empty());
  add(test, community_kind(), {{"name", "sailors"}});
  CHECK(holds(refused(test, community_kind(), {{"name", "sailors"}}), "of this name already"));
}

TEST_CASE("an ask answered with yes settles its task and notes what was received") {
  TestWorld test;
  meet_circle(test);
  const Kept ask =
      add(test, ask_kind(), {{"person", "bob"}, {"kind", "advice"}, {"text", "which framework"}});
  const auto task = [&] {
    auto items = Items::open(test.world());
    const auto stored =
        items->find(items->follow_ups(), calendar::ask_task_uid(Uid(ask.item["id"].get<std::string>())));
    REQUIRE(*stored);
    return *calendar::read_ask_task(text::Document::parse((*stored)->text));
  };
  CHECK(task().summary == "Ask Bob Example: advice");
  CHECK_FALSE(task().completed);
  const Kept yes = change(test, ask_kind(), ask.item, {{"state", "yes"}});
  CHECK(task().completed);
  const auto snapshot = snapshot_of(test);
  const Person& bob = *snapshot->by_uid(Uid("bob"));
  REQUIRE(bob.ledger.size() == 1);
  CHECK(bob.ledger[0].side == relations::LedgerSide::received);
  CHECK(bob.ledger[0].asked);
  CHECK(bob.ledger[0].kind == GiveKind::advice);
  const Json received = all(test, entry_kind());
  REQUIRE(received.size() == 1);
  CHECK(received[0]["ask"] == ask.item["id"]);
  change(test, ask_kind(), ask.item, {{"state", "no"}});
  CHECK(all(test, entry_kind()).empty());
  CHECK(task().completed);
}

TEST_CASE("thanks and kept promises are settled by one action, and noted as gifts") {
  TestWorld test;
  meet_circle(test);
  const Kept received =
      add(test, entry_kind(), {{"kind", "received"}, {"person", "bob"}, {"give_kind", "help"}, {"size", 2}});
  const Kept thanked = change(test, entry_kind(), received.item, {{"settled", "2026-11-18"}});
  const auto gives = [&] {
    int count = 0;
    const auto after = snapshot_of(test);
    for (const relations::LedgerEntry& one : after->by_uid(Uid("bob"))->ledger)
      count += one.side == relations::LedgerSide::gave ? 1 : 0;
    return count;
  };
  CHECK(gives() == 1);
  change(test, entry_kind(), received.item, {{"settled", nullptr}});
  CHECK(gives() == 0);
  const Kept promise =
      add(test, promise_kind(), {{"person", "bob"}, {"text", "the slides"}, {"give_kind", "information"}});
  const Kept kept = change(test, promise_kind(), promise.item, {{"settled", "2026-11-18"}});
  CHECK(gives() == 1);
  REQUIRE(test.undo().apply(test.world(), kept.undo));
  CHECK(gives() == 0);
  const Kept moved = change(test, promise_kind(), promise.item, {{"due", "2026-12-24"}});
  CHECK(moved.item["due"] == "2026-12-24");
}

TEST_CASE("nobody is introduced before both said yes") {
  TestWorld test;
  meet_circle(test);
  Json item = add(test, introduction_kind(), {{"a", "ada"}, {"b", "bob"}, {"reason", "both sail"}}).item;
  CHECK(item["next"] == "ask-a");
  const auto too_early = change_item(test.world(), test.undo(), introduction_kind(),
                                     Uid(item["id"].get<std::string>()), {{"sent", "2026-11-18"}});
  REQUIRE_FALSE(too_early);
  CHECK(holds(tests::english(too_early.error()), "ask Ada Example first"));
  item = change(test, introduction_kind(), item, {{"consent_a", "yes"}}).item;
  CHECK(item["next"] == "ask-b");
  item = change(test, introduction_kind(), item, {{"consent_b", "asked"}}).item;
  CHECK(item["next"] == "wait");
  CHECK(snapshot_of(test)->by_uid(Uid("ada"))->ledger.empty());
  item = change(test, introduction_kind(), item, {{"consent_b", "yes"}}).item;
  CHECK(item["next"] == "introduce");
  item = change(test, introduction_kind(), item, {{"sent", "2026-11-18"}, {"outcome", "they sail"}}).item;
  CHECK(item["next"] == "done");
  CHECK(snapshot_of(test)->by_uid(Uid("bob"))->ledger.size() == 1);
}

TEST_CASE("what another program wrote into an item stays when a field changes") {
  TestWorld test;
  meet_circle(test);
  const Kept ask = add(test, ask_kind(), {{"person", "ada"}, {"text", "a look"}});
  auto items = Items::open(test.world());
  auto stored = *items->find(items->journal(), Uid(ask.item["id"].get<std::string>()));
  const auto at = stored->text.find("END:VJOURNAL");
  stored->text.insert(at, "X-FOREIGN:kept\r\n");
  REQUIRE(items->put(*stored));
  change(test, ask_kind(), ask.item, {{"next_step", "call"}});
  const auto after = *items->find(items->journal(), stored->uid);
  CHECK(holds(after->text, "X-FOREIGN:kept\r\n"));
  CHECK(holds(after->text, "X-GOODTURN-NEXT-STEP:call"));
}

TEST_CASE("a script is filled in, and what is missing is named") {
  TestWorld test;
  meet_circle(test);
  const Uid script(
      add(test, script_kind(), {{"name", "paper"}, {"text", "Dear {firstName}, how is {topic}?"}})
          .item["id"]
          .get<std::string>());
  CHECK(fill_script(test.world(), script, Uid("ada"), {})->missing == std::vector<std::string>{"topic"});
  CHECK(fill_script(test.world(), script, Uid("ada"), {})->text.empty());
  CHECK(fill_script(test.world(), script, Uid("ada"), {{"topic", "Oslo"}})->text == "Dear Ada, how is Oslo?");
  CHECK(fill_script(test.world(), script, Uid("nobody"), {}).error().kind == ErrorKind::not_found);
  const auto used = note_use(test.world(), test.undo(), script, true);
  REQUIRE(used);
  CHECK(all(test, script_kind())[0]["answered"] == 1);
  CHECK(all(test, script_kind())[0]["last_used"] == "2026-11-18");
  REQUIRE(test.undo().apply(test.world(), *used));
  CHECK(all(test, script_kind())[0]["answered"] == 0);
}

TEST_CASE("an action is taken back after its program ended, unless the item changed since") {
  TestWorld test;
  meet_circle(test);
  CHECK(undo_kept(test.world()).error().kind == ErrorKind::not_found);
  UndoLog first(test.world().random,
                [&](const Before& before) { REQUIRE(keep_undo(test.world(), before, "first")); });
  const auto made =
      add_item(test.world(), first, promise_kind(), {{"person", "ada"}, {"text", "the slides"}});
  REQUIRE(made);
  const auto stored = shelf(test);
  UndoLog second(test.world().random,
                 [&](const Before& before) { REQUIRE(keep_undo(test.world(), before, "second")); });
  const Uid uid(made->item["id"].get<std::string>());
  REQUIRE(change_item(test.world(), second, promise_kind(), uid, {{"due", "2026-12-01"}}));
  CHECK(*undo_kept(test.world()) == "second");
  CHECK(shelf(test) == stored);
  REQUIRE(change_item(test.world(), test.undo(), promise_kind(), uid, {{"due", "2026-12-02"}}));
  CHECK(undo_kept(test.world()).error().kind == ErrorKind::precondition);
}
