#include "tests/support/scripted_server.h"

#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <stdexcept>

#include "tests/support/loopback_socket.h"
#include "tests/support/server_process.h"

namespace goodturn::tests {
namespace {

struct CryptoDeleter {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
  void operator()(std::FILE* file) const { std::fclose(file); }
};
template <class T>
using Owned = std::unique_ptr<T, CryptoDeleter>;

/// Makes FOLDER/key.pem and FOLDER/cert.pem for "localhost": valid from a day ago for three days, or
/// expired an hour ago.
void make_certificate(const std::string& folder, Certificate kind) {
  constexpr long hour = 3600;
  const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
  const Owned<X509> certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24 * hour);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kind == Certificate::expired ? -hour : 48 * hour);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"),
                             -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  const Owned<X509_EXTENSION> names(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost"));
  X509_add_ext(certificate.get(), names.get(), -1);
  const Owned<std::FILE> key_file(std::fopen((folder + "/key.pem").c_str(), "w"));
  const Owned<std::FILE> certificate_file(std::fopen((folder + "/cert.pem").c_str(), "w"));
  if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0 || !key_file || !certificate_file ||
      PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
      PEM_write_X509(certificate_file.get(), certificate.get()) != 1)
    throw std::runtime_error("no test certificate could be made");
}

struct TlsDeleter {
  void operator()(SSL* tls) const { SSL_free(tls); }
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};

/// One accepted connection, with or without TLS.
class Peer {
 public:
  Peer(int socket, SSL_CTX* context) : socket_(socket) {
    if (context == nullptr) return;
    tls_.reset(SSL_new(context));
    SSL_set_fd(tls_.get(), socket_);
    ready_ = SSL_accept(tls_.get()) == 1;
  }
  ~Peer() {
    if (tls_ && ready_) SSL_shutdown(tls_.get());
    close(socket_);
  }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  bool read_more(std::string& into) {
    char bytes[16384];
    const auto count =
        tls_ ? SSL_read(tls_.get(), bytes, sizeof bytes) : recv(socket_, bytes, sizeof bytes, 0);
    if (!ready_ || count <= 0) return false;
    into.append(bytes, static_cast<std::size_t>(count));
    return true;
  }
  bool write(const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
      const auto left = bytes.size() - sent;
      const auto count = tls_ ? SSL_write(tls_.get(), bytes.data() + sent, static_cast<int>(left))
                              : send(socket_, bytes.data() + sent, left, MSG_NOSIGNAL);
      if (!ready_ || count <= 0) return false;
      sent += static_cast<std::size_t>(count);
    }
    return true;
  }

 private:
  int socket_;
  bool ready_ = true;
  std::unique_ptr<SSL, TlsDeleter> tls_;
};

bool read_request(Peer& peer, Asked& asked) {
  std::string bytes;
  std::size_t end = std::string::npos;
  while ((end = bytes.find("\r\n\r\n")) == std::string::npos)
    if (!peer.read_more(bytes)) return false;
  asked.head = bytes.substr(0, end + 2);
  const auto space = asked.head.find(' ');
  asked.method = asked.head.substr(0, space);
  asked.target = asked.head.substr(space + 1, asked.head.find(' ', space + 1) - space - 1);
  const std::string length = asked.header("content-length");
  const std::size_t wanted = length.empty() ? 0 : std::stoul(length);
  asked.body = bytes.substr(end + 4);
  while (asked.body.size() < wanted)
    if (!peer.read_more(asked.body)) return false;
  return true;
}

}  // namespace

struct ScriptedServer::Listener {
  int socket = -1;
  int port = 0;
  Script script;
  TemporaryFolder folder;
  std::unique_ptr<SSL_CTX, TlsDeleter> context;
  std::atomic<bool> stopping{false};
  mutable std::mutex lock;
  std::vector<Asked> asked;
  std::vector<std::thread> workers;
  std::thread acceptor;

  void load_certificate(Certificate kind);
  void ask_for_own(OwnCertificate own);
  void accept_until_stopped();
  void serve(int client);
};

void ScriptedServer::Listener::load_certificate(Certificate kind) {
  make_certificate(folder.path(), kind);
  context.reset(SSL_CTX_new(TLS_server_method()));
  if (SSL_CTX_use_certificate_file(context.get(), (folder.path() + "/cert.pem").c_str(), SSL_FILETYPE_PEM) !=
          1 ||
      SSL_CTX_use_PrivateKey_file(context.get(), (folder.path() + "/key.pem").c_str(), SSL_FILETYPE_PEM) != 1)
    throw std::runtime_error("the test certificate cannot be used");
}

