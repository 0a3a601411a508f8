#include "tests/interop/account.h"

#include <stdexcept>

namespace goodturn::tests {

http::Settings quick_settings() {
  http::Settings settings;
  settings.sleeper = [](std::chrono::milliseconds) {};
  return settings;
}

dav::DavSource source_for(const std::string& address, const std::string& password) {
  return dav::DavSource(quick_settings(), address, "alice", password, [] { return false; });
}

void make_collections(const ServerProcess& server) {
  const bool has_none = server.name() == "radicale" || server.name() == "davical";
  if (!has_none) return;
  auto source = source_for(server.url());
  if (const auto made = source.create_collection("Calendar", {false, true, true, true}); !made)
    throw std::runtime_error(describe(made.error()));
  const auto root = http::parse_url(server.url());
  http::Client client(*root, {"alice", "secret"}, quick_settings(), {});
  http::Request request;
  request.method = "MKCOL";
  request.url = *root;
  request.url.path = server.name() == "radicale" ? "/alice/contacts/" : "/caldav.php/alice/contacts/";
  request.body =
      "<D:mkcol xmlns:D='DAV:' xmlns:K='urn:ietf:params:xml:ns:carddav'><D:set><D:prop><D:resourcetype>"
      "<D:collection/><K:addressbook/></D:resourcetype><D:displayname>Contacts</D:displayname></D:prop></"
      "D:set>"
      "</D:mkcol>";
  request.headers = {{"Content-Type", "application/xml; charset=utf-8"}};
  const auto response = client.send(std::move(request));
  if (!response || response->status != 201) throw std::runtime_error("no address book could be made");
}

sync::Collection find_collection(const sync::Discovered& found, bool cards) {
  for (const auto& collection : found.collections)
    if (cards ? collection.holds.cards : collection.holds.events) return collection;
  throw std::runtime_error("no such collection");
}

std::string card(const std::string& uid, const std::string& name, const std::string& version) {
  return "BEGIN:VCARD\r\nVERSION:" + version + "\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name +
         ";;;;\r\nEMAIL:" + uid + "@example.org\r\nEND:VCARD\r\n";
}

std::string event(const std::string& uid, const std::string& title) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Goodturn//Test//EN\r\nBEGIN:VEVENT\r\nUID:" + uid +
         "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T100000Z\r\nDTEND:20260301T110000Z\r\nSUMMARY:" +
         title + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

std::string journal(const std::string& uid, const std::string& title) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Goodturn//Test//EN\r\nBEGIN:VJOURNAL\r\nUID:" + uid +
         "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260301\r\nSUMMARY:" + title +
         "\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n";
}

std::string task(const std::string& uid, const std::string& title) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Goodturn//Test//EN\r\nBEGIN:VTODO\r\nUID:" + uid +
         "\r\nDTSTAMP:20260101T000000Z\r\nDUE;VALUE=DATE:20260301\r\nSUMMARY:" + title +
         "\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
}

sync::OnItem Received::taker() {
  return [this](sync::RemoteItem item) -> Result<void> {
    const std::string href = item.href.value;
    if (!items.emplace(href, std::move(item)).second) return fail(ErrorKind::protocol, "given twice", href);
    return {};
  };
}

}  // namespace goodturn::tests
