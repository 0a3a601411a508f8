// The one implementation of ItemKind: everything that differs between the kinds stands in KindRules.
#pragma once

#include <algorithm>
#include <functional>
#include <string>

#include "helper/journals/field.h"
#include "helper/journals/item_kind.h"

namespace goodturn::helper {

template <class Item>
struct KindRules {
  std::string_view word, noun;
  std::vector<Field<Item>> fields;
  std::function<Result<std::vector<Item>>(const Desk&)> all;
  /// Whether `one` stands before `other` in lists.
  std::function<bool(const Item& one, const Item& other)> before;
  std::function<std::optional<Item>(const text::Document&)> read;
  std::function<std::string(const Item&, const text::Document* stored, Instant stamp)> text;
  /// Gives a new item its UID and what its maker left open. Errors: invalid when there is such an item
  /// already.
  std::function<Result<void>(Item&, const Desk&)> begin;
  /// What must hold between the fields. May be empty.
  std::function<Result<void>(const Item&, const Desk&)> check;
  /// What else has to be written; `was` is null for a new item, `is` for a removed one. May be empty.
  std::function<Result<void>(const Item* was, const Item* is, Desk&)> follow;
};

template <class Item>
class TypedKind final : public ItemKind {
 public:
  explicit TypedKind(KindRules<Item> rules) : rules_(std::move(rules)) {
    for (const Field<Item>& field : rules_.fields) shapes_.push_back(field.shape);
  }

  [[nodiscard]] std::string_view word() const override { return rules_.word; }
  [[nodiscard]] std::string_view noun() const override { return rules_.noun; }
  [[nodiscard]] std::span<const Shape> shapes() const override { return shapes_; }

  [[nodiscard]] Result<Json> list(const Desk& desk) const override {
    auto all = rules_.all(desk);
    if (!all) return fail(all.error());
    std::stable_sort(all->begin(), all->end(), rules_.before);
    Json list = Json::array();
    for (const Item& item : *all) list.push_back(shown(item));
    return list;
  }

  [[nodiscard]] Result<Json> read(const Uid& uid, const Desk& desk) const override {
    const auto item = find(uid, desk);
    if (!item) return fail(item.error());
    return shown(*item);
  }

  Result<Uid> add(const Json& fields, Desk& desk) const override {
    Item item{};
    if (auto taken = take_fields(rules_.fields, item, fields, desk.name_of()); !taken)
      return fail(taken.error());
    for (const Field<Item>& field : rules_.fields)
      if (field.shape.use == FieldUse::needed && !fields.contains(std::string(field.shape.name)))
        return wrong(field.shape, Said("\"{field}\" is missing."));
    if (auto begun = rules_.begin(item, desk); !begun) return fail(begun.error());
    if (auto written = write(nullptr, item, desk); !written) return fail(written.error());
    return item.uid;
  }

  Result<void> change(const Uid& uid, const Json& fields, Desk& desk) const override {
    const auto was = find(uid, desk);
    if (!was) return fail(was.error());
    Item item = *was;
    if (auto taken = take_fields(rules_.fields, item, fields, desk.name_of()); !taken) return taken;
    return item == *was ? Result<void>{} : write(&*was, item, desk);
  }

  Result<void> remove(const Uid& uid, Desk& desk) const override {
    const auto was = find(uid, desk);
    if (!was) return fail(was.error());
    if (auto removed = desk.remove(uid); !removed) return removed;
    return rules_.follow ? rules_.follow(&*was, nullptr, desk) : Result<void>{};
  }

 private:
  [[nodiscard]] Json shown(const Item& item) const {
    Json json = {{"id", item.uid.value}};
    put_fields(rules_.fields, item, json);
    return json;
  }

  [[nodiscard]] Result<Item> find(const Uid& uid, const Desk& desk) const {
    const auto document = desk.stored(uid);
    if (!document) return fail(document.error());
    auto item = *document ? rules_.read(**document) : std::nullopt;
    if (!item)
      return fail(ErrorKind::not_found, Said("There is no such {noun}. It may have been removed.",
                                             {{"noun", std::string(rules_.noun)}}));
    return std::move(*item);
  }

  Result<void> write(const Item* was, const Item& item, Desk& desk) const {
    if (rules_.check)
      if (auto good = rules_.check(item, desk); !good) return good;
    const auto text_of = [&](const text::Document* stored) {
      return rules_.text(item, stored, desk.now.instant);
    };
    if (auto written = write_to_journal(desk.world, desk.items, item.uid, text_of, desk.before); !written)
      return written;
    return rules_.follow ? rules_.follow(was, &item, desk) : Result<void>{};
  }

  KindRules<Item> rules_;
  std::vector<Shape> shapes_;
};

/// For kinds whose items the snapshot holds in a list of their own.
template <class Item>
std::function<Result<std::vector<Item>>(const Desk&)> all_in(std::vector<Item> calendar::Journals::*list) {
  return [list](const Desk& desk) -> Result<std::vector<Item>> { return desk.snapshot.journals().*list; };
}

}  // namespace goodturn::helper
