// One try of one request on one curl handle.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <optional>

#include "adapters/http/certificate.h"
#include "adapters/http/message.h"
#include "adapters/http/open_sockets.h"
#include "adapters/http/settings.h"
#include "core/ports.h"

namespace goodturn::http {

enum class SignIn { none, basic, digest, bearer };

/// Frees a curl handle.
struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;

/// Sets a handle up for a request and gathers what comes. Must stay at its address while curl runs;
/// the request, the settings, the sockets and the check must outlive it.
class Transfer {
 public:
  /// `token`: what SignIn::bearer sends.
  Transfer(Easy easy, OpenSockets& sockets, CertificateCheck& certificate, const Request& request,
           const Settings& settings, const Credentials& credentials, SignIn sign_in, const std::string& token,
           const Cancelled& cancelled);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  [[nodiscard]] CURL* easy() const { return easy_.get(); }
  /// True once the sink got bytes: from then on a repetition would deliver twice.
  [[nodiscard]] bool delivered() const { return delivered_; }

  /// The outcome after curl reported `code`. Call once.
  Result<Response> finish(CURLcode code);
  /// Gives the handle back for the next request of the same origin.
  Easy release() { return std::move(easy_); }

 private:
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_upload(char* bytes, std::size_t size, std::size_t count, void* self);
  static int on_rewind(void* self, curl_off_t offset, int origin);
  static int on_progress(void* self, curl_off_t, curl_off_t received, curl_off_t, curl_off_t sent);

  void set_request();
  void set_body();
  void set_limits_of_trust();
  void set_sign_in(const Credentials& credentials, SignIn sign_in, const std::string& token);
  void set_callbacks();
  bool take_body(std::string_view bytes);
  bool take_header(std::string_view line);
  [[nodiscard]] bool unpacks_suspiciously() const;
  [[nodiscard]] bool crawls(curl_off_t bytes);

  Easy easy_;
  OpenSockets& sockets_;
  CertificateCheck& certificate_;
  const Request& request_;
  const Settings& settings_;
  const Cancelled& cancelled_;
  struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  std::unique_ptr<curl_slist, ListDeleter> header_lines_;
  Response response_;
  std::size_t sent_ = 0;  ///< bytes of the request's body
  bool answered_ = true;  ///< something came since the last of them was sent
  std::size_t header_bytes_ = 0;
  std::size_t body_bytes_ = 0;
  bool delivered_ = false;
  std::chrono::steady_clock::time_point
      watched_from_{};            ///< when so much had come that it counts as progress …
  curl_off_t watched_bytes_ = 0;  ///< … and how much
  std::optional<Error> stopped_;  ///< why a callback of ours ended the transfer
};

}  // namespace goodturn::http
