// How careful a client is: limits, times, retries. The defaults are those of everyday use.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "core/ports.h"

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
  /// With less than `least` bytes sent or received in this time a request is given up; more begins it anew,
  /// so that a slow line may take as long as it must for a large account.
  std::chrono::seconds crawl{300};
  std::size_t least = 64u << 10;
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
  /// Through the proxies that the environment names (https_proxy, no_proxy …); never to this computer itself.
  bool proxies_of_environment = false;
  /// SHA-256 of a certificate that the user accepted, pairs with colons: trusted for this client's origin,
  /// whoever issued it, whatever name and dates it has. Every other one is judged as usual.
  std::string accepted_certificate;
  std::string client_certificate;  ///< the user's own with its key, PEM or PKCS#12 (.p12, .pfx); empty: none
  /// On loopback there is no wire to spare and unpacking costs more than it saves (0.37 s : 0.30 s for
  /// 10,000 contacts), so packed answers are not asked for there unless this is set.
  bool packed_on_loopback = false;
};

/// Empty user and no bearer: requests go out without sign-in.
struct Credentials {
  std::string user;
  std::string password;
  std::string passphrase = {};  ///< of Settings::client_certificate
  Bearer bearer = {};           ///< signs in with tokens (RFC 6750) instead of user and password
};

}  // namespace goodturn::http
