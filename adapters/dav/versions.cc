#include "adapters/dav/versions.h"

#include "adapters/dav/href.h"
#include "adapters/http/status.h"
#include "core/text/document.h"

namespace goodturn::dav {
namespace {

constexpr Name offered_types{ns::carddav, "supported-address-data"};

/// Whether a refusal says that the server does not know the question. A server that is out of order, or wants
/// to be left alone, may know it: taken for "none is 4.0", converted cards would be stored as if they were
/// whole, and written back without what the conversion dropped.
bool is_unknown_there(int status) {
  return (status >= 400 && status < 500 && status != 401 && status != 408 && status != 429) || status == 501;
}

/// Errors: the refusal, unless it is one of those.
Result<void> check_refusal(const Answered& answered) {
  if (answered.ok() || is_unknown_there(answered.status)) return {};
  return fail(http::status_error(answered.refusal));
}

/// Takes the members that a query names. Errors: server, when it says that there are more (RFC 6352 §8.6.2).
OnResponse taker_into(HrefSet& found, const Place& place) {
  return [&found, &place](const http::Url& url, const ResponseElement& element) -> Result<void> {
    if (element.status() == 507) return fail(http::status_error(507, url));
    if (auto href = member_href(url, place.url.path, element.href())) found.insert(std::move(*href));
    return {};
  };
}

Result<bool> offers_newer(const Place& place) {
  bool offered = false;
  const auto asked =
      ask(*place.client, {"PROPFIND", place.url, 0, propfind_body(std::span(&offered_types, 1))},
          [&](const http::Url&, const ResponseElement& element) -> Result<void> {
            for (const auto& type : element.property(offered_types).children())
              offered = offered || type.attribute("version") == newer_version;
            return {};
          });
  if (!asked) return fail(asked.error());
  if (auto usable = check_refusal(*asked); !usable) return fail(usable.error());
  return offered;
}

}  // namespace

std::vector<CardName> names_of(std::span<const sync::RemoteItem> cards) {
  std::vector<CardName> names;
  names.reserve(cards.size());
  for (const sync::RemoteItem& card : cards)
    names.push_back({card.href, text::uid_of(text::Document::parse(card.text))});
  return names;
}

Result<bool> Versions::may_convert() {
  if (place_.kind != Kind::cards) return false;
  if (!offered_) {
    const auto offered = offers_newer(place_);
    if (!offered) return fail(offered.error());
    offered_ = *offered;
  }
  return *offered_;
}

Result<bool> Versions::to_be_asked() { return stored_ ? Result<bool>(false) : may_convert(); }

Asking Versions::asking() {
  found_.clear();
  return {{"REPORT", place_.url, 1, version_query_body(newer_version, {})}, taker_into(found_, place_)};
}

Result<void> Versions::take_answer(const Answered& answered) {
  if (auto usable = check_refusal(answered); !usable) return usable;
  stored_ = std::move(found_);
  return {};
}

Result<void> Versions::ask_about_all() {
  const Asking query = asking();
  const auto asked = ask(*place_.client, query.question, query.on_response);
  return asked ? take_answer(*asked) : fail(asked.error());
}

Result<void> Versions::learn(std::span<const CardName> cards) {
  std::vector<std::string_view> uids;
  for (const CardName& card : cards)
    if (!knows(card.href)) uids.push_back(card.uid);
  if (uids.empty()) return {};
  const auto converts = may_convert();
  if (!converts) return fail(converts.error());
  HrefSet found;
  if (*converts) {
    const auto asked = ask(*place_.client, {"REPORT", place_.url, 1, version_query_body(newer_version, uids)},
                           taker_into(found, place_));
    if (!asked) return fail(asked.error());
    if (auto usable = check_refusal(*asked); !usable) return usable;
  }
  for (const CardName& card : cards)
    if (!knows(card.href)) single_[card.href] = found.contains(card.href);
  return {};
}

bool Versions::newer(const Href& href) const {
  if (const auto single = single_.find(href); single != single_.end()) return single->second;
  return stored_ && stored_->contains(href);
}

void Versions::written(const Href& href, std::string_view text) {
  if (place_.kind != Kind::cards) return;
  // VERSION is the line after BEGIN in 4.0 (RFC 6350 §6.7.9); nobody folds it.
  const auto at = text.find("\nVERSION:");
  single_[href] = at != std::string_view::npos && text.substr(at + 9, newer_version.size()) == newer_version;
}

}  // namespace goodturn::dav
