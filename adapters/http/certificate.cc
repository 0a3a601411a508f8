#include "adapters/http/certificate.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <array>

namespace goodturn::http {
namespace {

int check_place() {
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

CertificateCheck* check_of(const SSL* tls) {
  return static_cast<CertificateCheck*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(tls), check_place()));
}

/// Called by OpenSSL for each certificate of the chain; the verdict stays, but for the accepted one.
int on_certificate(int accepted, X509_STORE_CTX* context) {
  const auto* tls =
      static_cast<SSL*>(X509_STORE_CTX_get_ex_data(context, SSL_get_ex_data_X509_STORE_CTX_idx()));
  const X509* certificate = X509_STORE_CTX_get0_cert(context);
  if (tls == nullptr || certificate == nullptr) return accepted;
  CertificateCheck* check = check_of(tls);
  if (check == nullptr) return accepted;
  check->fingerprint = sha256_of(certificate);
  if (check->accepted.empty() || check->fingerprint != check->accepted) return accepted;
  X509_STORE_CTX_set_error(context, X509_V_OK);
  return 1;
}

/// Called by OpenSSL where the server asks for a certificate of the user's own and none was given.
int on_own_asked(SSL* tls, X509**, EVP_PKEY**) {
  if (CertificateCheck* check = check_of(tls)) check->own_asked = true;
  return 0;
}

/// Called by OpenSSL for alerts, among others: how a server that was shown none ends the connection differs
/// with its program and the version of TLS.
void on_alert(const SSL* tls, int place, int alert) {
  if ((place & SSL_CB_READ_ALERT) != SSL_CB_READ_ALERT) return;
  constexpr std::array wanting{SSL_AD_HANDSHAKE_FAILURE, SSL_AD_BAD_CERTIFICATE, SSL_AD_CERTIFICATE_UNKNOWN,
                               SSL_AD_ACCESS_DENIED, SSL_AD_CERTIFICATE_REQUIRED};
  CertificateCheck* check = check_of(tls);
  if (check == nullptr || !check->own_asked) return;
  const bool is_wanting = std::find(wanting.begin(), wanting.end(), alert & 0xFF) != wanting.end();
  check->own_required = check->own_required || is_wanting;
}

/// Where a certificate was accepted curl does not compare the name, or the accepted one would be refused for
/// it; every other must have the right name all the same.
bool require_name(SSL_CTX* tls, const std::string& host) {
  X509_VERIFY_PARAM* wanted = SSL_CTX_get0_param(tls);
  return X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) == 1 ||
         X509_VERIFY_PARAM_set1_host(wanted, host.data(), host.size()) == 1;
}

CURLcode on_context(CURL*, void* context, void* check_pointer) {
  auto* tls = static_cast<SSL_CTX*>(context);
  auto* check = static_cast<CertificateCheck*>(check_pointer);
  SSL_CTX_set_ex_data(tls, check_place(), check);
  SSL_CTX_set_verify(tls, SSL_CTX_get_verify_mode(tls), &on_certificate);
  SSL_CTX_set_client_cert_cb(tls, &on_own_asked);
  SSL_CTX_set_info_callback(tls, &on_alert);
  if (!check->accepted.empty() && !require_name(tls, check->host)) return CURLE_SSL_CERTPROBLEM;
  return CURLE_OK;
}

}  // namespace

void check_certificate(CURL* easy, CertificateCheck& check) {
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &on_context);
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, &check);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, check.accepted.empty() ? 2L : 0L);
}

}  // namespace goodturn::http
