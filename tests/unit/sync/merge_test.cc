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

TEST_CASE("a text that is no item clashes as a whole, and theirs stays") {
  const std::string theirs = card("FN:Theirs\r\n");
  for (const auto& [ours, remote] :
       {std::pair(std::string("no card\r\n"), theirs), std::pair(theirs, std::string("no card\r\n"))}) {
    const auto merged = sync::merge(card("FN:Ada\r\n"), ours, remote);
    CHECK(merged.text == remote);
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].local_value == ours);
    CHECK(merged.conflicts[0].remote_value == remote);
    CHECK(merged.conflicts[0].property.empty());
    CHECK(merged.conflicts[0].id == 0);  // not stored yet
  }
}

TEST_CASE("categories that stand in several lines there are one line afterwards, with all of them") {
  const auto merged = [](const std::string& base, const std::string& ours, const std::string& theirs) {
    return sync::merge(card(base), card(ours), card(theirs)).text;
  };
  CHECK(merged("CATEGORIES:a\r\n", "CATEGORIES:a,b\r\n",
               "CATEGORIES:a\r\nCATEGORIES:c\r\nCATEGORIES:d\r\n") == card("CATEGORIES:a,c,d,b\r\n"));
  // The same words as there already.
  CHECK(merged("CATEGORIES:a\r\n", "CATEGORIES:a,b\r\n",
               "CATEGORIES:a\r\nCATEGORIES:b\r\nCATEGORIES:c\r\n") == card("CATEGORIES:a,b,c\r\n"));
  const std::string one = "CATEGORIES:a,b,c\r\n";
  CHECK(merged("CATEGORIES:a\r\n", "CATEGORIES:a,b\r\n", one) == card(one));
}

TEST_CASE("a merged value keeps the empty parts that it has there") {
  CHECK(sync::merge(card("N:Example;Ada;;;\r\n"), card("N:Example;Bea;;;\r\n"), card("N:Lovelace;Ada;;;\r\n"))
            .text == card("N:Lovelace;Bea;;;\r\n"));
  CHECK(sync::merge(card("N:Example;Ada;King;;\r\n"), card("N:Example;Ada;;;\r\n"),
                    card("N:Lovelace;Ada;King\r\n"))
            .text == card("N:Lovelace;Ada;\r\n"));
}

TEST_CASE("structured values merge per component") {
  check_merge("N:Example;Ada;;;\r\n", "N:Example;Ada;King;;\r\n", "N:Lovelace;Ada;;;\r\n",
              "N:Lovelace;Ada;King;;\r\n");
  check_merge("ORG:A;B\r\n", "ORG:C;B\r\n", "ORG:D;E\r\n", "ORG:D;E\r\n", 1);
}

TEST_CASE("parameters of a structured value clash where both sides changed them, and not alike") {
  check_merge("ORG:A;B\r\n", "ORG;SORT-AS=mine:A;B\r\n", "ORG;SORT-AS=theirs:A;B\r\n",
              "ORG;SORT-AS=theirs:A;B\r\n", 1);
  check_merge("ORG:A;B\r\n", "ORG;SORT-AS=s:X;B\r\n", "ORG;SORT-AS=s:A;C\r\n", "ORG;SORT-AS=s:X;C\r\n");
}

TEST_CASE("a line without a name is carried, and a blank one is none") {
  const auto merged =
      sync::merge(card("FN:x\r\n"), card("\r\nFN:x\r\nno colon here\r\n"), card("FN:x\r\nTITLE:t\r\n"));
  CHECK(merged.text == card("FN:x\r\nTITLE:t\r\nno colon here\r\n"));
}

