#include "adapters/dav/multistatus.h"

#include <catch2/catch.hpp>

#include "adapters/dav/bodies.h"
#include "adapters/dav/offered_collection.h"

using namespace goodturn;
using namespace goodturn::dav;

namespace {

const auto source = *http::parse_url("http://127.0.0.1/dav/");

struct Seen {
  std::vector<std::string> lines;
  std::string token;
  Result<void> outcome;
};

/// href|status|etag|text of each response, the body fed in pieces of `size`.
Seen read(const std::string& body, std::size_t size, ReadLimits limits = {}) {
  Seen seen;
  MultistatusReader reader(
      source,
      [&](const ResponseElement& element) -> Result<void> {
        seen.lines.push_back(element.href() + "|" + std::to_string(element.status()) + "|" +
                             element.property({ns::dav, "getetag"}).trimmed_text() + "|" +
                             element.property(text_property(Kind::cards)).text());
        return {};
      },
      limits);
  for (std::size_t at = 0; seen.outcome && at < body.size(); at += size)
    seen.outcome = reader.feed(std::string_view(body).substr(at, size));
  if (seen.outcome) seen.outcome = reader.finish();
  seen.token = reader.sync_token();
  return seen;
}

const std::string every_form =
    "\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\n<!-- a > b </multistatus> -->\n"
    "<multistatus xmlns='DAV:' xmlns:C=\"urn:ietf:params:xml:ns:carddav\">\n"
    "<response><href> /a </href><propstat><prop><getetag>\"1\"</getetag>"
    "<C:address-data><![CDATA[BEGIN\r\n</response> ]] > x\r\nEND]]></C:address-data></prop>"
    "<status>HTTP/1.1 200 OK</status></propstat>"
    "<propstat><prop><x/></prop><status>HTTP/1.1 404 Not Found</status></propstat></response>"
    "<d:response xmlns:d='DAV:'><d:href>/b</d:href><d:propstat><d:prop><d:getetag>W/\"2\"</d:getetag>"
    "<ab:address-data xmlns:ab='urn:ietf:params:xml:ns:carddav' note='>'>A &amp; B&#13;\nC "
    "&lt;&#xe9;</ab:address-data>"
    "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
    "<response><href>/c</href><status>HTTP/1.1 404 Not Found</status></response>"
    "<response><href>/d</href><propstat><prop><getetag>\"4\"</getetag></prop><status>HTTP/1.1 404 "
    "No</status></propstat>"
    "</response><sync-token>data:,7</sync-token></multistatus>\n";

}  // namespace

TEST_CASE("a multistatus reads the same in pieces of every size") {
  const std::vector<std::string> wanted{"/a|0|\"1\"|BEGIN\r\n</response> ]] > x\r\nEND",
                                        "/b|0|W/\"2\"|A & B\r\nC <\xc3\xa9", "/c|404||", "/d|0||"};
  for (std::size_t size = 1; size <= every_form.size(); ++size) {
    const Seen seen = read(every_form, size);
    INFO(size);
    REQUIRE(seen.outcome.has_value());
    REQUIRE(seen.lines == wanted);
    REQUIRE(seen.token == "data:,7");
  }
}

