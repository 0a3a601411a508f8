#include "tests/model/dav_host.h"

#include <array>

#include "tests/model/chance.h"
#include "tests/model/machine.h"
#include "tests/model/played.h"

namespace goodturn::model {
namespace {

using tests::Asked;
using tests::Reply;

constexpr std::array<int, 6> token_refusals{403, 403, 409, 410, 400, 500};

/// What stands between two marks of a request body; `at` moves behind it. Nothing more: empty.
std::string between(const std::string& body, const std::string& open, const std::string& close,
                    std::size_t& at) {
  const auto start = body.find(open, at);
  if (start == std::string::npos) return {};
  const auto end = body.find(close, start);
  at = end;
  return body.substr(start + open.size(), end - start - open.size());
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '\r')
      result += "&#13;";  // a raw one would be a line feed to an XML reader
    else
      result += c;
  }
  return result;
}

bool holds(const Asked& asked, const std::string& word) { return asked.body.find(word) != std::string::npos; }

Reply plain(int status, std::string body = {}, std::string headers = {}) {
  return {status, std::move(headers), std::move(body), Reply::End::whole};
}

}  // namespace

Habits make_habits(std::uint64_t seed) {
  Chance chance(seed ^ 0x5eed);
  Habits habits;
  habits.reports = chance.below(4) != 0;
  habits.inline_texts = chance.below(2) == 0;
  habits.token_refusal = token_refusals[chance.below(token_refusals.size())];
  habits.missing = static_cast<Habits::Missing>(chance.below(3));
  habits.spelling = static_cast<Habits::Spelling>(chance.below(4));
  habits.cdata = chance.below(2) == 0;
  habits.own_prefix = chance.below(2) == 0;
  habits.gone_is_412 = chance.below(4) == 0;
  habits.names_anew = chance.below(8) == 0;
  habits.too_many_status = chance.below(2) == 0 ? 429 : 503;
  habits.tells_names = chance.below(2) == 0;
  habits.bare_etags = chance.below(6) == 0;
  habits.knows_bare_etags = chance.below(2) == 0;
  return habits;
}

std::string print(const Habits& habits) {
  static constexpr std::array<const char*, 3> missing{"named", "left out", "refuses the whole request"};
  static constexpr std::array<const char*, 4> spelling{"plain", "escaped", "escaped in lower case",
                                                       "absolute"};
  return std::string("lists by ") + (habits.reports ? "sync-collection" : "getctag") +
         (habits.inline_texts ? " with texts" : "") + ", a bad token is " +
         std::to_string(habits.token_refusal) + ", a missing member is " +
         missing[static_cast<std::size_t>(habits.missing)] + ", hrefs are " +
         spelling[static_cast<std::size_t>(habits.spelling)] + (habits.cdata ? ", CDATA" : "") +
         (habits.gone_is_412 ? ", gone is 412" : "") +
         (habits.names_anew ? ", names what is created anew" : "") +
         (habits.names_anew && !habits.tells_names ? " without a word" : "") +
         (habits.bare_etags ? ", ETags without quotes" : "") +
         (habits.bare_etags && !habits.knows_bare_etags ? " that it refuses as conditions" : "") +
         ", too many is " + std::to_string(habits.too_many_status) + "\n";
}

void DavHost::stand_for(std::shared_ptr<tests::FakeServer> server, const Habits& habits, Holds holds) {
  const std::lock_guard lock(answering_);
  server_ = std::move(server);
  fake_ = std::make_unique<tests::FakeCollection>(server_);
  habits_ = habits;
  texts_ = holds == Holds::cards ? "address-data" : "calendar-data";
  texts_space_ = holds == Holds::cards ? "urn:ietf:params:xml:ns:carddav" : "urn:ietf:params:xml:ns:caldav";
  read_.clear();
  next_page_ = SyncToken();
  cuts_ = 0;
  renamed_ = 0;
  killed_ = false;
}

bool DavHost::killed() {
  const std::lock_guard lock(answering_);
  return killed_;
}

void DavHost::revive() {
  const std::lock_guard lock(answering_);
  killed_ = false;
}

Life DavHost::life() {
  return {[this] { return killed(); }, [this] { revive(); }};
}

Reply DavHost::respond(const Asked& asked) {
  const std::lock_guard lock(answering_);
  origin_ = "http://" + asked.header("Host");
  if (!killed_) try {
      return choose(asked);
    } catch (const Killed&) {
      killed_ = true;
    }
  return {0, {}, {}, Reply::End::none};
}