TEST_CASE("addresses and genders merge per component, nicknames and resources are sets") {
  check_merge("ADR:;;1 Old Rd;Oxford;;;\r\n", "ADR:;;2 New Rd;Oxford;;;\r\n",
              "ADR:;;1 Old Rd;Oxford;;OX1;UK\r\n", "ADR:;;2 New Rd;Oxford;;OX1;UK\r\n");
  check_merge("ADR:;;a;Oxford;;;\r\n", "ADR:;;b;Oxford;;;\r\n", "ADR:;;c;Bath;;;\r\n", "ADR:;;c;Bath;;;\r\n",
              1);
  // Two new addresses are two addresses.
  check_merge("FN:x\r\n", "FN:x\r\nADR:;;a;;;;\r\n", "FN:x\r\nADR:;;b;;;;\r\n",
              "FN:x\r\nADR:;;b;;;;\r\nADR:;;a;;;;\r\n");
  check_merge("GENDER:F\r\n", "GENDER:F;she\r\n", "GENDER:O\r\n", "GENDER:O;she\r\n");
  check_merge("NICKNAME:a,b\r\n", "NICKNAME:a,b,c\r\n", "NICKNAME:b,d\r\n", "NICKNAME:b,d,c\r\n");
  check_merge("RESOURCES:room\r\n", "RESOURCES:room,easel\r\n", "RESOURCES:projector\r\n",
              "RESOURCES:projector,easel\r\n");
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

TEST_CASE("a group that means something else there gets the first name that neither side has") {
  const auto merged = sync::merge(card("FN:x\r\n"), card("FN:x\r\nitem1.TEL:1\r\nitem2.TEL:2\r\n"),
                                  card("FN:x\r\nitem1.TEL:3\r\nitem3.TEL:4\r\n"));
  for (const char* line : {"item1.TEL:3\r\n", "item2.TEL:2\r\n", "item3.TEL:4\r\n", "item4.TEL:1\r\n"}) {
    INFO(merged.text);
    CHECK(merged.text.find(line) != std::string::npos);
  }
}

TEST_CASE("of two labels of the same words the one goes whose number went") {
  const std::string first = "item1.TEL:1\r\nitem1.X-ABLabel:Hut\r\n";
  const std::string second = "item2.TEL:2\r\nitem2.X-ABLabel:Hut\r\n";
  for (const auto& [kept, gone] : {std::pair(first, second), std::pair(second, first)}) {
    const auto merged = sync::merge(card("NOTE:a\r\n" + first + second), card("NOTE:a\r\n" + kept),
                                    card("NOTE:b\r\n" + first + second));
    CHECK(merged.text == card("NOTE:b\r\n" + kept));
    CHECK(merged.conflicts.empty());
  }
}

namespace {

/// Few values, so that both sides often choose the same.
class FewValues {
 public:
  explicit FewValues(unsigned seed) : random_(seed) {}

  bool chance(unsigned percent) { return random_() % 100 < percent; }
  std::string value() { return "v" + std::to_string(random_() % 6); }
  std::set<std::string> some() {
    std::set<std::string> values;
    while (chance(55)) values.insert(value());
    return values;
  }

 private:
  std::mt19937 random_;
};

/// Cards over few properties and few values, so that clashes are common.
class Cards : private FewValues {
 public:
  using FewValues::FewValues;

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
};

/// Items of one calendar kind with up to two occurrences of their own, over few values.
class CalendarItems : private FewValues {
 public:
  CalendarItems(unsigned seed, std::string kind) : FewValues(seed), kind_(std::move(kind)) {}

  std::string next() {
    std::string parts = part("");
    for (const char* day : {"RECURRENCE-ID:20261201T100000Z\r\n", "RECURRENCE-ID:20261202T100000Z\r\n"})
      if (chance(50)) parts += part(day);
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + parts + "END:VCALENDAR\r\n";
  }

 private:
  std::string part(const std::string& day) {
    std::string lines = "BEGIN:" + kind_ + "\r\nUID:m\r\n" + day;
    for (const char* name : {"SUMMARY", "LOCATION", "STATUS"})
      if (chance(70)) lines += std::string(name) + ":" + value() + "\r\n";
    for (const char* name : {"COMMENT", "CONTACT"})
      for (const auto& one : some()) lines += std::string(name) + ":" + one + "\r\n";
    for (const char* name : {"CATEGORIES", "RESOURCES"}) {
      std::string list;
      for (const auto& one : some()) list += (list.empty() ? "" : ",") + one;
      if (!list.empty()) lines += std::string(name) + ":" + list + "\r\n";
    }
    return lines + "END:" + kind_ + "\r\n";
  }
  std::string kind_;
};

using Values = std::map<std::string, std::set<std::string>>;

/// property@occurrence → plain values; components of N and ORG count one by one.
Values values_of(const std::string& text) {
  Values values;
  const auto document = text::Document::parse(text);
  const auto take = [&](const text::Component& component) {
    const std::string day = document.first_value(component, "RECURRENCE-ID");
    for (const std::size_t number : component.lines) {
      const auto property = document.lines()[number].property();
      const bool list = property.name == "CATEGORIES" || property.name == "RESOURCES";
      for (const auto& part : text::split_escaped(property.value, list ? ',' : ';'))
        if (!part.empty()) values[property.name + "@" + day].insert(part);
    }
  };
  const auto& top = document.components().at(0);
  if (top.children.empty()) take(top);
  for (const text::Component& child : top.children) take(child);
  return values;
}

unsigned seed_of_laws() {
  const char* given = std::getenv("GOODTURN_SEED");
  const unsigned seed =
      given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  std::cout << "merge laws: GOODTURN_SEED=" << seed << "\n";
  return seed;
}

/// Every value that somebody wrote is in the result or among the conflicts.
void check_kept(const Values& before, const Values& written, const Values& result,
                const std::map<std::string, std::string>& lost) {
  for (const auto& [name, values] : written) {
    const auto told = lost.find(name.substr(0, name.find('@')));
    for (const auto& value : values) {
      const auto old = before.find(name);
      if (old != before.end() && old->second.contains(value)) continue;
      const auto now = result.find(name);
      const bool kept = now != result.end() && now->second.contains(value);
      INFO(name << " lost " << value);
      REQUIRE((kept || (told != lost.end() && told->second.find(value) != std::string::npos)));
    }
  }
}

template <class Items>
void check_laws(Items items, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    const std::string base = items.next(), local = items.next(), remote = items.next();
    INFO("base:\n" << base << "local:\n" << local << "remote:\n" << remote);
    REQUIRE(sync::merge(base, base, remote).text == remote);
    const std::string other = sync::merge(base, local, base).text;
    REQUIRE((other == local || same(local, base)));
    const auto merged = sync::merge(base, local, remote);
    INFO("merged:\n" << merged.text);
    REQUIRE(same(sync::merge(base, local, merged.text).text, merged.text));
    REQUIRE(same(sync::merge(base, merged.text, remote).text, merged.text));
    std::map<std::string, std::string> lost;
    for (const auto& conflict : merged.conflicts) lost[conflict.property] += conflict.local_value + ";";
    for (const auto& side : {local, remote})
      check_kept(values_of(base), values_of(side), values_of(merged.text), lost);
  }
}

}  // namespace

