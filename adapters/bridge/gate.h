// The gate: twelve checks between a raw request and anything that acts (security.md 1.7).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "adapters/bridge/head.h"
#include "adapters/bridge/tokens.h"
#include "core/base/error.h"

namespace goodturn::bridge {

/// What a path asks for: nothing (pages, hello, session), an app token in Authorization, or the feed token
/// in the query.
enum class Access { open, app, feed };

inline constexpr std::size_t open_body_limit = 4U << 10U;  ///< bytes of a body that needs no token
inline constexpr std::size_t body_limit = 1U << 20U;       ///< bytes of a JSON body
inline constexpr std::size_t feed_body_limit = 4U << 20U;  ///< bytes of a calendar body
inline constexpr std::size_t head_limit = 32U << 10U;      ///< bytes of a request head
inline constexpr int depth_limit = 64;                     ///< nesting of a JSON body

/// A request that may not pass, and how to say so.
struct Refusal {
  int status = 400;
  ErrorKind kind = ErrorKind::invalid;
  std::string detail;
  bool wrong_token = false;  ///< a token was shown and it was not right: counts for check `rate`
};

/// What the gate knows beside the request itself.
struct GateRules {
  std::uint16_t port = 0;
  std::function<Access(std::string_view path)> access;
  std::function<std::optional<Client>(std::string_view token)> identify;
  bool blocked = false;  ///< too many wrong tokens lately
};

/// A request on its way through the checks.
struct Visit {
  const Head& head;
  const GateRules& rules;
  Access access;
  std::string token;             ///< as presented; "" when absent or given twice
  std::optional<Client> client;  ///< whose token it is, with the scope that `access` asks for
  std::size_t length = 0;        ///< of the body, known after check `length`
  std::string_view body;         ///< empty until the body is there
};

struct Check {
  std::string_view name;
  std::optional<Refusal> (*refuse)(Visit&);
};

/// Checks of the head, in the order in which they are made.
[[nodiscard]] std::span<const Check> head_checks() noexcept;
/// Checks of the body.
[[nodiscard]] std::span<const Check> body_checks() noexcept;

/// Reads who is asking for what, before any check.
[[nodiscard]] Visit arrive(const Head& head, const GateRules& rules);
/// The first refusal, or nothing when all checks pass.
[[nodiscard]] std::optional<Refusal> first_refusal(std::span<const Check> checks, Visit& visit);

/// Counts wrong tokens: a hundred within a minute block wrong tokens for the next one.
class Failures {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr int most = 100;
  void record(Time now);
  [[nodiscard]] bool blocked(Time now) const { return now < blocked_until_; }

 private:
  Time window_{};
  Time blocked_until_{};
  int count_ = 0;
};

/// True for "http://127.0.0.1:PORT", "http://localhost:PORT" and "http://[::1]:PORT".
[[nodiscard]] bool own_origin(std::string_view origin, std::uint16_t port);
/// True for "moz-extension://" and a UUID in lower case.
[[nodiscard]] bool extension_origin(std::string_view origin);

}  // namespace goodturn::bridge
