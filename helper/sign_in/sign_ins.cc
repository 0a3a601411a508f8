#include "helper/sign_in/sign_ins.h"

#include "core/base/base64url.h"
#include "helper/accounts/accounts.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t id_bytes = 16;

Error unknown_error() {
  return {ErrorKind::not_found, "This sign-in is not known any more. Start again.", "", 0, std::nullopt};
}

}  // namespace

SignIns::Running::~Running() {
  cancelled = true;
  if (thread.joinable()) thread.join();
}

SignIns::~SignIns() {
  const std::lock_guard guard(mutex_);
  for (auto& [id, running] : running_) running->cancelled = true;
  running_.clear();
}

Result<SignIns::Begun> SignIns::begin(const AuthorityChoice& choice, std::chrono::milliseconds limit) {
  auto oauth = find_authority(world_, choice);
  if (!oauth) return fail(oauth.error());
  return start(std::move(*oauth), choice.client_secret, limit);
}

Result<SignIns::Begun> SignIns::begin_again(sync::AccountId account, std::chrono::milliseconds limit) {
  auto known = known_authority(world_, account);
  if (!known) return fail(known.error());
  return start(std::move(known->oauth), std::move(known->client_secret), limit);
}

Result<SignIns::Begun> SignIns::start(sign_in::OAuth oauth, std::string client_secret,
                                      std::chrono::milliseconds limit) {
  auto browser = BrowserSignIn::begin(world_, std::move(oauth), std::move(client_secret));
  if (!browser) return fail(browser.error());
  const auto running = std::make_shared<Running>();
  running->browser = std::move(*browser);
  Begun begun{base64url(world_.random.bytes(id_bytes)), running->browser->address()};
  running->thread = std::thread([raw = running.get(), limit] {
    auto outcome = raw->browser->wait([raw] { return raw->cancelled.load(); }, limit);
    const std::lock_guard guard(raw->mutex);
    raw->outcome = std::move(outcome);
  });
  std::shared_ptr<Running> oldest;  // its thread ends after the lock is given back
  const std::lock_guard guard(mutex_);
  if (order_.size() == most) {
    oldest = std::move(running_[order_.front()]);
    running_.erase(order_.front());
    order_.erase(order_.begin());
  }
  running_[begun.id] = running;
  order_.push_back(begun.id);
  return begun;
}

std::shared_ptr<SignIns::Running> SignIns::find(const std::string& id) const {
  const std::lock_guard guard(mutex_);
  const auto found = running_.find(id);
  return found == running_.end() ? nullptr : found->second;
}

Result<SignIns::State> SignIns::state(const std::string& id) const {
  const auto running = find(id);
  if (!running) return fail(unknown_error());
  const std::lock_guard guard(running->mutex);
  if (!running->outcome) return State{};
  return State{false, *running->outcome ? std::nullopt : std::optional(running->outcome->error())};
}

Result<void> SignIns::cancel(const std::string& id) {
  const auto running = find(id);
  if (!running) return fail(unknown_error());
  running->cancelled = true;
  const std::lock_guard guard(mutex_);
  running_.erase(id);
  std::erase(order_, id);
  return {};
}

Result<std::shared_ptr<HeldGrant>> SignIns::grant(const std::string& id) const {
  const auto running = find(id);
  if (!running) return fail(unknown_error());
  const std::lock_guard guard(running->mutex);
  if (!running->outcome) return fail(ErrorKind::busy, "The sign-in in the browser is not finished yet.");
  return *running->outcome;
}

Result<KnownAuthority> known_authority(World& world, sync::AccountId id) {
  const auto account = [&] {
    const auto lock = world.lock();
    return find_account(world, id);
  }();
  if (!account) return fail(account.error());
  if (account->sign_in.kind != sign_in::Kind::oauth)
    return fail(ErrorKind::invalid,
                "This account does not sign in through a browser. Give its new password instead.");
  const auto stored = world.secrets.get(secret_name(id));
  if (!stored) return fail(stored.error());
  return KnownAuthority{account->sign_in.oauth, grant_of(stored->value_or("")).client_secret};
}

}  // namespace goodturn::helper
