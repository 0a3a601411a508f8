// Finding people, their pages, and what is logged about them.
#include "helper/accounts/accounts.h"
#include "helper/json/json.h"
#include "helper/people/records.h"
#include "helper/people/search.h"
#include "helper/week/iso_week.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

void three_people(TestWorld& test) {
  test.server.put(
      "book/", "1.vcf",
      card("u1", "Åsa Öberg", "EMAIL:asa@example.org\r\nORG:Nordlicht;Lab\r\nCATEGORIES:Mentor,sailing\r\n"));
  test.server.put("book/", "2.vcf",
                  card("u2", "Bob Example",
                       "EMAIL:bob@example.org\r\nEMAIL:BOB@work.example.org\r\nCATEGORIES:sailing\r\n"));
  test.server.put("book/", "3.vcf", card("u3", "The Team", "KIND:group\r\n"));
  test.server.put("cal/", "m.ics", meeting("m", "20261110T090000Z", "Bob@Work.example.org"));
  test.set_up();
  test.sync();
}

std::vector<std::string> names(TestWorld& test, const PeopleQuery& query) {
  std::vector<std::string> names;
  for (const Person* one : find_people(*Snapshot::read(test.world()), query).persons)
    names.push_back(one->card.name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("search is blind to case and accents and wants every word") {
  TestWorld test;
  three_people(test);
  CHECK(names(test, {}) == Names{"Bob Example", "Åsa Öberg"});
  CHECK(names(test, {"asa oberg", "", 100, 0}) == Names{"Åsa Öberg"});
  CHECK(names(test, {"NORDLICHT", "", 100, 0}) == Names{"Åsa Öberg"});
  CHECK(names(test, {"sailing bob", "", 100, 0}) == Names{"Bob Example"});
  CHECK(names(test, {"nobody", "", 100, 0}).empty());
  CHECK(names(test, {"", "mentor", 100, 0}) == Names{"Åsa Öberg"});
  CHECK(names(test, {"", "", 1, 1}) == Names{"Åsa Öberg"});
  CHECK(folded("Straße ÅNGSTRÖM") == "strasse angstrom");
}

TEST_CASE("an attendee is matched by any address, case-blind") {
  TestWorld test;
  three_people(test);
  const auto snapshot = Snapshot::read(test.world());
  CHECK((*snapshot)->by_uid(Uid("u2"))->contact.touches.size() == 1);
  CHECK((*snapshot)->by_email("bob@work.example.org")->card.uid == Uid("u2"));
  CHECK((*snapshot)->by_uid(Uid("u3")) == nullptr);
}

TEST_CASE("the same meeting in two calendars is one touch") {
  TestWorld test;
  test.server.collections["cal2/"];
  three_people(test);
  test.server.put("cal2/", "copy.ics", meeting("m", "20261110T090000Z", "bob@example.org"));
  test.sync();
  CHECK((*Snapshot::read(test.world()))->by_uid(Uid("u2"))->contact.touches.size() == 1);
}

TEST_CASE("a calendar that does not count as meetings gives no touches") {
  TestWorld test;
  three_people(test);
  REQUIRE(edit_collection(test.world(), test.collection("cal").id, {{}, false, {}}));
  CHECK((*Snapshot::read(test.world()))->by_uid(Uid("u2"))->contact.touches.empty());
  REQUIRE(edit_collection(test.world(), test.collection("cal").id, {{}, true, {}}));
  CHECK((*Snapshot::read(test.world()))->by_uid(Uid("u2"))->contact.touches.size() == 1);
}

TEST_CASE("a book that is switched off has no people") {
  TestWorld test;
  three_people(test);
  REQUIRE(edit_collection(test.world(), test.collection("book").id, {false, {}, {}}));
  CHECK((*Snapshot::read(test.world()))->persons().empty());
}

TEST_CASE("a touch without a word stands in the timeline, too, and is the last talk") {
  TestWorld test;
  three_people(test);
  LogEntry call;
  call.channel = Channel::call;
  REQUIRE(log_entry(test.world(), test.undo(), Uid("u1"), call));
  const auto snapshot = *Snapshot::read(test.world());
  const Person& person = *snapshot->by_uid(Uid("u1"));
  CHECK(person.moments.empty());
  REQUIRE(timeline(person).size() == 1);
  CHECK(timeline(person)[0].kind == Moment::Kind::touch);
  REQUIRE(person.contact.last_talk);
  CHECK(person.contact.last_talk->channel == Channel::call);
  const auto items = Items::open(test.world());
  CHECK(json_of_person(*snapshot, person, *items, Language::en)["timeline"][0]["channel"] == "call");
}

TEST_CASE("what is logged stands in the timeline and can be undone") {
  TestWorld test;
  three_people(test);
  LogEntry call;
  call.channel = Channel::call;
  call.text = "about the paper";
  const auto logged = log_entry(test.world(), test.undo(), Uid("u1"), call);
  REQUIRE(logged);
  auto snapshot = *Snapshot::read(test.world());
  const Person& person = *snapshot->by_uid(Uid("u1"));
  REQUIRE(person.moments.size() == 1);
  CHECK(person.moments[0].text == "about the paper");
  CHECK(person.contact.last_talk->about == "about the paper");
  const auto items = Items::open(test.world());
  const Json json = json_of_person(*snapshot, person, *items, Language::en);
  CHECK(json["timeline"][0]["kind"] == "touch");
  CHECK(json["roles"] == Json::array({"mentor"}));
  REQUIRE(test.undo().apply(test.world(), logged->undo));
  CHECK((*Snapshot::read(test.world()))->by_uid(Uid("u1"))->contact.touches.empty());
}

TEST_CASE("a journal of another program stands with the person it names") {
  TestWorld test;
  const auto journal = [](const std::string& uid, const std::string& who) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VJOURNAL\r\nUID:" + uid +
           "\r\nDTSTART:20261101T100000Z\r\nSUMMARY:Lunch\r\n" + who + "END:VJOURNAL\r\nEND:VCALENDAR\r\n";
  };
  test.server.put("cal/", "j1.ics", journal("j1", "ATTENDEE:MAILTO:Bob@Work.example.org\r\n"));
  test.server.put("cal/", "j2.ics", journal("j2", "CONTACT;ALTREP=\"u1\":Asa\r\n"));
  test.server.put("cal/", "j3.ics", journal("j3", "ATTENDEE:mailto:stranger@example.org\r\n"));
  three_people(test);
  const auto snapshot = *Snapshot::read(test.world());
  const auto notes = [&](const char* uid) {
    std::size_t count = 0;
    for (const Moment& moment : snapshot->by_uid(Uid(uid))->moments)
      count += moment.kind == Moment::Kind::note && moment.text == "Lunch" ? 1 : 0;
    return count;
  };
  CHECK(notes("u1") == 1);
  CHECK(notes("u2") == 1);
}

TEST_CASE("what makes no sense is refused with a reason") {
  TestWorld test;
  three_people(test);
  LogEntry entry;
  CHECK(log_entry(test.world(), test.undo(), Uid("u1"), entry).error().kind == ErrorKind::invalid);
  entry.channel = Channel::call;
  entry.at = parse_instant("2027-01-01T00:00:00Z");
  CHECK(log_entry(test.world(), test.undo(), Uid("u1"), entry).error().kind == ErrorKind::invalid);
  entry.at.reset();
  CHECK(log_entry(test.world(), test.undo(), Uid("nobody"), entry).error().kind == ErrorKind::not_found);
  CHECK(add_account(test.world(), {"memory.example.org", "alex", "secret", ""}, [] { return false; })
            .error()
            .kind == ErrorKind::invalid);
}

TEST_CASE("removing an account removes its people and leaves the server alone") {
  TestWorld test;
  three_people(test);
  REQUIRE(remove_account(test.world(), test.world().store.accounts()->at(0).id));
  CHECK((*Snapshot::read(test.world()))->persons().empty());
  CHECK(test.server.collections["book/"].size() == 3);
  CHECK(test.server.writes == 0);
}

TEST_CASE("what a user types is recognised as server, feed or folder") {
  CHECK(kind_of("dav.example.org") == sync::AccountKind::dav);
  CHECK(kind_of("alex@example.org") == sync::AccountKind::dav);
  CHECK(kind_of("https://example.org/cal/team.ICS?key=1") == sync::AccountKind::feed);
  CHECK(kind_of("webcal://example.org/team") == sync::AccountKind::feed);
  CHECK(kind_of("/tmp") == sync::AccountKind::vdir);
}

TEST_CASE("weeks begin on Monday and belong to the year of their Thursday") {
  CHECK(iso_week(*parse_day("2026-11-22")) == "2026-W47");
  CHECK(iso_week(*parse_day("2027-01-01")) == "2026-W53");
  CHECK(iso_week(*parse_day("2024-12-30")) == "2025-W01");
  CHECK(monday_of(*parse_day("2026-11-22")) == *parse_day("2026-11-16"));
}
