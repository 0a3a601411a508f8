// Sign-ins through the browser that the pages began: each waits on a thread of its own.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "helper/sign_in/browser.h"

namespace goodturn::helper {

/// Thread-safe. The destructor cancels all and waits for them.
class SignIns {
 public:
  /// At most this many are remembered; the oldest makes room.
  static constexpr std::size_t most = 8;

  explicit SignIns(World& world) : world_(world) {}
  ~SignIns();
  SignIns(const SignIns&) = delete;
  SignIns& operator=(const SignIns&) = delete;

  struct Begun {
    std::string id;
    std::string address;  ///< to open in the browser
  };
  /// Errors: those of find_authority and BrowserSignIn::begin.
  Result<Begun> begin(const AuthorityChoice& choice, std::chrono::milliseconds limit = longest_sign_in);
  /// The same for an account that signed in this way before. Errors: not_found, invalid.
  Result<Begun> begin_again(sync::AccountId account, std::chrono::milliseconds limit = longest_sign_in);

  struct State {
    bool waiting = true;
    std::optional<Error> error;  ///< why it ended without tokens
  };
  /// Errors: not_found.
  [[nodiscard]] Result<State> state(const std::string& id) const;
  /// Stops waiting, and forgets it. Errors: not_found.
  Result<void> cancel(const std::string& id);
  /// The tokens. Errors: not_found, busy (still waiting), that of the sign-in.
  [[nodiscard]] Result<std::shared_ptr<HeldGrant>> grant(const std::string& id) const;

 private:
  struct Running {
    std::unique_ptr<BrowserSignIn> browser;
    std::atomic<bool> cancelled = false;
    mutable std::mutex mutex;
    std::optional<Result<std::shared_ptr<HeldGrant>>> outcome;
    std::thread thread;  ///< last: what it uses lives longer
    ~Running();
  };
  Result<Begun> start(sign_in::OAuth oauth, std::string client_secret, std::chrono::milliseconds limit);
  [[nodiscard]] std::shared_ptr<Running> find(const std::string& id) const;

  World& world_;
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Running>> running_;
  std::vector<std::string> order_;
};

/// What `account` needs to sign in again: its authorization server and the secret of our client there.
/// Errors: not_found; invalid where it does not sign in through a browser.
struct KnownAuthority {
  sign_in::OAuth oauth;
  std::string client_secret;
};
[[nodiscard]] Result<KnownAuthority> known_authority(World& world, sync::AccountId account);

}  // namespace goodturn::helper
