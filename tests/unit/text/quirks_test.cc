// Real-world quirks (tests/data/quirks): every file comes back byte for byte, and reads as a person would.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/calendar/event.h"
#include "core/calendar/follow_up.h"
#include "core/calendar/record.h"
#include "core/people/card.h"
#include "core/text/document.h"

using namespace goodturn;
using text::Document;

namespace {

const std::filesystem::path folder = "tests/data/quirks";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Document load(const std::string& name) { return Document::parse(bytes_of(folder / name)); }

struct Reading {
  const char* file;
  const char* uid;
  const char* name;
  std::vector<std::string> emails;
  std::string first_note;
};

}  // namespace

TEST_CASE("every quirk is carried byte for byte and equals itself") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".vcf" && entry.path().extension() != ".ics") continue;
    CAPTURE(entry.path().string());
    const std::string bytes = bytes_of(entry.path());
    const Document document = Document::parse(bytes);
    CHECK(document.print() == bytes);
    CHECK(text::semantically_equal(document, Document::parse(bytes)));
    const std::string tagged = people::edit_tags(document, {"mentor"}, {});
    CHECK((people::read_card(document).has_value()
               ? tagged != bytes || bytes.find("entor") != std::string::npos
               : tagged == bytes));
    ++files;
  }
  CHECK(files >= 70);
}

TEST_CASE("cards of many programs read as their people") {
  const std::vector<Reading> readings = {
      {"apple_groups.vcf", "apple-1", "Ada Example", {"ada@example.org"}, ""},
      {"apple_escaped_colon.vcf", "apple-4", "Ada Example", {}, "Time: 10:30"},
      {"apple_photo_lower_b.vcf", "apple-5", "Ada Example", {}, ""},
      {"outlook21_qp.vcf", "outlook-1", "J\xC3\xB6rg M\xC3\xBCller", {"joerg@example.org"}, ""},
      {"outlook21_note_soft_breaks.vcf",
       "outlook-2",
       "Bo Example",
       {},
       "first line\nsecond = line that goes on and on and on and on and on and on to its end"},
      {"outlook21_photo_blank_line.vcf", "outlook-3", "Cy Example", {}, ""},
      {"outlook21_photo_not_indented.vcf", "outlook-4", "Di Example", {}, ""},
      {"outlook21_qp_utf8.vcf", "outlook-5", "\xC3\x89va Z\xC3\xBCrich", {}, ""},
      {"qp_soft_break_before_end.vcf", "qp-1", "Ed Example", {}, "cut off here="},
      {"qp_soft_break_then_blank.vcf", "qp-2", "Ed Example", {}, "one"},
      {"qp_lower_hex_and_junk.vcf", "qp-3", "Zo\xC3\xAB=zz Example", {}, ""},
      {"nokia21_agent.vcf", "nokia-1", "Gus Example", {"gus@example.org"}, ""},
      {"google.vcf", "", "Hal Example", {"hal@example.org"}, ""},
      {"thunderbird.vcf", "tb-1", "Kim Example", {"kim@example.org", "kim.private@example.org"}, "first"},
      {"exchange.vcf", "ex-1", "Liz Example", {"liz@example.org"}, ""},
      {"evolution.vcf", "pas-id-1", "Max Example", {"max@example.org"}, "He said \"yes\""},
      {"missing_end.vcf", "me-1", "Pia Example", {"pia@example.org"}, ""},
      {"missing_end_two_cards.vcf", "me-2", "Pia Example", {}, ""},
      {"truncated_in_crlf.vcf", "me-4", "Pia Example", {}, ""},
      {"lf_only.vcf", "lf-1", "Ria Example", {}, "folded with line feeds only"},
      {"cr_only.vcf", "cr-1", "Ria Example", {}, "folded with carriage returns"},
      {"crcrlf.vcf", "crcrlf-1", "Ria Example", {}, "folded by text mode"},
      {"mixed_endings.vcf", "mix-1", "Ria Example", {}, ""},
      {"lone_cr_in_value.vcf", "lone-1", "Ria Example", {}, "left\rright"},
      {"bom.vcf", "bom-1", "Sam Ex\xC3\xA4mple", {}, ""},
      {"latin1.vcf", "latin-1", "J\xC3\xB6rg M\xC3\xBCller", {}, ""},
      {"windows1252.vcf", "cp1252-1", "\xE2\x80\x9EUte\xE2\x80\x9C \xE2\x82\xACxample", {}, ""},
      {"utf8_cut_by_fold.vcf",
       "cut-1",
       "T\xC3\xA9"
       "a Example",
       {},
       "\xE2\x82\xAC and \xF0\x9F\x98\x80"},
      {"control_bytes.vcf", "ctl-1", "Uma\x0B Example\x7F", {}, ""},
      {"stray_blank_lines.vcf", "blank-1", "Val Example", {"val@example.org"}, ""},
      {"indented_stray_line.vcf", "stray-1", "Val Example", {}, "kept"},
      {"lower_case.vcf", "lower-1", "Wim Example", {"wim@example.org"}, ""},
      {"spaces_after_begin.vcf", "space-1", "Wim Example", {}, ""},
      {"unclosed_quote.vcf", "unclosed-1", "Yve Example", {"yve@example.org"}, "text of the note"},
      {"bare_parameters.vcf", "bare-1", "Zoe Example", {"zoe@example.org"}, ""},
      {"folded_name.vcf", "fold-1", "Abe Example", {}, ""},
      {"no_fn.vcf", "nofn-1", "Ada Example", {"a@example.org"}, ""},
      {"no_name_at_all.vcf", "noname-1", "info@example.org", {"info@example.org"}, ""},
      {"two_cards.vcf", "two-1", "One Example", {}, ""},
      {"sogo.vcf", "sogo-1", "Bea Example", {}, ""},
      {"many_escapes.vcf", "esc-1", "Fay, Example; PhD", {}, "a\nb\nc\\n C:\\temp \\x"},
  };
  for (const Reading& reading : readings) {
    CAPTURE(reading.file);
    const auto card = people::read_card(load(reading.file));
    REQUIRE(card);
    CHECK(card->uid.value == reading.uid);
    CHECK(card->name == reading.name);
    CHECK(card->emails == reading.emails);
    CHECK((card->notes.empty() ? "" : card->notes.front()) == reading.first_note);
  }
}

