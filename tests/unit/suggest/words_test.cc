// The why-text: every number is in the evidence, no blame, never empty, a human fact first.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cctype>
#include <regex>
#include <set>

#include "core/suggest/words.h"
#include "tests/support/in_english.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;

namespace {

/// Of "1,104 days", or "1.104 Tage", 1104.
std::vector<int> numbers_in(const std::string& words) {
  static const std::regex grouping(R"((\d)[.,](?=\d{3}(?:\D|$)))");
  const std::string text = std::regex_replace(words, grouping, "$1");
  std::vector<int> numbers;
  for (std::size_t i = 0; i < text.size();) {
    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
      ++i;
      continue;
    }
    std::size_t used = 0;
    numbers.push_back(std::stoi(text.substr(i), &used));
    i += used;
  }
  return numbers;
}

std::set<int> fields_of(const Evidence& evidence) {
  std::set<int> fields;
  for (const auto& number :
       {evidence.days_since, evidence.usual_days, evidence.usual_low, evidence.usual_high,
        evidence.gaps_longer, evidence.gaps_count, evidence.age, evidence.layer, evidence.levels,
        evidence.have, evidence.need, evidence.received, evidence.gave, evidence.years, evidence.readiness})
    if (number) fields.insert(*number);
  for (const auto& day : {evidence.last_day, evidence.event_day}) {
    if (!day) continue;
    const std::chrono::year_month_day date(*day);
    fields.insert(static_cast<int>(static_cast<unsigned>(date.day())));
    fields.insert(static_cast<int>(date.year()));
  }
  return fields;
}

/// The text without names and without the user's own words, each of which has to be in the evidence.
std::string plain_text(const Suggestion& suggestion, helper::Language language) {
  std::string text = helper::in_sentences(suggestion.why, language);
  const bool is_german = language == helper::Language::de;
  const auto cut = [&](const std::string& part) {
    for (auto at = text.find(part); !part.empty() && at != std::string::npos; at = text.find(part))
      text.erase(at, part.size());
  };
  for (const std::string& words : suggestion.evidence.words)
    cut((is_german ? "„" : "“") + words + (is_german ? "“" : "”"));
  // The longer name first: "Person12" is part of "Person123".
  const bool is_longer = suggestion.other_name.size() > suggestion.person_name.size();
  cut(is_longer ? suggestion.other_name : suggestion.person_name);
  cut(is_longer ? suggestion.person_name : suggestion.other_name);
  return text;
}

constexpr std::array<std::string_view, 20> blame = {
    "overdue", "neglect", "forgot", " late ", " should ", " must ", " ought ", "guilt", "shame", "sorry",
    "ignored", "failed",  "missed", "streak", " owe ",    "!",      " he ",    " she ", " him ", " her "};

/// Lower case, words apart by single-character blanks.
std::string as_words(const std::string& text) {
  std::string words = " ";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    words +=
        byte >= 0x80 || std::isalnum(byte) != 0 || c == '!' ? static_cast<char>(std::tolower(byte)) : ' ';
  }
  return words + " ";
}

}  // namespace

TEST_CASE("Every number of a why-text is a field, no text blames, none is empty") {
  auto random = seeded();
  std::set<Rule> seen;
  int checked = 0;
  for (int round = 0; round < 10; ++round) {
    std::vector<Contact> contacts = crowd(random, 500);
    contacts.push_back(person("Newcomer", {1}));
    // In one round there were only mails: that is a circle to build on, whatever chance makes of the others.
    for (Contact& contact : contacts)
      for (relations::Touch& touch : contact.touches)
        if (round == 1 && contact.name != "Newcomer") touch.channel = Channel::mail;
    Circle circle = anything(random, contacts);
    if (round % 5 == 4) circle.own.crisis = today;
    for (const Suggestion& suggestion : candidates(contacts, now, {}, circle)) {
      INFO(english(suggestion.why));
      const std::set<int> fields = fields_of(suggestion.evidence);
      for (const helper::Language language : {helper::Language::en, helper::Language::de}) {
        const std::string plain = plain_text(suggestion, language);
        INFO(plain);
        REQUIRE(plain.find("“") == std::string::npos);
        for (const int number : numbers_in(plain)) REQUIRE(fields.contains(number));
        for (const Factor& factor : suggestion.factors)
          REQUIRE(helper::in_words(factor.meaning, language) != factor.meaning.key);
      }
      for (const std::string& text :
           {english(suggestion.why), english(suggestion.idea), english(suggestion.title)})
        for (const std::string_view word : blame) REQUIRE(as_words(text).find(word) == std::string::npos);
      REQUIRE_FALSE(suggestion.why.empty());
      REQUIRE_FALSE(english(suggestion.idea).empty());
      REQUIRE_FALSE(suggestion.factors.empty());
      REQUIRE((english(suggestion.why).starts_with("You ") || suggestion.rule == Rule::celebrate));
      seen.insert(suggestion.rule);
      ++checked;
    }
  }
  CHECK(checked > 1000);
  for (const Rule rule : all_rules) {
    INFO(to_string(rule));
    CHECK(seen.contains(rule));
  }
}

