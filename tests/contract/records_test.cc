// Every kind of record and task on every place that keeps them: all its fields come back, a second look finds
// nothing new, and nothing would be written again.
#include <catch2/catch.hpp>

#include "core/calendar/ask_task.h"
#include "core/calendar/follow_up.h"
#include "core/calendar/meeting_task.h"
#include "core/calendar/record.h"
#include "core/text/document.h"
#include "tests/contract/mirror.h"
#include "tests/contract/places.h"
#include "tests/unit/calendar/journal_samples.h"
#include "tests/unit/calendar/profile_samples.h"

using namespace goodturn;
using namespace goodturn::tests;
using namespace goodturn::calendar::samples;
using text::Document;

namespace {

constexpr auto hour = std::chrono::hours(1);

/// How an item is read, written and updated.
template <class Item>
struct Hand {
  std::optional<Item> (*read)(const Document&);
  std::string (*write)(const Item&, Instant);
  std::string (*update)(const Document&, const Item&, Instant);
};

template <class Item>
void comes_back(RemoteCollection& client, const std::string& uid, const Item& item, const Hand<Item>& hand) {
  const std::string text = hand.write(item, stamp);
  const auto written = client.create(client.href_for(Uid(uid)), text);
  INFO(uid << ": " << (written ? std::string() : describe(written.error())));
  REQUIRE(written);
  Mirror mirror(client);
  mirror.pull();
  const std::string kept = mirror.at(written->href).text;
  INFO(kept);
  const auto read = hand.read(Document::parse(kept));
  REQUIRE(read);
  CHECK(*read == item);
  CHECK(hand.update(Document::parse(kept), item, stamp + hour) == kept);
  const auto before = mirror.texts();
  mirror.pull();
  CHECK(mirror.texts() == before);
  CHECK(mirror.dropped() == 0);
}

/// The full sample of a kind of journal item.
template <class Item>
void comes_back(RemoteCollection& client, const std::string& uid) {
  using Sample = Form<Item>;
  Item item = Sample::full();
  if constexpr (requires { item.uid; }) item.uid = Uid(uid);  // the own profile always has the same
  comes_back<Item>(client, uid, item, {Sample::read, Sample::write, Sample::update});
}

calendar::Record full_record(RecordKind kind) {
  calendar::Record record;
  record.uid = Uid("form-record-" + std::string(to_string(kind)));
  record.kind = kind;
  record.person = ada.uid;
  record.person_name = ada.name;
  record.at = stamp;
  record.text = "Tea, cake; and\na second line";
  record.channel = Channel::meeting;
  record.direction = Direction::in;
  record.give_kind = GiveKind::public_recognition;
  record.size = 3;
  record.due = first_day;
  record.settled = other_day;
  record.asked = record.crisis = true;
  record.depth = 2;
  record.ask = Uid("goodturn-1,2");
  record.others = 4;
  record.with = {Uid("urn:uuid:2"), Uid("3,a;b")};
  return record;
}

calendar::FollowUp full_follow_up() {
  calendar::FollowUp task;
  task.uid = Uid("form-follow-up");
  task.rule = Rule::give_match;
  task.person = ada.uid;
  task.person_name = ada.name;
  task.summary = "Send Ada, at last, the paper";
  task.why = "She asked; you have it.\nTwo lines";
  task.link = "mailto:ada@example.org";
  task.due = first_day;
  task.planned = first_day;
  task.shown = other_day;
  task.silence_since = other_day;
  task.record = Uid("goodturn-2");
  task.completed = true;
  task.completed_at = stamp;
  task.action = Action::done;
  return task;
}

calendar::MeetingTask full_meeting_task() {
  calendar::MeetingTask task;
  task.event = Uid("event-1");
  task.start = stamp;
  task.uid = calendar::meeting_task_uid(task.moment, task.event, task.start);
  task.people = {ada.uid, bob.uid, Uid("a%2cb")};
  task.summary = "Brief: Ada, Bob";
  task.text = "What do you hope to learn?\nMuch, really";
  task.written = "What do you hope to learn?";
  task.due = stamp - hour;
  task.completed = true;
  task.completed_at = stamp;
  task.action = Action::not_now;
  return task;
}

calendar::AskTask full_ask_task() {
  const Uid ask("form-ask");
  return {calendar::ask_task_uid(ask), ask,       ada,  "Ask Ada: feedback",
          "- one, two\n- three; four", first_day, stamp};
}

/// The client of a place, or nothing where its server is not installed.
std::unique_ptr<RemoteCollection> client_of(Place& place) {
  auto client = place.client();
  if (!client) WARN("skipped: the server is not installed");
  return client;
}

}  // namespace

TEST_CASE("records of every kind come back with all their fields", "[contract]") {
  const PlaceName name = GENERATE(from_range(places_for(Requests::few)));
  if (name.kind != Kind::journals) return;
  INFO(name.text());
  const auto place = make_place(name);
  const auto client = client_of(*place);
  if (!client) return;
  comes_back<calendar::Ask>(*client, "form-ask");
  comes_back<calendar::Introduction>(*client, "form-introduction");
  comes_back<calendar::Goal>(*client, "form-goal");
  comes_back<calendar::Script>(*client, "form-script");
  comes_back<calendar::Community>(*client, "form-community");
  comes_back<calendar::Question>(*client, "form-question");
  comes_back<calendar::Venue>(*client, "form-venue");
  comes_back<calendar::RoleTerm>(*client, "form-role-term");
  comes_back<calendar::PairSign>(*client, "form-pair");
  comes_back<calendar::Identity>(*client, "form-identity");
  comes_back<calendar::Profile>(*client, "form-profile");
  comes_back<calendar::OwnProfile>(*client, "form-own-profile");
  for (const RecordKind kind : all_record_kinds) {
    const calendar::Record record = full_record(kind);
    comes_back<calendar::Record>(*client, record.uid.value, record,
                                 {calendar::read_record, calendar::write_record, calendar::update_record});
  }
}

TEST_CASE("tasks of every kind come back with all their fields", "[contract]") {
  const PlaceName name = GENERATE(from_range(places_for(Requests::few)));
  if (name.kind != Kind::tasks) return;
  INFO(name.text());
  const auto place = make_place(name);
  const auto client = client_of(*place);
  if (!client) return;
  const auto follow_up = full_follow_up();
  comes_back<calendar::FollowUp>(
      *client, follow_up.uid.value, follow_up,
      {calendar::read_follow_up, calendar::write_follow_up, calendar::update_follow_up});
  const auto meeting = full_meeting_task();
  comes_back<calendar::MeetingTask>(
      *client, meeting.uid.value, meeting,
      {calendar::read_meeting_task, calendar::write_meeting_task, calendar::update_meeting_task});
  const auto ask = full_ask_task();
  comes_back<calendar::AskTask>(
      *client, ask.uid.value, ask,
      {calendar::read_ask_task, calendar::write_ask_task, calendar::update_ask_task});
}
