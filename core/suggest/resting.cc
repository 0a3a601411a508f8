#include "core/suggest/resting.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/relations/dormant.h"
#include "core/suggest/answered.h"
#include "core/suggest/restraint.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

bool belongs(const Contact& contact, const Standing& standing, Day today) {
  if (contact.showings.empty() || contact.do_not_suggest || contact.profile.is_deceased) return false;
  if (contact.manual_layer == 0 || !standing.last_day) return false;
  return !relations::is_dormant(*standing.last_day, today) && is_resting(contact);
}

Resting resting_of(const Contact& contact, const Standing& standing, Day today) {
  Resting row{contact.uid,
              contact.name,
              contact.showings.back().day,
              standing.last_day,
              slower_cadence(standing).value_or(0),
              {}};
  if (auto line = last_contact_in("week.resting", contact, today)) row.line = std::move(*line);
  return row;
}

}  // namespace

std::optional<int> slower_cadence(const Standing& standing) {
  constexpr std::array rhythms = {30, 60, 90, 180, 365};
  const int needed = std::max(standing.days_since, static_cast<int>(standing.cadence) + 1);
  for (const int rhythm : rhythms)
    if (rhythm >= needed) return rhythm;
  return standing.cadence < rhythms.back() ? std::optional(rhythms.back()) : std::nullopt;
}

std::optional<int> cadence_to_offer(const Contact& contact, const Standing& standing) {
  constexpr int twice = 2;
  const std::vector<Day>& days = contact.profile.put_off;
  const auto times = std::count_if(days.begin(), days.end(),
                                   [&](Day day) { return !standing.last_day || day > *standing.last_day; });
  return times >= twice ? slower_cadence(standing) : std::nullopt;
}

std::vector<Resting> resting_people(const Contacts& contacts, std::span<const Standing> standings,
                                    Day today) {
  std::vector<Resting> resting;
  for (std::size_t i = 0; i < contacts.size(); ++i)
    if (belongs(contacts[i], standings[i], today))
      resting.push_back(resting_of(contacts[i], standings[i], today));
  std::sort(resting.begin(), resting.end(), [](const Resting& a, const Resting& b) {
    return std::tie(a.since, a.person) < std::tie(b.since, b.person);
  });
  return resting;
}

}  // namespace goodturn::suggest
