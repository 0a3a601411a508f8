#include "helper/sign_in/browser.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t attempt_bytes = 64;

}  // namespace

Result<sign_in::OAuth> find_authority(World& world, const AuthorityChoice& choice) {
  if (world.authority == nullptr)
    return fail(ErrorKind::storage, "Signing in through a browser is not possible here.");
  if (choice.client.empty())
    return fail(
        ErrorKind::invalid,
        "This provider wants a client id: register a program of type \"desktop\" or \"native\" in its own "
        "pages for developers and give the id that it shows.",
        choice.issuer);
  auto oauth = world.authority->discover(choice.issuer);
  if (!oauth) return oauth;
  oauth->client = choice.client;
  oauth->scope = choice.scope;
  return oauth;
}

BrowserSignIn::BrowserSignIn(World& world, sign_in::OAuth oauth, std::string client_secret,
                             std::unique_ptr<Landing> landing)
    : world_(world),
      oauth_(std::move(oauth)),
      client_secret_(std::move(client_secret)),
      landing_(std::move(landing)),
      attempt_(sign_in::new_attempt(world.random.bytes(attempt_bytes), landing_->address())),
      address_(
          sign_in::authorization_address(oauth_, attempt_, world.authority->challenge(attempt_.verifier))) {}

Result<std::unique_ptr<BrowserSignIn>> BrowserSignIn::begin(World& world, sign_in::OAuth oauth,
                                                            std::string client_secret) {
  auto landing = world.authority->listen();
  if (!landing) return fail(landing.error());
  return std::unique_ptr<BrowserSignIn>(
      new BrowserSignIn(world, std::move(oauth), std::move(client_secret), std::move(*landing)));
}

Result<std::shared_ptr<HeldGrant>> BrowserSignIn::wait(const Cancelled& cancelled,
                                                       std::chrono::milliseconds limit) {
  const auto read = [this](std::string_view query) { return sign_in::read_landing(query, attempt_, oauth_); };
  const auto code = landing_->wait(read, cancelled, limit);
  if (!code) return fail(code.error());
  auto grant = world_.authority->ask(
      oauth_, sign_in::exchange_fields(oauth_, attempt_, *code, client_secret_), world_.clock.now());
  if (!grant) return fail(grant.error());
  grant->client_secret = client_secret_;
  auto held = std::make_shared<HeldGrant>();
  held->oauth = oauth_;
  held->grant = std::move(*grant);
  return held;
}

}  // namespace goodturn::helper
