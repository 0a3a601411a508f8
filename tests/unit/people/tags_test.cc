// Editing tags touches CATEGORIES and nothing else.
#include <catch2/catch.hpp>

#include "core/people/card.h"

using namespace goodturn;
using text::Document;
using Words = std::vector<std::string>;

namespace {

const std::string head = "BEGIN:VCARD\r\nVERSION:3.0\r\nfn:Ada\r\nNOTE:a\r\n  folded\r\n";
const std::string tail = "item1.X-ABLabel:x\r\nEND:VCARD\r\n";

std::string edit(const std::string& text, const Words& add, const Words& remove) {
  return people::edit_tags(Document::parse(text), add, remove);
}

Words tags(const std::string& text) { return people::read_card(Document::parse(text))->tags; }

}  // namespace

TEST_CASE("tags are added and removed and everything else stays byte-equal") {
  struct Row {
    const char* story;
    std::string before;
    Words add, remove;
    std::string after;
  };
  const Row rows[] = {
      {"first tag goes before END", "", {"mentor"}, {}, ""},
      {"appended, foreign values as written",
       "CATEGORIES:b,a\\,c, d\r\n",
       {"mentor"},
       {},
       "CATEGORIES:b,a\\,c, d,mentor\r\n"},
      {"several lines become one", "CATEGORIES:b\r\nCATEGORIES:c\r\n", {"a"}, {}, "CATEGORIES:b,c,a\r\n"},
      {"removed", "CATEGORIES:b,mentor,c\r\n", {}, {"mentor"}, "CATEGORIES:b,c\r\n"},
      {"removed in another language", "CATEGORIES:Mentorin,c\r\n", {}, {"mentor"}, "CATEGORIES:c\r\n"},
      {"the last one takes the line along",
       "CATEGORIES:mentor\r\nCATEGORIES:Mentorin\r\n",
       {},
       {"mentor"},
       ""},
      {"a comma is escaped", "CATEGORIES:b\r\n", {"a,b;c"}, {}, "CATEGORIES:b,a\\,b\\;c\r\n"},
      {"group and parameters stay",
       "item2.CATEGORIES;LANGUAGE=de:b\r\n",
       {"a"},
       {},
       "item2.CATEGORIES;LANGUAGE=de:b,a\r\n"},
      {"a free tag is removed blind to case",
       "CATEGORIES:Sailing,b\r\n",
       {},
       {"sailing"},
       "CATEGORIES:b\r\n"},
      {"kept when both asked for", "CATEGORIES:a\r\n", {"a", "b"}, {"a"}, "CATEGORIES:a,b\r\n"},
      {"a line break cannot leave the value",
       "CATEGORIES:a\r\n",
       {"x\r\nEND:VCARD"},
       {},
       "CATEGORIES:a,x\\nEND:VCARD\r\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.story);
    const std::string edited = edit(head + row.before + tail, row.add, row.remove);
    if (row.before.empty() && !row.add.empty())
      CHECK(edited == head + "item1.X-ABLabel:x\r\nCATEGORIES:mentor\r\nEND:VCARD\r\n");
    else
      CHECK(edited == head + row.after + tail);
  }
}

TEST_CASE("nothing to change: the very same text, several lines and all") {
  const std::string text = head + "CATEGORIES:Mentorin,b\r\nCATEGORIES:b\r\n" + tail;
  CHECK(edit(text, {"mentor", "B", "", "  "}, {"sponsor", "z"}) == text);
  CHECK(edit("no card", {"mentor"}, {}) == "no card");
}

TEST_CASE("a card without END, with another line ending or cut off takes a tag as well") {
  CHECK(edit("BEGIN:VCARD\nFN:x\n", {"a"}, {}) == "BEGIN:VCARD\nFN:x\nCATEGORIES:a\n");
  CHECK(tags(edit("BEGIN:VCARD\rFN:x\rEND:VCARD\r", {"a"}, {})) == Words{"a"});
  CHECK(tags(edit("BEGIN:VCARD\r\nFN:x\r", {"a"}, {})) == Words{"a"});
  CHECK(edit("BEGIN:VCARD\nFN:x\nBEGIN:VCARD\nFN:y\nEND:VCARD\n", {"a"}, {}) ==
        "BEGIN:VCARD\nFN:x\nCATEGORIES:a\nBEGIN:VCARD\nFN:y\nEND:VCARD\n");
}

TEST_CASE("an inner component without END does not take the tag") {
  CHECK(edit("BEGIN:VCARD\nFN:x\nAGENT:\nBEGIN:VCARD\nFN:y\n", {"a"}, {}) ==
        "BEGIN:VCARD\nFN:x\nCATEGORIES:a\nAGENT:\nBEGIN:VCARD\nFN:y\n");
  CHECK(edit("BEGIN:VCARD\nFN:x\nBEGIN:X\nEND:VCARD\n", {"a"}, {}) ==
        "BEGIN:VCARD\nFN:x\nCATEGORIES:a\nBEGIN:X\nEND:VCARD\n");
}

TEST_CASE("a long list is folded") {
  const std::string edited =
      edit(head + "CATEGORIES:" + std::string(70, 'b') + "\r\n" + tail, {"mentor"}, {});
  CHECK(edited.find("\r\n ") != std::string::npos);
  CHECK(tags(edited) == Words{std::string(70, 'b'), "mentor"});
}

TEST_CASE("vCard 2.1 is edited in place and not converted") {
  const auto card = [](const std::string& line) {
    return "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Example;Ada\r\n" + line + "END:VCARD\r\n";
  };
  CHECK(edit(card("CATEGORIES:b\r\n"), {"mentor"}, {}) == card("CATEGORIES:b,mentor\r\n"));
  const std::string quoted = "CATEGORIES;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:";
  CHECK(edit(card(""), {"f\xC3\xB6rderer"}, {}) == card(quoted + "f=C3=B6rderer\r\n"));
  CHECK(edit(card("CATEGORIES:b\r\n"), {"f\xC3\xB6rderer"}, {}) == card(quoted + "b,f=C3=B6rderer\r\n"));
  CHECK(edit(card(quoted + "=C3=A9t=C3=A9,\r\n"), {"a=b"}, {}) == card(quoted + "=C3=A9t=C3=A9,a=3Db\r\n"));
  const std::string narrow = "CATEGORIES;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:";
  CHECK(edit(card(narrow + "=E9t=E9\r\n"), {"caf\xC3\xA9"}, {}) == card(narrow + "=E9t=E9,caf=E9\r\n"));
  CHECK(tags(edit(card(narrow + "=E9t=E9\r\n"), {"\xCE\xB1"}, {})) == Words{"\xC3\xA9t\xC3\xA9", "\xCE\xB1"});
}

TEST_CASE("a Latin-1 card stays Latin-1") {
  const std::string before = head +
                             "CATEGORIES:B\xFC"
                             "cher\r\n" +
                             tail;
  const std::string after = edit(before, {"f\xC3\xB6rderer"}, {});
  CHECK(after == head +
                     "CATEGORIES:B\xFC"
                     "cher,f\xF6rderer\r\n" +
                     tail);
  CHECK(tags(after) == Words{"B\xC3\xBC"
                             "cher",
                             "f\xC3\xB6rderer"});
}

TEST_CASE("a header that only looks like quoted-printable does not make a tag swallow the next line") {
  const std::string looks = "CATEGORIES;CNCODING=QUOTED-PRINTABLE:";
  const auto card = [](const std::string& lines) {
    return "BEGIN:VCARD\r\n" + lines + "VERSION:2.1\r\nFN:Ada\r\nEND:VCARD\r\n";
  };
  const std::string after = edit(card(looks + "a,mentor\r\nCATEGORIES:b=\r\n"), {}, {"mentor"});
  CHECK(after == card("CATEGORIES:a,b=\r\n"));
  CHECK(tags(after) == Words{"a", "b="});
}
