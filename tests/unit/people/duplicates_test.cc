// Who may be one person twice: each proof, what is none, how sure it is, and groups.
#include "core/people/duplicates.h"

#include <catch2/catch.hpp>

#include "tests/unit/people/likenesses.h"

using namespace goodturn;
using namespace goodturn::people;

namespace {

const Likeness ada = likeness("a", "Ada Example");
const Likeness other_ada = likeness("b", "Ada Example");

/// The certainty of the only proposal; "none" without one.
std::string certainty(const Likeness& a, const Likeness& b) {
  const auto found = found_among({a, b});
  REQUIRE(found.size() <= 1);
  return found.empty() ? "none" : std::string(to_string(found.front().certainty));
}

std::string reasons(const Likeness& a, const Likeness& b) {
  const auto found = found_among({a, b});
  REQUIRE(found.size() == 1);
  REQUIRE(found.front().links.size() == 1);
  return found.front().links.front().second;
}

std::string by_name(const std::string& a, const std::string& b) {
  return certainty(in_book(at(likeness("a", a), "Example Ltd"), 1),
                   in_book(at(likeness("b", b), "Example Ltd"), 2));
}

}  // namespace

TEST_CASE("one e-mail address is one person, whose names may differ") {
  const auto with_name = [](const char* uid, const char* name) {
    return with_email(likeness(uid, name), "ada@example.org");
  };
  CHECK(reasons(with_name("a", "Ada Example"), with_name("b", "Example, Ada")) ==
        "certain email=ada@example.org");
  CHECK(certainty(with_name("a", "Ada Example"), with_name("b", "A. Example")) == "certain");
  CHECK(certainty(with_name("a", "Ada Example"), with_name("b", "")) == "likely");
  CHECK(reasons(with_name("a", "Ada Example"), with_name("b", "Ada Lovelace")) ==
        "possible email=ada@example.org names-differ=");
}

TEST_CASE("an address of a role, or of more than three people, proves nothing") {
  CHECK(certainty(with_email(ada, "info@example.org"), with_email(other_ada, "info@example.org")) == "none");
  CHECK(certainty(with_email(ada, "no-reply@example.org"), with_email(other_ada, "no-reply@example.org")) ==
        "none");
  std::vector<Likeness> club;
  for (const char* name : {"Ada Example", "Bob Holm", "Cleo Berg", "Dan Storm"})
    club.push_back(with_email(likeness(name, name), "board@example.org"));
  CHECK(found_among(club).empty());
  club.pop_back();
  CHECK(found_among(club).size() == 1);
}

TEST_CASE("ten copies of one card are one proposal, whatever they share") {
  std::vector<Likeness> copies;
  for (char uid = 'a'; uid < 'a' + 10; ++uid)
    copies.push_back(
        with_phone(with_email(likeness({uid}, "Ada Example"), "ada@example.org"), "+493012345678"));
  const auto found = found_among(copies);
  REQUIRE(found.size() == 1);
  CHECK(found[0].uids.size() == 10);
  CHECK(found[0].links.size() == 45);
  CHECK(found[0].certainty == Certainty::certain);
}

TEST_CASE("one number is one person when the names agree") {
  const auto with_name = [](const char* uid, const char* name) {
    return with_phone(likeness(uid, name), "+493012345678");
  };
  CHECK(reasons(with_name("a", "Ada Example"), with_name("b", "Ada B. Example")) ==
        "likely phone=+493012345678");
  CHECK(certainty(with_name("a", "Ada Example"), with_name("b", "")) == "possible");
  CHECK(certainty(with_name("a", "Ada Example"), with_name("b", "Bob Example")) == "none");
  CHECK(certainty(with_phone(ada, "+493012345678;ext=1"), with_phone(other_ada, "+493012345678;ext=2")) ==
        "none");
}

TEST_CASE("a switchboard proves nothing") {
  std::vector<Likeness> desks;
  for (const char* uid : {"a1", "a2"})
    desks.push_back(with_phone(likeness(uid, "Ada Example"), "+493012345678"));
  for (const char* name : {"Bob Holm", "Cleo Berg", "Dan Storm"})
    desks.push_back(with_phone(likeness(name, name), "+493012345678"));
  CHECK(found_among(desks).empty());
}

TEST_CASE("a name alone is no proof, however rare") {
  CHECK(certainty(ada, other_ada) == "none");
  CHECK(certainty(at(ada, "Example Ltd"), at(other_ada, "Another Ltd")) == "none");
  CHECK(certainty(at(ada, "Example Ltd"), other_ada) == "none");
  SECTION("nor is a name that is the organisation") {
    CHECK(by_name("Example Ltd", "Example Ltd") == "none");
    CHECK(certainty(at(ada, "Ada Example"), at(other_ada, "Ada Example")) == "none");
  }
  SECTION("nor one word of it with the organisation") { CHECK(by_name("Ada", "Ada Berg") == "none"); }
  SECTION("nor with the same birthday") {
    CHECK(certainty(born(ada, 1980, 4, 12), born(other_ada, 1980, 4, 12)) == "none");
  }
}

