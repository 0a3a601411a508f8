#include "helper/sample/sample.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "core/calendar/event.h"
#include "core/calendar/goal.h"
#include "core/calendar/own_profile.h"
#include "core/calendar/profile.h"
#include "core/calendar/record.h"
#include "core/people/card.h"
#include "helper/sample/cast.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

namespace {

const Day today = parse_day("2026-11-22").value();

std::map<std::string, std::string> texts_of(const std::filesystem::path& folder) {
  std::map<std::string, std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    texts[std::filesystem::relative(entry.path(), folder).string()] = text.str();
  }
  return texts;
}

std::map<std::string, std::string> sample_for(Day day) {
  const TestFolder folder;
  REQUIRE(sample::write_sample(folder.path(), day));
  return texts_of(folder.path());
}

}  // namespace

TEST_CASE("the same day gives the same sample, another day another one") {
  CHECK(sample_for(today) == sample_for(today));
  CHECK(sample_for(today) != sample_for(today + std::chrono::days(1)));
}

TEST_CASE("every card is a person with an example address, and nothing has another") {
  int people = 0;
  int birthdays = 0;
  int without_year = 0;
  for (const auto& [name, text] : sample_for(today)) {
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
      const auto address_end = text.substr(at, 30);
      INFO(name << ": " << address_end);
      // A folded line may cut the address; its start is enough.
      const auto domain = address_end.substr(1, address_end.find_first_of("\r\n>;") - 1);
      CHECK((std::string("example.org").starts_with(domain) || domain.ends_with("example.org")));
    }
    if (!name.starts_with("contacts/") || !name.ends_with(".vcf")) continue;
    const auto card = people::read_card(text::Document::parse(text));
    REQUIRE(card);
    CHECK_FALSE(card->name.empty());
    CHECK_FALSE(card->uid.empty());
    CHECK(card->emails.size() >= 1);
    ++people;
    if (card->birthday) ++birthdays;
    if (card->birthday && !card->birthday->year) ++without_year;
  }
  CHECK(people == 60);
  CHECK(birthdays > 30);
  CHECK(without_year > 3);
}

TEST_CASE("what the list needs is there: a birthday in three days, thanks, a promise, a first meeting") {
  const auto texts = sample_for(today);
  const auto esra = people::read_card(text::Document::parse(texts.at("contacts/esra-holm.vcf")));
  CHECK(esra->birthday->month == 11);
  CHECK(esra->birthday->day == 25);
  const auto promise = calendar::read_record(text::Document::parse(texts.at("journal/sample-promise-1.ics")));
  CHECK(promise->kind == RecordKind::promised);
  CHECK(promise->due == today + std::chrono::days(1));
  const auto received =
      calendar::read_record(text::Document::parse(texts.at("journal/sample-received-1.ics")));
  CHECK(received->kind == RecordKind::received);
  CHECK_FALSE(received->settled);
  CHECK(received->person == sample::uid(sample::person_named("selma-dubois")));
  int with_nora = 0;
  for (const auto& [name, text] : texts)
    if (name.starts_with("meetings/") && text.find("nora.aalto@") != std::string::npos) ++with_nora;
  CHECK(with_nora == 1);
  CHECK(texts.at("meetings/first-nora-aalto.ics").find("DTSTART:20261120T") != std::string::npos);
}

TEST_CASE("the newer rules have ground: a need the user answers, two who ought to meet, a new job, a goal") {
  const auto texts = sample_for(today);
  const auto text_of = [&](const std::string& name) {
    return text::Document::parse(texts.at("journal/" + name));
  };
  const auto profile_of = [&](std::string_view name) {
    const Uid person = sample::uid(sample::person_named(name));
    return calendar::read_profile(text_of(calendar::profile_uid(person).value + ".ics")).value();
  };
  const auto own = calendar::read_own_profile(text_of("sample-self.ics")).value();
  CHECK(own.offers.front() == profile_of("uma-krause").needs.front());
  CHECK(profile_of("freya-gallo").needs == profile_of("ines-novak").offers);
  CHECK(profile_of("hana-ivanov").started_job == today - std::chrono::days(26));
  CHECK(calendar::read_goal(text_of("sample-goal-1.ics"))->weekly_asks == 1);
}

TEST_CASE("meetings of every kind can be read, and an overdue tie is silent") {
  const auto texts = sample_for(today);
  int meetings = 0;
  int rooms = 0;
  bool declined = false;
  bool cancelled = false;
  bool all_day = false;
  bool large = false;
  bool override_seen = false;
  for (const auto& [name, text] : texts) {
    if (!name.starts_with("meetings/") || !name.ends_with(".ics")) continue;
    const auto events = calendar::read_events(text::Document::parse(text));
    REQUIRE_FALSE(events.empty());
    ++meetings;
    for (const auto& event : events) {
      cancelled = cancelled || event.status == calendar::EventStatus::cancelled;
      all_day = all_day || event.all_day;
      large = large || event.attendees.size() > 8;
      override_seen = override_seen || event.is_override;
      for (const auto& attendee : event.attendees) {
        if (!attendee.is_person) ++rooms;
        declined = declined || (attendee.address == sample::own_address &&
                                attendee.participation == calendar::Participation::declined);
      }
    }
    if (name.starts_with("meetings/meeting-ada-lindqvist-")) {
      const auto start = text.find("DTSTART:") + 8;
      CHECK(days_between(parse_day(text.substr(start, 8)).value(), today) >= 75);
    }
  }
  CHECK(meetings > 250);
  CHECK(rooms > 20);
  CHECK(declined);
  CHECK(cancelled);
  CHECK(all_day);
  CHECK(large);
  CHECK(override_seen);
}

TEST_CASE("lines are folded and end with CRLF") {
  for (const auto& [name, text] : sample_for(today)) {
    if (!name.ends_with(".ics") && !name.ends_with(".vcf")) continue;
    std::size_t start = 0;
    while (start < text.size()) {
      const auto end = text.find("\r\n", start);
      REQUIRE(end != std::string::npos);
      CHECK(end - start <= 75);
      start = end + 2;
    }
  }
}

TEST_CASE("a folder that cannot be written is an error") {
  CHECK(sample::write_sample("/proc/none", today).error().kind == ErrorKind::storage);
}
