// Lists in pages while others write, and the question which cards a server converts: what a server out of
// order says must not be taken for an answer.
#include <catch2/catch.hpp>

#include "tests/interop/account.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

const std::string folder = "/dav/c/";
const std::string more =
    "<D:response><D:href>/dav/c/</D:href><D:status>HTTP/1.1 507 X</D:status></D:response>";
const std::string both_versions =
    "<D:response><D:href>/dav/c/</D:href><D:propstat><D:prop><K:supported-address-data>"
    "<K:address-data-type content-type=\"text/vcard\" version=\"4.0\"/></K:supported-address-data></D:prop>"
    "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";

std::string gone(const std::string& name) {
  return "<D:response><D:href>/dav/c/" + name + "</D:href><D:status>HTTP/1.1 404 X</D:status></D:response>";
}

Result<std::unique_ptr<RemoteCollection>> open_book(dav::DavSource& source, const ScriptedServer& server) {
  sync::Collection book;
  book.url = server.origin() + folder;
  book.holds.cards = true;
  return source.open(book);
}

/// What the server says has changed, and how many texts were taken from it.
std::pair<Result<sync::Listing>, int> changes_since(const ScriptedServer& server, const std::string& token) {
  auto source = source_for(server.origin());
  const auto book = open_book(source, server);
  REQUIRE(book.has_value());
  int taken = 0;
  auto listing = (*book)->changes(SyncToken(token), [&](sync::RemoteItem) -> Result<void> {
    ++taken;
    return {};
  });
  return {std::move(listing), taken};
}

}  // namespace

TEST_CASE("of a list in pages the last word about a member counts") {
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (asked.method == "PROPFIND") return void(write(multistatus("")));
    if (asked.body.find("<D:sync-token>1<") != std::string::npos)
      return void(write(multistatus(card_response("/dav/c/a.vcf", "\"a1\"", "old") +
                                        card_response("/dav/c/b.vcf", "\"b1\"", "old") + gone("c.vcf") + more,
                                    "2")));
    write(multistatus(card_response("/dav/c/a.vcf", "\"a2\"", "new") + gone("b.vcf") +
                          card_response("/dav/c/c.vcf", "\"c2\"", "new"),
                      "3"));
  });
  auto source = source_for(server.origin());
  const auto book = open_book(source, server);
  REQUIRE(book.has_value());
  std::map<std::string, std::string> texts;
  const auto listing = (*book)->changes(SyncToken("1"), [&](sync::RemoteItem item) -> Result<void> {
    texts[item.href.value] = item.text;
    return {};
  });
  REQUIRE(listing.has_value());
  REQUIRE(listing->members.size() == 2);
  CHECK(listing->members[0].href.value == folder + "a.vcf");
  CHECK(listing->members[0].etag.value == "\"a2\"");
  CHECK(listing->members[1].href.value == folder + "c.vcf");
  REQUIRE(listing->removed.size() == 1);
  CHECK(listing->removed[0].value == folder + "b.vcf");
  CHECK(texts[folder + "a.vcf"] == "new");
  CHECK(listing->token.value == "3");
}

TEST_CASE(
    "a server that cannot say now which cards it converts is asked again, and no text is taken from it") {
  const std::string first = GENERATE("", "1");
  const std::string out_of_order = "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";
  const std::string answer_of_propfind = GENERATE_COPY(multistatus(both_versions), out_of_order);
  const std::string answer_of_query = GENERATE_COPY(multistatus(more), out_of_order);
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (asked.method == "PROPFIND") return void(write(answer_of_propfind));
    if (asked.body.find("addressbook-query") != std::string::npos) return void(write(answer_of_query));
    write(multistatus(
        card_response("/dav/c/a.vcf", "\"a1\"", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a\r\nEND:VCARD\r\n"),
        "2"));
  });
  const auto [listing, taken] = changes_since(server, first);
  CHECK_FALSE(listing.has_value());
  CHECK(taken == 0);
}

TEST_CASE("a server that does not know such questions converts nothing") {
  const std::string unknown = "HTTP/1.1 403 X\r\nContent-Length: 0\r\n\r\n";
  const std::string answer_of_propfind = GENERATE_COPY(multistatus(both_versions), unknown);
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (asked.method == "PROPFIND") return void(write(answer_of_propfind));
    if (asked.body.find("addressbook-query") != std::string::npos) return void(write(unknown));
    write(multistatus(
        card_response("/dav/c/a.vcf", "\"a1\"", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a\r\nEND:VCARD\r\n"),
        "2"));
  });
  const auto [listing, taken] = changes_since(server, GENERATE("", "1"));
  REQUIRE(listing.has_value());
  CHECK(taken == 1);
}
