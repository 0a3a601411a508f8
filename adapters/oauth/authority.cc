#include "adapters/oauth/authority.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "adapters/http/client.h"
#include "adapters/oauth/answer.h"
#include "adapters/oauth/landing.h"
#include "core/base/base64url.h"

namespace goodturn::oauth {
namespace {

constexpr std::size_t largest_answer = 256u << 10;
constexpr std::chrono::seconds longest_wait_alone{60};

http::Request request_for(const http::Url& url) {
  http::Request request;
  request.url = url;
  request.max_body = largest_answer;
  request.headers = {{"Accept", "application/json"}};
  return request;
}

/// Where the metadata may be: RFC 8414 §3.1 puts the well-known part before the path, OpenID Connect
/// Discovery §4 behind it.
std::vector<http::Url> metadata_places(const http::Url& issuer) {
  std::string path = issuer.path;
  while (path.ends_with('/')) path.pop_back();
  http::Url before = issuer, behind = issuer;
  before.path = "/.well-known/oauth-authorization-server" + path;
  behind.path = path + "/.well-known/openid-configuration";
  return {before, behind};
}

class HttpAuthority final : public Authority {
 public:
  HttpAuthority(std::filesystem::path home, http::Settings settings, Say say)
      : home_(std::move(home)), settings_(std::move(settings)), say_(std::move(say)) {}

  Result<sign_in::OAuth> discover(const std::string& issuer) override {
    const std::string typed = issuer.find("://") == std::string::npos ? "https://" + issuer : issuer;
    const auto url = http::parse_url(typed);
    if (!url) return fail(ErrorKind::invalid, "This is no address of a sign-in server.", issuer);
    for (const http::Url& place : metadata_places(*url)) {
      const auto answer = send(request_for(place));
      if (!answer) return fail(answer.error());
      if (answer->status == 200) return read_metadata(answer->body, typed);
    }
    return fail(ErrorKind::not_found, "There is no sign-in server at this address.", issuer);
  }

  [[nodiscard]] std::string challenge(std::string_view verifier) const override {
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned int size = 0;
    EVP_Digest(verifier.data(), verifier.size(), hash.data(), &size, EVP_sha256(), nullptr);
    return base64url({reinterpret_cast<const char*>(hash.data()), size});
  }

  Result<std::unique_ptr<Landing>> listen() override { return open_landing(say_); }

  Result<sign_in::Grant> ask(const sign_in::OAuth& oauth, const sign_in::Fields& fields,
                             Instant now) override {
    const auto answer = post(oauth.token, fields);
    if (!answer) return fail(answer.error());
    if (answer->status != 200) return fail(read_refusal(answer->body, answer->status, oauth.token));
    return read_grant(answer->body, now);
  }

  Result<void> revoke(const sign_in::OAuth& oauth, const sign_in::Fields& fields) override {
    const auto answer = post(oauth.revocation, fields);
    if (!answer) return fail(answer.error());
    if (answer->status != 200) return fail(read_refusal(answer->body, answer->status, oauth.revocation));
    return {};
  }

  Result<std::shared_ptr<void>> alone() override {
    const auto path = home_ / "sign-in.lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return fail(ErrorKind::storage, "The home cannot be written to.", path);
    const std::shared_ptr<void> held(nullptr, [file](void*) { ::close(file); });
    const auto end = std::chrono::steady_clock::now() + longest_wait_alone;
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
      if (std::chrono::steady_clock::now() > end)
        return fail(ErrorKind::timeout, "Another program of this home is signing in. Try again in a minute.");
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return held;
  }

 private:
  Result<http::Response> send(http::Request request) {
    http::Client client(request.url, {}, settings_, {});
    return client.send(std::move(request));
  }

  Result<http::Response> post(const std::string& place, const sign_in::Fields& fields) {
    const auto url = http::parse_url(place);
    if (!url) return fail(ErrorKind::invalid, "This is no address of a sign-in server.", place);
    http::Request request = request_for(*url);
    request.method = "POST";
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    request.body = sign_in::form_text(fields);
    return send(std::move(request));
  }

  std::filesystem::path home_;
  http::Settings settings_;
  Say say_;
};

}  // namespace

std::unique_ptr<Authority> open_authority(std::filesystem::path home, http::Settings settings, Say say) {
  return std::make_unique<HttpAuthority>(std::move(home), std::move(settings), std::move(say));
}

}  // namespace goodturn::oauth