TEST_CASE("name and organisation, by order, accents, short forms and initials") {
  CHECK(by_name("Ada Berg", "Berg, Ada") == "likely");
  CHECK(by_name("Dr. Åsa Öberg", "asa oberg") == "likely");
  CHECK(by_name("Jörg Müller", "Joerg Mueller") == "likely");
  CHECK(by_name("Seán O’Brien", "Sean OBrien") == "likely");
  CHECK(by_name("Bob Holm", "Robert Holm") == "possible");
  CHECK(by_name("Bob Holm", "Rob Holm") == "possible");
  CHECK(by_name("A. Berg", "Ada Berg") == "possible");
  CHECK(by_name("Ada Berg", "Ada Marie Berg") == "possible");
  CHECK(by_name("Ada Berg", "Eda Berg") == "none");
  CHECK(by_name("Chris Berg", "Bob Berg") == "none");
  Likeness called = at(likeness("a", "Alexandra Berg"), "Example Ltd");
  called.nicknames.emplace_back("Sascha");
  CHECK(certainty(called, at(likeness("b", "Sascha Berg"), "Example Ltd")) == "possible");
  CHECK(certainty(in_book(at(ada, "EXAMPLE2 gmbh"), 1), in_book(at(other_ada, "Example2, Limited"), 2)) ==
        "likely");
  CHECK(certainty(at(ada, "Firm GmbH"), at(other_ada, "Firm GmbH")) == "possible");  // in one book
}

TEST_CASE("several proofs make it surer") {
  CHECK(certainty(with_phone(at(ada, "Firm"), "+4930123456"),
                  with_phone(at(other_ada, "Firm"), "+4930123456")) == "certain");
  const auto both = [](const char* uid, const char* name) {
    return with_phone(with_email(likeness(uid, name), "ada@example.org"), "+4930123456");
  };
  CHECK(certainty(both("a", "Ada Example"), both("b", "Countess of Lovelace")) == "likely");
}

TEST_CASE("birthdays raise and lower it") {
  const Likeness a = with_phone(ada, "+4930123456");
  const Likeness b = with_phone(other_ada, "+4930123456");
  CHECK(certainty(born(a, 1980, 4, 12), born(b, 1980, 4, 12)) == "certain");
  CHECK(certainty(born(a, {}, 4, 12), born(b, 1980, 4, 12)) == "likely");
  CHECK(reasons(born(a, 1980, 4, 12), born(b, 1981, 4, 12)) ==
        "possible phone=+4930123456 birthdays-differ=");
  CHECK(certainty(born(at(ada, "Firm"), 1980, 4, 12), born(at(other_ada, "Firm"), {}, 4, 13)) == "none");
}

TEST_CASE("who was said to be apart stays apart") {
  const std::vector<Likeness> people = {with_email(ada, "ada@example.org"),
                                        with_email(other_ada, "ada@example.org")};
  CHECK(found_among(people).size() == 1);
  CHECK(found_among(people, {{Uid("b"), Uid("a")}}).empty());
  CHECK(found_among(people, {{Uid("b"), Uid("gone")}}).size() == 1);
  SECTION("also behind a third card") {
    std::vector<Likeness> three = people;
    three.push_back(with_email(likeness("c", "Ada Example"), "ada@example.org"));
    const auto found = found_among(three, {{Uid("a"), Uid("b")}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].uids == std::vector<std::string>{"a", "c"});
  }
  SECTION("also with the cards of a person that were joined already") {
    Likeness joined = people[0];
    joined.uids.emplace_back("a2");
    CHECK(found_among({joined, people[1]}, {{Uid("a2"), Uid("b")}}).empty());
  }
}

TEST_CASE("a group holds no two whose names differ and who share nothing") {
  const auto colleague = [](const char* uid, const char* name) { return at(likeness(uid, name), "Firm"); };
  const auto found =
      found_among({colleague("1", "J. Smith"), colleague("2", "John Smith"), colleague("3", "Jane Smith")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].uids == std::vector<std::string>{"1", "2"});
  CHECK(found[0].certainty == Certainty::possible);
}

TEST_CASE("a group is as sure as its weakest link, and birthdays inside count") {
  const Likeness a = with_email(ada, "ada@example.org");
  const Likeness b = with_phone(with_email(other_ada, "ada@example.org"), "+4930123456");
  const Likeness c = with_phone(likeness("c", "Ada Example"), "+4930123456");
  const auto found = found_among({a, b, c});
  REQUIRE(found.size() == 1);
  CHECK(found[0].uids.size() == 3);
  CHECK(found[0].certainty == Certainty::likely);
  Likeness twin = with_email(likeness("d", "Ada Example"), "ada@example.org");
  const auto contradicting =
      found_among({born(a, 1980, 1, 1), with_email(other_ada, "ada@example.org"), born(twin, 1985, 2, 2)});
  REQUIRE(contradicting.size() == 1);
  CHECK(contradicting[0].certainty == Certainty::likely);
}

TEST_CASE("a person of several cards is compared with all they say") {
  Likeness joined = with_email(with_email(ada, "ada@example.org"), "ada@firm.example.org");
  joined.uids.emplace_back("a2");
  joined.names.emplace_back("A. Example");
  CHECK(certainty(joined, with_email(other_ada, "ada@firm.example.org")) == "certain");
  // The short name of a joined card fits many; the full one decides.
  CHECK(certainty(with_phone(joined, "+4930123456"),
                  with_phone(likeness("b", "Anna Example"), "+4930123456")) == "none");
}

TEST_CASE("nobody, one, and people without anything") {
  CHECK(found_among({}).empty());
  CHECK(found_among({ada}).empty());
  CHECK(found_among({likeness("a", ""), likeness("b", "")}).empty());
}
