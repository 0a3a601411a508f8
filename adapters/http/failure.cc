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

/// What is wrong with the certificate, and what to do about it.
std::pair<std::string_view, std::string_view> flaw_words(long flaw) {
  switch (flaw) {
    case expired:
      return {"The certificate of {host} has expired. Nothing was sent.",
              "Ask whoever runs the server to renew it."};
    case not_yet_valid:
      return {"The certificate of {host} is not valid yet. Nothing was sent.",
              "Check this computer's date and time."};
    case self_signed:
    case self_signed_chain:
      return {"The certificate of {host} is self-signed. Nothing was sent.",
              "If the server is yours and has the same fingerprint, you can accept this certificate for the "
              "account."};
    case 0:
    case other_name:
    case other_address:
      return {"The certificate of {host} belongs to another name. Nothing was sent.",
              "Check the address for typing mistakes."};
    default:
      return {"The certificate of {host} is not issued by anyone this computer trusts. Nothing was sent.",
              "Ask whoever runs the server which fingerprint it has; with the same one you can accept this "
              "certificate for the account."};
  }
}

Said certificate_words(CURL* easy, const Url& url, const CertificateCheck& check) {
  long flaw = 0;
  curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &flaw);
  const auto [wrong, advice] = flaw_words(flaw);
  std::vector<Said> sentences = {Said(wrong, {{"host", url.host}})};
  if (!check.accepted.empty()) sentences.emplace_back("It is not the one that you accepted.");
  if (!check.fingerprint.empty())
    sentences.push_back(
        Said("Its SHA-256 fingerprint is {fingerprint}.", {{"fingerprint", check.fingerprint}}));
  sentences.emplace_back(advice);
  return in_a_row(std::move(sentences));
}

Error make(ErrorKind kind, Said what, const Url& url) {
  return error_of(kind, std::move(what), url.origin() + url.path);
}

Error make(ErrorKind kind, std::string_view what, const Url& url) { return make(kind, Said(what), url); }

Error refused_certificate(Said what, const Url& url, const CertificateCheck& check) {
  Error error = make(ErrorKind::suspicious, std::move(what), url);
  error.certificate = check.fingerprint;
  return error;
}

}  // namespace

Error transfer_error(CURLcode code, CURL* easy, const Url& url, const CertificateCheck& check) {
  const auto at_host = [&](std::string_view what) { return Said(what, {{"host", url.host}}); };
  const auto at_port = [&](std::string_view what) {
    return Said(what, {{"host", url.host}, {"port", std::to_string(url.port)}});
  };
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return make(ErrorKind::network,
                  at_host("No server named {host} was found. Check the address for typing mistakes and that "
                          "this computer is online."),
                  url);
    case CURLE_COULDNT_CONNECT:
      return make(ErrorKind::network,
                  at_port("{host} does not accept connections on port {port}. Check the address and port; "
                          "if they are right, the server may be down: try again later."),
                  url);
    case CURLE_OPERATION_TIMEDOUT:
      return make(ErrorKind::timeout, at_host("{host} did not answer in time. Try again later."), url);
    case CURLE_PEER_FAILED_VERIFICATION:
      return refused_certificate(certificate_words(easy, url, check), url, check);
    case CURLE_SSL_CONNECT_ERROR:
      return make(ErrorKind::network,
                  at_port("{host} gives no secure connection on port {port}. Check the address and port."),
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
                  at_host("The compressed answer of {host} is damaged. Try again later."), url);
    default:
      return make(ErrorKind::network, at_host("The connection to {host} broke off. Try again later."), url);
  }
}

Error too_large_error(const Url& url, std::size_t limit) {
  Error error = make(ErrorKind::protocol,
                     Said("The answer of {host} is larger than the {limit} MiB that are accepted, so it was "
                          "stopped. Ask whoever runs the server.",
                          {{"host", url.host}, {"limit", static_cast<std::int64_t>(limit >> 20)}}),
                     url);
  error.http_status = too_large_status;
  return error;
}

}  // namespace goodturn::http
