#include "tests/interop_shapes/kept.h"

#include <stdexcept>

#include "adapters/dav/writing.h"
#include "tests/support/homes.h"

namespace goodturn::tests {
Kept::Kept(const ServerProcess& server, bool cards, const std::string& name)
    : root_(*http::parse_url(server.url())),
      cards_(cards),
      path_(home_path(server.name(), cards) + name + "/"),
      name_(name) {
  const std::string kind = cards ? "<K:addressbook xmlns:K='urn:ietf:params:xml:ns:carddav'/>"
                                 : "<K:calendar xmlns:K='urn:ietf:params:xml:ns:caldav'/>";
  const http::Headers xml{{"Content-Type", "application/xml; charset=utf-8"}};
  const std::string title = "<D:displayname>" + name_ + "</D:displayname>";
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
    const auto answer = send("PUT", href, type(), shape.text);
    const bool inside = answer.body.find("multistatus") != std::string::npos;
    if (answer.ok() && !inside)
      hrefs_.emplace_back(href, shape.text.find("VERSION:4.0") != std::string::npos);
    else
      refused.emplace_back(shape, answer.status);
  }
  return refused;
}

http::Headers Kept::type() const {
  return {{"Content-Type", cards_ ? "text/vcard; charset=utf-8" : "text/calendar; charset=utf-8"}};
}

int Kept::put(const std::string& name, const std::string& text) {
  const int status = dav::write_status(send("PUT", href_of(name), type(), text));
  if (status >= 200 && status < 300)
    hrefs_.emplace_back(href_of(name), text.find("VERSION:4.0") != std::string::npos);
  return status;
}

std::string Kept::text_of(const std::string& name) {
  auto answer = send("GET", href_of(name), {}, {});
  return answer.status == 200 ? std::move(answer.body) : std::string();
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
