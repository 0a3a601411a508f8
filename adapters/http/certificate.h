// The certificate that a server shows, so that a refused one can be named to the user.
#pragma once

#include <curl/curl.h>

#include <string>

namespace goodturn::http {

/// Makes the next transfer of `easy` write the SHA-256 of the server's certificate to `fingerprint`, as
/// hexadecimal pairs with colons, also where the certificate is refused. Whether it is accepted does not
/// change. `fingerprint` must outlive the transfer; it stays empty without TLS, or on a connection that
/// was already open.
void note_certificate(CURL* easy, std::string& fingerprint);

}  // namespace goodturn::http
