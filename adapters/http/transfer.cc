#include "adapters/http/transfer.h"

#include "adapters/http/failure.h"
#include "adapters/http/status.h"

namespace goodturn::http {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_pkcs12(const std::string& file) {
  const std::string name = lower(file);
  return name.ends_with(".p12") || name.ends_with(".pfx");
}

}  // namespace

Transfer::Transfer(Easy easy, OpenSockets& sockets, CertificateCheck& certificate, const Request& request,
                   const Settings& settings, const Credentials& credentials, SignIn sign_in,
                   const std::string& token, const Cancelled& cancelled)
    : easy_(std::move(easy)),
      sockets_(sockets),
      certificate_(certificate),
      request_(request),
      settings_(settings),
      cancelled_(cancelled) {
  curl_easy_reset(easy_.get());
  sockets_.watch(easy_.get());
  response_.url = request.url;
  set_request();
  set_limits_of_trust();
  set_sign_in(credentials, sign_in, token);
  set_callbacks();
}

void Transfer::set_request() {
  CURL* curl = easy_.get();
  curl_easy_setopt(curl, CURLOPT_URL, request_.url.text().c_str());
  curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, settings_.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
  if (request_.compressed && (settings_.packed_on_loopback || !request_.url.is_loopback()))
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  const bool has_body = !request_.body.empty() || request_.method == "PUT";
  if (has_body) set_body();
  // Where a kept connection breaks before the answer, curl sends again by itself what has no body, too.
  if (request_.own_connection || (is_write(request_) && !has_body))
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
  if (has_body || request_.method != "GET")
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request_.method.c_str());
  curl_slist* lines = curl_slist_append(nullptr, "Expect:");
  for (const auto& [name, value] : request_.headers)
    lines = curl_slist_append(lines, (name + ": " + value).c_str());
  header_lines_.reset(lines);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
}

/// The body of a write is read through a callback, so that on_rewind() is asked before it goes out again.
void Transfer::set_body() {
  CURL* curl = easy_.get();
  const auto size = static_cast<curl_off_t>(request_.body.size());
  if (!is_write(request_)) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, size);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request_.body.c_str());
    return;
  }
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, size);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Transfer::on_upload);
  curl_easy_setopt(curl, CURLOPT_READDATA, this);
  curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, &Transfer::on_rewind);
  curl_easy_setopt(curl, CURLOPT_SEEKDATA, this);
}

void Transfer::set_limits_of_trust() {
  CURL* curl = easy_.get();
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, request_.url.scheme.c_str());
  curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  check_certificate(curl, certificate_);
  if (!settings_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.ca_file.c_str());
  if (!settings_.proxies_of_environment || request_.url.is_loopback())
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.times.connect.count()));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings_.times.stall.count()));
}

void Transfer::set_sign_in(const Credentials& credentials, SignIn sign_in, const std::string& token) {
  CURL* curl = easy_.get();
  if (const std::string& file = settings_.client_certificate; !file.empty()) {
    // A PEM file holds both; of a PKCS#12 file curl takes the key by itself.
    curl_easy_setopt(curl, CURLOPT_SSLCERT, file.c_str());
    curl_easy_setopt(curl, CURLOPT_SSLCERTTYPE, is_pkcs12(file) ? "P12" : "PEM");
    curl_easy_setopt(curl, CURLOPT_KEYPASSWD, credentials.passphrase.c_str());
  }
  if (sign_in == SignIn::none) return;
  if (sign_in == SignIn::bearer) {
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
    curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, token.c_str());
    return;
  }
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH,
                   static_cast<long>(sign_in == SignIn::basic ? CURLAUTH_BASIC : CURLAUTH_DIGEST));
  curl_easy_setopt(curl, CURLOPT_USERNAME, credentials.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, credentials.password.c_str());
}

void Transfer::set_callbacks() {
  CURL* curl = easy_.get();
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 128L << 10);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
  curl_easy_setopt(curl, CURLOPT_PRIVATE, this);
}

std::size_t Transfer::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  return static_cast<Transfer*>(self)->take_body({bytes, size * count}) ? size * count : 0;
}

