// The certificate that a server shows, so that a refused one can be named to the user, and the one that it
// asks the user for.
#pragma once

#include <curl/curl.h>

#include <string>

namespace goodturn::http {

/// What the connections of one client learn about certificates, and what was agreed beforehand.
struct CertificateCheck {
  std::string accepted;          ///< fingerprint that the user accepted; empty: none
  std::string host;              ///< the name that another certificate must have, where one was accepted
  std::string fingerprint = {};  ///< of the certificate that was shown last; empty without TLS
  bool own_asked = false;        ///< the server asked for one of the user's own, and there was none to show
  bool own_required = false;     ///< it ended the connection for want of it (RFC 8446 §6.2)
};

/// Makes the next transfer of `easy` write the SHA-256 of the server's certificate to `check.fingerprint`, as
/// hexadecimal pairs with colons, also where the certificate is refused. A certificate with the accepted
/// fingerprint is taken; nothing changes for any other. `check` must outlive the connections that are opened:
/// a server may shake hands on them again.
void check_certificate(CURL* easy, CertificateCheck& check);

}  // namespace goodturn::http
