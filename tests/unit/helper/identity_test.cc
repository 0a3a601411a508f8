// Cards that become one person and part again: proposals, merging, splitting, undo.
#include <algorithm>

#include "helper/json/json.h"
#include "helper/people/records.h"
#include "tests/unit/helper/two_books.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

std::vector<std::string> all_texts(TestWorld& test) {
  std::vector<std::string> texts;
  const auto items = Items::open(test.world());
  for (const auto& [id, collection] : items->collections())
    REQUIRE(test.world().store.each_item(id, [&](const sync::Item& item) {
      texts.push_back(item.text);
      return Result<void>();
    }));
  return texts;
}

ErrorKind kind_of(const Result<Decided>& result) {
  REQUIRE_FALSE(result);
  return result.error().kind;
}

}  // namespace

TEST_CASE("a proposal names both people with all they say") {
  TestWorld test;
  two_books(test);
  const Duplicates found = duplicates(test);
  REQUIRE(found.proposals.size() == 1);
  CHECK(found.proposals[0].certainty == people::Certainty::certain);
  const auto items = Items::open(test.world());
  const Json json = json_of(found, *items, 10, 0, Language::en);
  CHECK(json["total"] == 1);
  const Json& proposal = json["proposals"][0];
  CHECK(proposal["reasons"][0] ==
        Json({{"sign", "email"}, {"value", "ada@example.org"}, {"people", {"u-ada", "u-work"}}}));
  REQUIRE(proposal["people"].size() == 2);
  CHECK(proposal["people"][1]["cards"][0]["book"] == "work");
  CHECK(proposal["people"][1]["cards"][0]["organisation"] == "Firm");
  CHECK(json_of(found, *items, 10, 1, Language::en)["proposals"].empty());
  CHECK(json_of(found, *items, 10, 7, Language::en)["proposals"].empty());
}

TEST_CASE("numbers are compared by what is dialled") {
  TestWorld test;
  test.server.put("book/", "4.vcf", card("u-phone", "Berg, Ada", "TEL:+49 30 1234-5678\r\n"));
  two_books(test);
  const Duplicates found = duplicates(test);
  REQUIRE(found.proposals.size() == 1);
  CHECK(found.proposals[0].people.size() == 3);
  REQUIRE(set_phone_region(test.world(), "US"));
  CHECK(phone_region(test.world()).value() == "US");
  CHECK(duplicates(test).proposals[0].people.size() == 2);
  REQUIRE(set_phone_region(test.world(), ""));
  CHECK(phone_region(test.world()).value() == "DE");
  CHECK(set_phone_region(test.world(), "XX").error().kind == ErrorKind::invalid);
}

TEST_CASE("merged cards are one person with everything that each of them has") {
  TestWorld test;
  two_books(test);
  LogEntry call;
  call.channel = Channel::call;
  call.text = "about the paper";
  REQUIRE(log_entry(test.world(), test.undo(), Uid("u-work"), call));
  merge(test);
  CHECK(names(test) == Words{"Ada Berg", "Bob Holm"});
  const auto read = snapshot(test);
  const Person& ada = *read->by_uid(Uid("u-work"));
  CHECK(read->by_uid(Uid("u-ada")) == &ada);
  CHECK(read->by_email("berg@firm.example.org") == &ada);
  CHECK(ada.card.uid == Uid("u-ada"));
  CHECK(ada.card.emails == Words{"ada@example.org", "berg@firm.example.org"});
  CHECK(ada.card.tags == Words{"mentor", "sailing"});
  CHECK(ada.card.organisation == "Firm");
  CHECK(ada.contact.other_uids == std::vector<Uid>{Uid("u-work")});
  CHECK(ada.contact.touches.size() == 3);
  CHECK(ada.contact.last_talk->about == "about the paper");
  CHECK(duplicates(test).proposals.empty());
  const auto items = Items::open(test.world());
  CHECK(json_of_person(*read, ada, *items, Language::en)["cards"].size() == 2);
}