namespace {

/// How a sentence begins that says what to do.
constexpr std::array<std::string_view, 12> doing = {"Ask ",
                                                    "Say ",
                                                    "Write ",
                                                    "Send ",
                                                    "Suggest ",
                                                    "Call",
                                                    "Invite ",
                                                    "Think of ",
                                                    "A line of ",
                                                    "Keep it",
                                                    "What you promised: “",
                                                    "You promised: “"};
/// What keep-in-touch says where nothing is noted.
constexpr std::array<std::string_view, 2> honest = {
    "Nothing concrete is noted; a short hello is enough.",
    "Nothing concrete is noted; after a long pause a call or a coffee says more than a line."};

bool says_what_to_do(const std::string& idea) {
  return std::any_of(doing.begin(), doing.end(),
                     [&](std::string_view verb) { return idea.starts_with(verb); });
}

/// The thing that the rule is about, which the title, the reason or the idea must name.
std::vector<std::string> things_of(const Suggestion& s, const Contact& contact) {
  std::vector<std::string> things;
  for (const Obligation& one : contact.obligations)
    if (s.record == one.record) things.push_back(topic(one.text));
  if (s.rule == Rule::introduce || (s.rule == Rule::ask && s.other)) things.push_back(s.other_name);
  if (s.rule == Rule::give_match || s.rule == Rule::deepen || s.rule == Rule::diversify)
    for (const std::string& words : s.evidence.words) things.push_back(words);
  if (s.rule == Rule::role_gap) things.push_back(" of " + std::to_string(s.evidence.need.value_or(0)));
  return things;
}

}  // namespace

TEST_CASE("Every suggestion names a concrete thing to do") {
  auto random = seeded();
  std::map<Rule, int> named;
  int plain = 0;
  for (int round = 0; round < 6; ++round) {
    std::vector<Contact> contacts = crowd(random, 400);
    for (std::size_t i = 0; i < contacts.size(); i += 5)
      contacts[i].last_note = Note{ago(1), "moves to Oslo"};
    Circle circle = anything(random, contacts);
    if (round == 5) circle.own.crisis = today;
    for (const Suggestion& s : candidates(contacts, now, {}, circle)) {
      const std::string idea = english(s.idea), title = english(s.title), why = english(s.why);
      INFO(to_string(s.rule) << ": " << title << " / " << why << " / " << idea);
      const Contact& contact = *std::find_if(contacts.begin(), contacts.end(),
                                             [&](const Contact& one) { return one.uid == s.person; });
      for (const std::string& thing : things_of(s, contact)) {
        REQUIRE_FALSE(thing.empty());
        REQUIRE((idea + title + why).find(thing) != std::string::npos);
        ++named[s.rule];
      }
      REQUIRE(idea != title);
      if (s.rule != Rule::keep_in_touch) {
        REQUIRE((says_what_to_do(idea) || idea.ends_with(", which you offer.")));
        continue;
      }
      const bool has_nothing = std::find(honest.begin(), honest.end(), idea) != honest.end();
      const bool has_promise =
          std::any_of(contact.obligations.begin(), contact.obligations.end(),
                      [](const Obligation& one) { return one.kind == RecordKind::promised && !one.settled; });
      REQUIRE(has_nothing == (!contact.last_note && !contact.last_topic && !has_promise));
      plain += has_nothing;
    }
  }
  CHECK(plain > 0);
  for (const Rule rule : {Rule::thank, Rule::promised, Rule::introduce, Rule::give_match, Rule::deepen,
                          Rule::diversify, Rule::role_gap}) {
    INFO(to_string(rule));
    CHECK(named[rule] > 0);
  }
}

TEST_CASE("The text of a known person, word by word") {
  Contact ada = regular("Ada", 14, 23);
  ada.touches[3] = touch_ago(23 + 8 * 14 + 5);  // one gap of 9 days, one of 19
  ada.last_talk = ada.last_topic = LastTalk{ago(23), Channel::meeting, "budget review"};
  const Suggestion suggestion = of_rule({ada}, Rule::keep_in_touch).at(0);
  CHECK(english(suggestion.title) == "Write to Ada");
  CHECK(english(suggestion.why) ==
        "You last met on 30 October, 23 days ago. Usually it is every 14 days. This is among the people you "
        "are in "
        "touch with most. Until then you were in touch steadily.");
  CHECK(english(suggestion.idea) == "You last met on 30 October about “budget review”; ask how it went.");
  ada.last_topic->day = ago(50);
  ada.last_talk->about.clear();
  CHECK(english(of_rule({ada}, Rule::keep_in_touch).at(0).idea) ==
        "You met on 3 October about “budget review”; ask how it went.");
  CHECK(suggestion.due == today + std::chrono::days(5));
  CHECK(suggestion.silence_since == ago(23));
}

TEST_CASE("The rhythm is told with its range and its gaps") {
  Contact strong = regular("Strong", 2, 1, 60), bea = regular("Bea", 14, 30);
  bea.touches[3] = touch_ago(30 + 8 * 14 + 5);
  const Suggestion suggestion = of_rule({strong, bea}, Rule::keep_in_touch).at(0);
  CHECK(suggestion.person == bea.uid);
  CHECK(suggestion.evidence.usual_days == 14);
  CHECK(suggestion.evidence.gaps_longer == 11);
  CHECK(suggestion.evidence.gaps_count == 11);
  CHECK(english(suggestion.why) ==
        "You last met on 23 October, 30 days ago. Usually it is every 14 days. Going by the gaps so far, the "
        "next talk is unlikely to come about by itself this week. 11 of the last 11 gaps were shorter.");
}

TEST_CASE("Without anything concrete the idea says so") {
  CHECK(english(of_rule({regular("Ada", 14, 23)}, Rule::keep_in_touch).at(0).idea) ==
        "Nothing concrete is noted; a short hello is enough.");
}

TEST_CASE("Long texts in words") {
  CHECK(shortened(" a\r\n b ") == "a b");
  std::string umlauts;
  for (int i = 0; i < 60; ++i) umlauts += "ü";
  const std::string cut = shortened(umlauts);
  CHECK(cut.size() <= 80);
  CHECK(cut.ends_with("ü…"));
}
