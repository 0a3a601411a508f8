// The certificate that a server shows, so that a refused one can be named to the user.
#pragma once

#include <curl/curl.h>

#include <string>

namespace goodturn::http {

/// What a transfer learns about the server's certificate, and what was agreed about it beforehand.
struct CertificateCheck {
  std::string accepted;     ///< fingerprint that the user accepted; empty: none
  std::string host;         ///< the name that another certificate must have, where one was accepted
  std::string fingerprint;  ///< of the certificate that was shown; empty without TLS
};

/// Makes the next transfer of `easy` write the SHA-256 of the server's certificate to `check.fingerprint`, as
/// hexadecimal pairs with colons, also where the certificate is refused; it stays empty on a connection that
/// was already open. A certificate with the accepted fingerprint is taken; nothing changes for any other.
/// `check` must outlive the transfer.
void check_certificate(CURL* easy, CertificateCheck& check);

}  // namespace goodturn::http
