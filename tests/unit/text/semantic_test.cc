// Which rewrites are the same item, and which are not: one row per server habit.
#include <catch2/catch.hpp>

#include "core/text/document.h"

using namespace goodturn;
using text::Document;

namespace {

struct Pair {
  const char* habit;
  std::string left;
  std::string right;
};

Document in(const std::string& component, const std::string& body) {
  return Document::parse("BEGIN:" + component + "\r\n" + body + "\r\nEND:" + component + "\r\n");
}

}  // namespace

TEST_CASE("what servers rewrite is still the same item") {
  const std::vector<Pair> pairs = {
      {"names are blind to case", "fn:Ada", "FN:Ada"},
      {"SOGo: groups in upper case", "item1.TEL:1\r\nitem1.X-ABLabel:x", "ITEM1.TEL:1\r\nITEM1.X-ABLABEL:x"},
      {"Radicale: parameters sorted", "TEL;X-B=1;X-A=2:1", "TEL;X-A=2;X-B=1:1"},
      {"Cyrus: TYPE split", "TEL;TYPE=\"home,voice\":1", "TEL;TYPE=home;TYPE=voice:1"},
      {"Radicale: TYPE merged", "TEL;TYPE=voice;TYPE=home:1", "TEL;TYPE=HOME,VOICE:1"},
      {"2.1: bare types", "TEL;HOME;VOICE:1", "TEL;TYPE=voice,home:1"},
      {"Thunderbird: quotes dropped", "NOTE;AUTHOR-NAME=\"John\":x", "NOTE;AUTHOR-NAME=John:x"},
      {"RFC 6868 or plain", "NOTE;X=\"a^^b\":x", "NOTE;X=a^^b:x"},
      {"order of lines", "FN:Ada\r\nNOTE:x\r\nNOTE:y", "NOTE:y\r\nNOTE:x\r\nFN:Ada"},
      {"folded elsewhere", "NOTE:one two", "NOTE:on\r\n e tw\r\n\to"},
      {"line endings and blank lines", "FN:Ada\r\nUID:1", "FN:Ada\n\nUID:1\n\n"},
      {"volatile lines", "FN:Ada", "FN:Ada\r\nREV:2026\r\nPRODID:x\r\nX-RADICALE-NAME:y"},
      {"Cyrus: CATEGORIES split", "CATEGORIES:b,a\\,c", "CATEGORIES:a\\,c\r\nCATEGORIES:b"},
      {"SOGo: N cut", "N:Example;Ada;;;", "N:Example;Ada"},
      {"SOGo: CLASS:PUBLIC added", "FN:Ada", "FN:Ada\r\nCLASS:PUBLIC"},
      {"Cyrus: control characters out of FN",
       "FN:A\x0B"
       "da",
       "FN:Ada"},
      {"xandikos: rule parts reordered", "RRULE:FREQ=WEEKLY;BYDAY=MO", "RRULE:BYDAY=MO;FREQ=WEEKLY"},
      {"escapes of a single text", "NOTE:a\\,b\\;c\\Nd", "NOTE:a,b;c\\nd"},
      {"enumerated values", "ATTENDEE;PARTSTAT=accepted:mailto:x", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:x"},
      {"Outlook: base64 indented", "PHOTO;ENCODING=BASE64:AB\r\n   CD", "PHOTO;BASE64:ABCD"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.habit);
    const Document left = in("VCARD", pair.left);
    const Document right = in("VCARD", pair.right);
    CHECK(text::semantically_equal(left, right));
    CHECK(text::content_hash(left) == text::content_hash(right));
  }
}

TEST_CASE("what a person would notice is another item") {
  const std::vector<Pair> pairs = {
      {"value", "FN:Ada", "FN:Bob"},
      {"case of a value", "FN:Ada", "FN:ADA"},
      {"one line more", "NOTE:x", "NOTE:x\r\nNOTE:x"},
      {"a line gone", "FN:Ada\r\nNOTE:x", "FN:Ada"},
      {"type", "TEL;TYPE=home:1", "TEL;TYPE=work:1"},
      {"parameter value", "X-A;B=c:1", "X-A;B=d:1"},
      {"group", "item1.TEL:1\r\nitem1.X-ABLABEL:x\r\nitem2.TEL:2",
       "item1.TEL:1\r\nitem2.X-ABLABEL:x\r\nitem2.TEL:2"},
      {"escapes inside a list", "NICKNAME:a\\,b", "NICKNAME:a,b"},
      {"a category", "CATEGORIES:a,b", "CATEGORIES:a"},
      {"privacy", "CLASS:PRIVATE", "FN:Ada"},
      {"unparseable text", "what is this", "what was this"},
      {"component names", "TEL:1", "BEGIN:X\r\nTEL:1\r\nEND:X"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.habit);
    const Document left = in("VCARD", pair.left);
    const Document right = in("VCARD", pair.right);
    CHECK_FALSE(text::semantically_equal(left, right));
    CHECK(text::content_hash(left) != text::content_hash(right));
  }
}

TEST_CASE("an added VTIMEZONE and DTSTAMP, reordered events and a missing END change nothing") {
  const Document ours = Document::parse(
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\n"
      "RECURRENCE-ID:20260105\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  const Document theirs = Document::parse(
      "BEGIN:VCALENDAR\nPRODID:x\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Z\nEND:VTIMEZONE\nBEGIN:VEVENT\n"
      "DTSTAMP:20260101T000000Z\nRECURRENCE-ID:20260105\nUID:b\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nEND:"
      "VEVENT\n");
  CHECK(text::semantically_equal(ours, theirs));
  CHECK(text::content_hash(ours) == text::content_hash(theirs));
}
