// How an account signs in.
#pragma once

#include <string>

#include "core/base/time.h"

namespace goodturn::sign_in {

enum class Kind {
  password,  ///< Basic, or Digest where the server wants it (RFC 7617, RFC 7616)
  token,     ///< one that the user got from the server's own pages (RFC 6750)
  oauth      ///< tokens of an authorization server, renewed without the user (RFC 6749)
};

/// An authorization server and what we are called there. No secret is among it.
struct OAuth {
  std::string issuer;         ///< as RFC 8414 names it; empty: nothing is known
  std::string authorization;  ///< where the browser goes
  std::string token;          ///< where codes and refresh tokens are exchanged
  std::string revocation;     ///< RFC 7009; empty: the server has none
  std::string client;         ///< client identifier, RFC 6749 §2.2
  std::string scope;          ///< words with spaces between; empty: the server's own default
  bool operator==(const OAuth&) const = default;
};

/// What is kept with the account; passwords and tokens are kept elsewhere.
struct SignIn {
  Kind kind = Kind::password;
  OAuth oauth = {};              ///< of kind oauth
  bool withdrawn = false;        ///< kind oauth: the server takes no token of ours any more
  std::string certificate = {};  ///< SHA-256 of a server certificate that the user looked at and accepted
  std::string client_certificate =
      {};  ///< file with a certificate of the user's own and its key; empty: none
  bool operator==(const SignIn&) const = default;
};

/// What an authorization server gave us. All of it is secret.
struct Grant {
  std::string access_token;
  std::string refresh_token;  ///< empty: the user has to sign in again once the access token is too old
  std::string client_secret;  ///< of our own client; empty for a public one
  Instant expires{};          ///< of the access token
  bool operator==(const Grant&) const = default;
};

}  // namespace goodturn::sign_in