TEST_CASE("dates, tags and kinds of quirky cards") {
  using people::PartialDate;
  const auto card = [](const char* file) { return *people::read_card(load(file)); };
  CHECK(card("apple_groups.vcf").anniversary == PartialDate{2010, 6, 12});
  CHECK(card("apple_groups.vcf").unit == "R&D");
  CHECK(card("apple_omit_year.vcf").birthday == PartialDate{std::nullopt, 4, 12});
  CHECK(card("apple_omit_year_parameter_lost.vcf").birthday == PartialDate{std::nullopt, 2, 29});
  CHECK(card("google.vcf").birthday == PartialDate{std::nullopt, 4, 12});
  CHECK(card("google_bday_dashes.vcf").birthday == PartialDate{std::nullopt, 4, 12});
  CHECK(card("exchange.vcf").birthday == PartialDate{1979, 10, 3});
  CHECK(card("birthday_timestamp_zone.vcf").birthday == PartialDate{1985, 12, 31});
  CHECK_FALSE(card("birthday_nonsense.vcf").birthday);
  CHECK(card("evolution.vcf").anniversary == PartialDate{2001, 9, 8});
  CHECK(card("kaddressbook.vcf").anniversary == PartialDate{2005, 6, 7});
  CHECK(card("apple_group_card.vcf").is_group);
  CHECK(card("nextcloud_two_categories.vcf").tags ==
        std::vector<std::string>{"friends", "Sailing, racing", "mentor"});
  CHECK(card("qp_categories.vcf").roles == std::vector<Role>{Role::sponsor});
  CHECK(card("latin1.vcf").roles == std::vector<Role>{Role::sponsor});
  CHECK(card("lower_case.vcf").roles == std::vector<Role>{Role::mentor});
  CHECK(card("exchange.vcf").title == "Director, Sales");
  CHECK_FALSE(people::read_card(load("not_a_card.vcf")));
  CHECK_FALSE(people::read_card(load("empty.vcf")));
}

TEST_CASE("events and tasks of many programs") {
  const auto first = [](const char* file) { return calendar::read_events(load(file)).at(0); };
  CHECK(first("google_event.ics").attendees.size() == 3);
  CHECK_FALSE(first("google_event.ics").attendees[1].is_person);
  CHECK(first("exchange_event.ics").is_private);
  CHECK(first("exchange_event.ics").attendees.at(0).address.empty());
  CHECK(first("exchange_event.ics").attendees.at(1).address == "ada@example.org");
  CHECK(first("apple_event.ics").attendees.at(0).address == "bob@example.org");
  CHECK(first("lotus_event.ics").all_day);
  CHECK(first("outlook_bare_value_date.ics").all_day);
  CHECK(first("event_with_alarm.ics").uid.value == "e1@example.org");
  CHECK(first("vcalendar10.ics").summary == "Caf\xC3\xA9 am See");
  const auto weekly = calendar::read_events(load("recurrence_override.ics"));
  REQUIRE(weekly.size() == 2);
  CHECK(weekly[1].is_override);
  CHECK(weekly[1].status == calendar::EventStatus::cancelled);
  CHECK(calendar::read_events(load("event_missing_end.ics")).size() == 2);
  CHECK(calendar::read_record(load("jtx_journal.ics"))->text == "long talk\n\nabout sails");
  const auto task = calendar::read_follow_up(load("thunderbird_task.ics"));
  REQUIRE(task);
  CHECK(task->completed);
  CHECK(task->person.value == "urn:uuid:ada");
}
