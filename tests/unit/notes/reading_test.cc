// What is read from notes as Obsidian, Joplin and Zettlr keep them: a table of their shapes, made by hand.
#include <catch2/catch.hpp>

#include "adapters/notes/markdown.h"
#include "core/notes/note.h"

using namespace goodturn;
using namespace goodturn::notes;

namespace {

/// "3 2026-11-03 Ada Example [call out 2]: text", with "!" before a name of the front matter.
std::string print(const Entry& entry) {
  std::string line = std::to_string(entry.line) + " " + to_iso(entry.day) + " " +
                     (entry.is_person ? "!" : "") + (entry.name.empty() ? "-" : entry.name);
  if (entry.channel)
    line += " [" + std::string(to_string(*entry.channel)) + " " + std::string(to_string(entry.direction)) +
            " " + std::to_string(entry.others) + "]";
  return line + ": " + entry.text;
}

Reading read(const std::string& path, const std::string& bytes) {
  const auto note = parse_note(bytes);
  REQUIRE(note);
  return read_note(path, *note);
}

std::vector<std::string> entries(const std::string& path, const std::string& bytes) {
  std::vector<std::string> lines;
  for (const Entry& entry : read(path, bytes).entries) lines.push_back(print(entry));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("features_091_a_daily_note_dates_its_links_by_its_name", "[notes]") {
  CHECK(entries("Journal/2026-11-03.md",
                "# Tuesday\n\n- Lunch with [[Ada Example]] about compilers\n- read a book\n"
                "- [[Bob Example|Bob]] wants the paper\nCoffee with [[People/Cleo Example#Work|Cleo]]\n") ==
        Lines{"3 2026-11-03 Ada Example [meeting mutual 1]: Lunch with Ada Example about compilers",
              "5 2026-11-03 Bob Example: Bob wants the paper Coffee with Cleo",
              "5 2026-11-03 Cleo Example: Bob wants the paper Coffee with Cleo"});
  CHECK(entries("2026-11-03 Tuesday.md", "Met [[Ada Example]].\nCalled [[Bob Example]].\n") ==
        Lines{"1 2026-11-03 Ada Example [meeting mutual 1]: Met Ada Example.",
              "2 2026-11-03 Bob Example [call mutual 1]: Called Bob Example."});
}

TEST_CASE("front matter names people and the day", "[notes]") {
  CHECK(entries("Meetings/Budget.md",
                "---\ntitle: Budget\ndate: 2026-11-03\nattendees:\n  - \"[[Ada Example]]\"\n"
                "  - Bob Example <bob@example.org>\ntags: [meeting]\n---\n\n# Budget\n") ==
        Lines{"0 2026-11-03 !Ada Example [meeting mutual 2]: Budget",
              "0 2026-11-03 !bob@example.org [meeting mutual 2]: Budget"});
  SECTION("a link without quotation marks is a list in a list") {
    CHECK(entries("a.md", "---\ndate: 2026-11-03T14:25\npeople: [[Ada Example]]\ntype: call\n---\nx\n") ==
          Lines{"0 2026-11-03 !Ada Example [call mutual 1]: a"});
  }
  SECTION("several names in one text") {
    CHECK(entries("2026-11-03 Lunch.md", "---\nteilnehmer: Ada Example, Bob Example\n---\n") ==
          Lines{"0 2026-11-03 !Ada Example [meeting mutual 2]: Lunch",
                "0 2026-11-03 !Bob Example [meeting mutual 2]: Lunch"});
  }
  SECTION("Joplin's export says when a note was made") {
    CHECK(entries("Call with Ada.md",
                  "---\ntitle: Call with Ada\nupdated: 2026-11-04 08:00:00Z\ncreated: 2026-11-03 14:25:00Z\n"
                  "people: Ada Example\n---\n\nAbout compilers\n") ==
          Lines{"0 2026-11-03 !Ada Example [call mutual 1]: Call with Ada"});
    CHECK(entries("List.md", "---\ncreated: 2026-11-03 14:25:00Z\n---\n[Ada](../People/Ada%20Example.md)\n")
              .empty());
  }
  SECTION("without a day nothing happened") {
    CHECK(entries("x.md", "---\npeople: Ada Example\n---\n").empty());
  }
}

TEST_CASE("a person's own note has dated lines", "[notes]") {
  CHECK(
      entries(
          "People/Ada Example.md",
          "# Ada Example\n\n## Log\n- 2026-11-03 call about the budget\n- 2026-11-05 (mail) sent the paper\n"
          "- **2026-11-06**: met at the fair with [[Bob Example]]\n- likes tea\n\n3.11.2026 – Telefonat mit "
          "ihr\n") == Lines{"4 2026-11-03 - [call mutual 1]: call about the budget",
                            "5 2026-11-05 - [mail out 1]: (mail) sent the paper",
                            "6 2026-11-06 - [meeting mutual 1]: met at the fair with Bob Example",
                            "6 2026-11-06 Bob Example [meeting mutual 1]: met at the fair with Bob Example",
                            "9 2026-11-03 - [call mutual 1]: Telefonat mit ihr"});
  SECTION("what stands under a heading with a date is one entry") {
    CHECK(entries("Ada Example.md",
                  "## 2026-11-03 Call\nAbout the budget.\n\n- and tea\n\n## Other\nnothing\n") ==
          Lines{"1 2026-11-03 - [call mutual 1]: Call; About the budget.; and tea"});
  }
  SECTION("nested items take the date of the item above") {
    CHECK(entries("Ada Example.md", "- 2026-11-03\n  - spoke about tea\n- no date\n") ==
          Lines{"2 2026-11-03 - [call mutual 1]: spoke about tea"});
  }
}

TEST_CASE("a heading with a date dates the links below, until the next of its level", "[notes]") {
  CHECK(entries("Log.md",
                "# 2026\n## Tuesday, 2026-11-03\n[[Ada Example]] called\n### Later\n- met [[Bob Example]]\n"
                "## Ideas\n[[Cleo Example]] could help\n") ==
        Lines{"3 2026-11-03 Ada Example: Ada Example called", "2 2026-11-03 -: Tuesday; Ada Example called",
              "5 2026-11-03 Bob Example [meeting mutual 1]: met Bob Example"});
}

TEST_CASE("Zettlr's numbers are dates and names", "[notes]") {
  CHECK(entries("20261103142500 Call.md", "Talked to [[20250101120000]].\n") ==
        Lines{"1 2026-11-03 20250101120000 [call mutual 1]: Talked to 20250101120000."});
  const Reading person =
      read("20250101120000 Ada Example.md", "---\nkeywords: person\nemail: ada@example.org\n---\n");
  CHECK(person.names == Lines{"20250101120000 Ada Example", "20250101120000", "Ada Example"});
  CHECK(person.addresses == Lines{"ada@example.org"});
}

TEST_CASE("titles and aliases name a note", "[notes]") {
  CHECK(read("ada.md", "---\ntitle: Ada Example\naliases: [Countess, \"Ada E.\"]\n---\n").names ==
        Lines{"ada", "Ada Example", "Countess", "Ada E."});
  CHECK(read("Ada.markdown", "\xEF\xBB\xBF---\r\nalias: Countess\r\n---\r\nText\r\n").names ==
        Lines{"Ada", "Countess"});
}

TEST_CASE("code, embedded notes, pictures, addresses of the web and open tasks say nothing", "[notes]") {
  CHECK(entries("2026-11-03.md",
                "```\nmet [[Ada Example]]\n```\n`[[Ada Example]]`\n![[Ada Example]]\n![x](Ada%20Example.md)\n"
                "[x](https://example.org/Ada.md)\n\n    met [[Ada Example]]\n\n- [ ] call [[Ada Example]]\n"
                "- [x] called [[Bob Example]]\n<!-- [[Ada Example]] -->\n") ==
        Lines{"12 2026-11-03 Bob Example [call mutual 1]: called Bob Example"});
}

TEST_CASE("features_091_an_order_is_no_contact_and_neither_is_a_mention", "[notes]") {
  CHECK(entries("2026-11-03.md",
                "Call [[Ada Example]]\n\nAsk [[Ada Example]] about tea\n\nMail from [[Ada Example]]\n") ==
        Lines{"1 2026-11-03 Ada Example: Call Ada Example",
              "3 2026-11-03 Ada Example: Ask Ada Example about tea",
              "5 2026-11-03 Ada Example [mail in 1]: Mail from Ada Example"});
}

TEST_CASE("links of Markdown lead to notes and addresses", "[notes]") {
  CHECK(link_name("../People/Ada%20Example.md#work") == "Ada Example");
  CHECK(link_name("mailto:ada@example.org?subject=x") == "ada@example.org");
  CHECK(link_name("https://example.org/x.md").empty());
  CHECK(link_name(":/0123456789abcdef0123456789abcdef").empty());
  CHECK(link_name("picture.png").empty());
  CHECK(wiki_link_name("People/Ada Example#Work|Ada") == "Ada Example");
}

TEST_CASE("dates that nobody can read are none", "[notes]") {
  CHECK(entries("Ada Example.md", "- 03/11/2026 met\n- 2026-13-40 met\n- 2026-11-031 met\n- 2026 met\n")
            .empty());
}

TEST_CASE("a note that cannot be read is told", "[notes]") {
  CHECK(parse_note("caf\xE9\n").error().what == "The note is not UTF-8.");
  CHECK(parse_note("---\npeople: [[Ada]], [[Bob]]\n---\n").error().what ==
        "The front matter cannot be read as YAML.");
  CHECK(parse_note("---\n- a list\n---\n").error().kind == ErrorKind::parse);
  // A rule, and no front matter.
  CHECK(parse_note("---\ntext\n")->lines.size() == 1);
  CHECK(parse_note("")->lines.empty());
}

TEST_CASE("an anchor inside itself ends", "[notes]") {
  CHECK(parse_note("---\npeople: &a [Ada Example, *a]\n---\n"));
}

TEST_CASE("a name that goes over lines is one line, and one that is no UTF-8 is none", "[notes]") {
  CHECK(entries("2026-11-03.md", "---\nwith:\n  - \"Ada\n\n    Example\"\n---\n# Lunch\n") ==
        Lines{"0 2026-11-03 !Ada Example [meeting mutual 1]: Lunch"});
  CHECK(entries("2026-11-03.md", "- saw [her](Ada%0AExample.md) and [him](%FF.md)\n") ==
        Lines{"1 2026-11-03 Ada Example [meeting mutual 1]: saw her and him"});
}
