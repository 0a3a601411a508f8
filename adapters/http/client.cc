#include "adapters/http/client.h"

#include <algorithm>
#include <deque>
#include <list>
#include <thread>

#include "adapters/http/job.h"

namespace goodturn::http {
namespace {

/// libcurl asks for one global set-up before any thread uses it.
void start_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  (void)started;
}

struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

Error cancelled_error(const Url& url) {
  return Error{ErrorKind::cancelled, "Stopped on request.", url.origin(), 0, std::nullopt};
}

bool offers_digest_only(const Response& response) {
  bool digest = false;
  for (const auto& [name, value] : response.headers) {
    if (name != "www-authenticate") continue;
    std::string scheme = value.substr(0, value.find(' '));
    for (char& c : scheme) c = static_cast<char>(c | 0x20);
    if (scheme == "basic") return false;
    digest = digest || scheme == "digest";
  }
  return digest;
}

/// Without the brackets of an IPv6 address.
std::string bare(const std::string& host) {
  return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

SignIn first_sign_in(const Credentials& credentials) {
  if (credentials.bearer) return SignIn::bearer;
  return credentials.user.empty() ? SignIn::none : SignIn::basic;
}

}  // namespace

struct Client::Connection {
  Url origin;
  Credentials credentials;
  Settings settings;
  Cancelled cancelled;
  SignIn sign_in = SignIn::none;
  Traffic traffic;
  bool busy = false;
  std::minstd_rand dice{std::random_device{}()};
  OpenSockets sockets;           ///< before what closes them
  CertificateCheck certificate;  ///< before what opens and closes the connections
  std::unique_ptr<CURLM, MultiDeleter> multi;
  std::vector<Easy> idle;

  std::optional<Error> refusal(const Url& url) const;
  bool is_cancelled() const { return cancelled && cancelled(); }
  bool wait(std::chrono::milliseconds time) const;
  Result<void> start(Job& job);
  bool renew(Job& job, Result<Response>& outcome);
  Result<Response> stop(Job& job, CURLcode code);
  void abandon(std::list<Job>& active);
  Step settle(Job& job, Result<Response>& outcome, bool delivered);
  Result<void> collect(std::list<Job>& active, std::deque<Job>& queue, std::deque<Job>& later,
                       std::chrono::milliseconds& pause, const OnResponse& on_response);
  Result<void> run(std::deque<Job> waiting, std::size_t in_flight, const OnResponse& on_response);
};

std::optional<Error> Client::Connection::refusal(const Url& url) const {
  if (url.origin() != origin.origin())
    return Error{
        ErrorKind::invalid, "This address is on another server than the account.", url.origin(), 0, {}};
  if (url.scheme == "http" && !url.is_loopback() && !settings.plain_http_allowed)
    return Error{
        ErrorKind::invalid,
        "This address would send your password unprotected. Use an address that starts with https://.",
        url.origin(),
        0,
        {}};
  return std::nullopt;
}

bool Client::Connection::wait(std::chrono::milliseconds time) const {
  constexpr std::chrono::milliseconds slice(100);
  for (; time.count() > 0; time -= slice) {
    if (is_cancelled()) return false;
    const auto nap = std::min(time, slice);
    if (settings.sleeper) {
      settings.sleeper(nap);
    } else {
      std::this_thread::sleep_for(nap);
    }
  }
  return !is_cancelled();
}

/// Errors: those of the bearer.
Result<void> Client::Connection::start(Job& job) {
  if (sign_in == SignIn::bearer && job.token.empty()) {
    auto token = credentials.bearer("");
    if (!token) return fail(token.error());
    job.token = std::move(*token);
  }
  Easy easy;
  if (idle.empty()) {
    easy.reset(curl_easy_init());
  } else {
    easy = std::move(idle.back());
    idle.pop_back();
  }
  ++job.tries;
  ++traffic.requests;
  traffic.bytes_up += static_cast<std::int64_t>(job.request.body.size());
  job.transfer = std::make_unique<Transfer>(std::move(easy), sockets, certificate, job.request, settings,
                                            credentials, sign_in, job.token, cancelled);
  curl_multi_add_handle(multi.get(), job.transfer->easy());
  return {};
}

/// Whether a refused token was replaced by another, which is tried once. Where there is none, its error is
/// the outcome: it says more than the server's 401.
bool Client::Connection::renew(Job& job, Result<Response>& outcome) {
  if (outcome->status != 401 || sign_in != SignIn::bearer || job.token_tried) return false;
  job.token_tried = true;
  auto token = credentials.bearer(job.token);
  if (!token) outcome = fail(token.error());
  if (!token || *token == job.token) return false;
  job.token = std::move(*token);
  return true;
}

Result<Response> Client::Connection::stop(Job& job, CURLcode code) {
  CURL* easy = job.transfer->easy();
  curl_off_t received = 0;
  curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
  traffic.bytes_down += received;
  curl_multi_remove_handle(multi.get(), easy);
  auto outcome = job.transfer->finish(code);
  idle.push_back(job.transfer->release());
  return outcome;
}

void Client::Connection::abandon(std::list<Job>& active) {
  for (Job& job : active)
    if (job.transfer) (void)stop(job, CURLE_ABORTED_BY_CALLBACK);
  active.clear();
}

Step Client::Connection::settle(Job& job, Result<Response>& outcome, bool delivered) {
  const bool may_digest = sign_in == SignIn::basic || sign_in == SignIn::digest;
  if (outcome && (follow(job, *outcome) || renew(job, outcome))) return {Step::Kind::at_once, {}};
  if (outcome && outcome->status == 401 && may_digest && !job.digest_tried && offers_digest_only(*outcome)) {
    job.digest_tried = true;
    sign_in = SignIn::digest;
    return {Step::Kind::at_once, {}};
  }
  return next_step(job, outcome, delivered, settings.retries, dice);
}

/// Takes finished transfers off `active`: reports them, or puts them up for another try.
Result<void> Client::Connection::collect(std::list<Job>& active, std::deque<Job>& queue,
                                         std::deque<Job>& later, std::chrono::milliseconds& pause,
                                         const OnResponse& on_response) {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    auto at = active.begin();
    while (at->transfer->easy() != message->easy_handle) ++at;
    const bool delivered = at->transfer->delivered();
    auto outcome = stop(*at, code);
    const Step step = settle(*at, outcome, delivered);
    Job job = std::move(*at);
    active.erase(at);
    job.transfer.reset();
    if (step.kind == Step::Kind::at_once) {
      --job.tries;
      queue.push_back(std::move(job));
    } else if (step.kind == Step::Kind::after_wait) {
      pause = std::max(pause, step.wait);
      later.push_back(std::move(job));
    } else if (auto told = on_response(job.index, std::move(outcome)); !told) {
      return told;
    }
  }
  return {};
}

