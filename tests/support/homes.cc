#include "tests/support/homes.h"

#include <map>
#include <utility>

namespace goodturn::tests {

std::string home_path(const std::string& server, bool cards) {
  static const std::map<std::string, std::pair<std::string, std::string>> homes{
      {"radicale", {"/alice/", "/alice/"}},
      {"xandikos", {"/alice/contacts/", "/alice/calendars/"}},
      {"cyrus", {"/dav/addressbooks/user/alice/", "/dav/calendars/user/alice/"}},
      {"sabre", {"/addressbooks/alice/", "/calendars/alice/"}},
      {"davical", {"/caldav.php/alice/", "/caldav.php/alice/"}},
      {"sogo", {"/SOGo/dav/alice/Contacts/", "/SOGo/dav/alice/Calendar/"}}};
  return cards ? homes.at(server).first : homes.at(server).second;
}

}  // namespace goodturn::tests
