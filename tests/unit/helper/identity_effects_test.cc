// What follows from a merge: tags, profiles, follow-ups, and cards that are gone.
#include <algorithm>

#include "helper/accounts/accounts.h"
#include "helper/people/records.h"
#include "helper/people/tag.h"
#include "helper/week/feed.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/two_books.h"

using namespace goodturn;
using namespace goodturn::helper;

TEST_CASE("tags of a merged person go to every card whose book takes them") {
  TestWorld test;
  two_books(test);
  merge(test);
  CHECK(edit_tags(test.world(), test.undo(), Uid("u-ada"), {{"ally"}, {}}).error().kind ==
        ErrorKind::forbidden);
  REQUIRE(edit_collection(test.world(), test.collection("work").id, {{}, {}, true}));
  const auto tags_of = [&](const char* uid) {
    const auto read = snapshot(test);
    const Person& person = *read->by_uid(Uid(uid));
    return (person.cards.empty() ? person.card : person.cards[person.places[0].uid == Uid(uid) ? 0 : 1]).tags;
  };
  SECTION("only one book takes tags: what the other card has stays and is named") {
    const auto tagged = edit_tags(test.world(), test.undo(), Uid("u-ada"), {{"ally"}, {"Mentor", "sailing"}});
    REQUIRE(tagged);
    CHECK(tagged->sent);
    CHECK(tests::english(tagged->note).find("\"Mentor\" stays") == 0);
    CHECK(tags_of("u-ada") == Words{"mentor"});
    CHECK(tags_of("u-work") == Words{"ally"});
    CHECK(test.server.text("work/", "2.vcf").find("CATEGORIES:ally") != std::string::npos);
  }
  SECTION("both take tags: undo gives each card back what it had") {
    REQUIRE(edit_collection(test.world(), test.collection("book").id, {{}, {}, true}));
    const auto tagged = edit_tags(test.world(), test.undo(), Uid("u-work"), {{"mentor"}, {"sailing"}});
    REQUIRE(tagged);
    CHECK(tagged->note.empty());
    CHECK(tags_of("u-ada") == Words{"mentor"});
    CHECK(tags_of("u-work") == Words{"mentor"});
    REQUIRE(test.undo().apply(test.world(), tagged->undo));
    CHECK(tags_of("u-ada") == Words{"mentor"});
    CHECK(tags_of("u-work") == Words{"sailing"});
  }
}

TEST_CASE("profiles of both cards count, and a change reaches both") {
  TestWorld test;
  two_books(test);
  const auto never = [&](const char* uid, bool value) {
    REQUIRE(edit_profile_of(test.world(), Uid(uid),
                            [&](calendar::Profile& profile) { profile.do_not_suggest = value; }));
  };
  never("u-work", true);
  REQUIRE(edit_profile_of(test.world(), Uid("u-work"), [](calendar::Profile& p) { p.offers = {"sailing"}; }));
  const std::string undo = merge(test);
  CHECK(snapshot(test)->by_uid(Uid("u-ada"))->contact.do_not_suggest);
  CHECK(snapshot(test)->by_uid(Uid("u-ada"))->profile.offers == Words{"sailing"});
  never("u-ada", false);
  CHECK_FALSE(snapshot(test)->by_uid(Uid("u-ada"))->contact.do_not_suggest);
  REQUIRE(test.undo().apply(test.world(), undo));
  CHECK(snapshot(test)->by_uid(Uid("u-ada"))->profile.offers.empty());
  CHECK(snapshot(test)->by_uid(Uid("u-work"))->profile.offers == Words{"sailing"});
}

TEST_CASE("a follow-up of each card becomes one in the list and in the calendar, and two again") {
  TestWorld test;
  two_books(test);
  for (const char* uid : {"u-ada", "u-work"}) {
    auto items = Items::open(test.world());
    calendar::FollowUp row;
    row.uid = Uid(std::string("goodturn-task-") + uid);
    row.rule = Rule::keep_in_touch;
    row.person = Uid(uid);
    row.person_name = "Ada";
    row.summary = "Write to Ada";
    row.due = row.shown = test.world().now().today;
    row.silence_since = parse_day("2026-10-08");
    REQUIRE(test.world().store.transact([&] { return write_follow_up(test.world(), *items, row); }));
  }
  const auto open_reminders = [&] {
    const auto week = this_week(test.world(), Publish::yes);
    REQUIRE(week);
    return std::count_if(week->entries.begin(), week->entries.end(), [](const WeekEntry& entry) {
      return entry.open() && entry.follow_up.rule == Rule::keep_in_touch;
    });
  };
  const auto served = [&] {
    const std::string text = serve_feed(test.world())->text;
    return std::pair(text.find("goodturn-task-u-ada") != std::string::npos,
                     text.find("goodturn-task-u-work") != std::string::npos);
  };
  CHECK(open_reminders() == 2);
  CHECK(served() == std::pair(true, true));
  const std::string undo = merge(test);
  CHECK(open_reminders() == 1);
  CHECK(served() == std::pair(true, false));
  REQUIRE(test.undo().apply(test.world(), undo));
  CHECK(open_reminders() == 2);
  CHECK(served() == std::pair(true, true));
}

TEST_CASE("a card that is gone leaves its records with the person") {
  TestWorld test;
  two_books(test);
  merge(test);
  LogEntry note;
  note.kind = RecordKind::note;
  note.text = "from the work card";
  REQUIRE(log_entry(test.world(), test.undo(), Uid("u-ada"), note));
  test.server.remove("book/", "1.vcf");
  test.sync();
  const auto read = snapshot(test);
  const Person* ada = read->by_uid(Uid("u-ada"));
  REQUIRE(ada != nullptr);
  CHECK(ada->card.uid == Uid("u-work"));
  CHECK(ada->contact.other_uids == std::vector<Uid>{Uid("u-ada")});
  CHECK(std::any_of(ada->moments.begin(), ada->moments.end(),
                    [](const Moment& moment) { return moment.text == "from the work card"; }));
}
