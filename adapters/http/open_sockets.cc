#include "adapters/http/open_sockets.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace goodturn::http {

void OpenSockets::watch(CURL* easy) {
  curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, &OpenSockets::on_open);
  curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, this);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &OpenSockets::on_close);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

void OpenSockets::acknowledge() const {
  const int on = 1;
  for (const curl_socket_t socket : sockets_)
    (void)setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

int OpenSockets::on_open(void* self, curl_socket_t socket, curlsocktype) {
  static_cast<OpenSockets*>(self)->sockets_.insert(socket);
  return CURL_SOCKOPT_OK;
}

int OpenSockets::on_close(void* self, curl_socket_t socket) {
  static_cast<OpenSockets*>(self)->sockets_.erase(socket);
  return close(socket);
}

}  // namespace goodturn::http
