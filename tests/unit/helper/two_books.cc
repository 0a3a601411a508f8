#include "tests/unit/helper/two_books.h"

#include <algorithm>

#include "helper/people/search.h"

namespace goodturn::helper {

void two_books(TestWorld& test) {
  test.server.collections["work/"];
  test.server.holds["work/"] = {true, false, false, false};
  test.server.put(
      "book/", "1.vcf",
      card("u-ada", "Ada Berg", "EMAIL:ada@example.org\r\nTEL:030 12345678\r\nCATEGORIES:mentor\r\n"));
  test.server.put(
      "work/", "2.vcf",
      card("u-work", "A. Berg",
           "EMAIL:ada@example.org\r\nEMAIL:berg@firm.example.org\r\nORG:Firm\r\nCATEGORIES:sailing\r\n"));
  test.server.put("book/", "3.vcf",
                  card("u-bob", "Bob Holm", "EMAIL:bob@example.org\r\nCATEGORIES:friend\r\n"));
  test.server.put("cal/", "m1.ics", meeting("m1", "20261001T090000Z", "ada@example.org"));
  test.server.put("cal/", "m2.ics", meeting("m2", "20261008T090000Z", "berg@firm.example.org"));
  test.set_up();
  test.sync();
}

std::shared_ptr<const Snapshot> snapshot(TestWorld& test) {
  auto read = Snapshot::read(test.world());
  REQUIRE(read);
  return *read;
}

Duplicates duplicates(TestWorld& test) {
  auto found = find_duplicates(test.world(), snapshot(test));
  REQUIRE(found);
  return *found;
}

Words names(TestWorld& test) {
  Words names;
  for (const Person* one : find_people(snapshot(test), {}).persons) names.push_back(one->card.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::string merge(TestWorld& test, const std::vector<Uid>& people) {
  const auto merged = merge_people(test.world(), test.undo(), people);
  REQUIRE(merged);
  return merged->undo;
}

}  // namespace goodturn::helper
