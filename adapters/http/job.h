// One request on its way to an outcome: redirects, change of sign-in, repetitions.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <random>

#include "adapters/http/message.h"
#include "adapters/http/settings.h"
#include "adapters/http/transfer.h"

namespace goodturn::http {

struct Job {
  std::size_t index = 0;
  Request request;
  int tries = 0;
  int hops = 0;
  bool digest_tried = false;
  std::string token;                   ///< that was sent with it
  bool token_tried = false;            ///< another one after a 401
  std::unique_ptr<Transfer> transfer;  ///< while in flight
};

inline constexpr int most_hops = 5;

/// What to do after a try.
struct Step {
  enum class Kind { done, at_once, after_wait } kind = Kind::done;
  std::chrono::milliseconds wait{0};
};

/// Follows a redirect inside the origin by changing the job's URL (method and body stay, RFC 9110
/// §15.4 asks that of 307 and 308; 301 and 302 are treated alike since a PROPFIND must stay one).
/// False where the answer is no such redirect, or after most_hops.
bool follow(Job& job, const Response& response);

/// Whether and when an outcome is worth another try. `delivered`: the sink got bytes.
[[nodiscard]] Step next_step(const Job& job, const Result<Response>& outcome, bool delivered,
                             const Retries& retries, std::minstd_rand& dice);

}  // namespace goodturn::http
