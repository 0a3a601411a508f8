// Which calendar events are contact (issue 2, point 5).
#include "core/relations/meeting.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::relations;
using calendar::Attendee;
using calendar::Event;
using calendar::EventStatus;
using calendar::Participation;

namespace {

constexpr Instant now{std::chrono::seconds(1'790'000'000)};
const std::vector<std::string> own = {"Me@Example.org", "me@home.example.org"};

Attendee person(std::string address, Participation answer = Participation::accepted) {
  return {std::move(address), "", answer, true};
}

Event event_with(std::vector<Attendee> attendees) {
  Event event;
  event.uid = Uid("e1");
  event.summary = "Budget review";
  event.attendees = std::move(attendees);
  return event;
}

std::vector<Meeting> read(const Event& event, int hours_ahead = -48) {
  const Instant start = now + std::chrono::hours(hours_ahead);
  const std::vector occurrences = {calendar::Occurrence{0, start, start + std::chrono::hours(1)}};
  const auto local = [](Instant at) {
    return std::chrono::floor<std::chrono::days>(at + std::chrono::hours(2));
  };
  return meetings_of(std::span(&event, 1), occurrences, own, local, now);
}

std::vector<Attendee> crowd(int others) {
  std::vector<Attendee> people = {person("me@example.org")};
  for (int i = 0; i < others; ++i)
    people.push_back(person(std::string("p").append(std::to_string(i)).append("@example.org")));
  return people;
}

}  // namespace

TEST_CASE("A meeting of two to eight people is contact") {
  CHECK(read(event_with(crowd(0))).empty());
  REQUIRE(read(event_with(crowd(1))).size() == 1);
  CHECK(read(event_with(crowd(7))).front().addresses.size() == 7);
  CHECK(read(event_with(crowd(8))).empty());
}

TEST_CASE("A meeting carries what the index keeps") {
  const Meeting meeting = read(event_with(crowd(2))).at(0);
  CHECK(meeting.event == Uid("e1"));
  CHECK(meeting.summary == "Budget review");
  CHECK(meeting.addresses == std::vector<std::string>{"p0@example.org", "p1@example.org"});
  CHECK(meeting.day == std::chrono::floor<std::chrono::days>(meeting.start + std::chrono::hours(2)));
  CHECK(meeting.end - meeting.start == std::chrono::hours(1));
}

TEST_CASE("The user's own answer decides, under any own address and letter case") {
  for (const auto* address : {"ME@example.ORG", "me@home.example.org"}) {
    Event event = event_with({person(address, Participation::declined), person("ada@example.org")});
    CHECK(read(event).empty());
    event.attendees[0].participation = Participation::delegated;
    CHECK(read(event).empty());
    event.attendees[0].participation = Participation::tentative;
    CHECK(read(event).size() == 1);
    CHECK(read(event, 48).empty());
    event.attendees[0].participation = Participation::needs_action;
    CHECK(read(event, 48).size() == 1);
  }
}

TEST_CASE("Cancelled, all-day and tentative future events are no meetings") {
  Event event = event_with(crowd(1));
  event.status = EventStatus::cancelled;
  CHECK(read(event).empty());
  event.status = EventStatus::tentative;
  CHECK(read(event).size() == 1);
  CHECK(read(event, 48).empty());
  event.status = EventStatus::confirmed;
  CHECK(read(event, 48).size() == 1);
  event.all_day = true;
  CHECK(read(event).empty());
}

TEST_CASE("Rooms, decliners and doubles are left out") {
  Event event = event_with(crowd(1));
  event.attendees.push_back({"room1@example.org", "Room 1", Participation::accepted, false});
  event.attendees.push_back(person("bob@example.org", Participation::declined));
  event.attendees.push_back(person("P0@example.org"));
  CHECK(read(event).at(0).addresses == std::vector<std::string>{"p0@example.org"});
  Event alone =
      event_with({person("me@example.org"), {"room1@example.org", "", Participation::accepted, false}});
  CHECK(read(alone).empty());
}

TEST_CASE("A calendar that does not name the user is still the user's") {
  CHECK(read(event_with({person("ada@example.org")})).size() == 1);
  Event seven = event_with(crowd(7));
  seven.attendees.erase(seven.attendees.begin());
  CHECK(read(seven).size() == 1);
  seven.attendees.push_back(person("more@example.org"));
  CHECK(read(seven).empty());
}

TEST_CASE("People without an address count for the size, not as contacts") {
  Event event = event_with(crowd(7));
  event.attendees.push_back({"", "Caller", Participation::accepted, true});
  CHECK(read(event).empty());
  CHECK(read(event_with({{"", "Caller", Participation::accepted, true}})).empty());
}

TEST_CASE("Private events keep their title to themselves") {
  Event event = event_with(crowd(1));
  event.is_private = true;
  CHECK(read(event).at(0).summary.empty());
}

TEST_CASE("An occurrence of no event is left out") {
  const Event event = event_with(crowd(1));
  const std::vector occurrences = {calendar::Occurrence{5, now, now}};
  CHECK(meetings_of(
            std::span(&event, 1), occurrences, own, [](Instant) { return Day{}; }, now)
            .empty());
}

TEST_CASE("A meeting becomes a touch when it has begun") {
  Meeting meeting = read(event_with(crowd(4))).at(0);
  const std::optional<Touch> touch = touch_of(meeting, now);
  REQUIRE(touch);
  CHECK(touch->weight == Approx(0.25));
  CHECK(touch->channel == Channel::meeting);
  CHECK(touch->direction == Direction::mutual);
  CHECK(touch->day == meeting.day);
  meeting.start = now;
  CHECK(touch_of(meeting, now));
  meeting.start = now + std::chrono::seconds(1);
  CHECK(touch_of(meeting, now) == std::nullopt);
}
