#include "helper/sync/read_back.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/text/document.h"
#include "helper/sync/base_of.h"
#include "helper/sync/elsewhere.h"
#include "helper/sync/settle.h"
#include "helper/sync/unreadable.h"

namespace goodturn::helper {

void ReadBack::add(sync::Intent intent, Href href) {
  writes_.push_back({std::move(intent), std::move(href)});
}

std::optional<Href> ReadBack::creation_of(const Uid& uid) const {
  if (uid.empty()) return std::nullopt;
  for (const Write& write : writes_)
    if (write.intent.kind == sync::IntentKind::create &&
        text::uid_of(text::Document::parse(write.intent.text)) == uid.value)
      return write.href;
  return std::nullopt;
}

Result<void> ReadBack::finish() {
  if (writes_.empty()) return {};
  auto all = read();
  if (!all) return fail(all.error());
  if (auto looked = look_elsewhere(*all); !looked) return looked;
  if (auto ended = end(*all); !ended) return ended;
  writes_.clear();
  return {};
}

std::optional<Error> ReadBack::unread(const Href& href) const {
  for (const sync::ItemError& one : unread_)
    if (one.href == href) return one.error;
  return std::nullopt;
}

Result<std::vector<ReadBack::Read>> ReadBack::read() {
  std::vector<Href> hrefs;
  for (const Write& write : writes_) hrefs.push_back(write.href);
  std::unordered_map<Href, sync::RemoteItem> items;
  const auto unread = remote_.fetch(hrefs, [&](sync::RemoteItem item) -> Result<void> {
    Href href = item.href;
    items.insert_or_assign(std::move(href), std::move(item));
    return {};
  });
  if (!unread) return fail(unread.error());
  std::unordered_map<Href, Error> failed;
  for (const sync::ItemError& one : *unread) failed.insert_or_assign(one.href, one.error);
  std::vector<Read> all;
  for (const Write& write : writes_) {
    const auto found = items.find(write.href);
    const auto error = failed.find(write.href);
    if (found != items.end() && hides(write.intent.text, text::Document::parse(found->second.text))) {
      unread_.push_back({write.href, hidden_error()});
    } else if (found != items.end()) {
      all.push_back({&write, found->second});
    } else if (error != failed.end() && error->second.kind == ErrorKind::not_found) {
      all.push_back({&write, std::nullopt});
    } else if (error != failed.end()) {
      unread_.push_back({write.href, error->second});
    } else {
      // It is spelt in another way there than the answer to the write said.
      auto kept = read_one(remote_, write.href);
      if (!kept) return fail(kept.error());
      all.push_back({&write, std::move(*kept)});
    }
  }
  return all;
}

/// What was created and is not there was deleted at once by somebody, or the server gave it a name of its own
/// and did not say so: taken for deleted, it would stand here twice until all is compared again.
Result<void> ReadBack::look_elsewhere(std::vector<Read>& all) {
  std::unordered_map<Uid, Read*> missing;
  std::unordered_set<Uid> uids;
  for (Read& one : all) {
    if (one.kept || one.write->intent.kind != sync::IntentKind::create) continue;
    const Uid uid(text::uid_of(text::Document::parse(one.write->intent.text)));
    if (uid.empty()) continue;
    missing.insert_or_assign(uid, &one);
    uids.insert(uid);
  }
  auto found = find_elsewhere(world_, remote_, collection_, uids);
  if (!found) return fail(found.error());
  for (auto& [uid, item] : *found) missing.at(uid)->kept = std::move(item);
  return {};
}

Result<void> ReadBack::end(const std::vector<Read>& all) {
  const auto lock = world_.lock();
  return world_.store.transact([&]() -> Result<void> {
    const auto intents = world_.store.intents();
    if (!intents) return fail(intents.error());
    std::unordered_set<std::int64_t> open;
    for (const sync::Intent& intent : *intents) open.insert(intent.id);
    for (const Read& one : all) {
      // Who changed it here meanwhile has settled it before sending again.
      if (!open.contains(one.write->intent.id)) continue;
      if (auto ended = end_write(world_, one.write->intent, one.kept); !ended) return ended;
    }
    return {};
  });
}

}  // namespace goodturn::helper
