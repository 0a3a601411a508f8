// What the helper says: every message in both languages, with the same places, plurals and days.
#include "helper/words/words.h"

#include <unicode/msgfmt.h>

#include <catch2/catch.hpp>
#include <set>

#include "core/base/result.h"
#include "helper/words/messages.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

/// The named places of a pattern, also those inside a choice.
std::set<std::string> places_in(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  const auto text = icu::UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())});
  icu::MessagePattern parsed(text, &where, status);
  INFO(pattern);
  REQUIRE(U_SUCCESS(status));
  std::set<std::string> places;
  for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
    const icu::MessagePattern::Part& part = parsed.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    places.insert(parsed.getSubstring(part).toUTF8String(name));
  }
  return places;
}

const Day today = *parse_day("2026-11-22");

}  // namespace

TEST_CASE("every message is a pattern with the same places in both languages") {
  for (const Message& one : messages) {
    INFO(one.key);
    CHECK_FALSE(one.en.empty());
    CHECK_FALSE(one.de.empty());
    CHECK(places_in(one.en) == places_in(one.de));
    // An apostrophe before a brace would quote it.
    for (const std::string_view text : {one.en, one.de})
      for (const char* quoting : {"'{", "'}", "''"}) CHECK(text.find(quoting) == std::string_view::npos);
  }
  CHECK(std::is_sorted(messages.begin(), messages.end(),
                       [](const Message& a, const Message& b) { return a.key < b.key; }));
}

TEST_CASE("days, lists and words stand in a sentence as its language writes them") {
  const Said promised("brief.promised",
                      {{"day", said_day(*parse_day("2026-10-30"), today)}, {"text", "the {slides}"}});
  CHECK(in_words(promised, Language::en) == "You promised on 30 October: “the {slides}”.");
  CHECK(in_words(promised, Language::de) == "Am 30. Oktober versprochen: „the {slides}“.");
  const Said moved("brief.moved", {{"day", said_day(*parse_day("2025-03-01"), today)}});
  CHECK(in_words(moved, Language::en) == "Moved on 1 March 2025.");
  CHECK(in_words(moved, Language::de) == "Umgezogen am 1. März 2025.");
  const Said asked("brief.task_after", {{"people", std::vector<std::string>{"Ada", "Bob", "Eve"}}});
  CHECK(in_words(asked, Language::en) == "How was it with Ada, Bob and Eve?");
  CHECK(in_words(asked, Language::de) == "Wie war es mit Ada, Bob und Eve?");
  CHECK(in_words(Said("no.such"), Language::de) == "no.such");
}

TEST_CASE("an error carries its English sentence and is said in both languages") {
  const Error gone = fail(ErrorKind::not_found, "This is no longer in the trash.").value();
  CHECK(in_words(gone, Language::en) == "This is no longer in the trash.");
  CHECK(in_words(gone, Language::de) == "Das ist nicht mehr im Papierkorb.");
  const Error unfound =
      error_of(ErrorKind::network,
               Said("The connection to {host} broke off. Try again later.", {{"host", "dav.example.org"}}));
  CHECK(in_words(unfound, Language::en) == "The connection to dav.example.org broke off. Try again later.");
  CHECK(in_words(unfound, Language::de) ==
        "Die Verbindung zu dav.example.org brach ab. Versuchen Sie es später noch einmal.");
  // What another program said has one language only, and no braces in it count.
  const Error foreign = fail(ErrorKind::storage, "The file {x} cannot be opened: No space").value();
  CHECK(in_words(foreign, Language::de) == "The file {x} cannot be opened: No space");
}

TEST_CASE("sentences stand in a row and within each other, each in the reader's language") {
  const Error gone = fail(ErrorKind::not_found, "This is no longer in the trash.").value();
  const Said both = in_a_row({Said("syncs.kept_for_later"), said_of(gone)});
  CHECK(in_words(both, Language::en) ==
        "Kept here and sent with the next sync. This is no longer in the trash.");
  CHECK(in_words(both, Language::de) ==
        "Hier behalten und mit dem nächsten Abgleich gesendet. Das ist nicht mehr im Papierkorb.");
}

TEST_CASE("the language of a tag, a locale and a request") {
  CHECK(parse_language("de_DE.UTF-8") == Language::de);
  CHECK(parse_language("DE-at") == Language::de);
  CHECK(parse_language("en") == Language::en);
  for (const char* other : {"C", "C.UTF-8", "", "fr-CH", "den", "deutsch"})
    CHECK_FALSE(parse_language(other));
  const auto asked = [](std::string_view field) { return accepted_language(field, Language::en); };
  CHECK(asked("de") == Language::de);
  CHECK(asked("fr-CH, fr;q=0.9, de;q=0.8, en;q=0.7, *;q=0.5") == Language::de);
  CHECK(asked("de;q=0.5,en") == Language::en);
  CHECK(asked("de;q=0.500 , en ; q=0.4") == Language::de);
  CHECK(asked("de;q=0") == Language::en);
  CHECK(asked("de;q=2, de;q=0.1234, de;level=1") == Language::en);
  CHECK(asked("") == Language::en);
  CHECK(accepted_language("*", Language::de) == Language::de);
  CHECK(accepted_language("de, en", Language::en) == Language::de);
}
