#include "adapters/http/transfer.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "adapters/http/certificate.h"
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

}  // namespace

Transfer::Transfer(Easy easy, const Request& request, const Settings& settings,
                   const Credentials& credentials, SignIn sign_in, const Cancelled& cancelled)
    : easy_(std::move(easy)), request_(request), settings_(settings), cancelled_(cancelled) {
  curl_easy_reset(easy_.get());
  response_.url = request.url;
  set_request();
  set_limits_of_trust(credentials, sign_in);
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

void Transfer::set_limits_of_trust(const Credentials& credentials, SignIn sign_in) {
  CURL* curl = easy_.get();
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, request_.url.scheme.c_str());
  curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  note_certificate(curl, fingerprint_);
  if (!settings_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.ca_file.c_str());
  curl_easy_setopt(curl, CURLOPT_PROXY, settings_.proxy.c_str());
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.times.connect.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(settings_.times.whole.count()));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings_.times.stall.count()));
  if (sign_in == SignIn::none) return;
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

int Transfer::on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& cancelled = static_cast<Transfer*>(self)->cancelled_;
  return cancelled && cancelled() ? 1 : 0;
}

bool Transfer::unpacks_suspiciously() const {
  if (body_bytes_ <= settings_.limits.expansion_from) return false;
  curl_off_t received = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &received);
  return body_bytes_ > settings_.limits.expansion * static_cast<std::size_t>(received);
}

bool Transfer::take_body(std::string_view bytes) {
  acknowledge_quickly();
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
  acknowledge_quickly();
  header_bytes_ += line.size();
  answered_ = true;
  if (header_bytes_ > settings_.limits.headers) {
    stopped_ = Error{ErrorKind::protocol,
                     request_.url.host +
                         " sent far too many header lines. Ask whoever runs "
                         "the server.",
                     request_.url.origin(), 0, std::nullopt};
    return false;
  }
  if (line.starts_with("HTTP/")) response_.headers.clear();  // a 401 or 100 before the real answer
  const auto colon = line.find(':');
  if (colon != std::string_view::npos)
    response_.headers.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  return true;
}

void Transfer::acknowledge_quickly() const {
  // Cyrus writes an answer in two parts and waits for the first one's acknowledgement; a delayed one
  // costs 40 ms per request. The kernel drops the mode again by itself, hence every time.
  curl_socket_t socket = CURL_SOCKET_BAD;
  const int on = 1;
  if (curl_easy_getinfo(easy_.get(), CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK && socket != CURL_SOCKET_BAD)
    (void)setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

Result<Response> Transfer::finish(CURLcode code) {
  if (stopped_) return fail(*stopped_);
  if (code != CURLE_OK) return fail(transfer_error(code, easy_.get(), request_.url, fingerprint_));
  long status = 0;
  curl_off_t wait = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &wait);
  response_.status = static_cast<int>(status);
  if (wait > 0) response_.retry_after = std::chrono::seconds(wait);
  return std::move(response_);
}

}  // namespace goodturn::http
