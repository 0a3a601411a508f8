#include "tests/interop_shapes/kept.h"

#include <stdexcept>

namespace goodturn::tests {
namespace {

/// Where a user's address books and calendars are.
std::string home_of(const std::string& server, bool cards) {
  static const std::map<std::string, std::pair<std::string, std::string>> homes{
      {"radicale", {"/alice/", "/alice/"}},
      {"xandikos", {"/alice/contacts/", "/alice/calendars/"}},
      {"cyrus", {"/dav/addressbooks/user/alice/", "/dav/calendars/user/alice/"}},
      {"sabre", {"/addressbooks/alice/", "/calendars/alice/"}},
      {"davical", {"/caldav.php/alice/", "/caldav.php/alice/"}},
      {"sogo", {"/SOGo/dav/alice/Contacts/", "/SOGo/dav/alice/Calendar/"}}};
  return cards ? homes.at(server).first : homes.at(server).second;
}

}  // namespace

Kept::Kept(const ServerProcess& server, bool cards) : root_(*http::parse_url(server.url())), cards_(cards) {
  path_ = home_of(server.name(), cards) + "shapes/";
  const std::string kind = cards ? "<K:addressbook xmlns:K='urn:ietf:params:xml:ns:carddav'/>"
                                 : "<K:calendar xmlns:K='urn:ietf:params:xml:ns:caldav'/>";
  const http::Headers xml{{"Content-Type", "application/xml; charset=utf-8"}};
  const std::string title = "<D:displayname>Shapes</D:displayname>";
  const auto made = send("MKCOL", path_, xml,
                         "<D:mkcol xmlns:D='DAV:'><D:set><D:prop><D:resourcetype><D:collection/>" + kind +
                             "</D:resourcetype>" + title + "</D:prop></D:set></D:mkcol>");
  if (made.status != 201) throw std::runtime_error("no collection could be made at " + path_);
  // SOGo leaves the name out that comes with the making.
  const auto named = send(
      "PROPPATCH", path_, xml,
      "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop>" + title + "</D:prop></D:set></D:propertyupdate>");
  if (named.status != 207) throw std::runtime_error("no name could be given to " + path_);
}

http::Response Kept::send(const std::string& method, const std::string& path, http::Headers headers,
                          std::string body) {
  http::Request request;
  request.method = method;
  request.url = root_;
  request.url.path = path;
  request.headers = std::move(headers);
  request.body = std::move(body);
  // On a connection of its own: SOGo closes one without saying so, and what is written is not sent twice.
  http::Client client(root_, {"alice", "secret"}, {}, {});
  auto response = client.send(std::move(request));
  if (!response) throw std::runtime_error(method + " " + path + ": " + describe(response.error()));
  return std::move(*response);
}

std::vector<std::pair<Shape, int>> Kept::fill(const std::vector<Shape>& shapes) {
  std::vector<std::pair<Shape, int>> refused;
  for (const Shape& shape : shapes) {
    const std::string href =
        path_ + "shape-" + std::to_string(hrefs_.size() + refused.size() + 1) + (cards_ ? ".vcf" : ".ics");
    const auto answer =
        send("PUT", href,
             {{"Content-Type", cards_ ? "text/vcard; charset=utf-8" : "text/calendar; charset=utf-8"}},
             shape.text);
    const bool inside = answer.body.find("multistatus") != std::string::npos;
    if (answer.ok() && !inside)
      hrefs_.emplace_back(href, shape.text.find("VERSION:4.0") != std::string::npos);
    else
      refused.emplace_back(shape, answer.status);
  }
  return refused;
}

std::map<std::string, std::string> Kept::texts() {
  std::map<std::string, std::string> all;
  for (const auto& [href, newer] : hrefs_) {
    // Cyrus gives a 4.0 as 3.0 to those who do not ask for it.
    http::Headers headers;
    if (newer) headers.emplace_back("Accept", "text/vcard;version=4.0");
    auto answer = send("GET", href, std::move(headers), {});
    if (answer.status == 200) all.emplace(href, std::move(answer.body));
  }
  return all;
}

}  // namespace goodturn::tests