void ScriptedServer::Listener::accept_until_stopped() {
  while (!stopping) {
    pollfd waiting{socket, POLLIN, 0};
    if (poll(&waiting, 1, 50) <= 0) continue;
    const int client = accept4(socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    const timeval patience{10, 0};
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    workers.emplace_back([this, client] { serve(client); });
  }
}

void ScriptedServer::Listener::serve(int client) {
  Peer peer(client, context.get());
  Asked request;
  if (!read_request(peer, request)) return;
  {
    const std::lock_guard guard(lock);
    asked.push_back(request);
  }
  script(request, [&](const std::string& bytes) { return !stopping && peer.write(bytes); });
}

void ScriptedServer::Listener::ask_for_own(OwnCertificate own) {
  if (own == OwnCertificate::not_asked) return;
  const auto any = [](int, X509_STORE_CTX*) { return 1; };
  const int required = own == OwnCertificate::asked ? 0 : SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | required, any);
  // Without a context of its own a session that a client resumes is refused.
  const std::array<unsigned char, 1> name{1};
  SSL_CTX_set_session_id_context(context.get(), name.data(), name.size());
  if (own == OwnCertificate::required_by_tls_1_2)
    SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
}

ScriptedServer::ScriptedServer(Script script, Certificate certificate, OwnCertificate own)
    : listener_(std::make_unique<Listener>()) {
  listener_->script = std::move(script);
  std::signal(SIGPIPE, SIG_IGN);  // SSL_write to a client that hung up must fail, not end the test program
  if (certificate != Certificate::none) {
    listener_->load_certificate(certificate);
    listener_->ask_for_own(own);
  }
  const LoopbackSocket listening = listen_on_loopback();
  listener_->socket = listening.socket;
  listener_->port = listening.port;
  listener_->acceptor = std::thread([this] { listener_->accept_until_stopped(); });
}

ScriptedServer::~ScriptedServer() {
  listener_->stopping = true;
  listener_->acceptor.join();
  for (auto& worker : listener_->workers) worker.join();
  close(listener_->socket);
}

std::string ScriptedServer::origin() const {
  const std::string port = std::to_string(listener_->port);
  return listener_->context ? "https://localhost:" + port : "http://127.0.0.1:" + port;
}

std::vector<Asked> ScriptedServer::asked() const {
  const std::lock_guard guard(listener_->lock);
  return listener_->asked;
}

std::string ScriptedServer::certificate_file() const { return listener_->folder.path() + "/cert.pem"; }

std::string ScriptedServer::fingerprint() const {
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  X509_digest(SSL_CTX_get0_certificate(listener_->context.get()), EVP_sha256(), hash, &size);
  std::string text;
  for (unsigned int i = 0; i < size; ++i) {
    char pair[4];
    std::snprintf(pair, sizeof pair, i == 0 ? "%02X" : ":%02X", hash[i]);
    text += pair;
  }
  return text;
}

std::string Asked::header(const std::string& name) const {
  for (auto at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2)) {
    const auto colon = head.find(':', at + 2);
    if (colon == std::string::npos) break;
    const std::string key = head.substr(at + 2, colon - at - 2);
    if (strcasecmp(key.c_str(), name.c_str()) != 0) continue;
    const auto start = head.find_first_not_of(' ', colon + 1);
    return head.substr(start, head.find("\r\n", start) - start);
  }
  return {};
}

std::string answer(int status, const std::string& body, const std::string& headers) {
  return "HTTP/1.1 " + std::to_string(status) + " Scripted\r\nConnection: close\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string multistatus(const std::string& responses, const std::string& token) {
  const std::string tail = token.empty() ? "" : "<D:sync-token>" + token + "</D:sync-token>";
  return answer(207,
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><D:multistatus xmlns:D=\"DAV:\" "
                "xmlns:K=\"urn:ietf:params:xml:ns:carddav\">" +
                    responses + tail + "</D:multistatus>",
                "Content-Type: application/xml; charset=utf-8\r\n");
}

std::string card_response(const std::string& href, const std::string& etag, const std::string& text) {
  const std::string data = text.empty() ? "" : "<K:address-data>" + text + "</K:address-data>";
  const std::string mark = etag.empty() ? "" : "<D:getetag>" + etag + "</D:getetag>";
  return "<D:response><D:href>" + href + "</D:href><D:propstat><D:prop>" + mark + data +
         "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
}

}  // namespace goodturn::tests
