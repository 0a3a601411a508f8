// The open connections of one client, so that what they bring is acknowledged at once.
#pragma once

#include <curl/curl.h>

#include <set>

namespace goodturn::http {

/// Some servers (Cyrus) write an answer in parts and wait for the acknowledgement of the one before; a
/// delayed one (RFC 1122 §4.2.3.2) costs 40 ms per request. libcurl does not tell the socket of a transfer
/// that is under way (CURLINFO_ACTIVESOCKET is set when it ends), so they are noted when curl opens and
/// closes them. Must outlive every handle that watches it and the connections these opened.
class OpenSockets {
 public:
  OpenSockets() = default;
  OpenSockets(const OpenSockets&) = delete;
  OpenSockets& operator=(const OpenSockets&) = delete;

  /// Notes from now on what this handle opens.
  void watch(CURL* easy);
  /// Sends the outstanding acknowledgements now. The kernel goes back to delaying by itself, so this is
  /// called whenever something came.
  void acknowledge() const;

 private:
  static int on_open(void* self, curl_socket_t socket, curlsocktype purpose);
  static int on_close(void* self, curl_socket_t socket);

  std::set<curl_socket_t> sockets_;
};

}  // namespace goodturn::http
