// The words around a number.
#include "helper/reports/figure.h"

#include <catch2/catch.hpp>

#include "helper/reports/quarter.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

std::vector<Who> people(int count) {
  std::vector<Who> made;
  for (int i = 0; i < count; ++i)
    made.push_back({Uid(std::to_string(i)), std::string(1, static_cast<char>('A' + i))});
  return made;
}

Day day(const char* text) { return parse_day(text).value(); }

}  // namespace

TEST_CASE("numbers are written for people") {
  CHECK(decimal(2.631579, 1, Language::en) == "2.6");
  CHECK(decimal(-1.666667, 2, Language::en) == "−1.67");
  CHECK(decimal(-0.001, 2, Language::en) == "0.00");
  CHECK(percent(0.6) == "60 %");
}

TEST_CASE("names are joined and many are cut short") {
  CHECK(names_words({}, helper::Language::en).empty());
  CHECK(names_words(people(1), helper::Language::en) == "A");
  CHECK(names_words(people(2), helper::Language::en) == "A and B");
  CHECK(names_words(people(3), helper::Language::en) == "A, B and C");
  CHECK(names_words(people(5), helper::Language::en, 4) == "A, B, C, D and E");
  CHECK(names_words(people(6), helper::Language::en, 4) == "A, B, C, D and 2 others");
}

TEST_CASE("days ago in the unit a person would use") {
  CHECK(ago_words(-3, Language::en) == "today");
  CHECK(ago_words(1, Language::en) == "1 day ago");
  CHECK(ago_words(20, Language::en) == "20 days ago");
  CHECK(ago_words(35, Language::en) == "5 weeks ago");
  CHECK(ago_words(425, Language::en) == "14 months ago");
  CHECK(ago_words(1100, Language::en) == "3 years ago");
}

TEST_CASE("a share without anything to share is not enough yet") {
  const auto told = [](const relations::Share& share, Language language) {
    return share_figure(share, share_said("report.told", share), count_said("report.people_known", 4),
                        Said("report.no_goal"), language);
  };
  CHECK(told({0, 0}, Language::en) == Figure{std::nullopt, "Not enough yet: a goal.", ""});
  CHECK(told({0, 0}, Language::de).text == "Noch nicht genug: Ein Ziel fehlt.");
  CHECK(line_of(told({1, 4}, Language::en)) ==
        "1 of 4 of your close contacts knows your goal. (4 people known)");
  CHECK(line_of(told({1, 4}, Language::de)) ==
        "1 von 4 Ihrer nahen Kontakte kennt Ihr Ziel. (4 Personen bekannt)");
  CHECK(decimal(-1.5, 1, Language::de) == "−1,5");
  CHECK(ago_words(1, Language::de) == "vor 1 Tag");
}

TEST_CASE("quarters and month ends") {
  CHECK(quarter_of(day("2026-11-22")) == Quarter{"2026-Q4", day("2026-10-01"), day("2026-12-31")});
  const auto quarters = last_quarters(day("2026-01-01"), 2);
  CHECK(quarters == std::vector{quarter_of(day("2025-12-31")), quarter_of(day("2026-03-31"))});
  CHECK(month_ends(day("2026-03-30"), 2) == std::vector{day("2026-01-31"), day("2026-02-28")});
  CHECK(month_ends(day("2026-03-31"), 1) == std::vector{day("2026-03-31")});
}
