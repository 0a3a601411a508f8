// The derived index: what goes in comes out, whatever the letters.
#include <iostream>
#include <map>
#include <random>

#include "tests/unit/store/sample.h"

using namespace goodturn;
using namespace sample;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
  bool flag() { return below(2) == 0; }
  std::string text() {
    static const std::vector<std::string> letters = {
        "a", "ß", "\\", "\n", "\\n", ",", "\xff", " ", std::string(1, '\0')};
    std::string made;
    for (int count = below(5); count > 0; --count) made += letters[static_cast<std::size_t>(below(9))];
    return made;
  }
  std::vector<std::string> list() {
    std::vector<std::string> made;
    for (int count = below(4); count > 0; --count) made.push_back(text());
    return made;
  }
  Day day() { return Day(std::chrono::days(below(40000) - 5000)); }
  Instant instant() { return Instant(std::chrono::seconds(engine_()) - std::chrono::days(3000)); }
  template <class Array>
  auto one_of(const Array& words) {
    return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
  }
  template <class Make>
  auto maybe(Make make) {
    return flag() ? std::optional(make()) : std::nullopt;
  }

 private:
  std::mt19937 engine_;
};

people::Card card(Dice& dice) {
  const auto date = [&] {
    return people::PartialDate{dice.maybe([&] { return dice.below(3000) - 10; }),
                               static_cast<unsigned>(dice.below(12) + 1),
                               static_cast<unsigned>(dice.below(31) + 1)};
  };
  people::Card made{Uid(dice.text()), dice.text(), dice.list(), dice.list(), dice.text(),
                    dice.text(),      dice.text(), dice.list(), {},          dice.maybe(date),
                    dice.maybe(date), dice.list(), dice.flag(), dice.list()};
  for (const std::string& uid : dice.list()) made.related.emplace_back(uid);
  made.superior = Uid(dice.text());
  made.zone = dice.text();
  made.country = dice.text();
  for (int count = dice.below(3); count > 0; --count) made.roles.push_back(dice.one_of(all_roles));
  return made;
}

relations::Meeting meeting(Dice& dice) {
  return {Uid(dice.text()), dice.instant(), dice.instant(), dice.day(),
          dice.text(),      dice.list(),    dice.flag()};
}

calendar::Record record(Dice& dice) {
  calendar::Record made;
  made.uid = Uid(dice.text());
  made.kind = dice.one_of(all_record_kinds);
  made.person = Uid(dice.text());
  made.person_name = dice.text();
  made.at = dice.instant();
  made.text = dice.text();
  made.channel = dice.maybe([&] { return dice.one_of(all_channels); });
  made.direction = dice.one_of(all_directions);
  made.give_kind = dice.maybe([&] { return dice.one_of(all_give_kinds); });
  made.size = dice.below(4);
  made.due = dice.maybe([&] { return dice.day(); });
  made.settled = dice.maybe([&] { return dice.day(); });
  made.asked = dice.flag();
  made.crisis = dice.flag();
  made.depth = dice.maybe([&] { return dice.below(4); });
  made.ask = Uid(dice.text());
  return made;
}

calendar::FollowUp follow_up(Dice& dice) {
  calendar::FollowUp made;
  made.uid = Uid(dice.text());
  made.rule = dice.one_of(all_rules);
  made.person = Uid(dice.text());
  made.person_name = dice.text();
  made.summary = dice.text();
  made.why = dice.text();
  made.link = dice.text();
  made.due = dice.day();
  made.planned = dice.maybe([&] { return dice.day(); });
  made.shown = dice.day();
  made.silence_since = dice.maybe([&] { return dice.day(); });
  made.record = dice.maybe([&] { return Uid(dice.text()); });
  made.completed = dice.flag();
  made.completed_at = dice.maybe([&] { return dice.instant(); });
  made.action = dice.maybe([&] { return dice.one_of(all_actions); });
  made.expired = dice.flag();
  return made;
}

relations::Derived derived(Dice& dice) {
  relations::Derived made;
  switch (dice.below(5)) {
    case 0:
      made.person = card(dice);
      break;
    case 1:
      made.record = record(dice);
      break;
    case 2:
      made.journal = relations::JournalRow{dice.one_of(all_journal_kinds), dice.text()};
      break;
    case 3:
      made.follow_up = follow_up(dice);
      break;
    default:
      for (int count = dice.below(4); count > 0; --count) made.meetings.push_back(meeting(dice));
  }
  return made;
}

using Key = std::pair<sync::CollectionId, std::string>;
using Rows = std::map<Key, relations::Derived>;

Rows read(store::SqliteStore& store) {
  Rows rows;
  const auto at = [&](const Index::Origin& origin) -> relations::Derived& {
    return rows[{origin.collection, origin.href.value}];
  };
  must(store.each_person([&](const auto& origin, auto found) { at(origin).person = found; }));
  must(store.each_meeting([&](const auto& origin, auto found) { at(origin).meetings.push_back(found); }));
  must(store.each_record([&](const auto& origin, auto found) { at(origin).record = found; }));
  must(store.each_journal([&](const auto& origin, auto found) { at(origin).journal = found; }));
  must(store.each_follow_up([&](const auto& origin, auto found) { at(origin).follow_up = found; }));
  return rows;
}

}  // namespace

TEST_CASE("derived rows survive add, replace, erase and clear exactly") {
  const char* given = std::getenv("GOODTURN_SEED");
  const unsigned seed =
      given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  std::cout << "derived rows: GOODTURN_SEED=" << seed << "\n";
  INFO("GOODTURN_SEED=" << seed);
  Dice dice(seed);
  Folder folder;
  auto store = open(folder);
  const std::vector ids = {must(store->put_collection(collection("local:a"))),
                           must(store->put_collection(collection("local:b")))};
  Rows wanted;
  must(store->transact([&]() -> Result<void> {
    for (int step = 0; step < 2000; ++step) {
      const Key key{dice.one_of(ids), std::to_string(dice.below(60))};
      if (dice.below(5) == 0) {
        wanted.erase(key);
        if (auto erased = store->erase(key.first, Href(key.second)); !erased) return erased;
        continue;
      }
      const relations::Derived made = derived(dice);
      const bool is_new = !wanted.contains(key) && dice.flag();
      if (made == relations::Derived{})
        wanted.erase(key);
      else
        wanted[key] = made;
      auto put = is_new ? store->add(key.first, Href(key.second), made)
                        : store->replace(key.first, Href(key.second), made);
      if (!put) return put;
    }
    return {};
  }));
  CHECK(read(*store) == wanted);
  store.reset();
  auto reader = must(store::SqliteStore::open_reader(folder.file()));
  CHECK(read(*reader) == wanted);
  store = open(folder);
  const auto& [key, rows] = *wanted.begin();
  const auto twice = store->add(key.first, Href(key.second), rows);
  REQUIRE_FALSE(twice);
  CHECK(twice.error().kind == ErrorKind::invalid);
  CHECK(read(*store) == wanted);
  must(store->clear());
  CHECK(read(*store).empty());
  CHECK(must(store->collections()).size() == 2);
}