Result<void> Client::Connection::run(std::deque<Job> queue, std::size_t in_flight,
                                     const OnResponse& on_response) {
  std::list<Job> active;
  std::deque<Job> later;
  std::chrono::milliseconds pause(0);
  while (!queue.empty() || !active.empty() || !later.empty()) {
    if (queue.empty() && active.empty()) {
      if (!wait(pause)) return fail(cancelled_error(origin));
      pause = {};
      queue.swap(later);
    }
    while (!queue.empty() && active.size() < in_flight) {
      active.push_back(std::move(queue.front()));
      queue.pop_front();
      if (auto started = start(active.back()); !started) {
        active.pop_back();
        abandon(active);
        return started;
      }
    }
    int running = 0;
    curl_multi_perform(multi.get(), &running);
    if (auto told = collect(active, queue, later, pause, on_response); !told) {
      abandon(active);
      return told;
    }
    if (is_cancelled()) {
      abandon(active);
      return fail(cancelled_error(origin));
    }
    if (running > 0) curl_multi_poll(multi.get(), nullptr, 0, 100, nullptr);
  }
  return {};
}

Client::Client(const Url& origin, Credentials credentials, Settings settings, Cancelled cancelled)
    : connection_(std::make_unique<Connection>()) {
  start_curl();
  connection_->origin = origin;
  connection_->sign_in = first_sign_in(credentials);
  connection_->credentials = std::move(credentials);
  connection_->certificate = {settings.accepted_certificate, bare(origin.host)};
  connection_->settings = std::move(settings);
  connection_->cancelled = std::move(cancelled);
  connection_->multi.reset(curl_multi_init());
}

Client::~Client() = default;

Result<Response> Client::send(Request request) {
  Result<Response> outcome = fail(cancelled_error(request.url));
  std::vector<Request> one;
  one.push_back(std::move(request));
  const auto sent = send_all(std::move(one), 1, [&](std::size_t, Result<Response> response) -> Result<void> {
    outcome = std::move(response);
    return {};
  });
  if (!sent) return fail(sent.error());
  return outcome;
}

Result<void> Client::send_all(std::vector<Request> requests, std::size_t in_flight,
                              const OnResponse& on_response) {
  if (connection_->busy)
    return fail(ErrorKind::busy, "A request is already under way on this connection.", origin().origin());
  if (connection_->is_cancelled()) return fail(cancelled_error(origin()));
  std::deque<Job> queue;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (const auto refused = connection_->refusal(requests[i].url)) return fail(*refused);
    Job job;
    job.index = i;
    job.request = std::move(requests[i]);
    queue.push_back(std::move(job));
  }
  connection_->busy = true;
  auto result = connection_->run(std::move(queue), std::max<std::size_t>(in_flight, 1), on_response);
  connection_->busy = false;
  return result;
}

const Url& Client::origin() const { return connection_->origin; }
const Settings& Client::settings() const { return connection_->settings; }
Traffic Client::traffic() const { return connection_->traffic; }

}  // namespace goodturn::http
