#include "tests/model/real_server.h"

#include <stdexcept>

#include "tests/model/played.h"
#include "tests/model/wired.h"

namespace goodturn::model {
namespace {

using tests::Asked;
using tests::Reply;

std::string home_of(const std::string& server, Holds holds) {
  if (server != "xandikos") return "/alice/";
  return holds == Holds::cards ? "/alice/contacts/" : "/alice/calendars/";
}

bool writes_something(const Asked& asked) { return asked.method == "PUT" || asked.method == "DELETE"; }

/// What the fake calls such a request.
std::string_view name_of(const Asked& asked) {
  if (asked.method == "PUT") return asked.header("If-None-Match").empty() ? "update" : "create";
  if (asked.method == "DELETE") return "remove";
  if (asked.method == "GET" || asked.body.find("multiget") != std::string::npos) return "fetch";
  return asked.header("Depth") == "0" && asked.method == "PROPFIND" ? "look" : "changes";
}

}  // namespace

RealServer::RealServer(const tests::ServerProcess& server, int number, Holds holds)
    : root_(*http::parse_url(server.url())),
      holds_(holds),
      client_(root_, {"alice", "secret"}, impatient_settings(), {}),
      path_(home_of(server.name(), holds) + ("history-" + std::to_string(number)) + "/") {
  make_collection();
}

void RealServer::make_collection() {
  const std::string type = holds_ == Holds::cards ? "<A:addressbook/>" : "<C:calendar/>";
  const auto made = send("MKCOL", path_, {{"Content-Type", "application/xml; charset=utf-8"}},
                         "<mkcol xmlns='DAV:' xmlns:A='urn:ietf:params:xml:ns:carddav' "
                         "xmlns:C='urn:ietf:params:xml:ns:caldav'><set><prop><resourcetype><collection/>" +
                             type + "</resourcetype><displayname>History</displayname></prop></set></mkcol>");
  if (made.status != 201) throw std::runtime_error("no collection could be made at " + path_);
}

std::string RealServer::place_for(const std::string& name) const {
  return path_ + name + (holds_ == Holds::cards ? ".vcf" : ".ics");
}

http::Response RealServer::send(const std::string& method, const std::string& path, http::Headers headers,
                                std::string body) {
  http::Request request;
  request.method = method;
  request.url = root_;
  request.url.path = path;
  request.headers = std::move(headers);
  request.body = std::move(body);
  request.compressed = false;
  auto response = client_.send(std::move(request));
  if (!response) throw std::runtime_error(method + " " + path + ": " + describe(response.error()));
  return std::move(*response);
}

/// Makes the mirror true for one resource.
void RealServer::look_at(const std::string& href) {
  auto now = send("GET", href, {});
  if (now.status == 200) {
    const auto etag = now.header("etag");
    etags_[href] = etag ? std::string(*etag) : std::string();
    resources[href] = {std::move(now.body), ++last_version};
  } else {
    etags_.erase(href);
    resources.erase(href);
  }
}

void RealServer::put(const std::string& href, std::string text) {
  http::Headers headers{{"Content-Type", (holds_ == Holds::cards ? "text/vcard" : "text/calendar") +
                                             std::string("; charset=utf-8")}};
  const auto etag = etags_.find(href);
  if (++changes_ % 2 == 0 && etag != etags_.end()) headers.emplace_back("If-Match", etag->second);
  const int status = send("PUT", href, std::move(headers), std::move(text)).status;
  if (status < 200 || status > 299)
    throw std::runtime_error("another program's PUT of " + href + " was answered " + std::to_string(status));
  look_at(href);
}

void RealServer::erase(const std::string& href) {
  http::Headers headers;
  if (++changes_ % 2 == 0) headers.emplace_back("If-Match", etags_.at(href));
  const int status = send("DELETE", href, std::move(headers)).status;
  if (status < 200 || status > 299)
    throw std::runtime_error("another program's DELETE of " + href + " was answered " +
                             std::to_string(status));
  look_at(href);
}

/// Removed first: Radicale does not take a UID twice.
void RealServer::move(const std::string& from, const std::string& to) {
  std::string text = resources.at(from).text;
  erase(from);
  put(to, std::move(text));
}

Reply RealServer::forward(const Asked& asked) {
  http::Headers headers;
  for (const std::string name : {"Content-Type", "Depth", "If-Match", "If-None-Match", "Accept"})
    if (const std::string value = asked.header(name); !value.empty()) headers.emplace_back(name, value);
  auto answered = send(asked.method, asked.target, std::move(headers), asked.body);
  Reply reply;
  reply.status = answered.status;
  reply.body = std::move(answered.body);
  for (const char* name : {"content-type", "etag", "location", "content-location"})
    if (const auto value = answered.header(name))
      reply.headers += std::string(name) + ": " + std::string(*value) + "\r\n";
  return reply;
}

Reply RealServer::pass_on(const Asked& asked) {
  Reply closed;
  closed.end = Reply::End::none;
  if (killed_) return closed;
  try {
    ++calls;
    const auto name = name_of(asked);
    if (name == "fetch") ++fetches;
    if (faults.before_call)
      if (const auto error = faults.before_call(name)) return played(*error, cuts_);
    Reply reply;
    if (writes_something(asked) && faults.read_only) {
      reply.status = 403;
    } else {
      reply = forward(asked);
      if (writes_something(asked)) {
        ++writes;
        look_at(asked.target);
      }
    }
    if (faults.after_call)
      if (const auto error = faults.after_call(name)) return played(*error, cuts_);
    return reply;
  } catch (const Killed&) {
    killed_ = true;
  } catch (const std::exception& error) {
    failed_ = error.what();
  }
  return closed;
}

std::string RealServer::complaint() {
  if (!failed_.empty()) return failed_;
  const auto mirror = resources;
  std::map<std::string, std::string> listed;
  Wired direct(root_.origin() + path_, holds_, {[] { return false; }, [] {}});
  const auto listing = direct.list_all();
  if (!listing) return describe(listing.error());
  for (const sync::Member& one : listing->members) {
    look_at(one.href.value);
    if (!mirror.contains(one.href.value) || mirror.at(one.href.value).text != resources[one.href.value].text)
      return "the mirror differs from the server at " + one.href.value;
  }
  return listing->members.size() == mirror.size() ? "" : "the mirror has more than the server lists";
}

}  // namespace goodturn::model
