#include <algorithm>
#include <array>

#include "core/base/hash.h"
#include "helper/sample/cast.h"
#include "helper/sample/event.h"
#include "helper/sample/items.h"
#include "helper/sample/lines.h"

namespace goodturn::sample {
namespace {

constexpr int history = 548;  // days: 18 months

constexpr std::array<std::string_view, 8> topics = {
    "Coffee",         "Catch-up",        "Project review", "Lunch", "Planning", "Walk along the canal",
    "Reading circle", "Paper discussion"};

bool is_weekend(Day day) {
  const std::chrono::weekday weekday(day);
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

/// The same day, or the Friday before a weekend.
Day working_day(Day day) {
  while (is_weekend(day)) day -= std::chrono::days(1);
  return day;
}

File file_of(const Meeting& meeting) { return {meeting.uid + ".ics", calendar_text({event_lines(meeting)})}; }

std::vector<const Person*> colleagues(const Person& person, int count) {
  std::vector<const Person*> found = {&person};
  for (const Person& other : cast()) {
    if (static_cast<int>(found.size()) > count) break;
    if (&other != &person && other.organisation == person.organisation &&
        other.habit.silent <= person.habit.silent && other.habit.rhythm > 0)
      found.push_back(&other);
  }
  return found;
}

Meeting single(const Person& person, int number, Day day, Dice& dice) {
  Meeting meeting;
  meeting.uid = "meeting-" + slug(person) + "-" + std::to_string(number);
  meeting.summary = std::string(topics[static_cast<std::size_t>(dice.roll(static_cast<int>(topics.size())))]);
  meeting.start = at(day, 8 + dice.roll(8), 15 * dice.roll(4));
  meeting.minutes = 30 + 15 * dice.roll(4);
  // One in six is a meeting of several; it may not break the silence of a colleague.
  meeting.guests = dice.roll(6) == 0 ? colleagues(person, 1 + dice.roll(3)) : colleagues(person, 0);
  if (dice.roll(4) == 0) meeting.room = "Room Birch";
  return meeting;
}

void add_habit(const Person& person, Day today, std::vector<File>& files) {
  Dice dice(hash_of(slug(person)).low);
  int days_ago = history - dice.roll(person.habit.rhythm);
  for (int number = 1; days_ago >= person.habit.silent; ++number) {
    const Day day = working_day(on(today, -days_ago));
    files.push_back(file_of(single(person, number, day, dice)));
    // Gaps spread from 0.6 to 1.4 of the rhythm.
    days_ago -= std::max(1, person.habit.rhythm * (60 + dice.roll(81)) / 100);
  }
}

void add_planned(const Person& person, Day today, std::vector<File>& files) {
  Meeting meeting{"planned-" + slug(person),
                  "Next steps",
                  at(on(today, person.habit.planned_in), 9),
                  60,
                  {&person},
                  "ACCEPTED",
                  "",
                  false,
                  {}};
  files.push_back(file_of(meeting));
}

std::vector<std::string> berlin() {
  return {"BEGIN:VTIMEZONE",
          "TZID:Europe/Berlin",
          "BEGIN:DAYLIGHT",
          "DTSTART:19810329T020000",
          "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
          "TZOFFSETFROM:+0100",
          "TZOFFSETTO:+0200",
          "TZNAME:CEST",
          "END:DAYLIGHT",
          "BEGIN:STANDARD",
          "DTSTART:19961027T030000",
          "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
          "TZOFFSETFROM:+0200",
          "TZOFFSETTO:+0100",
          "TZNAME:CET",
          "END:STANDARD",
          "END:VTIMEZONE"};
}

std::string local(Day day, const char* time) { return ";TZID=Europe/Berlin:" + to_basic(day) + "T" + time; }

std::vector<std::string> with_times(std::vector<std::string> lines, Day day, const char* from,
                                    const char* to) {
  for (auto& line : lines) {
    if (line.starts_with("DTSTART")) line = "DTSTART" + local(day, from);
    if (line.starts_with("DTEND")) line = "DTEND" + local(day, to);
  }
  return lines;
}

/// Every two weeks with one colleague, in local time: two dates left out, one moved, one cancelled.
File fortnightly(Day today) {
  const Person& jonas = person_named("jonas-petit");
  const Day first = working_day(on(today, -392));
  const auto nth = [&](int n) { return first + std::chrono::days(14 * n); };
  Meeting meeting{"series-fortnightly", "One to one", at(first, 9), 30, {&jonas}, "ACCEPTED", "", false, {}};
  meeting.extra = {"RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=" + to_basic(at(on(today, 60), 12)),
                   "EXDATE" + local(nth(3), "100000"), "EXDATE" + local(nth(11), "100000")};
  Meeting moved = meeting;
  moved.extra = {"RECURRENCE-ID" + local(nth(6), "100000")};
  Meeting cancelled = meeting;
  cancelled.cancelled = true;
  cancelled.extra = {"RECURRENCE-ID" + local(nth(9), "100000")};
  return {meeting.uid + ".ics",
          calendar_text({berlin(), with_times(event_lines(meeting), first, "100000", "103000"),
                         with_times(event_lines(moved), nth(6) + std::chrono::days(1), "140000", "143000"),
                         with_times(event_lines(cancelled), nth(9), "100000", "103000")})};
}

/// A monthly round of four that ended: the silence since then is real.
File monthly_round(Day today) {
  Meeting meeting{"series-round",
                  "Compiler round",
                  at(working_day(on(today, -500)), 16),
                  90,
                  {&person_named("ada-lindqvist"), &person_named("kaori-brandt"), &person_named("vera-xu")},
                  "ACCEPTED",
                  "Room Alder",
                  false,
                  {}};
  meeting.extra = {"RRULE:FREQ=WEEKLY;INTERVAL=4;UNTIL=" + to_basic(at(on(today, -130), 23))};
  return file_of(meeting);
}

/// More people than a conversation has: never contact.
File all_hands(Day today) {
  Meeting meeting{"series-all-hands",
                  "All hands",
                  at(working_day(on(today, -540)), 13),
                  60,
                  {},
                  "ACCEPTED",
                  "",
                  false,
                  {}};
  for (std::size_t i = 0; i < 14; ++i) meeting.guests.push_back(&cast()[i * 4]);
  meeting.extra = {"RRULE:FREQ=WEEKLY;INTERVAL=4"};
  return file_of(meeting);
}

/// What stands in the calendar and is no contact: declined, cancelled, all-day, alone.
void add_no_contact(Day today, std::vector<File>& files) {
  const Person& ada = person_named("ada-lindqvist");
  const Person& bram = person_named("bram-okafor");
  files.push_back(file_of({"declined-1",
                           "Steering group",
                           at(working_day(on(today, -10)), 10),
                           60,
                           {&ada, &bram},
                           "DECLINED",
                           "",
                           false,
                           {}}));
  files.push_back(file_of({"cancelled-1",
                           "Quarter review",
                           at(working_day(on(today, -16)), 14),
                           60,
                           {&bram},
                           "ACCEPTED",
                           "",
                           true,
                           {}}));
  files.push_back(file_of({"alone-1",
                           "Write the report",
                           at(working_day(on(today, -5)), 8),
                           120,
                           {},
                           "ACCEPTED",
                           "Room Birch",
                           false,
                           {}}));
  auto fair =
      event_lines({"all-day-1", "Book fair", at(on(today, -30), 0), 0, {&ada}, "ACCEPTED", "", false, {}});
  for (auto& line : fair) {
    if (line.starts_with("DTSTART")) line = "DTSTART;VALUE=DATE:" + to_basic(on(today, -30));
    if (line.starts_with("DTEND")) line = "DTEND;VALUE=DATE:" + to_basic(on(today, -28));
  }
  files.push_back({"all-day-1.ics", calendar_text({fair})});
}

}  // namespace

std::vector<File> meetings(Day today) {
  std::vector<File> files = {fortnightly(today), monthly_round(today), all_hands(today)};
  for (const Person& person : cast()) {
    if (person.habit.rhythm > 0) add_habit(person, today, files);
    if (person.habit.planned_in > 0) add_planned(person, today, files);
  }
  add_no_contact(today, files);
  const Person& nora = person_named("nora-aalto");
  files.push_back(file_of({"first-nora-aalto",
                           "Transport round table",
                           at(on(today, -2), 13),
                           45,
                           {&nora},
                           "ACCEPTED",
                           "",
                           false,
                           {}}));
  return files;
}

}  // namespace goodturn::sample
