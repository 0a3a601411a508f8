#include "core/sign_in/consent.h"

#include <array>
#include <cstdint>
#include <optional>

#include "core/base/base64url.h"

namespace goodturn::sign_in {
namespace {

constexpr std::size_t state_bytes = 32;
constexpr std::size_t verifier_bytes = 32;
constexpr std::chrono::seconds spare{60};

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (is_unreserved(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += {'%', digits[byte >> 4], digits[byte & 0xF]};
  }
  return result;
}

std::optional<unsigned> digit_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  return std::nullopt;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto high = at + 2 < text.size() ? digit_of(text[at + 1]) : std::nullopt;
    const auto low = high ? digit_of(text[at + 2]) : std::nullopt;
    if (text[at] == '%' && low) {
      result += static_cast<char>(*high << 4 | *low);
      at += 2;
    } else {
      result += text[at] == '+' ? ' ' : text[at];
    }
  }
  return result;
}

/// The value of the only field of that name; doubled ones count as none (RFC 6749 §3.1).
std::optional<std::string> only(const Fields& fields, std::string_view name) {
  std::optional<std::string> found;
  for (const auto& [key, value] : fields) {
    if (key != name) continue;
    if (found) return std::nullopt;
    found = value;
  }
  return found;
}

/// Takes as long for every text of the same length.
bool is_same(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    difference |=
        static_cast<unsigned char>(one[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(other[i]));
  return difference == 0;
}

Fields with_client(Fields fields, const OAuth& oauth, const std::string& client_secret) {
  fields.emplace_back("client_id", oauth.client);
  if (!client_secret.empty()) fields.emplace_back("client_secret", client_secret);
  return fields;
}

}  // namespace

std::string form_text(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += escaped(name) + "=" + escaped(value);
  }
  return text;
}

Fields read_form(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    const std::string_view field = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), field.size() + 1));
    const auto sign = field.find('=');
    if (field.empty()) continue;
    fields.emplace_back(unescaped(field.substr(0, sign)),
                        sign == std::string_view::npos ? "" : unescaped(field.substr(sign + 1)));
  }
  return fields;
}

Attempt new_attempt(std::string_view random, std::string redirect) {
  return {base64url(random.substr(0, state_bytes)), base64url(random.substr(state_bytes, verifier_bytes)),
          std::move(redirect)};
}

std::string authorization_address(const OAuth& oauth, const Attempt& attempt, std::string_view challenge) {
  Fields fields = {
      {"response_type", "code"},
      {"client_id", oauth.client},
      {"redirect_uri", attempt.redirect},
      {"state", attempt.state},
      {"code_challenge", std::string(challenge)},
      {"code_challenge_method", "S256"},
      // Without being asked anew several servers give no refresh token (OpenID Connect Core §11).
      {"prompt", "consent"}};
  if (!oauth.scope.empty()) fields.emplace_back("scope", oauth.scope);
  const char separator = oauth.authorization.find('?') == std::string::npos ? '?' : '&';
  return oauth.authorization + separator + form_text(fields);
}

Result<std::string> read_landing(std::string_view query, const Attempt& attempt, const OAuth& oauth) {
  const Fields fields = read_form(query);
  const auto state = only(fields, "state");
  if (!state || !is_same(*state, attempt.state))
    return fail(ErrorKind::suspicious, "This is not the answer to a sign-in that is under way here.");
  // RFC 9207 §2.4: where the server names itself, it must be the one that was asked.
  if (const auto issuer = only(fields, "iss"); issuer && !oauth.issuer.empty() && *issuer != oauth.issuer)
    return fail(ErrorKind::suspicious, "Another server than the one that was asked answered the sign-in.");
  if (const auto refusal = only(fields, "error")) {
    if (*refusal == "access_denied")
      return fail(ErrorKind::auth, "The sign-in was declined in the browser. Nothing was changed.");
    return fail(ErrorKind::protocol,
                "The provider's sign-in page refused the request. Check the client id and the scope.",
                oauth.authorization);
  }
  const auto code = only(fields, "code");
  if (!code || code->empty())
    return fail(ErrorKind::protocol, "The provider's sign-in page gave no code. Try again.",
                oauth.authorization);
  return *code;
}

Fields exchange_fields(const OAuth& oauth, const Attempt& attempt, const std::string& code,
                       const std::string& client_secret) {
  return with_client({{"grant_type", "authorization_code"},
                      {"code", code},
                      {"redirect_uri", attempt.redirect},
                      {"code_verifier", attempt.verifier}},
                     oauth, client_secret);
}

Fields refresh_fields(const OAuth& oauth, const Grant& grant) {
  return with_client({{"grant_type", "refresh_token"}, {"refresh_token", grant.refresh_token}}, oauth,
                     grant.client_secret);
}

Fields revocation_fields(const OAuth& oauth, const Grant& grant) {
  const bool refresh = !grant.refresh_token.empty();
  return with_client({{"token", refresh ? grant.refresh_token : grant.access_token},
                      {"token_type_hint", refresh ? "refresh_token" : "access_token"}},
                     oauth, grant.client_secret);
}

bool is_stale(const Grant& grant, Instant now) {
  return grant.access_token.empty() || grant.expires - spare <= now;
}

}  // namespace goodturn::sign_in
