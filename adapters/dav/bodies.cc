#include "adapters/dav/bodies.h"

namespace goodturn::dav {
namespace {

/// UTF-8 is what XML is in without a word (XML 1.0 §4.3.3), and the head of the request names it.
constexpr std::string_view declaration = "<?xml version=\"1.0\"?>\n";

std::string text_request(Kind kind, std::string_view version) {
  if (kind == Kind::calendar) return "<T:calendar-data/>";
  if (version.empty()) return "<T:address-data/>";
  return "<T:address-data content-type=\"text/vcard\" version=\"" + xml_escaped(version) + "\"/>";
}

/// The properties of a new calendar.
std::string calendar_properties(std::string_view name, const sync::Components& holds) {
  std::string text = "<D:displayname>" + xml_escaped(name) + "</D:displayname>";
  text += "<C:supported-calendar-component-set>";
  if (holds.events) text += "<C:comp name=\"VEVENT\"/>";
  if (holds.tasks) text += "<C:comp name=\"VTODO\"/>";
  if (holds.journals) text += "<C:comp name=\"VJOURNAL\"/>";
  return text + "</C:supported-calendar-component-set>";
}

std::string_view space_of(Kind kind) { return kind == Kind::cards ? ns::carddav : ns::caldav; }

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"') {
      result += "&quot;";
    } else if (byte >= 0x20 || c == '\t' || c == '\n' || c == '\r') {
      result += c;
    }
  }
  return result;
}

std::string propfind_body(std::span<const Name> properties) {
  std::string body(declaration);
  body += "<D:propfind xmlns:D=\"DAV:\"><D:prop>";
  for (const Name& name : properties) {
    if (name.space == ns::dav) {
      body.append("<D:").append(name.local).append("/>");
    } else {
      body.append("<x:").append(name.local).append(" xmlns:x=\"").append(name.space).append("\"/>");
    }
  }
  return body + "</D:prop></D:propfind>";
}

std::string sync_collection_body(Kind kind, std::string_view token, bool with_text) {
  std::string body(declaration);
  body.append("<D:sync-collection xmlns:D=\"DAV:\"");
  if (with_text) body.append(" xmlns:T=\"").append(space_of(kind)).append("\"");
  body.append("><D:sync-token>").append(xml_escaped(token)).append("</D:sync-token>");
  body.append("<D:sync-level>1</D:sync-level>");
  if (with_text)
    body.append("<D:limit><D:nresults>").append(std::to_string(most_texts)).append("</D:nresults></D:limit>");
  body.append("<D:prop><D:getetag/>");
  if (with_text) body.append(text_request(kind, ""));
  return body + "</D:prop></D:sync-collection>";
}

std::string multiget_body(Kind kind, std::span<const Href> hrefs, std::string_view version) {
  const std::string report = kind == Kind::cards ? "addressbook-multiget" : "calendar-multiget";
  std::string body(declaration);
  body.append("<T:" + report + " xmlns:D=\"DAV:\" xmlns:T=\"")
      .append(space_of(kind))
      .append("\"><D:prop><D:getetag/>");
  body.append(text_request(kind, version)).append("</D:prop>");
  for (const Href& href : hrefs) body.append("<D:href>").append(xml_escaped(href.value)).append("</D:href>");
  return body + "</T:" + report + ">";
}

std::string version_query_body(std::string_view version, std::span<const std::string_view> uids) {
  constexpr std::string_view open_match = "<T:text-match match-type=\"equals\">";
  constexpr std::string_view close_match = "</T:text-match>";
  std::string body(declaration);
  body.append("<T:addressbook-query xmlns:D=\"DAV:\" xmlns:T=\"").append(ns::carddav);
  body.append("\"><D:prop><D:getetag/></D:prop><T:filter test=\"allof\"><T:prop-filter name=\"VERSION\">");
  body.append(open_match).append(xml_escaped(version)).append(close_match).append("</T:prop-filter>");
  // Last, since Cyrus looks at the last filter first.
  if (!uids.empty()) body.append("<T:prop-filter name=\"UID\" test=\"anyof\">");
  for (const auto uid : uids) body.append(open_match).append(xml_escaped(uid)).append(close_match);
  if (!uids.empty()) body.append("</T:prop-filter>");
  return body + "</T:filter></T:addressbook-query>";
}

std::string mkcalendar_body(std::string_view name, const sync::Components& holds) {
  std::string body(declaration);
  body.append("<C:mkcalendar xmlns:D=\"DAV:\" xmlns:C=\"").append(ns::caldav).append("\"><D:set><D:prop>");
  return body + calendar_properties(name, holds) + "</D:prop></D:set></C:mkcalendar>";
}

std::string mkcol_body(std::string_view name, const sync::Components& holds) {
  std::string body(declaration);
  body.append("<D:mkcol xmlns:D=\"DAV:\" xmlns:C=\"").append(ns::caldav).append("\"><D:set><D:prop>");
  body.append("<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>");
  return body + calendar_properties(name, holds) + "</D:prop></D:set></D:mkcol>";
}

Name text_property(Kind kind) {
  return kind == Kind::cards ? Name{ns::carddav, "address-data"} : Name{ns::caldav, "calendar-data"};
}

}  // namespace goodturn::dav
