// How careful a client is: limits, times, retries. The defaults are those of everyday use.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace goodturn::http {

struct Limits {
  std::size_t answer = 64u << 20;    ///< decoded bytes of one answer
  std::size_t resource = 16u << 20;  ///< decoded bytes of one card, event or feed item
  std::size_t headers = 256u << 10;  ///< bytes of all header lines of one answer
  std::size_t expansion = 100;       ///< decoded : received, looked at beyond `expansion_from`
  std::size_t expansion_from = 8u << 20;
};

struct Times {
  std::chrono::milliseconds connect{15'000};
  std::chrono::seconds stall{30};  ///< without a byte
  std::chrono::seconds whole{300};
};

struct Retries {
  int count = 3;                           ///< repetitions after the first try
  std::chrono::milliseconds first{1'000};  ///< then four times as long each, ± 30 %
  std::chrono::seconds longest_wait{60};   ///< a longer Retry-After is reported, not waited for
};

/// Waits; tests give one that only counts.
using Sleeper = std::function<void(std::chrono::milliseconds)>;

struct Settings {
  std::string user_agent = "Goodturn";
  Limits limits;
  Times times;
  Retries retries;
  Sleeper sleeper;                  ///< empty: sleeps for real
  bool plain_http_allowed = false;  ///< the user marked this account; loopback is always allowed
  std::string ca_file;              ///< PEM file of trusted authorities; empty: those of the system
  std::string proxy;                ///< empty: none, whatever the environment says
  /// On loopback there is no wire to spare and unpacking costs more than it saves (0.37 s : 0.30 s for
  /// 10,000 contacts), so packed answers are not asked for there unless this is set.
  bool packed_on_loopback = false;
};

/// Empty user: requests go out without sign-in.
struct Credentials {
  std::string user;
  std::string password;
};

}  // namespace goodturn::http
