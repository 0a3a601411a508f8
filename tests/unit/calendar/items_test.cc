// Records and follow-ups: what is written is read back, and an update leaves foreign lines alone.
#include <catch2/catch.hpp>

#include "core/calendar/follow_up.h"
#include "core/calendar/record.h"

using namespace goodturn;
using namespace goodturn::calendar;
using text::Document;

namespace {

const Instant stamp = *parse_instant("2026-11-22T01:00:00Z");
const Day today = *parse_day("2026-11-22");

bool has(const std::string& text, const std::string& line) {
  return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

Record full_record() {
  Record record;
  record.uid = Uid("goodturn-1");
  record.kind = RecordKind::gave;
  record.person = Uid("urn:uuid:1,\"x\"");
  record.person_name = "Ada; Example";
  record.at = stamp;
  record.text = "line one\nwith, comma; and \\ backslash\n\n" + std::string(200, 'x');
  record.channel = Channel::call;
  record.direction = Direction::out;
  record.give_kind = GiveKind::public_recognition;
  record.size = 3;
  record.due = today;
  record.settled = today + std::chrono::days(1);
  record.asked = true;
  record.crisis = true;
  record.depth = 3;
  record.ask = Uid("goodturn-9,\"x\"");
  record.others = 7;
  record.with = {Uid("urn:uuid:2,a"), Uid("3\\;b")};
  return record;
}

FollowUp full_follow_up() {
  FollowUp follow_up;
  follow_up.uid = Uid("goodturn-9f2c");
  follow_up.rule = Rule::first_meeting;
  follow_up.person = Uid("urn:uuid:1");
  follow_up.person_name = "Ada Example";
  follow_up.summary = "Write to Ada Example";
  follow_up.why = "You met on 3 June.\nIdea: send the paper, today.";
  follow_up.link = "mailto:ada@example.org";
  follow_up.due = today;
  follow_up.planned = today - std::chrono::days(2);
  follow_up.shown = today;
  follow_up.silence_since = today - std::chrono::days(90);
  follow_up.record = Uid("goodturn-4711");
  return follow_up;
}

}  // namespace

TEST_CASE("every field of a record survives writing and reading") {
  const Record full = full_record();
  CHECK(read_record(Document::parse(write_record(full, stamp))) == full);
  for (const RecordKind kind : all_record_kinds) {
    Record plain;
    plain.uid = Uid("goodturn-2");
    plain.kind = kind;
    CHECK(read_record(Document::parse(write_record(plain, stamp))) == plain);
  }
  const std::string text = write_record(full, stamp);
  CHECK(has(text, "CLASS:PRIVATE"));
  CHECK(has(text, "CATEGORIES:net,gave"));
  CHECK(has(text, "DTSTAMP:20261122T010000Z"));
  CHECK(text.find("ATTENDEE") == std::string::npos);
}

TEST_CASE("a foreign journal is a note without person") {
  const auto note = read_record(Document::parse(
      "BEGIN:VCALENDAR\nBEGIN:VJOURNAL\nUID:j\nDTSTART;VALUE=DATE:20260103\nCATEGORIES:profile\nSUMMARY:t\n"
      "DESCRIPTION:a\nDESCRIPTION:b\nEND:VJOURNAL\nEND:VCALENDAR\n"));
  REQUIRE(note);
  CHECK(note->kind == RecordKind::note);
  CHECK(note->person.empty());
  CHECK(note->text == "a\n\nb");
  CHECK(to_iso(note->at) == "2026-01-03T00:00:00Z");
  CHECK_FALSE(read_record(Document::parse("BEGIN:VTODO\nUID:x\nEND:VTODO\n")));
  // An ask or a profile has a reader of its own; it is no note.
  CHECK_FALSE(read_record(Document::parse("BEGIN:VJOURNAL\nX-GOODTURN-KIND:ask\nEND:VJOURNAL\n")));
}

TEST_CASE("the first of several people is the record's person") {
  const auto record = read_record(
      Document::parse("BEGIN:VJOURNAL\nX-GOODTURN-KIND:touch\nX-GOODTURN-CONTACTS:urn:uuid:1\\,a,urn:uuid:2\n"
                      "X-GOODTURN-SIZE:9\nX-GOODTURN-DEPTH:4\nEND:VJOURNAL\n"));
  REQUIRE(record);
  CHECK(record->person.value == "urn:uuid:1,a");
  CHECK(record->size == 1);
  CHECK_FALSE(record->depth);
}

TEST_CASE("as many took part as are named, at least, and never more than anybody counts") {
  const auto others = [](const std::string& lines) {
    return read_record(Document::parse("BEGIN:VJOURNAL\nX-GOODTURN-KIND:touch\n" + lines + "END:VJOURNAL\n"))
        ->others;
  };
  CHECK(others("") == 1);
  CHECK(others("X-GOODTURN-OTHERS:18\n") == 18);
  CHECK(others("X-GOODTURN-WITH:a\\nb\n") == 3);
  CHECK(others("X-GOODTURN-OTHERS:2\nX-GOODTURN-WITH:a\\nb\n") == 3);
  CHECK(others("X-GOODTURN-OTHERS:0\n") == 1);
  CHECK(others("X-GOODTURN-OTHERS:many\n") == 1);
  CHECK(others("X-GOODTURN-OTHERS:99999\n") == most_others);
}

TEST_CASE("updating a record touches only what changed") {
  const std::string before = write_record(full_record(), stamp);
  const std::string foreign = before.substr(0, before.find("END:VJOURNAL")) + "x-foreign;B=\"c\":1\r\n" +
                              before.substr(before.find("END:VJOURNAL"));
  const Document document = Document::parse(foreign);
  CHECK(update_record(document, full_record(), stamp + std::chrono::hours(1)) == foreign);
  Record changed = full_record();
  changed.settled.reset();
  changed.text = "short";
  const std::string after = update_record(document, changed, stamp + std::chrono::hours(1));
  CHECK(read_record(Document::parse(after)) == changed);
  CHECK(has(after, "x-foreign;B=\"c\":1"));
  CHECK(has(after, "DTSTAMP:20261122T020000Z"));
  CHECK(has(after, "LAST-MODIFIED:20261122T020000Z"));
  std::size_t kept = 0;
  const Document edited = Document::parse(after);
  for (const text::Line& line : edited.lines()) kept += foreign.find(line.raw()) != std::string::npos;
  CHECK(kept == edited.lines().size() - 3);
}

TEST_CASE("every field of a follow-up survives, and it invites nobody") {
  FollowUp follow_up = full_follow_up();
  const std::string text = write_follow_up(follow_up, stamp);
  CHECK(read_follow_up(Document::parse(text)) == follow_up);
  for (const char* line :
       {"DUE;VALUE=DATE:20261122", "STATUS:NEEDS-ACTION", "CLASS:PRIVATE", "CATEGORIES:net,first-meeting",
        "CONTACT;ALTREP=\"urn:uuid:1\":Ada Example", "X-GOODTURN-CONTACTS:urn:uuid:1",
        "X-GOODTURN-RULE:first-meeting", "URL:mailto:ada@example.org"})
    CHECK(has(text, line));
  for (const char* never : {"ATTENDEE", "ORGANIZER", "VALARM"}) CHECK(text.find(never) == std::string::npos);
  follow_up.completed = true;
  follow_up.completed_at = stamp;
  follow_up.action = Action::not_now;
  follow_up.expired = true;
  const std::string done = update_follow_up(Document::parse(text), follow_up, stamp);
  CHECK(read_follow_up(Document::parse(done)) == follow_up);
  CHECK(has(done, "PERCENT-COMPLETE:100"));
  CHECK(has(done, "STATUS:COMPLETED"));
  follow_up.completed = false;
  follow_up.completed_at.reset();
  const std::string reopened = update_follow_up(Document::parse(done), follow_up, stamp);
  CHECK(read_follow_up(Document::parse(reopened)) == follow_up);
  CHECK(reopened.find("COMPLETED") == std::string::npos);
}

TEST_CASE("words of the user's own in a follow-up are told from ours, line by line") {
  FollowUp follow_up = full_follow_up();
  follow_up.planned = follow_up.due;
  const std::string text = write_follow_up(follow_up, stamp);
  const auto foreign = [](const std::string& item) { return foreign_words(Document::parse(item)); };
  CHECK_FALSE(foreign(text).summary);
  CHECK_FALSE(foreign(text).why);
  CHECK_FALSE(is_edited(Document::parse(text)));
  const std::string retitled = retitled_follow_up(Document::parse(text), "Ask about tides", stamp);
  CHECK(read_follow_up(Document::parse(retitled))->summary == "Ask about tides");
  CHECK(foreign(retitled).summary);
  CHECK_FALSE(foreign(retitled).why);
  CHECK(is_edited(Document::parse(retitled)));
  // What we write later into other lines does not make the title ours.
  FollowUp later = *read_follow_up(Document::parse(retitled));
  later.why = "Other numbers.";
  later.completed = true;
  const std::string updated = update_follow_up(Document::parse(retitled), later, stamp);
  CHECK(foreign(updated).summary);
  CHECK_FALSE(foreign(updated).why);
  // Our own new title is ours again.
  later.summary = "Call Ada";
  CHECK_FALSE(foreign(update_follow_up(Document::parse(updated), later, stamp)).summary);
  // An item of an earlier version has no marks: nothing is foreign, until somebody names it anew.
  std::string old = text;
  for (const char* name : {"X-GOODTURN-SUMMARY-MARK:", "X-GOODTURN-WHY-MARK:"})
    old.erase(old.find(name), std::string(name).size() + 18);
  CHECK(old.find("-MARK") == std::string::npos);
  CHECK_FALSE(is_edited(Document::parse(old)));
  CHECK(foreign(retitled_follow_up(Document::parse(old), "Ask about tides", stamp)).summary);
  CHECK(retitled_follow_up(Document::parse(text), " ", stamp) == text);
}

TEST_CASE("a task that is not ours is no follow-up") {
  CHECK_FALSE(read_follow_up(Document::parse("BEGIN:VTODO\nUID:1\nSUMMARY:milk\nEND:VTODO\n")));
  CHECK_FALSE(read_follow_up(Document::parse("")));
}