Reply DavHost::choose(const Asked& asked) {
  if (asked.method == "GET") return give_one(Href(asked.target));
  if (asked.method == "PUT") return put(asked);
  if (asked.method == "DELETE") return remove(asked);
  if (asked.method == "PROPFIND") {
    if (asked.header("Depth") == "0") return look(asked);
    return list_all();
  }
  if (holds(asked, "multiget")) return give_many(asked);
  if (!holds(asked, "sync-collection") || !habits_.reports) return plain(403, "supported-report");
  std::size_t at = 0;
  return list_since(SyncToken(between(asked.body, "<D:sync-token>", "</D:sync-token>", at)),
                    holds(asked, texts_));
}

Reply DavHost::refused(const Error& error) { return played(error, cuts_, habits_.too_many_status); }

/// A question about the collection itself: its getctag.
Reply DavHost::look(const Asked& asked) {
  if (server_->faults.before_call)
    if (const auto error = server_->faults.before_call("look")) return refused(*error);
  if (!holds(asked, "getctag")) return multistatus("", SyncToken());
  const std::string mark = "c" + std::to_string(server_->log.size());
  return multistatus(
      "<D:response><D:href>/fake/</D:href><D:propstat><D:prop><C:getctag "
      "xmlns:C=\"http://calendarserver.org/ns/\">" +
          mark + "</C:getctag></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>",
      SyncToken());
}

/// By PROPFIND, which knows no pages.
Reply DavHost::list_all() {
  const auto listing = fake_->list_all();
  if (!listing) return refused(listing.error());
  return multistatus(named(*listing, false), listing->token);
}

Reply DavHost::list_since(const SyncToken& since, bool with_texts) {
  const bool goes_on = !since.empty() && since == next_page_;
  const auto page = fake_->page(since, goes_on ? "page" : "changes", {});
  if (!page) return refused(page.error());
  const sync::Listing& listing = page->listing;
  if (!since.empty() && listing.complete) return plain(habits_.token_refusal, "valid-sync-token");
  std::string responses = named(listing, with_texts && habits_.inline_texts);
  if (page->more) {
    next_page_ = listing.token;
    responses += without_text(Href("/fake/"), "507 Insufficient Storage");
  }
  return multistatus(responses, listing.token);
}

std::string DavHost::named(const sync::Listing& listing, bool with_texts) const {
  std::string responses;
  for (const sync::Member& one : listing.members) {
    const auto& resource = server_->resources.at(one.href.value);
    responses += member(one.href, one.etag, with_texts ? &resource.text : nullptr);
  }
  for (const Href& href : listing.removed) responses += gone(href);
  return responses;
}

Reply DavHost::give_many(const Asked& asked) {
  std::vector<Href> hrefs;
  std::size_t at = 0;
  const std::string prefix = holds(asked, "<D:href>") ? "D:" : "";  // other programs have other prefixes
  const auto next = [&] { return between(asked.body, "<" + prefix + "href>", "</" + prefix + "href>", at); };
  for (std::string one = next(); !one.empty(); one = next()) hrefs.emplace_back(std::move(one));
  std::string responses;
  const auto errors = fake_->fetch(hrefs, [&](const sync::RemoteItem& item) -> Result<void> {
    const Etag etag(item.etag.value.starts_with("text:") ? "" : item.etag.value);
    responses = member(item.href, etag, &item.text) + responses;  // in another order than asked
    return {};
  });
  if (!errors) return refused(errors.error());
  for (const sync::ItemError& one : *errors) {
    const bool missing = one.error.kind == ErrorKind::not_found;
    if (missing && habits_.missing == Habits::Missing::whole) return plain(404);
    if (!missing) responses += without_text(one.href, "503 Service Unavailable");
    if (missing && habits_.missing == Habits::Missing::entry) responses += gone(one.href);
  }
  return multistatus(responses, SyncToken());
}

Reply DavHost::give_one(const Href& href) {
  Reply reply = plain(404);
  const auto errors =
      fake_->fetch(std::vector<Href>{href}, [&](const sync::RemoteItem& item) -> Result<void> {
        const std::string type = texts_ == "address-data" ? "text/vcard" : "text/calendar";
        reply = plain(200, item.text, "Content-Type: " + type + "\r\n" + etag_line(item.etag));
        read_[href.value] = server_->resources.at(href.value).version;
        return {};
      });
  if (!errors) return refused(errors.error());
  const bool unread = !errors->empty() && errors->front().error.kind != ErrorKind::not_found;
  return unread ? refused(errors->front().error) : reply;
}

