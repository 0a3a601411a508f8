// A small circle of people for tests of journal items, and short ways to make and look at items.
#pragma once

#include "helper/journals/keeping.h"
#include "helper/journals/kinds.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

namespace goodturn::helper {

/// Ada Example (mentor), Adam Example of Acme, Bob Example, Åsa Öberg; UIDs "ada", "adam", "bob", "asa".
inline void meet_circle(TestWorld& test) {
  test.server.put(
      "book/", "1.vcf",
      card("ada", "Ada Example", "EMAIL:ada@example.org\r\nORG:Example Ltd\r\nCATEGORIES:mentor\r\n"));
  test.server.put("book/", "2.vcf", card("adam", "Adam Example", "EMAIL:adam@example.org\r\nORG:Acme\r\n"));
  test.server.put("book/", "3.vcf", card("bob", "Bob Example", "EMAIL:bob@example.org\r\n"));
  test.server.put("book/", "4.vcf", card("asa", "Åsa Öberg", "EMAIL:asa@example.org\r\nORG:Nordlicht\r\n"));
  test.set_up();
  test.sync();
}

inline Kept add(TestWorld& test, const ItemKind& kind, const Json& fields) {
  auto kept = add_item(test.world(), test.undo(), kind, fields);
  INFO((kept ? "" : kept.error().what));
  REQUIRE(kept);
  return *kept;
}

inline Kept change(TestWorld& test, const ItemKind& kind, const Json& item, const Json& fields) {
  auto kept = change_item(test.world(), test.undo(), kind, Uid(item.at("id").get<std::string>()), fields);
  INFO((kept ? "" : kept.error().what));
  REQUIRE(kept);
  return *kept;
}

/// What is said to wrong fields.
inline std::string refused(TestWorld& test, const ItemKind& kind, const Json& fields) {
  const auto kept = add_item(test.world(), test.undo(), kind, fields);
  REQUIRE_FALSE(kept);
  return tests::english(kept.error());
}

inline Json all(TestWorld& test, const ItemKind& kind, const std::optional<Uid>& person = std::nullopt) {
  auto items = list_items(test.world(), kind, person);
  REQUIRE(items);
  return *items;
}

inline std::shared_ptr<const Snapshot> snapshot_of(TestWorld& test) {
  auto read = Snapshot::read(test.world());
  REQUIRE(read);
  return *read;
}

/// Every item of the local collections by place: href → text.
inline std::map<std::string, std::string> shelf(TestWorld& test) {
  std::map<std::string, std::string> texts;
  auto items = Items::open(test.world());
  REQUIRE(items);
  for (const sync::Collection* place : {&items->journal(), &items->follow_ups()})
    REQUIRE(test.world().store.each_item(place->id, [&](const sync::Item& item) -> Result<void> {
      texts[place->name + "/" + item.href.value] = item.text;
      return {};
    }));
  return texts;
}

inline bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace goodturn::helper
