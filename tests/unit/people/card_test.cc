#include "core/people/card.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using people::PartialDate;

namespace {

people::Card read(const std::string& body, const std::string& version = "4.0") {
  const auto card = people::read_card(
      text::Document::parse("BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + body + "\r\nEND:VCARD\r\n"));
  REQUIRE(card);
  return *card;
}

}  // namespace

TEST_CASE("whom a card names as related, and whom the person reports to") {
  const people::Card card = read(
      "UID:1\r\nFN:Ada\r\nRELATED;TYPE=colleague:urn:uuid:2\r\nRELATED;VALUE=text;TYPE=friend:Bob\r\n"
      "RELATED;TYPE=me:urn:uuid:1\r\nRELATED:urn:uuid:2\r\nX-GOODTURN-RELATED;TYPE=met:3\r\n"
      "X-MANAGERSNAME;UID=\"4\":Bob Boss");
  CHECK(card.related == std::vector{Uid("urn:uuid:2"), Uid("3")});
  CHECK(card.superior == Uid("4"));
}

TEST_CASE("a card becomes a person") {
  const people::Card card = read(
      "UID:urn:uuid:1\r\nFN:Ada Example\r\nEMAIL;PREF=1:Ada@Example.org\r\nEMAIL:ada@example.org\r\n"
      "EMAIL:mailto:second@example.org\r\nTEL;VALUE=uri:tel:+1-555-0100\r\nORG:Example\\, "
      "Ltd;R\\;D;;North\r\n"
      "TITLE:VP\\, Research\r\nCATEGORIES:friends,Mentor,a\\,b\r\nCATEGORIES:friends,F\xC3\x96RDERER\r\n"
      "NICKNAME:Countess\\, "
      "the,Addie\r\nNICKNAME:Addie\r\nBDAY:--0412\r\nANNIVERSARY:20100612\r\nNOTE:first\\nline\r\nNOTE:"
      "second");
  CHECK(card.uid.value == "urn:uuid:1");
  CHECK(card.name == "Ada Example");
  CHECK(card.emails == std::vector<std::string>{"ada@example.org", "second@example.org"});
  CHECK(card.phones == std::vector<std::string>{"+1-555-0100"});
  CHECK(card.organisation == "Example, Ltd");
  CHECK(card.unit == "R;D / North");
  CHECK(card.title == "VP, Research");
  CHECK(card.tags == std::vector<std::string>{"friends", "Mentor", "a,b", "F\xC3\x96RDERER"});
  CHECK(card.roles == std::vector<Role>{Role::mentor, Role::sponsor});
  CHECK(card.birthday == PartialDate{std::nullopt, 4, 12});
  CHECK(card.anniversary == PartialDate{2010, 6, 12});
  CHECK(card.notes == std::vector<std::string>{"first\nline", "second"});
  CHECK_FALSE(card.is_group);
  CHECK(card.nicknames == std::vector<std::string>{"Countess, the", "Addie"});
}

TEST_CASE("the name falls back from FN to N to ORG to the first address") {
  CHECK(read("FN:\r\nN:Example;Ada;;;").name == "Ada Example");
  CHECK(read("N:Example").name == "Example");
  CHECK(read("N:;;;;\r\nORG:Example Ltd").name == "Example Ltd");
  CHECK(read("EMAIL:X@example.org").name == "x@example.org");
  CHECK(read("NOTE:nobody").name.empty());
}

TEST_CASE("what is no card is no person, and a group says so") {
  CHECK_FALSE(people::read_card(text::Document::parse("<html></html>")));
  CHECK(read("KIND:group").is_group);
  CHECK(read("X-ADDRESSBOOKSERVER-KIND:Group").is_group);
  CHECK_FALSE(read("KIND:individual").is_group);
}

TEST_CASE("a birthday is the date as written, in every time zone") {
  struct Row {
    const char* line;
    std::optional<PartialDate> date;
  };
  const Row rows[] = {
      {"BDAY:19850412", PartialDate{1985, 4, 12}},
      {"BDAY:1985-04-12", PartialDate{1985, 4, 12}},
      {"BDAY;VALUE=date:1985-04-12", PartialDate{1985, 4, 12}},
      {"NICKNAME:Countess\\, the,Addie\r\nNICKNAME:Addie\r\nBDAY:--0412", PartialDate{std::nullopt, 4, 12}},
      {"BDAY:--04-12", PartialDate{std::nullopt, 4, 12}},
      {"BDAY:--0229", PartialDate{std::nullopt, 2, 29}},
      {"BDAY:1985-12-31T23:30:00-1100", PartialDate{1985, 12, 31}},
      {"BDAY:19850101T000000Z", PartialDate{1985, 1, 1}},
      {"BDAY:1985-01-01 00:00:00", PartialDate{1985, 1, 1}},
      {"BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", PartialDate{std::nullopt, 2, 29}},
      {"BDAY;X-APPLE-OMIT-YEAR=1900:1900-02-28", PartialDate{std::nullopt, 2, 28}},
      {"BDAY:1604-04-12", PartialDate{std::nullopt, 4, 12}},
      {"BDAY:0000-04-12", PartialDate{std::nullopt, 4, 12}},
      {"BDAY:nonsense\r\nBDAY:1985-04-12", PartialDate{1985, 4, 12}},
      {"BDAY:1985-02-29", std::nullopt},
      {"BDAY:1985-13-01", std::nullopt},
      {"BDAY:1985-04", std::nullopt},
      {"BDAY:---12", std::nullopt},
      {"BDAY:1985", std::nullopt},
      {"BDAY;VALUE=text:circa 1800", std::nullopt},
      {"BDAY:", std::nullopt},
      {"BDAY:12/04/1985", std::nullopt},
      {"BDAY:-985-04-12", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(read(row.line).birthday == row.date);
  }
}

TEST_CASE("anniversaries are found under the names that programs give them") {
  const PartialDate wedding{2010, 6, 12};
  for (const char* lines : {"ANNIVERSARY:20100612", "X-ANNIVERSARY:2010-06-12",
                            "X-EVOLUTION-ANNIVERSARY:2010-06-12", "X-KADDRESSBOOK-X-Anniversary:20100612",
                            "item1.X-ABDATE:2010-06-12\r\nITEM1.X-ABLabel:_$!<Anniversary>!$_"}) {
    CAPTURE(lines);
    CHECK(read(lines).anniversary == wedding);
  }
  CHECK_FALSE(read("item1.X-ABDATE:2010-06-12\r\nitem1.X-ABLabel:graduation").anniversary);
}

TEST_CASE("role words are known in every shipped language, blind to case and to how accents are written") {
  for (const RoleWord& entry : role_words) CHECK(people::role_of(entry.word) == entry.role);
  CHECK(people::role_of(" MENTORIN ") == Role::mentor);
  CHECK(people::role_of("FO\xCC\x88rderer") == Role::sponsor);
  CHECK(people::role_of("ALLI\xC3\x89") == Role::ally);
  CHECK(people::role_of("Sounding Board") == Role::sounding_board);
  CHECK_FALSE(people::role_of("mentors"));
  CHECK_FALSE(people::role_of(""));
}
