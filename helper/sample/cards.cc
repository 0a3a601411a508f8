#include <cstdio>

#include "core/text/document.h"
#include "helper/sample/cast.h"
#include "helper/sample/items.h"
#include "helper/sample/lines.h"

namespace goodturn::sample {
namespace {

struct Birthday {
  Day day{};     ///< month and day count
  int year = 0;  ///< 0: not known
};

/// Some birthdays stand close to today so that the list always has one to celebrate.
Birthday birthday_of(const Person& person, std::size_t row, Day today) {
  const std::string name = slug(person);
  if (name == "esra-holm") return {on(today, 3), 1971};
  if (name == "hana-ivanov") return {on(today, 6), 0};
  if (name == "zoe-hartmann") return {on(today, 11), 1988};
  if (row % 3 == 2) return {};
  Dice dice(1000 + row);
  return {on(today, 20 + dice.roll(325)), row % 5 == 0 ? 0 : 1955 + dice.roll(45)};
}

std::string birthday_line(const Birthday& birthday, bool is_new) {
  const std::chrono::year_month_day date(birthday.day);
  char text[32];
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  if (birthday.year == 0) {
    if (is_new) {
      std::snprintf(text, sizeof text, "BDAY:--%02u%02u", month, day);
      return text;
    }
    // vCard 3.0 has no date without a year; this is the form that phones write.
    std::snprintf(text, sizeof text, "1604-%02u-%02u", month, day);
    return std::string("BDAY;X-APPLE-OMIT-YEAR=1604:") + text;
  }
  std::snprintf(text, sizeof text, is_new ? "BDAY:%04d%02u%02u" : "BDAY:%04d-%02u-%02u", birthday.year, month,
                day);
  return text;
}

std::string card_text(const Person& person, std::size_t row, Day today) {
  const bool is_new = row % 2 == 0;
  const std::string given(person.given);
  const std::string family(person.family);
  std::vector<std::string> lines = {"BEGIN:VCARD", is_new ? "VERSION:4.0" : "VERSION:3.0",
                                    "UID:" + uid(person).value, "FN:" + full_name(person),
                                    "N:" + family + ";" + given + ";;;"};
  std::string organisation = "ORG:" + text::escape_text(person.organisation);
  if (!person.unit.empty()) organisation += ";" + text::escape_text(person.unit);
  lines.push_back(organisation);
  lines.push_back("TITLE:" + text::escape_text(person.title));
  lines.push_back((is_new ? "EMAIL;TYPE=work:" : "EMAIL;TYPE=INTERNET,WORK:") + address(person));
  if (row % 4 == 0) lines.push_back("EMAIL;TYPE=home:" + slug(person) + "@home.example.org");
  if (row % 3 == 0) lines.push_back("TEL;TYPE=cell:+49 30 5550 " + std::to_string(1000 + row));
  if (!person.tags.empty()) lines.push_back("CATEGORIES:" + std::string(person.tags));
  if (!person.note.empty()) lines.push_back("NOTE:" + text::escape_text(person.note));
  if (const auto birthday = birthday_of(person, row, today); birthday.day != Day())
    lines.push_back(birthday_line(birthday, is_new));
  if (row % 7 == 0) lines.insert(lines.end(), {"item1.X-ABDATE:2019-05-02", "item1.X-ABLabel:first met"});
  lines.emplace_back("END:VCARD");
  return folded(lines);
}

}  // namespace

std::vector<File> cards(Day today) {
  std::vector<File> files;
  const auto people = cast();
  for (std::size_t row = 0; row < people.size(); ++row)
    files.push_back({slug(people[row]) + ".vcf", card_text(people[row], row, today)});
  return files;
}

}  // namespace goodturn::sample
