// Three-way merge: examples, then laws on random cards.
#include "core/sync/merge.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "core/text/document.h"

using namespace goodturn;

namespace {

std::string card(const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\n" + lines + "END:VCARD\r\n";
}

bool same(const std::string& left, const std::string& right) {
  return text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
}

void check_merge(const std::string& base, const std::string& local, const std::string& remote,
                 const std::string& wanted, std::size_t conflicts = 0) {
  const sync::Merged merged = sync::merge(card(base), card(local), card(remote));
  INFO(merged.text);
  CHECK(same(merged.text, card(wanted)));
  CHECK(merged.conflicts.size() == conflicts);
}

}  // namespace

TEST_CASE("different properties merge, one property changed on both sides keeps both values in sight") {
  check_merge("FN:Ada\r\nTITLE:A\r\n", "FN:Ada L\r\nTITLE:A\r\n", "FN:Ada\r\nTITLE:B\r\n",
              "FN:Ada L\r\nTITLE:B\r\n");
  const auto merged = sync::merge(card("FN:Ada\r\n"), card("FN:Mine\\, too\r\n"), card("FN:Theirs\r\n"));
  CHECK(merged.text == card("FN:Theirs\r\n"));
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].property == "FN");
  CHECK(merged.conflicts[0].local_value == "Mine, too");
  CHECK(merged.conflicts[0].remote_value == "Theirs");
}

TEST_CASE("categories are a set") {
  check_merge("CATEGORIES:a,b,c\r\n", "CATEGORIES:a,b,mentor\r\n", "CATEGORIES:b,c,work\r\n",
              "CATEGORIES:b,work,mentor\r\n");
  check_merge("FN:x\r\n", "FN:x\r\nCATEGORIES:ally\r\n", "FN:y\r\nCATEGORIES:work\r\n",
              "FN:y\r\nCATEGORIES:work,ally\r\n");
  check_merge("CATEGORIES:a\r\n", "CATEGORIES:a\\,b\r\n", "CATEGORIES:a\r\nNOTE:n\r\n",
              "CATEGORIES:a\\,b\r\nNOTE:n\r\n");
}

TEST_CASE("structured values merge per component") {
  check_merge("N:Example;Ada;;;\r\n", "N:Example;Ada;King;;\r\n", "N:Lovelace;Ada;;;\r\n",
              "N:Lovelace;Ada;King;;\r\n");
  check_merge("ORG:A;B\r\n", "ORG:C;B\r\n", "ORG:D;E\r\n", "ORG:D;E\r\n", 1);
}

TEST_CASE("repeated properties are sets and an edit beats a delete") {
  check_merge("TEL:1\r\n", "TEL:1\r\nTEL:2\r\n", "TEL:1\r\nTEL:3\r\n", "TEL:1\r\nTEL:3\r\nTEL:2\r\n");
  check_merge("TEL:1\r\nTEL:2\r\n", "TEL:2\r\n", "TEL:1\r\nTEL:2\r\nTEL:3\r\n", "TEL:2\r\nTEL:3\r\n");
  check_merge("NOTE:a\r\n", "NOTE:b\r\n", "FN:x\r\n", "FN:x\r\nNOTE:b\r\n");
  check_merge("NOTE:a\r\n", "FN:y\r\n", "NOTE:b\r\n", "FN:y\r\nNOTE:b\r\n");
}

TEST_CASE("unknown lines are carried and a label stays with its number") {
  check_merge("X-ODD;A=1:v\r\n", "X-ODD;A=1:v\r\nX-MINE:1\r\n", "X-ODD;A=1:v\r\nX-THEIRS:2\r\n",
              "X-ODD;A=1:v\r\nX-THEIRS:2\r\nX-MINE:1\r\n");
  const auto merged = sync::merge(card("FN:x\r\n"), card("FN:x\r\nitem1.TEL:1\r\nitem1.X-ABLabel:Boat\r\n"),
                                  card("FN:x\r\nitem1.TEL:2\r\nitem1.X-ABLabel:Hut\r\n"));
  const auto document = text::Document::parse(merged.text);
  std::map<std::string, std::set<std::string>> groups;
  for (const auto& line : document.lines())
    if (!line.property().group.empty()) groups[line.property().group].insert(line.property().value);
  CHECK(groups.size() == 2);
  for (const auto& [group, values] : groups)
    CHECK((values == std::set<std::string>{"1", "Boat"} || values == std::set<std::string>{"2", "Hut"}));
}

