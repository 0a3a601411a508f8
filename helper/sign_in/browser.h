// A sign-in through the browser: the address to open, the way back, the tokens.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "helper/sign_in/grants.h"

namespace goodturn::helper {

/// Where to sign in, as the user or a preset names it.
struct AuthorityChoice {
  std::string issuer;  ///< address of the authorization server
  std::string client;  ///< client id, RFC 6749 §2.2
  std::string client_secret = {};
  std::string scope = {};
};

/// How long somebody may take in the browser.
inline constexpr std::chrono::minutes longest_sign_in{10};

/// Asks the issuer for its places. Errors: invalid (no client id), those of Authority::discover.
[[nodiscard]] Result<sign_in::OAuth> find_authority(World& world, const AuthorityChoice& choice);

/// One try. Used by one thread at a time; destroying it closes the way back.
class BrowserSignIn {
 public:
  /// Opens the way back. Errors: network.
  [[nodiscard]] static Result<std::unique_ptr<BrowserSignIn>> begin(World& world, sign_in::OAuth oauth,
                                                                    std::string client_secret);
  /// To be opened in the user's own browser; carries no secret.
  [[nodiscard]] const std::string& address() const { return address_; }
  /// Waits for the browser and fetches the tokens. Errors: timeout, cancelled, auth (declined), those of
  /// Authority::ask.
  Result<std::shared_ptr<HeldGrant>> wait(const Cancelled& cancelled, std::chrono::milliseconds limit);

 private:
  BrowserSignIn(World& world, sign_in::OAuth oauth, std::string client_secret,
                std::unique_ptr<Landing> landing);

  World& world_;
  sign_in::OAuth oauth_;
  std::string client_secret_;
  std::unique_ptr<Landing> landing_;
  sign_in::Attempt attempt_;
  std::string address_;
};

}  // namespace goodturn::helper
