// Where DNS says that a domain keeps its calendars and address books.
#pragma once

#include <netinet/in.h>

#include <optional>
#include <string>
#include <vector>

namespace goodturn::dav {

/// A target that DNS names for a service (RFC 6764 §3): an SRV record, with the path of a TXT record.
struct ServiceRecord {
  std::string host;
  int port = 443;
  std::string path;  ///< empty: none given
};

class Resolver {
 public:
  /// Asks the name servers of this computer.
  Resolver() = default;
  /// Asks one name server.
  explicit Resolver(const sockaddr_in& server) : server_(server) {}

  /// The answer for _SERVICE._tcp.DOMAIN ("caldavs", "carddavs"); nothing where there is no answer or the
  /// service is said not to exist. Blocks for up to four seconds a query.
  [[nodiscard]] std::optional<ServiceRecord> find_service(const std::string& service,
                                                          const std::string& domain) const;

 private:
  std::optional<sockaddr_in> server_;
};

}  // namespace goodturn::dav
