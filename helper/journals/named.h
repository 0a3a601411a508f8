// What kinds with a name of their own (scripts, communities, venues) have in common.
#pragma once

#include <tuple>

#include "helper/journals/typed_kind.h"

namespace goodturn::helper {

/// By name, then UID.
template <class Item>
bool named_before(const Item& one, const Item& other) {
  return std::tie(one.name, one.uid) < std::tie(other.name, other.uid);
}

/// The UID of the name, so that two computers write one item; a fresh one where an item that was renamed
/// still holds it.
template <class Item>
std::function<Result<void>(Item&, const Desk&)> begin_named(Uid (*uid_of)(const std::string&)) {
  return [uid_of](Item& item, const Desk& desk) -> Result<void> {
    item.uid = uid_of(item.name);
    const auto stored = desk.stored(item.uid);
    if (!stored) return fail(stored.error());
    if (*stored) item.uid = desk.fresh_uid();
    return {};
  };
}

/// No two of a kind have one name.
template <class Item>
std::function<Result<void>(const Item&, const Desk&)> check_named(std::vector<Item> calendar::Journals::*list,
                                                                  std::string_view noun) {
  return [list, noun](const Item& item, const Desk& desk) -> Result<void> {
    for (const Item& other : desk.snapshot.journals().*list)
      if (other.name == item.name && other.uid != item.uid)
        return fail(ErrorKind::invalid, Said("There is a {noun} of this name already. Change that one.",
                                             {{"noun", std::string(noun)}}));
    return {};
  };
}

/// The rules of a named kind but for its fields.
template <class Item>
KindRules<Item> named_rules(std::string_view word, std::vector<Item> calendar::Journals::*list,
                            std::optional<Item> (*read)(const text::Document&),
                            Uid (*uid_of)(const std::string&)) {
  KindRules<Item> rules;
  rules.word = rules.noun = word;
  rules.all = all_in(list);
  rules.before = named_before<Item>;
  rules.read = read;
  rules.text = [](const Item& item, const text::Document* stored, Instant stamp) {
    return calendar::journal_text(item, stored, stamp);
  };
  rules.begin = begin_named<Item>(uid_of);
  rules.check = check_named(list, word);
  return rules;
}

}  // namespace goodturn::helper
