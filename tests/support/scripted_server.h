// A small HTTP server on loopback that plays a script and remembers what it was asked.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace goodturn::tests {

/// What a client sent.
struct Asked {
  std::string method;
  std::string target;
  std::string head;  ///< request line and headers as received
  std::string body;
  /// The value of a header, name in any case; empty where it is missing.
  [[nodiscard]] std::string header(const std::string& name) const;
};

/// Writes bytes to the client; false once it is gone.
using Writer = std::function<bool(const std::string&)>;
/// Answers one request with raw bytes (status line, headers, body); the connection is closed after it.
using Script = std::function<void(const Asked&, const Writer&)>;

/// A certificate made for a test: expired, or valid but signed by itself.
enum class Certificate { none, self_signed, expired };

/// Whether the server asks for a certificate of the user's own, and whether it goes on without one.
enum class OwnCertificate { not_asked, asked, required, required_by_tls_1_2 };

class ScriptedServer {
 public:
  explicit ScriptedServer(Script script, Certificate certificate = Certificate::none,
                          OwnCertificate own = OwnCertificate::not_asked);
  ~ScriptedServer();
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  /// "http://127.0.0.1:PORT" or "https://localhost:PORT"
  [[nodiscard]] std::string origin() const;
  /// Every request so far.
  [[nodiscard]] std::vector<Asked> asked() const;
  /// The certificate's PEM file, to be trusted by a test.
  [[nodiscard]] std::string certificate_file() const;
  /// The SHA-256 of the certificate as hexadecimal pairs with colons.
  [[nodiscard]] std::string fingerprint() const;

 private:
  struct Listener;
  std::unique_ptr<Listener> listener_;
};

/// "HTTP/1.1 STATUS …" with Content-Length, extra header lines (each ending in CRLF) and the body.
[[nodiscard]] std::string answer(int status, const std::string& body, const std::string& headers = {});
/// A 207 with these response elements inside a multistatus whose prefix for DAV: is "D", for CardDAV "K".
[[nodiscard]] std::string multistatus(const std::string& responses, const std::string& token = {});
/// One response element of a card, text escaped by the caller.
[[nodiscard]] std::string card_response(const std::string& href, const std::string& etag,
                                        const std::string& text);

}  // namespace goodturn::tests
