#include "core/text/document.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using text::Document;

namespace {

Document card(const std::string& body) { return Document::parse("BEGIN:VCARD\r\n" + body + "END:VCARD\r\n"); }

text::Property property(const std::string& line) { return text::Line(line + "\r\n").property(); }

template <class Property>
concept gives_view = requires(Property&& one) {
  std::forward<Property>(one).parameter("X");
};

}  // namespace

TEST_CASE("a property is taken apart into group, name, parameters and raw value") {
  const text::Property tel = property("item1.Tel;type=HOME,\"voice,x\";PREF;X-a=^'q^'^n^^^z:+1;x\\,y");
  CHECK(tel.group == "item1");
  CHECK(tel.name == "TEL");
  REQUIRE(tel.parameters.size() == 3);
  CHECK(tel.parameters[0] == text::Parameter{"TYPE", {"HOME", "voice,x"}});
  CHECK(tel.parameters[1] == text::Parameter{"", {"PREF"}});
  CHECK(tel.parameters[2] == text::Parameter{"X-A", {"\"q\"\n^^z"}});
  CHECK(tel.value == "+1;x\\,y");
}

TEST_CASE("colons, semicolons and commas inside quotes belong to the parameter") {
  const text::Property adr = property("ADR;LABEL=\"1; a: b, c\";TYPE=home:;;x");
  CHECK(adr.parameter("LABEL") == "1; a: b, c");
  CHECK(adr.parameter("TYPE") == "home");
  CHECK(adr.parameter("NONE").empty());
  STATIC_REQUIRE(gives_view<const text::Property&>);
  STATIC_REQUIRE_FALSE(gives_view<text::Property>);  // it would be gone before the view is read
  CHECK(adr.value == ";;x");
}

TEST_CASE("a quote that is never closed does not swallow the value") {
  const text::Property note = property("NOTE;X=\"open:the text");
  CHECK(note.value == "the text");
  CHECK(note.parameter("X") == "\"open");
}

TEST_CASE("lines that are no content lines have no name and keep their text") {
  for (const char* line :
       {"", "just words", ":value", ";;:;", " FN:x", "F N:x", "FN;TYPE=x", "a.:x", "\xC3\xA9:x"}) {
    CAPTURE(line);
    CHECK(text::Line(line).name().empty());
    CHECK(text::Line(line).property().value == line);
  }
}

TEST_CASE("folds are joined wherever they fall") {
  CHECK(text::Line("F\r\n N:T\xC3\r\n \xA9"
                   "a\r\n\t b\r\n")
            .unfolded() ==
        "FN:T\xC3\xA9"
        "a b");
  CHECK(text::Line("F\r\n N:x\r\n").name() == "FN");
  CHECK(text::Line("NOTE:a\n  b\n").unfolded() == "NOTE:a b");
  CHECK(text::Line("NOTE:a\r b\r").unfolded() == "NOTE:ab");
  CHECK(text::Line("NOTE:a\r\r\n b\r\r\n").unfolded() == "NOTE:ab");
}

TEST_CASE("quoted-printable soft breaks are joined, base64 padding is not") {
  const Document soft =
      card("NOTE;ENCODING=QUOTED-PRINTABLE:a=\r\nb=\r\n c\r\nPHOTO;BASE64:AA==\r\nUID:u\r\n");
  CHECK(soft.first_value(soft.components()[0], "NOTE") == "ab c");
  CHECK(soft.first_value(soft.components()[0], "PHOTO") == "AA==");
  CHECK(text::uid_of(soft) == "u");
}

TEST_CASE("components nest, close what they hold and survive a missing END") {
  const Document document = Document::parse(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nUID:alarm\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:"
      "VCALENDAR\n"
      "END:NOTHING\nBEGIN:VCARD\nUID:c\nBEGIN:VCARD\nUID:d\n");
  REQUIRE(document.components().size() == 3);
  const text::Component& calendar = document.components()[0];
  REQUIRE(calendar.children.size() == 2);
  CHECK(calendar.end == 8);
  CHECK(calendar.children[0].end == 5);
  CHECK(calendar.children[0].children[0].name == "VALARM");
  CHECK(calendar.children[1].end == 8);
  CHECK(document.components()[1].end == 12);
  CHECK(document.components()[2].end == document.lines().size());
  CHECK(text::uid_of(document) == "a");
}

TEST_CASE("an edit touches its line only and keeps the document's line ending") {
  Document document = Document::parse("BEGIN:VCARD\nNOTE:old\n  text\nfn:Ada\nEND:VCARD");
  document.replace_line(1, "NOTE:new");
  CHECK(document.print() == "BEGIN:VCARD\nNOTE:new\nfn:Ada\nEND:VCARD");
  document.insert_line(3, "UID:1");
  CHECK(document.print() == "BEGIN:VCARD\nNOTE:new\nfn:Ada\nUID:1\nEND:VCARD");
  document.insert_line(5, "X:after");
  CHECK(document.print() == "BEGIN:VCARD\nNOTE:new\nfn:Ada\nUID:1\nEND:VCARD\nX:after\n");
  document.erase_line(1);
  CHECK(text::uid_of(document) == "1");
  CHECK(document.components()[0].end == 3);
}

