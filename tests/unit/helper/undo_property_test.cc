// Random edits of random items: taking them back, newest first, gives the journal back byte for byte.
#include <cstdlib>
#include <random>

#include "helper/log/line.h"
#include "helper/people/profile.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

std::uint32_t seed() {
  const char* given = std::getenv("GOODTURN_SEED");
  return given == nullptr ? std::random_device{}()
                          : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

class Editor {
 public:
  Editor(TestWorld& test, std::mt19937& random) : test_(test), random_(random) {}

  /// One random action; its undo, or nothing when it was refused.
  std::optional<std::string> act() {
    switch (below(5)) {
      case 0:
        return undo_of(add_item(test_.world(), test_.undo(), kind(), fields()));
      case 1:
        return on_one([&](const ItemKind& kind, const Uid& uid) {
          return undo_of(change_item(test_.world(), test_.undo(), kind, uid, fields()));
        });
      case 2:
        return on_one([&](const ItemKind& kind, const Uid& uid) {
          return undo_of(remove_item(test_.world(), test_.undo(), kind, uid));
        });
      case 3: {
        const auto logged = log_line(test_.world(), test_.undo(), line(), {});
        return logged && !logged->undo.empty() ? std::optional(logged->undo) : std::nullopt;
      }
      default: {
        const Json edit =
            below(2) == 0 ? Json{{"cadence_days", below(90) + 1}} : Json{{"offers", {"Rust", "hiring"}}};
        const auto done = edit_profile(test_.world(), test_.undo(), Uid(person()), edit);
        return done ? std::optional(*done) : std::nullopt;
      }
    }
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  std::string person() { return std::vector<std::string>{"ada", "adam", "bob", "asa"}[below(4)]; }
  const ItemKind& kind() { return *item_kinds()[below(item_kinds().size())]; }

  std::string line() {
    const std::vector<std::string> lines = {"met Bob",
                                            "gave Bob big advice",
                                            "thanked Bob",
                                            "received help from Bob",
                                            "promised Bob the slides by Friday",
                                            "asked Bob for feedback",
                                            "gave Bob intro to Adam #sailing"};
    return lines[below(lines.size())];
  }

  /// Some fit the kind and some do not: a refused edit must leave nothing behind.
  Json fields() {
    Json all = {{"person", person()},
                {"a", person()},
                {"b", person()},
                {"text", "words"},
                {"name", "name " + std::to_string(below(3))},
                {"role", "ally"},
                {"kind", below(2) == 0 ? "received" : "advice"},
                {"state", "yes"},
                {"settled", "2026-11-18"},
                {"members", {person()}},
                {"titles", {"head"}},
                {"due", "2026-12-01"},
                {"until", "2026-11-30"},
                {"consent_a", "yes"},
                {"give_kind", "help"},
                {"next_step", "call"}};
    Json some = Json::object();
    const ItemKind& chosen = kind();
    for (const Shape& shape : chosen.shapes())
      if (const auto found = all.find(std::string(shape.name)); found != all.end() && below(3) > 0)
        some[found.key()] = *found;
    return some;
  }

  static std::optional<std::string> undo_of(const Result<Kept>& kept) {
    return kept ? std::optional(kept->undo) : std::nullopt;
  }

  template <class Work>
  std::optional<std::string> on_one(Work work) {
    const ItemKind& chosen = kind();
    const Json items = all(test_, chosen);
    if (items.empty()) return std::nullopt;
    return work(chosen, Uid(items[below(items.size())]["id"].get<std::string>()));
  }

  TestWorld& test_;
  std::mt19937& random_;
};

}  // namespace

TEST_CASE("random edits are taken back byte for byte") {
  const std::uint32_t start = seed();
  INFO("GOODTURN_SEED=" << start);
  std::mt19937 random(start);
  for (int round = 0; round < 3; ++round) {
    TestWorld test;
    meet_circle(test);
    Editor editor(test, random);
    std::vector<std::pair<std::map<std::string, std::string>, std::string>> history;
    for (int step = 0; step < 40; ++step) {
      auto before = shelf(test);
      const auto undo = editor.act();
      if (undo)
        history.emplace_back(std::move(before), *undo);
      else
        REQUIRE(shelf(test) == before);
    }
    CHECK(history.size() > 5);
    while (!history.empty()) {
      REQUIRE(test.undo().apply(test.world(), history.back().second));
      REQUIRE(shelf(test) == history.back().first);
      history.pop_back();
    }
  }
}