std::size_t Transfer::on_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  return static_cast<Transfer*>(self)->take_header({bytes, size * count}) ? size * count : 0;
}

std::size_t Transfer::on_upload(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t copied = transfer.request_.body.copy(bytes, size * count, transfer.sent_);
  transfer.sent_ += copied;
  transfer.answered_ = false;
  return copied;
}

/// Allowed after an answer that asks for it (a Digest challenge), not after a broken connection: the write
/// may have been carried out.
int Transfer::on_rewind(void* self, curl_off_t offset, int origin) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (!transfer.answered_ || origin != SEEK_SET) return CURL_SEEKFUNC_FAIL;
  transfer.sent_ = static_cast<std::size_t>(offset);
  return CURL_SEEKFUNC_OK;
}

int Transfer::on_progress(void* self, curl_off_t, curl_off_t received, curl_off_t, curl_off_t sent) {
  auto& transfer = *static_cast<Transfer*>(self);
  const auto& cancelled = transfer.cancelled_;
  return (cancelled && cancelled()) || transfer.crawls(received + sent) ? 1 : 0;
}

/// curl counts anew where a request goes out again with another sign-in.
bool Transfer::crawls(curl_off_t bytes) {
  const auto now = std::chrono::steady_clock::now();
  if (bytes < watched_bytes_) watched_bytes_ = bytes;
  if (watched_from_ == decltype(watched_from_)() ||
      bytes - watched_bytes_ >= static_cast<curl_off_t>(settings_.times.least)) {
    watched_from_ = now;
    watched_bytes_ = bytes;
  }
  if (now - watched_from_ < settings_.times.crawl) return false;
  stopped_ = transfer_error(CURLE_OPERATION_TIMEDOUT, easy_.get(), request_.url, certificate_);
  return true;
}

bool Transfer::unpacks_suspiciously() const {
  if (body_bytes_ <= settings_.limits.expansion_from) return false;
  curl_off_t received = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &received);
  return body_bytes_ > settings_.limits.expansion * static_cast<std::size_t>(received);
}

bool Transfer::take_body(std::string_view bytes) {
  sockets_.acknowledge();
  body_bytes_ += bytes.size();
  const std::size_t limit = request_.max_body > 0 ? request_.max_body : settings_.limits.answer;
  if (body_bytes_ > limit || unpacks_suspiciously()) {
    stopped_ = too_large_error(request_.url, limit);
    return false;
  }
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  if (!request_.sink || status < 200 || status > 299) {
    response_.body.append(bytes);
    return true;
  }
  delivered_ = true;
  if (const auto taken = request_.sink(bytes); !taken) {
    stopped_ = taken.error();
    return false;
  }
  return true;
}

bool Transfer::take_header(std::string_view line) {
  sockets_.acknowledge();
  header_bytes_ += line.size();
  answered_ = true;
  if (header_bytes_ > settings_.limits.headers) {
    stopped_ = error_of(ErrorKind::protocol,
                        Said("{host} sent far too many header lines. Ask whoever runs the server.",
                             {{"host", request_.url.host}}),
                        request_.url.origin());
    return false;
  }
  if (line.starts_with("HTTP/")) response_.headers.clear();  // a 401 or 100 before the real answer
  const auto colon = line.find(':');
  if (colon != std::string_view::npos)
    response_.headers.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  return true;
}

Result<Response> Transfer::finish(CURLcode code) {
  if (stopped_) return fail(*stopped_);
  const bool lacks_own = certificate_.own_asked && settings_.client_certificate.empty();
  if (code != CURLE_OK && lacks_own && certificate_.own_required)
    return fail(missing_certificate_error(request_.url));
  if (code != CURLE_OK) return fail(transfer_error(code, easy_.get(), request_.url, certificate_));
  response_.lacks_certificate = lacks_own;
  long status = 0;
  curl_off_t wait = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &wait);
  response_.status = static_cast<int>(status);
  if (wait > 0) response_.retry_after = std::chrono::seconds(wait);
  return std::move(response_);
}

}  // namespace goodturn::http
