#include "adapters/http/job.h"

#include <algorithm>

#include "adapters/http/status.h"

namespace goodturn::http {
namespace {

bool may_pass(const Job& job, const Result<Response>& outcome, bool delivered) {
  if (outcome) return is_write(job.request) ? not_done(outcome->status) : worth_repeating(outcome->status);
  const ErrorKind kind = outcome.error().kind;
  if (kind != ErrorKind::network && kind != ErrorKind::timeout) return false;
  // A write whose answer was lost may have been carried out: its sender asks the server, not we.
  return !delivered && !is_write(job.request);
}

std::chrono::milliseconds backoff(int tries, const Retries& retries, std::minstd_rand& dice) {
  auto wait = retries.first;
  for (int i = 1; i < tries; ++i) wait *= 4;
  return wait * std::uniform_int_distribution<int>(70, 130)(dice) / 100;
}

}  // namespace

bool follow(Job& job, const Response& response) {
  const bool redirects =
      response.status == 301 || response.status == 302 || response.status == 307 || response.status == 308;
  const auto location = response.header("location");
  if (!redirects || !location || job.hops >= most_hops) return false;
  const auto target = resolve(response.url, *location);
  if (!target || target->origin() != job.request.url.origin()) return false;
  job.request.url = *target;
  ++job.hops;
  return true;
}

Step next_step(const Job& job, const Result<Response>& outcome, bool delivered, const Retries& retries,
               std::minstd_rand& dice) {
  if (job.tries > retries.count || !may_pass(job, outcome, delivered)) return {};
  auto wait = backoff(job.tries, retries, dice);
  if (outcome && outcome->retry_after) {
    if (*outcome->retry_after > retries.longest_wait) return {};
    wait = std::max<std::chrono::milliseconds>(wait, *outcome->retry_after);
  }
  return {Step::Kind::after_wait, wait};
}

}  // namespace goodturn::http