TEST_CASE("events merge by UID and RECURRENCE-ID") {
  const auto calendar = [](const std::string& summary, const std::string& place, const std::string& more) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:m\r\nSUMMARY:" + summary +
           "\r\nLOCATION:" + place + "\r\nEND:VEVENT\r\n" + more + "END:VCALENDAR\r\n";
  };
  const std::string mine =
      "BEGIN:VEVENT\r\nUID:m\r\nRECURRENCE-ID:20250101T100000Z\r\nSUMMARY:moved\r\nEND:VEVENT\r\n";
  const auto merged = sync::merge(calendar("a", "x", ""), calendar("b", "x", mine), calendar("a", "y", ""));
  INFO(merged.text);
  CHECK(same(merged.text, calendar("b", "y", mine)));
  CHECK(merged.conflicts.empty());
  const auto removed =
      sync::merge(calendar("a", "x", mine), calendar("b", "x", ""), calendar("a", "y", mine));
  CHECK(same(removed.text, calendar("b", "y", "")));
}

namespace {

/// Cards over few properties and few values, so that clashes are common.
class Cards {
 public:
  explicit Cards(unsigned seed) : random_(seed) {}

  std::string next() {
    std::string lines;
    for (const char* name : {"FN", "TITLE", "BDAY", "X-ODD"})
      if (chance(70)) lines += std::string(name) + ":" + value() + "\r\n";
    for (const char* name : {"TEL", "EMAIL", "NOTE"})
      for (const auto& one : some()) lines += std::string(name) + ":" + one + "\r\n";
    if (chance(70)) lines += "N:" + value() + ";" + value() + ";" + value() + ";;\r\n";
    if (chance(50)) lines += "ORG:" + value() + ";" + value() + "\r\n";
    std::string tags;
    for (const auto& one : some()) tags += (tags.empty() ? "" : ",") + one;
    if (!tags.empty()) lines += "CATEGORIES:" + tags + "\r\n";
    return card(lines);
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  std::string value() { return "v" + std::to_string(random_() % 6); }
  std::set<std::string> some() {
    std::set<std::string> values;
    while (chance(55)) values.insert(value());
    return values;
  }
  std::mt19937 random_;
};

/// property → plain values; components of N and ORG count one by one.
std::map<std::string, std::set<std::string>> values_of(const std::string& text) {
  std::map<std::string, std::set<std::string>> values;
  const auto document = text::Document::parse(text);
  for (const std::size_t number : document.components().at(0).lines) {
    const auto property = document.lines()[number].property();
    const char separator = property.name == "CATEGORIES" ? ',' : ';';
    for (const auto& part : text::split_escaped(property.value, separator))
      if (!part.empty()) values[property.name].insert(part);
  }
  return values;
}

}  // namespace

TEST_CASE("laws of the merge on random cards") {
  const char* given = std::getenv("GOODTURN_SEED");
  const unsigned seed =
      given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  std::cout << "merge laws: GOODTURN_SEED=" << seed << "\n";
  INFO("GOODTURN_SEED=" << seed);
  Cards cards(seed);
  for (int round = 0; round < 3000; ++round) {
    const std::string base = cards.next(), local = cards.next(), remote = cards.next();
    INFO("base:\n" << base << "local:\n" << local << "remote:\n" << remote);
    REQUIRE(sync::merge(base, base, remote).text == remote);
    const std::string other = sync::merge(base, local, base).text;
    REQUIRE((other == local || same(local, base)));
    const auto merged = sync::merge(base, local, remote);
    INFO("merged:\n" << merged.text);
    REQUIRE(same(sync::merge(base, local, merged.text).text, merged.text));
    REQUIRE(same(sync::merge(base, merged.text, remote).text, merged.text));

    const auto before = values_of(base), result = values_of(merged.text);
    std::map<std::string, std::string> lost;
    for (const auto& conflict : merged.conflicts) lost[conflict.property] += conflict.local_value + ";";
    for (const auto& side : {local, remote})
      for (const auto& [name, written] : values_of(side))
        for (const auto& value : written) {
          const auto old = before.find(name);
          if (old != before.end() && old->second.contains(value)) continue;
          const auto now = result.find(name);
          const bool kept = now != result.end() && now->second.contains(value);
          INFO(name << " lost " << value);
          REQUIRE((kept || lost[name].find(value) != std::string::npos));
        }
  }
}
