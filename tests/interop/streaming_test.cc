// Long lists are passed on while they arrive: how much memory that takes, with the server of the test in it.
#include <catch2/catch.hpp>

#include "tests/interop/account.h"
#include "tests/support/peak_memory.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

/// A list of so many items and what it may take at the highest.
struct Size {
  int items;
  std::size_t most;
};

constexpr int page_size = 20'000;
const std::string text(1000, 'x');

std::string member(bool cards, int number) {
  const std::string name = "/dav/c/" + std::to_string(number);
  if (cards) return card_response(name + ".vcf", "\"1\"", text);
  return "<D:response><D:href>" + name + ".ics</D:href><D:propstat><D:prop><D:getetag>\"1\"</D:getetag>" +
         "<C:calendar-data xmlns:C=\"urn:ietf:params:xml:ns:caldav\">" + text +
         "</C:calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
}

/// A collection of that many items in pages. Of cards it offers both versions, so that every text waits for
/// the stored ones.
auto answering(bool cards, int all) {
  return [cards, all](const Asked& asked, const Writer& write) {
    if (asked.method == "PROPFIND")
      return void(write(
          multistatus("<D:response><D:href>/dav/c/</D:href><D:propstat><D:prop><K:supported-address-data>"
                      "<K:address-data-type content-type=\"text/vcard\" "
                      "version=\"4.0\"/></K:supported-address-data></D:prop>"
                      "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>")));
    if (asked.body.find("addressbook-query") != std::string::npos) return void(write(multistatus("")));
    const auto token = asked.body.find("<D:sync-token>") + 14;
    const int first = asked.body[token] == '<' ? 0 : std::stoi(asked.body.substr(token));
    const int last = std::min(all, first + page_size);
    write(
        "HTTP/1.1 207 X\r\nConnection: close\r\n\r\n<D:multistatus xmlns:D=\"DAV:\" "
        "xmlns:K=\"urn:ietf:params:xml:ns:carddav\">");
    for (int i = first; i < last; ++i) write(member(cards, i));
    if (last < all)
      write("<D:response><D:href>/dav/c/</D:href><D:status>HTTP/1.1 507 X</D:status></D:response>");
    write("<D:sync-token>" + std::to_string(last) + "</D:sync-token></D:multistatus>");
  };
}

void stream(bool cards, const Size& size) {
  INFO(size.items << (cards ? " cards" : " events"));
  const ScriptedServer server(answering(cards, size.items));
  auto source = source_for(server.origin());
  sync::Collection where;
  where.url = server.origin() + "/dav/c/";
  (cards ? where.holds.cards : where.holds.events) = true;
  const auto collection = *source.open(where);
  int taken = 0;
  Result<sync::Listing> listing;
  const std::size_t peak = peak_memory_of([&] {
    listing = collection->changes({}, [&](sync::RemoteItem item) -> Result<void> {
      taken += item.text.size() == text.size() ? 1 : 0;
      return {};
    });
  });
  INFO((listing ? "" : describe(listing.error())));
  REQUIRE(listing.has_value());
  CHECK(taken == size.items);
  CHECK(listing->members.size() == static_cast<std::size_t>(size.items));
  CHECK(listing->complete);
  CHECK(peak > 0);
  CHECK(peak < size.most * mib + kept_by_sanitizer);
}

}  // namespace

TEST_CASE(
    "100,000 items of a kilobyte are passed on while they arrive, in pages, also where they must wait") {
  // The first one takes what the rest of this program once took and gave back.
  for (const Size size : {Size{10'000, 40}, Size{100'000, 120}})
    for (const bool cards : {true, false}) stream(cards, size);
}
