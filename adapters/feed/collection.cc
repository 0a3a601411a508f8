#include "adapters/feed/collection.h"

#include "core/base/hash.h"

namespace goodturn::feed {
namespace {

const std::string token_start = "feed:";

/// "feed:HASH:MARK".
SyncToken token_of(const Version& version) {
  return SyncToken(token_start + to_hex(hash_of(version.text)) + ":" + version.mark);
}

std::string mark_in(const SyncToken& token) {
  const std::size_t at = token_start.size() + 32;
  const bool ours = token.value.starts_with(token_start) && token.value.size() > at && token.value[at] == ':';
  return ours ? token.value.substr(at + 1) : std::string();
}

}  // namespace

Result<sync::Listing> FeedCollection::changes(const SyncToken& since, const sync::OnItem&) {
  const std::string known = mark_in(since);
  const auto version = read_(known);
  if (!version) return fail(version.error());
  sync::Listing listing;
  const bool stands = !known.empty() && version->mark == known && version->text.empty();
  if (stands || token_of(*version) == since) {
    listing.token = since;
    return listing;
  }
  auto calendar = split(version->text);
  if (!calendar) return fail(calendar.error().kind, said_of(calendar.error()), url_);
  pieces_ = std::move(calendar->pieces);
  places_.clear();
  for (std::size_t at = 0; at < pieces_.size(); ++at) places_.emplace(pieces_[at].href, at);
  loaded_ = true;
  listing.complete = true;
  for (const Piece& piece : pieces_) listing.members.push_back({piece.href, piece.etag});
  if (!pieces_.empty()) listing.token = token_of(*version);
  return listing;
}

Result<std::vector<sync::ItemError>> FeedCollection::fetch(std::span<const Href> hrefs,
                                                           const sync::OnItem& on_item) {
  if (!loaded_) {
    if (const auto listing = changes({}, on_item); !listing) return fail(listing.error());
  }
  std::vector<sync::ItemError> errors;
  for (const Href& href : hrefs) {
    const auto place = places_.find(href);
    if (place == places_.end()) {
      errors.push_back(
          {href, Error{ErrorKind::not_found, "The calendar has no such item any more.", url_, 0, {}}});
      continue;
    }
    const Piece& piece = pieces_[place->second];
    if (auto taken = on_item({href, piece.etag, piece.text}); !taken) return fail(taken.error());
  }
  return errors;
}

tl::unexpected<Error> FeedCollection::read_only() const {
  return fail(ErrorKind::forbidden, "This calendar can only be read.", url_);
}

Result<sync::Written> FeedCollection::create(const Href&, std::string_view) { return read_only(); }
Result<sync::Written> FeedCollection::update(const Href&, const Etag&, std::string_view) {
  return read_only();
}
Result<void> FeedCollection::remove(const Href&, const Etag&) { return read_only(); }

}  // namespace goodturn::feed
