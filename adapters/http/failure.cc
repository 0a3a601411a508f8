#include "adapters/http/failure.h"

namespace goodturn::http {
namespace {

// Results of certificate checks, <openssl/x509_vfy.h>: named here since only these few get own words.
enum CertificateFlaw : long {
  not_yet_valid = 9,
  expired = 10,
  self_signed = 18,
  self_signed_chain = 19,
  other_name = 62,
  other_address = 64
};

std::string certificate_words(CURL* easy, const Url& url, const CertificateCheck& check) {
  const std::string& fingerprint = check.fingerprint;
  long flaw = 0;
  curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &flaw);
  const std::string of = "The certificate of " + url.host +
                         (check.accepted.empty() ? "" : " is not the one that you accepted, and it");
  const std::string stopped =
      ". Nothing was sent." + (fingerprint.empty() ? "" : " Its SHA-256 fingerprint is " + fingerprint + ".");
  switch (flaw) {
    case expired:
      return of + " has expired" + stopped + " Ask whoever runs the server to renew it.";
    case not_yet_valid:
      return of + " is not valid yet" + stopped + " Check this computer's date and time.";
    case self_signed:
    case self_signed_chain:
      return of + " is self-signed" + stopped +
             " If the server is yours and has the same fingerprint, you can accept this certificate for the "
             "account.";
    case 0:
    case other_name:
    case other_address:
      return of + " belongs to another name" + stopped + " Check the address for typing mistakes.";
    default:
      return of + " is not issued by anyone this computer trusts" + stopped +
             " Ask whoever runs the server which fingerprint it has; with the same one you can accept this "
             "certificate for the account.";
  }
}

Error make(ErrorKind kind, std::string what, const Url& url) {
  return Error{kind, std::move(what), url.origin() + url.path, 0, std::nullopt};
}

Error refused_certificate(std::string what, const Url& url, const CertificateCheck& check) {
  Error error = make(ErrorKind::suspicious, std::move(what), url);
  error.certificate = check.fingerprint;
  return error;
}

}  // namespace

Error transfer_error(CURLcode code, CURL* easy, const Url& url, const CertificateCheck& check) {
  const std::string port = std::to_string(url.port);
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return make(ErrorKind::network,
                  "No server named " + url.host +
                      " was found. Check the address for typing mistakes and that "
                      "this computer is online.",
                  url);
    case CURLE_COULDNT_CONNECT:
      return make(ErrorKind::network,
                  url.host + " does not accept connections on port " + port +
                      ". Check the address and port; "
                      "if they are right, the server may be down: try again later.",
                  url);
    case CURLE_OPERATION_TIMEDOUT:
      return make(ErrorKind::timeout, url.host + " did not answer in time. Try again later.", url);
    case CURLE_PEER_FAILED_VERIFICATION:
      return refused_certificate(certificate_words(easy, url, check), url, check);
    case CURLE_SSL_CONNECT_ERROR:
      return make(ErrorKind::network,
                  url.host + " gives no secure connection on port " + port + ". Check the address and port.",
                  url);
    case CURLE_SSL_CERTPROBLEM:
      return make(ErrorKind::auth,
                  "Your own certificate cannot be used. Check its file, that the key is in it, and the "
                  "passphrase.",
                  url);
    case CURLE_SSL_CACERT_BADFILE:
      return make(ErrorKind::storage, "The file of trusted certificates cannot be read.", url);
    case CURLE_ABORTED_BY_CALLBACK:
      return make(ErrorKind::cancelled, "Stopped on request.", url);
    case CURLE_BAD_CONTENT_ENCODING:
      return make(ErrorKind::protocol,
                  "The compressed answer of " + url.host + " is damaged. Try again later.", url);
    default:
      return make(ErrorKind::network, "The connection to " + url.host + " broke off. Try again later.", url);
  }
}

Error too_large_error(const Url& url, std::size_t limit) {
  Error error = make(ErrorKind::protocol,
                     "The answer of " + url.host + " is larger than the " + std::to_string(limit >> 20) +
                         " MiB that are accepted, so it was stopped. Ask whoever runs the server.",
                     url);
  error.http_status = too_large_status;
  return error;
}

}  // namespace goodturn::http