TEST_CASE("an element that is too long keeps only its name, in pieces of any size") {
  const std::string body = "<D:multistatus xmlns:D='DAV:'><D:response><D:href>/big</D:href><D:x><![CDATA[" +
                           std::string(50'000, 'x') +
                           "]]></D:x></D:response><D:response><D:href>/small</D:href>"
                           "</D:response></D:multistatus>";
  ReadLimits limits;
  limits.response = 20'000;
  for (const std::size_t size : {1000u, 4096u, 7777u})
    CHECK(read(body, size, limits).lines == std::vector<std::string>{"/big|0||", "/small|0||"});
}

TEST_CASE("names are looked up among few declarations, however many an answer has") {
  const std::string end = "</D:multistatus>";
  const auto declared = [](std::size_t count) {
    std::string all;
    for (std::size_t at = 0; at < count; ++at) all += " xmlns:n" + std::to_string(at) + "='urn:n'";
    return all;
  };
  const auto start = [&](std::size_t count) {
    return "<D:multistatus" + declared(count) + " xmlns:D='DAV:'>";
  };
  const std::string one = "<D:response><D:href>/a</D:href></D:response>";
  CHECK(read(start(255) + one + one + end, 99).lines.size() == 2);
  CHECK(read(start(256) + one + end, 99).outcome.error().kind == ErrorKind::protocol);
  // Those of one element are forgotten behind it, and those around it count.
  const std::string wide = "<D:response" + declared(200) + "><D:href/></D:response>";
  CHECK(read(start(20) + wide + wide + end, 99).lines.size() == 2);
  const std::string inner = "<D:response" + declared(200) + "><D:x" + declared(100) + "/></D:response>";
  for (const std::size_t size : {7u, 100'000u})
    CHECK_FALSE(read(start(1) + inner + end, size).outcome.has_value());
}

TEST_CASE("limits and malformed answers are errors") {
  const std::string start = "<D:multistatus xmlns:D='DAV:'>";
  ReadLimits two;
  two.responses = 2;
  const std::string one = "<D:response><D:href>/a</D:href></D:response>";
  CHECK(read(start + one + one + "</D:multistatus>", 9, two).outcome.has_value());
  CHECK_FALSE(read(start + one + one + one + "</D:multistatus>", 9, two).outcome.has_value());
  for (const std::string& wrong :
       {std::string(), std::string("hello"), std::string("{}"), std::string("<multistatus/>"),
        std::string("<multistatus xmlns='other'></multistatus>"), start, start + "</D:multistatus><x/>",
        start + "<D:response></D:other></D:multistatus>", start + "</D:multistatus></D:multistatus>",
        std::string("<?xml version='1.0' encoding='utf-16'?><multistatus xmlns='DAV:'/>")})
    CHECK_FALSE(read(wrong, 7).outcome.has_value());
}

TEST_CASE("collections are described with kind, colour, rights and components") {
  const std::string body =
      "<D:multistatus xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav' "
      "xmlns:I='http://apple.com/ns/ical/'>"
      "<D:response><D:href>/c/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/><C:calendar/></"
      "D:resourcetype>"
      "<D:displayname>&#xc4;b &amp; co</D:displayname><I:calendar-color>#FF8800FF</I:calendar-color>"
      "<C:supported-calendar-component-set><C:comp name='VEVENT'/><C:comp "
      "name='VJOURNAL'/></C:supported-calendar-component-set>"
      "<D:current-user-privilege-set><D:privilege><D:read/></D:privilege></D:current-user-privilege-set></"
      "D:prop>"
      "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>";
  std::optional<sync::Collection> offered;
  MultistatusReader reader(source, [&](const ResponseElement& element) -> Result<void> {
    offered = offered_collection(element, "http://127.0.0.1/c/");
    return {};
  });
  REQUIRE(reader.feed(body));
  REQUIRE(offered.has_value());
  CHECK(offered->name ==
        "\xc3\x84"
        "b & co");
  CHECK(offered->color == "#ff8800");
  CHECK(offered->read_only);
  CHECK(offered->holds == sync::Components{false, true, false, true});
}

TEST_CASE("a character written as the numbers of its two halves is one character") {
  const auto text_of = [](const std::string& written) {
    const std::string body =
        "<d:multistatus xmlns:d='DAV:' "
        "xmlns:c='urn:ietf:params:xml:ns:carddav'><d:response><d:href>/a</d:href>"
        "<d:propstat><d:prop><c:address-data>" +
        written + "</c:address-data></d:prop></d:propstat></d:response></d:multistatus>";
    const Seen seen = read(body, body.size());
    REQUIRE(seen.outcome);
    return seen.lines.at(0).substr(std::string("/a|0||").size());
  };
  CHECK(text_of("FN:Anna &#55356;&#57218; Berg&#xD83E;&#xDD8A;") == "FN:Anna \U0001F382 Berg\U0001F98A");
  CHECK(text_of("&#65536;&#55296;&#56320;&#56319;&#57343;&#xE000;&#xD7FF;&#253;") ==
        "\U00010000\U00010000\U0010FFFF\uE000\uD7FF\u00FD");
  CHECK(text_of("\U0001F382 as it is") == "\U0001F382 as it is");
  // Halves alone, or the wrong way round, mean nothing; their bytes stay.
  CHECK(text_of("a&#55356;b") ==
        "a\xED\xA0\xBC"
        "b");
  CHECK(text_of("&#57218;&#55356;") == "\xED\xBE\x82\xED\xA0\xBC");
  CHECK(text_of("<![CDATA[&#55356;&#57218;]]>") == "&#55356;&#57218;");
}
