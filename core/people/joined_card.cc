#include "core/people/joined_card.h"

#include <algorithm>

#include "core/base/distinct.h"

namespace goodturn::people {
namespace {

template <class Value>
void add_all(const std::vector<Value>& from, std::vector<Value>& to) {
  Distinct<Value> all(std::move(to));
  for (const Value& value : from) all.add(value);
  to = std::move(all).take();
}

/// Words before letters: "Ada Example" is fuller than "Adalgisa".
bool is_fuller(const std::string& name, const std::string& than) {
  const auto words = [](const std::string& text) { return std::count(text.begin(), text.end(), ' '); };
  return words(name) != words(than) ? words(name) > words(than) : name.size() > than.size();
}

void take_date(const std::optional<PartialDate>& from, std::optional<PartialDate>& to) {
  if (from && (!to || (from->year && !to->year))) to = from;
}

void add(const Card& card, Card& joined) {
  if (is_fuller(card.name, joined.name)) joined.name = card.name;
  if (joined.organisation.empty()) {
    joined.organisation = card.organisation;
    joined.unit = card.unit;
  }
  if (joined.title.empty()) joined.title = card.title;
  take_date(card.birthday, joined.birthday);
  take_date(card.anniversary, joined.anniversary);
  add_all(card.emails, joined.emails);
  add_all(card.phones, joined.phones);
  add_all(card.tags, joined.tags);
  add_all(card.roles, joined.roles);
  add_all(card.notes, joined.notes);
  add_all(card.nicknames, joined.nicknames);
  add_all(card.related, joined.related);
  if (joined.superior.empty()) joined.superior = card.superior;
  if (joined.zone.empty()) joined.zone = card.zone;
  if (joined.country.empty()) joined.country = card.country;
}

}  // namespace

Card joined_card(std::span<const Card> cards) {
  Card joined = cards.front();
  for (const Card& card : cards.subspan(1)) add(card, joined);
  return joined;
}

}  // namespace goodturn::people
