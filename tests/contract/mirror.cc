#include "tests/contract/mirror.h"

#include <catch2/catch.hpp>
#include <set>

namespace goodturn::tests {

void Mirror::pull() {
  std::set<std::string> given;
  const auto take = [&](sync::RemoteItem item) -> Result<void> {
    const std::string href = item.href.value;
    CHECK(given.insert(href).second);
    items_[href] = std::move(item);
    return {};
  };
  const auto listing = collection_.changes(token_, take);
  INFO((listing ? std::string() : describe(listing.error())));
  REQUIRE(listing);
  std::vector<Href> wanted;
  std::set<std::string> named;
  for (const auto& member : listing->members) {
    CHECK(named.insert(member.href.value).second);
    const auto known = items_.find(member.href.value);
    const bool is_new = known == items_.end() || known->second.etag != member.etag;
    if (is_new && !given.contains(member.href.value)) wanted.push_back(member.href);
  }
  for (const auto& href : given) CHECK(named.contains(href));
  if (!wanted.empty()) {
    const auto errors = collection_.fetch(wanted, take);
    REQUIRE(errors);
    CHECK(errors->empty());
  }
  received_ = static_cast<int>(given.size());
  complete_ = listing->complete;
  const std::size_t before = items_.size();
  for (const Href& href : listing->removed) items_.erase(href.value);
  if (listing->complete) std::erase_if(items_, [&](const auto& item) { return !named.contains(item.first); });
  dropped_ = static_cast<int>(before - items_.size());
  if (listing->complete && listing->members.empty()) CHECK(listing->token.empty());
  token_ = listing->token;
}

std::map<std::string, std::string> Mirror::texts() const {
  std::map<std::string, std::string> texts;
  for (const auto& [href, item] : items_) texts[href] = item.text;
  return texts;
}

}  // namespace goodturn::tests
