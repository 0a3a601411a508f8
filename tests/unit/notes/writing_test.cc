// One line into a note, and out again.
#include <catch2/catch.hpp>

#include <random>

#include "adapters/notes/markdown.h"
#include "core/notes/writing.h"

using namespace goodturn;
using namespace goodturn::notes;

namespace {

const std::string line = "- 2026-11-23 (call) about the budget";

struct Change {
  std::string bytes;
  Addition addition;
};

Change with(const std::string& bytes, std::string_view what = line, std::string_view heading = "Contact") {
  const auto note = parse_note(bytes);
  REQUIRE(note);
  Addition addition = addition_of(bytes, *note, heading, what);
  std::string changed = bytes;
  changed.insert(addition.at, addition.inserted);
  return {std::move(changed), std::move(addition)};
}

}  // namespace

TEST_CASE("the line says day, kind and words on one line", "[notes]") {
  const Day day = parse_day("2026-11-23").value();
  CHECK(dated_line(day, Channel::call, " about\nthe budget ") == line);
  CHECK(dated_line(day, std::nullopt, "likes tea") == "- 2026-11-23 likes tea");
  CHECK(dated_line(day, Channel::meeting, "") == "- 2026-11-23 (meeting)");
}

TEST_CASE("features_091_the_line_comes_under_its_heading", "[notes]") {
  CHECK(with("# Ada\n\n## Contact\n\n- 2026-01-01 met\n\n## Other\nx\n").bytes ==
        "# Ada\n\n## Contact\n\n- 2026-01-01 met\n" + line + "\n\n## Other\nx\n");
  CHECK(with("## Contact\n").bytes == "## Contact\n\n" + line + "\n");
  CHECK(with("## Contact").bytes == "## Contact\n\n" + line + "\n");
  CHECK(with("## Contact\n\n## Other\n").bytes == "## Contact\n\n" + line + "\n\n## Other\n");
  CHECK(with("## Contact\nA paragraph.\n").bytes == "## Contact\nA paragraph.\n\n" + line + "\n");
}

TEST_CASE("a heading that is missing is made at the end", "[notes]") {
  CHECK(with("").bytes == "## Contact\n\n" + line + "\n");
  CHECK(with("# Ada\ntext").bytes == "# Ada\ntext\n\n## Contact\n\n" + line + "\n");
  // That in code is none.
  CHECK(with("```\n## Contact\n```\n").bytes == "```\n## Contact\n```\n\n## Contact\n\n" + line + "\n");
}

TEST_CASE("line ends stay those of the note", "[notes]") {
  CHECK(with("# Ada\r\n\r\n## Contact\r\n\r\n- old\r\n").bytes ==
        "# Ada\r\n\r\n## Contact\r\n\r\n- old\r\n" + line + "\r\n");
}

TEST_CASE("taking it back leaves what the user wrote meanwhile", "[notes]") {
  const Change change = with("# Ada\n");
  CHECK(without(change.bytes, change.addition, line) == "# Ada\n");
  CHECK(without(change.bytes + "- more\n", change.addition, line) == "# Ada\n\n## Contact\n\n- more\n");
  CHECK(without("# Ada\n" + line + " and more\n", change.addition, line) == std::nullopt);
}

TEST_CASE("of equal lines the one that was put there is taken out", "[notes]") {
  for (const std::string& bytes :
       {"## Contact\n\n## Other\n" + line + "\n", line + "\n\n## Contact\n\n- old\n\n## Other\n"}) {
    const Change change = with(bytes);
    CHECK(without(change.bytes, change.addition, line) == bytes);
  }
}

TEST_CASE("a line that is written is found where it stands, and taken out leaves the bytes as they were",
          "[notes][property]") {
  const std::vector<std::string> pieces = {
      "# Ada\n",       "## Contact\n", "\n",    "- item\n", "text\n",  "text", "```\ncode\n", "```\n",
      "Contact\n==\n", "  - deep\n",   "---\n", "a: b\n",   "| a |\n", "\r\n", "## Contact",  "> said\n"};
  std::mt19937 random(23);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (auto count = random() % 9; count > 0; --count) bytes += pieces[random() % pieces.size()];
    if (!parse_note(bytes)) continue;
    INFO(bytes);
    const Change change = with(bytes);
    REQUIRE(without(change.bytes, change.addition, line) == bytes);
    const Change second = with(change.bytes, "- 2026-11-24 more");
    REQUIRE(without(second.bytes, second.addition, "- 2026-11-24 more") == change.bytes);
  }
}

TEST_CASE("a line of ours is known again by all it says, and no other line is", "[notes]") {
  CHECK(mark_of_line(line) == mark_of_line(std::string(line)));
  CHECK_FALSE(mark_of_line(line).empty());
  CHECK(mark_of_line(line) != mark_of_line(line + "s"));
  for (const char* other : {"", "- ", "- tea", "* 2026-11-23 (call)", "- 2026-13-23 (call)", " - 2026-11-23"})
    CHECK(mark_of_line(other).empty());
}

TEST_CASE("entries carry the marks of their lines, whatever the line ends", "[notes]") {
  const std::string bytes =
      "---\r\naliases: [Ada]\r\n---\r\n## Contact\r\n\r\n" + line + "\r\n- 2026-11-22 tea\n" + line;
  auto says = read_note("Ada Example.md", *parse_note(bytes));
  mark_entries(bytes, says.entries);
  REQUIRE(says.entries.size() == 3);
  CHECK(says.entries[0].mark == mark_of_line(line));
  CHECK(says.entries[1].mark == mark_of_line("- 2026-11-22 tea"));
  CHECK(says.entries[2].mark == mark_of_line(line));
}

TEST_CASE("a line is counted where it is a whole one", "[notes]") {
  CHECK(count_of_line(line + "\n" + line + "\r\n" + line, line) == 3);
  CHECK(count_of_line(" " + line + "\n" + line + "!\n", line) == 0);
}

TEST_CASE("a note named by a day is about the day, one with a number is not", "[notes]") {
  CHECK(is_named_by_day("Journal/2026-11-03 Ada Example.md"));
  CHECK(is_named_by_day("20261103.md"));
  CHECK_FALSE(is_named_by_day("20261103142500 Ada Example.md"));
  CHECK_FALSE(is_named_by_day("Ada Example.md"));
}
