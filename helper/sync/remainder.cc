#include "helper/sync/remainder.h"

#include <algorithm>

#include "helper/sync/failures.h"

namespace goodturn::helper {

Result<void> Remainder::read() {
  const auto lock = world_.lock();
  auto rows = world_.store.left_out(collection_);
  if (!rows) return fail(rows.error());
  for (sync::LeftOut& row : *rows) {
    Href href = row.href;
    earlier_.insert_or_assign(std::move(href), std::move(row));
  }
  return {};
}

void Remainder::unread(const sync::ItemError& one, const Etag& listed) {
  waits({one.href, listed, false});
  if (one.error.kind != ErrorKind::not_found) return tell(one);
  const auto before = earlier_.find(one.href);
  if (before == earlier_.end() || before->second.gone) return;
  Error error = one.error;
  reword(error, Said("The server names this item and does not give it. What is here of it stays as it is."));
  tell({one.href, std::move(error)});
}

void Remainder::unconfirmed(const sync::ItemError& one) {
  waits({one.href, Etag(), true});
  tell(one);
}

void Remainder::waits(sync::LeftOut name) {
  Href href = name.href;
  names_.insert_or_assign(std::move(href), std::move(name));
}

void Remainder::drop() {
  names_.clear();
  forgotten_.clear();
}

void Remainder::tell(const sync::ItemError& one) {
  if (!is_told(report_, one.href)) report_.item_errors.push_back(one);
}

bool Remainder::has_new() const {
  return std::any_of(names_.begin(), names_.end(),
                     [this](const auto& one) { return !earlier_.contains(one.first); });
}

Result<void> Remainder::store(bool with_token) {
  for (const auto& [href, name] : names_) {
    const auto before = earlier_.find(href);
    if (before != earlier_.end() && before->second == name) continue;
    if (auto put = world_.store.put_left_out(collection_, name); !put) return put;
  }
  for (const auto& [href, name] : earlier_) {
    if (names_.contains(href) || (!with_token && !forgotten_.contains(href))) continue;
    if (auto removed = world_.store.remove_left_out(collection_, href); !removed) return removed;
  }
  return {};
}

}  // namespace goodturn::helper
