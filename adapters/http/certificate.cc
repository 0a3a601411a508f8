#include "adapters/http/certificate.h"

#include <openssl/ssl.h>

#include <array>

namespace goodturn::http {
namespace {

int fingerprint_place() {
  static const int place = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return place;
}

std::string sha256_of(const X509* certificate) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  std::string text;
  if (X509_digest(certificate, EVP_sha256(), hash.data(), &size) != 1) return text;
  for (unsigned int i = 0; i < size; ++i) {
    if (i > 0) text += ':';
    text += digits[hash[i] >> 4];
    text += digits[hash[i] & 0xF];
  }
  return text;
}

/// Called by OpenSSL for each certificate of the chain; gives its verdict back unchanged.
int on_certificate(int accepted, X509_STORE_CTX* check) {
  const auto* tls =
      static_cast<SSL*>(X509_STORE_CTX_get_ex_data(check, SSL_get_ex_data_X509_STORE_CTX_idx()));
  const X509* certificate = X509_STORE_CTX_get0_cert(check);
  if (tls == nullptr || certificate == nullptr) return accepted;
  auto* fingerprint =
      static_cast<std::string*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(tls), fingerprint_place()));
  if (fingerprint != nullptr) *fingerprint = sha256_of(certificate);
  return accepted;
}

CURLcode on_context(CURL*, void* context, void* fingerprint) {
  auto* tls = static_cast<SSL_CTX*>(context);
  SSL_CTX_set_ex_data(tls, fingerprint_place(), fingerprint);
  SSL_CTX_set_verify(tls, SSL_CTX_get_verify_mode(tls), &on_certificate);
  return CURLE_OK;
}

}  // namespace

void note_certificate(CURL* easy, std::string& fingerprint) {
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &on_context);
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, &fingerprint);
}

}  // namespace goodturn::http