TEST_CASE("long lines are folded at 75 octets and never inside a character") {
  Document document = card("FN:x\r\n");
  std::string name = "FN:";
  for (int i = 0; i < 100; ++i) name += i % 3 == 0 ? "\xF0\x9F\x98\x80" : "\xC3\xA9z";
  document.replace_line(1, name);
  CHECK(document.lines()[1].unfolded() == name);
  std::string_view raw = document.lines()[1].raw();
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = raw.find("\r\n", at);
    CHECK(end - at <= 75);
    CHECK((static_cast<unsigned char>(raw[at == 0 ? 0 : at + 1]) & 0xC0U) != 0x80U);
    at = end + 2;
  }
}

TEST_CASE("a line break in new content cannot smuggle in a line") {
  Document document = card("FN:x\r\n");
  document.replace_line(1, "FN:x\r\nEND:VCARD\nUID:evil");
  CHECK(document.lines().size() == 3);
  CHECK(document.lines()[1].unfolded() == "FN:x\\nEND:VCARD\\nUID:evil");
}

TEST_CASE("a fold between = and its digits is told from a soft break before a space") {
  const auto name_in = [](const std::string& lines) {
    const Document card = Document::parse(
        "BEGIN:VCARD\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + lines + "\r\nEND:VCARD\r\n");
    REQUIRE(card.lines().size() == 3);
    return text::decoded_text(card.lines()[1].property());
  };
  // As DAViCal folds.
  CHECK(name_in("=D8=B3 =D9=\r\n 85=D8=AB") == "\u0633 \u0645\u062B");
  CHECK(name_in("=D8=\r\n B3x") == "\u0633x");
  CHECK(name_in("ab=\r\n C3=B6") == "ab\u00F6");
  CHECK(name_in("=F0=9F=A6=\r\n 8A") == "\U0001F98A");
  CHECK(name_in("=D8=B\r\n 3=D9=\r\n 85") == "\u0633\u0645");
  // As quoted-printable itself breaks lines.
  CHECK(name_in("Room=\r\n 85") == "Room 85");
  CHECK(name_in("Rosi=\r\n Beate") == "Rosi Beate");
  CHECK(name_in("=C3=B6=\r\n 85") == "\u00F6 85");
  CHECK(name_in("=D8=\r\n=B3") == "\u0633");
  CHECK(name_in("Ca=\r\n C3 x") == "Ca C3 x");
}

TEST_CASE("a new line takes no white space that stands behind a blank line as its fold") {
  const std::string stray = "\r\n stray\r\n";
  Document document = Document::parse("BEGIN:VCARD\r\n" + stray + "END:VCARD\r\n");
  document.insert_line(2, "NOTE:new");
  CHECK(document.print() == "BEGIN:VCARD\r\nNOTE:new\r\n" + stray + "END:VCARD\r\n");
  const std::string dangling = "\r\n ;ENCODING=QUOTED-PRINTABLE:=\r\n";
  document = Document::parse("BEGIN:VCARD\r\n" + dangling + "END:VCARD\r\n");
  document.insert_line(3, "NOTE:new");
  CHECK(document.print() == "BEGIN:VCARD\r\nNOTE:new\r\n" + dangling + "END:VCARD\r\n");
}

TEST_CASE("a new line is not swallowed by a dangling soft break nor by a cut-off line") {
  Document dangling = card("NOTE;QUOTED-PRINTABLE:a=\r\n");
  dangling.insert_line(2, "UID:1");
  CHECK(Document::parse(dangling.print()).lines().size() == 4);
  CHECK(text::uid_of(Document::parse(dangling.print())) == "1");
  Document cut = Document::parse("BEGIN:VCARD\r\nFN:x\r");
  cut.insert_line(2, "UID:1");
  CHECK(cut.print() == "BEGIN:VCARD\r\nFN:x\r\nUID:1\r\n");
}

TEST_CASE("TEXT escapes are undone and redone") {
  const std::string plain = "a,b;c\\d\ne";
  CHECK(text::escape_text(plain) == "a\\,b\\;c\\\\d\\ne");
  CHECK(text::unescape_text(text::escape_text(plain)) == plain);
  CHECK(text::escape_text("a\r\nb\rc") == "a\\nb\\nc");
  CHECK(text::unescape_text("x\\Ny\\:z\\q\\") == "x\ny:z\\q\\");
  CHECK(text::split_escaped("a\\,b,,c\\\\,d", ',') == std::vector<std::string>{"a\\,b", "", "c\\\\", "d"});
  CHECK(text::split_escaped("", ',') == std::vector<std::string>{""});
}

TEST_CASE("values become UTF-8 whatever they were written in") {
  CHECK(
      text::decoded_text(property("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller=0D=0Ax\\,y")) ==
      "M\xC3\xBCller\nx,y");
  CHECK(text::decoded_text(property("NOTE;QUOTED-PRINTABLE:=C3=BC=zz=")) == "\xC3\xBC=zz=");
  CHECK(text::decoded_text(property("NOTE:\x80 \xFC")) == "\xE2\x82\xAC \xC3\xBC");
  CHECK(text::decoded_text(property("NOTE;ENCODING=b:QcOp")) == "A\xC3\xA9");
  CHECK(text::decoded_text(property("NOTE:\xED\xA0\x80")) != "\xED\xA0\x80");
}
