#include "adapters/bridge/page_codes.h"

#include "adapters/bridge/digest.h"
#include "core/base/base64url.h"

namespace goodturn::bridge {

std::string PageCodes::make() {
  const std::string text = base64url(random_.bytes(16));
  const std::lock_guard guard(mutex_);
  if (open_.size() >= most) open_.erase(open_.begin());
  open_.push_back({text, clock_.now() + lifetime});
  wrong_ = 0;
  return text;
}

bool PageCodes::redeem(std::string_view code) {
  const std::lock_guard guard(mutex_);
  const Instant now = clock_.now();
  std::erase_if(open_, [&](const Code& open) {
    // A clock that was set back must not lengthen a code's life either.
    return now >= open.expires || now < open.expires - lifetime;
  });
  for (auto open = open_.begin(); open != open_.end(); ++open) {
    if (!same_secret(open->text, code)) continue;
    open_.erase(open);
    return true;
  }
  if (++wrong_ >= tries) open_.clear();
  return false;
}

}  // namespace goodturn::bridge
