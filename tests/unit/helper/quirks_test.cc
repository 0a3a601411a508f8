// F28: items with something wrong in each among good ones. Whatever it is, its bytes are kept, nothing is
// sent or removed, all others come, and the next sync is silent; what can be read of it is; what is no item
// at all is named, and becomes one once it is mended there.
#include <set>

#include "core/people/card.h"
#include "core/text/document.h"
#include "helper/accounts/accounts.h"
#include "helper/people/search.h"
#include "tests/support/in_english.h"
#include "tests/support/shapes/quirks.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

constexpr int good_items = 500;  // of each kind

/// A book or calendar with good and odd items.
struct Shelf {
  const char* name;
  const char* url;
  const char* ending;
  std::vector<tests::Quirk> quirks;

  [[nodiscard]] std::string odd_href(std::size_t number) const {
    return "odd-" + std::to_string(number) + ending;
  }
  [[nodiscard]] std::string good_text(const std::string& uid) const {
    return name == std::string("book") ? card(uid, "Good Example", "EMAIL:" + uid + "@example.org\r\n")
                                       : meeting(uid, "20261110T090000Z", "good-1@example.org");
  }
  void fill(TestWorld& test) const {
    for (int number = 0; number < good_items; ++number) {
      const std::string uid = "good-" + std::to_string(number);
      test.server.put(url, uid + ending, good_text(uid));
    }
    for (std::size_t number = 0; number < quirks.size(); ++number)
      test.server.put(url, odd_href(number), quirks[number].text);
  }
  [[nodiscard]] std::set<std::string> unreadable() const {
    std::set<std::string> hrefs;
    for (std::size_t number = 0; number < quirks.size(); ++number)
      if (!quirks[number].readable) hrefs.insert(odd_href(number));
    return hrefs;
  }
  /// Of these, those that no UID is found in.
  [[nodiscard]] std::set<std::string> told_again() const {
    std::set<std::string> hrefs;
    for (std::size_t number = 0; number < quirks.size(); ++number)
      if (!quirks[number].readable && text::uid_of(text::Document::parse(quirks[number].text)).empty())
        hrefs.insert(odd_href(number));
    return hrefs;
  }
  /// The one with the UID of a good item.
  [[nodiscard]] std::string twin() const {
    for (std::size_t number = 0; number < quirks.size(); ++number)
      if (quirks[number].text.find("UID:good-1\r\n") != std::string::npos) return odd_href(number);
    return {};
  }
  void mend(TestWorld& test) const {
    for (std::size_t number = 0; number < quirks.size(); ++number)
      test.server.put(url, odd_href(number), good_text("mended-" + std::to_string(number)));
  }
};

const std::vector<Shelf>& shelves() {
  static const std::vector<Shelf> both{{"book", "book/", ".vcf", tests::card_quirks()},
                                       {"cal", "cal/", ".ics", tests::event_quirks()}};
  return both;
}

std::map<std::string, std::string> local_texts(TestWorld& test, const char* name) {
  std::map<std::string, std::string> texts;
  REQUIRE(test.world().store.each_item(test.collection(name).id, [&](const sync::Item& one) -> Result<void> {
    texts.emplace(one.href.value, one.text);
    return {};
  }));
  return texts;
}

std::map<std::string, std::string> remote_texts(TestWorld& test, const Shelf& shelf) {
  std::map<std::string, std::string> texts;
  for (const auto& [href, stored] : test.server.collections.at(shelf.url)) texts.emplace(href, stored.text);
  return texts;
}

std::set<std::string> named(const SyncResult& result, const char* name) {
  std::set<std::string> hrefs;
  for (const auto& one : result.accounts.at(0).collections)
    for (const sync::ItemError& bad : one.item_errors)
      if (one.name == name) hrefs.insert(bad.href.value);
  return hrefs;
}

std::vector<std::string> warnings(const SyncResult& result, const char* name) {
  for (const auto& one : result.accounts.at(0).collections)
    if (one.name == name) return in_words(one.warnings, Language::en);
  return {};
}

void allow_writing(TestWorld& test) {
  REQUIRE(edit_collection(test.world(), test.collection("book").id, {{}, {}, true}));
  sync::Collection calendar = test.collection("cal");
  calendar.write_back = true;
  REQUIRE(test.world().store.put_collection(calendar));
}

}  // namespace

TEST_CASE("F28: odd items are carried byte for byte, the unreadable named, and the others come") {
  REQUIRE(shelves()[0].quirks.size() + shelves()[1].quirks.size() >= 60);
  TestWorld test;
  for (const Shelf& shelf : shelves()) shelf.fill(test);
  test.set_up();
  allow_writing(test);
  const auto first = run_sync(test.world(), {});
  REQUIRE(first);
  CHECK(first->accounts.at(0).errors.empty());
  for (const Shelf& shelf : shelves()) {
    INFO(shelf.name);
    CHECK(named(*first, shelf.name) == shelf.unreadable());
    CHECK(local_texts(test, shelf.name) == remote_texts(test, shelf));
  }
  const int listings = test.server.listings;
  CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
  CHECK(test.server.listings > listings);
  CHECK(test.server.writes == 0);

  // A day later everything is compared, and what is still odd is told again.
  test.clock.pass(std::chrono::hours(25));
  const SyncResult compared = test.sync();
  CHECK(tests::english(summary_of(compared)) == "Nothing new in 2 collections; 4 problems.");
  for (const Shelf& shelf : shelves())
    CHECK(warnings(compared, shelf.name) ==
          std::vector<std::string>{"The same item is there 2 times: good-1" + std::string(shelf.ending) +
                                       " and " + shelf.twin() + ". Both were kept.",
                                   std::to_string(shelf.told_again().size()) + " items cannot be read, as " +
                                       *shelf.told_again().begin() +
                                       ". What cannot be read is kept as it is and left alone."});
  CHECK(test.server.writes == 0);
  CHECK(test.world().store.trash()->empty());
  CHECK(test.world().store.conflicts()->empty());

  for (const Shelf& shelf : shelves()) shelf.mend(test);
  const SyncResult mended = test.sync();
  for (const Shelf& shelf : shelves()) {
    INFO(shelf.name);
    CHECK(named(mended, shelf.name).empty());
    CHECK(local_texts(test, shelf.name) == remote_texts(test, shelf));
  }
  for (std::size_t number = 0; number < shelves()[0].quirks.size(); ++number) {
    INFO(shelves()[0].quirks[number].name);
    const auto snapshot = Snapshot::read(test.world());
    REQUIRE(snapshot);
    CHECK((*snapshot)->by_uid(Uid("mended-" + std::to_string(number))) != nullptr);
  }
  CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
  CHECK(test.server.writes == 0);
}

TEST_CASE("F28: a tag on an odd card is one line more and nothing else") {
  const auto quirks = tests::card_quirks();
  for (const tests::Quirk& quirk : quirks) {
    INFO(quirk.name);
    const text::Document before = text::Document::parse(quirk.text);
    CHECK(before.print() == quirk.text);
    CHECK((before.find("VCARD") != nullptr) == quirk.readable);
    if (!quirk.readable) continue;
    std::string tagged = people::edit_tags(before, {"oarsman"}, {});
    const auto at = tagged.find("CATEGORIES:oarsman");
    REQUIRE(at != std::string::npos);
    const auto end = tagged.find('\n', at);
    tagged.erase(at, end - at + 1);
    // A last line without an end gets one before something comes behind it.
    CHECK((tagged == quirk.text || tagged == quirk.text + "\r\n"));
  }
}
