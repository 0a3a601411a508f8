// XML names of WebDAV and its children.
#pragma once

#include <string_view>

namespace goodturn::dav {

/// An element name: namespace URI and local name.
struct Name {
  std::string_view space;
  std::string_view local;
};

namespace ns {
inline constexpr std::string_view dav = "DAV:";                                // RFC 4918
inline constexpr std::string_view caldav = "urn:ietf:params:xml:ns:caldav";    // RFC 4791
inline constexpr std::string_view carddav = "urn:ietf:params:xml:ns:carddav";  // RFC 6352
inline constexpr std::string_view server = "http://calendarserver.org/ns/";    // getctag
inline constexpr std::string_view apple = "http://apple.com/ns/ical/";         // calendar-color
inline constexpr std::string_view infcloud = "http://inf-it.com/ns/ab/";       // addressbook-color
}  // namespace ns

}  // namespace goodturn::dav