TEST_CASE("merging changes no card and writes one record of ours; undo and split bring all back") {
  TestWorld test;
  two_books(test);
  const auto before = all_texts(test);
  const std::string undo = merge(test);
  std::vector<std::string> added = all_texts(test);
  for (const std::string& text : before) {
    const auto found = std::find(added.begin(), added.end(), text);
    REQUIRE(found != added.end());
    added.erase(found);
  }
  REQUIRE(added.size() == 1);
  CHECK(added[0].find("X-GOODTURN-VERDICT:same\r\n") != std::string::npos);
  SECTION("undo") {
    REQUIRE(test.undo().apply(test.world(), undo));
    CHECK(all_texts(test) == before);
    CHECK(duplicates(test).proposals.size() == 1);
  }
  SECTION("split, and its undo") {
    const auto split = split_person(test.world(), test.undo(), Uid("u-work"));
    REQUIRE(split);
    CHECK(split->cards == std::vector<Uid>{Uid("u-ada"), Uid("u-work")});
    CHECK(names(test) == Words{"A. Berg", "Ada Berg", "Bob Holm"});
    CHECK(snapshot(test)->by_uid(Uid("u-work"))->contact.touches.size() == 1);
    CHECK(snapshot(test)->by_uid(Uid("u-work"))->cards.empty());
    CHECK(duplicates(test).proposals.empty());  // who splits them says that they are two
    REQUIRE(test.undo().apply(test.world(), split->undo));
    CHECK(names(test) == Words{"Ada Berg", "Bob Holm"});
  }
  SECTION("a second merge of the same cards is the same record") {
    REQUIRE(split_person(test.world(), test.undo(), Uid("u-ada")));
    merge(test, {Uid("u-work"), Uid("u-ada")});
    CHECK(all_texts(test).size() == before.size() + 1);
    CHECK(names(test) == Words{"Ada Berg", "Bob Holm"});
  }
}

TEST_CASE("a proposal that was turned down never returns") {
  TestWorld test;
  two_books(test);
  const auto kept = keep_apart(test.world(), test.undo(), {Uid("u-work"), Uid("u-ada")});
  REQUIRE(kept);
  CHECK(duplicates(test).proposals.empty());
  test.server.put("book/", "5.vcf", card("u-third", "Ada Berg", "EMAIL:ada@example.org\r\n"));
  test.sync();
  const Duplicates found = duplicates(test);
  REQUIRE(found.proposals.size() == 1);
  CHECK(found.proposals[0].people.size() == 2);
  REQUIRE(test.undo().apply(test.world(), kept->undo));
  CHECK(duplicates(test).proposals[0].people.size() == 3);
}

TEST_CASE("three cards: one is taken out, the others stay together") {
  TestWorld test;
  test.server.put("book/", "5.vcf", card("u-third", "Ada Berg", "EMAIL:third@example.org\r\n"));
  two_books(test);
  merge(test);
  merge(test, {Uid("u-work"), Uid("u-third")});
  CHECK(snapshot(test)->by_uid(Uid("u-ada"))->places.size() == 3);
  REQUIRE(split_person(test.world(), test.undo(), Uid("u-ada")));
  const auto read = snapshot(test);
  CHECK(read->by_uid(Uid("u-ada"))->places.size() == 1);
  CHECK(read->by_uid(Uid("u-work")) == read->by_uid(Uid("u-third")));
  CHECK(read->by_uid(Uid("u-work"))->places.size() == 2);
}

TEST_CASE("what cannot be decided is refused") {
  TestWorld test;
  two_books(test);
  const auto refused = [&](Result<Decided> (*decide)(World&, UndoLog&, const std::vector<Uid>&),
                           const std::vector<Uid>& people) {
    return kind_of(decide(test.world(), test.undo(), people));
  };
  CHECK(refused(merge_people, {Uid("u-ada"), Uid("nobody")}) == ErrorKind::not_found);
  CHECK(refused(merge_people, {Uid("u-ada"), Uid("u-ada")}) == ErrorKind::invalid);
  CHECK(refused(keep_apart, {Uid("u-ada")}) == ErrorKind::invalid);
  CHECK(kind_of(split_person(test.world(), test.undo(), Uid("u-ada"))) == ErrorKind::invalid);
  CHECK(kind_of(split_person(test.world(), test.undo(), Uid("nobody"))) == ErrorKind::not_found);
  merge(test);
  CHECK(refused(merge_people, {Uid("u-ada"), Uid("u-work")}) == ErrorKind::invalid);
  CHECK(refused(keep_apart, {Uid("u-ada"), Uid("u-work")}) == ErrorKind::invalid);
}

TEST_CASE("cards with one UID in two books are one person with the tags of both") {
  TestWorld test;
  test.server.put("work/", "6.vcf",
                  card("u-ada", "Ada Berg", "TEL:+49 171 1234567\r\nCATEGORIES:rowing\r\n"));
  two_books(test);
  const auto read = snapshot(test);
  const Person& ada = *read->by_uid(Uid("u-ada"));
  CHECK(ada.places.size() == 2);
  CHECK(ada.card.tags == Words{"mentor", "rowing"});
  CHECK(ada.card.phones.size() == 2);
  CHECK(ada.contact.other_uids.empty());
  CHECK(kind_of(split_person(test.world(), test.undo(), Uid("u-ada"))) == ErrorKind::invalid);
}
