#include "adapters/dav/dav_collection.h"

#include "adapters/dav/fetching.h"
#include "adapters/dav/href.h"
#include "adapters/dav/listing.h"
#include "adapters/dav/writing.h"

namespace goodturn::dav {

Result<sync::Listing> DavCollection::changes(const SyncToken& since, const sync::OnItem& on_item) {
  return Lister(place_, versions_, on_item, held_).changes(since);
}

Result<sync::Listing> DavCollection::list_all() {
  const sync::OnItem no_texts = [](const sync::RemoteItem&) { return Result<void>(); };
  return Lister(place_, versions_, no_texts, held_).all_members();
}

Result<std::vector<sync::ItemError>> DavCollection::fetch(std::span<const Href> hrefs,
                                                          const sync::OnItem& on_item) {
  if (hrefs.empty()) return std::vector<sync::ItemError>();
  std::vector<Href> unknown;
  for (const Href& href : hrefs)
    if (!versions_.knows(href)) unknown.push_back(href);
  if (!unknown.empty()) {
    const auto converts = versions_.may_convert();
    if (!converts) return fail(converts.error());
    if (*converts && hrefs.size() <= most_single_cards) return fetch_unknown(hrefs, on_item);
    if (*converts)
      if (auto asked = versions_.ask_about_all(); !asked) return fail(asked.error());
  }
  return fetch_items(place_, hrefs, stored_as_newer(hrefs), on_item);
}

HrefSet DavCollection::stored_as_newer(std::span<const Href> hrefs) const {
  HrefSet newer;
  for (const Href& href : hrefs)
    if (versions_.newer(href)) newer.insert(href);
  return newer;
}

/// Few cards of which it is not known how they are stored: they are read, which tells their UIDs, and those
/// that turn out to be stored as 4.0 are read once more.
Result<std::vector<sync::ItemError>> DavCollection::fetch_unknown(std::span<const Href> hrefs,
                                                                  const sync::OnItem& on_item) {
  std::vector<sync::RemoteItem> read;
  auto errors = fetch_items(place_, hrefs, stored_as_newer(hrefs), [&](sync::RemoteItem item) {
    read.push_back(std::move(item));
    return Result<void>();
  });
  if (!errors) return errors;
  const HrefSet right = stored_as_newer(hrefs);
  if (auto learnt = versions_.learn(names_of(read)); !learnt) return fail(learnt.error());
  std::vector<Href> again;
  for (sync::RemoteItem& item : read) {
    if (versions_.newer(item.href) && !right.contains(item.href)) {
      again.push_back(item.href);
    } else if (auto taken = on_item(std::move(item)); !taken) {
      return fail(taken.error());
    }
  }
  if (again.empty()) return errors;
  auto more = fetch_items(place_, again, stored_as_newer(again), on_item);
  if (more) more->insert(more->end(), errors->begin(), errors->end());
  return more;
}

Result<sync::Written> DavCollection::create(const Href& href, std::string_view text) {
  auto written = create_item(place_, href, text);
  if (written) versions_.written(written->href, text);
  return written;
}

Result<sync::Written> DavCollection::update(const Href& href, const Etag& etag, std::string_view text) {
  auto written = update_item(place_, href, etag, text);
  if (written) versions_.written(written->href, text);
  return written;
}

Result<void> DavCollection::remove(const Href& href, const Etag& etag) {
  return remove_item(place_, href, etag);
}

Href DavCollection::href_for(const Uid& uid) const {
  return Href(place_.url.path + file_name_for(uid.value, place_.kind == Kind::cards ? ".vcf" : ".ics"));
}

}  // namespace goodturn::dav