Etag DavHost::condition(const Asked& asked) const {
  if (const auto now = server_->resources.find(asked.target);
      habits_.ignores_conditions && now != server_->resources.end())
    return Etag("\"" + std::to_string(now->second.version) + "\"");
  const std::string named = asked.header("If-Match");
  if (named != "*" && habits_.bare_etags && !named.starts_with("W/")) {
    const bool known = habits_.knows_bare_etags && !named.starts_with('"');
    return Etag(known ? "\"" + named + "\"" : "another");
  }
  if (named != "*") return Etag(named);
  const auto found = read_.find(asked.target);
  return Etag(found == read_.end() ? "" : "\"" + std::to_string(found->second) + "\"");
}

Reply DavHost::put(const Asked& asked) {
  const Href href(asked.target);
  const bool creates = asked.header("If-None-Match") == "*";
  const bool anew = creates && habits_.names_anew && !server_->resources.contains(href.value);
  const Href place = anew ? Href(server_->place_for("put-" + std::to_string(++renamed_))) : href;
  const auto written =
      creates ? fake_->create(place, asked.body) : fake_->update(href, condition(asked), asked.body);
  if (!written) return refused(written.error());
  const std::string told = anew && habits_.tells_names ? "Location: " + place.value + "\r\n" : "";
  return plain(creates ? 201 : 204, {}, told + etag_line(written->etag));
}

Reply DavHost::remove(const Asked& asked) {
  const auto removed = fake_->remove(Href(asked.target), condition(asked));
  if (removed) return plain(204);
  if (removed.error().kind == ErrorKind::not_found && habits_.gone_is_412) return plain(412);
  return refused(removed.error());
}

std::string DavHost::spelt(const Etag& etag) const {
  const bool bare = habits_.bare_etags && etag.value.starts_with('"');
  return bare ? etag.value.substr(1, etag.value.size() - 2) : etag.value;
}

std::string DavHost::etag_line(const Etag& etag) const {
  return etag.empty() || etag.value.starts_with("text:") ? "" : "ETag: " + spelt(etag) + "\r\n";
}

std::string DavHost::spelt(const std::string& href) const {
  if (habits_.spelling == Habits::Spelling::absolute) return origin_ + href;
  if (habits_.spelling == Habits::Spelling::plain) return href;
  std::string text;
  for (const char c : href)
    text += c != '-' && c != 'm'                          ? std::string(1, c)
            : habits_.spelling == Habits::Spelling::upper ? (c == '-' ? "%2D" : "%6D")
                                                          : (c == '-' ? "%2d" : "%6d");
  return text;
}

std::string DavHost::member(const Href& href, const Etag& etag, const std::string* text) const {
  std::string properties;
  if (!etag.empty()) properties += "<D:getetag>" + escaped(spelt(etag)) + "</D:getetag>";
  if (text != nullptr)
    properties += "<K:" + texts_ + ">" + (habits_.cdata ? "<![CDATA[" + *text + "]]>" : escaped(*text)) +
                  "</K:" + texts_ + ">";
  return "<D:response><D:href>" + spelt(href.value) + "</D:href><D:propstat><D:prop>" + properties +
         "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
}

std::string DavHost::gone(const Href& href) const { return without_text(href, "404 Not Found"); }

std::string DavHost::without_text(const Href& href, const char* status) const {
  return "<D:response><D:href>" + spelt(href.value) + "</D:href><D:status>HTTP/1.1 " + status +
         "</D:status></D:response>";
}

Reply DavHost::multistatus(const std::string& responses, const SyncToken& token) const {
  std::string text = "<D:multistatus xmlns:D=\"DAV:\" xmlns:K=\"" + texts_space_ + "\">" + responses;
  if (!token.empty()) text += "<D:sync-token>" + token.value + "</D:sync-token>";
  text += "</D:multistatus>";
  if (!habits_.own_prefix) {
    for (const std::string mark : {"<D:", "</D:"})
      for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
        text.erase(at + mark.size() - 2, 2);
    text.replace(text.find("xmlns:D"), 7, "xmlns");
  }
  return plain(207, "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + text,
               "Content-Type: application/xml; charset=utf-8\r\n");
}

}  // namespace goodturn::model
