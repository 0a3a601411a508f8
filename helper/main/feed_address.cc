#include "helper/main/feed_address.h"

#include "helper/week/feed_secret.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view feed_client = "feed";

class KeptFeedAddress final : public FeedAddress {
 public:
  KeptFeedAddress(Secrets& secrets, bridge::Tokens& tokens, std::function<std::uint16_t()> port)
      : secrets_(secrets), tokens_(tokens), port_(std::move(port)) {}

  Result<std::string> url() override {
    const auto token = secrets_.get(feed_secret);
    if (!token) return fail(token.error());
    if (!*token) return renew();
    const auto known = tokens_.identify(**token);
    if (!known || known->scope != bridge::Scope::feed) return renew();
    return address(**token);
  }

  Result<std::string> renew() override {
    const auto token = tokens_.issue(feed_client, bridge::Scope::feed);
    if (!token) return fail(token.error());
    if (auto kept = secrets_.set(feed_secret, *token); !kept) return fail(kept.error());
    return address(*token);
  }

 private:
  [[nodiscard]] std::string address(const std::string& token) const {
    return "http://127.0.0.1:" + std::to_string(port_()) + "/Goodturn.ics?token=" + token;
  }

  Secrets& secrets_;
  bridge::Tokens& tokens_;
  std::function<std::uint16_t()> port_;
};

}  // namespace

std::unique_ptr<FeedAddress> keep_feed_address(Secrets& secrets, bridge::Tokens& tokens,
                                               std::function<std::uint16_t()> port) {
  return std::make_unique<KeptFeedAddress>(secrets, tokens, std::move(port));
}

}  // namespace goodturn::helper