TEST_CASE("laws of the merge on random cards") {
  const unsigned seed = seed_of_laws();
  INFO("GOODTURN_SEED=" << seed);
  check_laws(Cards(seed), 3000);
}

TEST_CASE("laws of the merge on random events, tasks and journal entries") {
  const unsigned seed = seed_of_laws();
  INFO("GOODTURN_SEED=" << seed);
  for (const char* kind : {"VEVENT", "VTODO", "VJOURNAL"}) check_laws(CalendarItems(seed, kind), 1000);
}

TEST_CASE("what every program stamps is no change: the meaning stays and nothing clashes") {
  // LAST-MODIFIED: Thunderbird sets it with every tick of a task; X-MOZ-GENERATION: it counts every save.
  const auto task = [](const std::string& stamps, const std::string& title) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:m\r\n" + stamps + "SUMMARY:" + title +
           "\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
  };
  const std::string old = task("LAST-MODIFIED:20261101T100000Z\r\nX-MOZ-GENERATION:1\r\n", "a");
  for (const char* stamps : {"LAST-MODIFIED:20261102T100000Z\r\nX-MOZ-GENERATION:1\r\n",
                             "LAST-MODIFIED:20261101T100000Z\r\nX-MOZ-GENERATION:2\r\n", ""}) {
    INFO(stamps);
    CHECK(same(old, task(stamps, "a")));
    CHECK_FALSE(same(old, task(stamps, "b")));
    const auto merged = sync::merge(
        old, task("LAST-MODIFIED:20261103T100000Z\r\nX-MOZ-GENERATION:9\r\n", "b"), task(stamps, "a"));
    CHECK(same(merged.text, task("", "b")));
    CHECK(merged.conflicts.empty());
  }
}
