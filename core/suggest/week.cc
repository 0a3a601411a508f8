#include "core/suggest/week.h"

#include "core/suggest/ranking.h"

namespace goodturn::suggest {
namespace {

Ranking ranking_of(std::span<const Contact> contacts, const Circle& circle, Now now) {
  return Ranking(std::vector<Contact>(contacts.begin(), contacts.end()), circle, now);
}

}  // namespace

std::vector<Suggestion> candidates(std::span<const Contact> contacts, Now now, const Settings& settings,
                                   const Circle& circle) {
  return ranking_of(contacts, circle, now).candidates(settings);
}

std::vector<Suggestion> pick_week(std::span<const Contact> contacts, Now now, const Settings& settings,
                                  const Circle& circle) {
  return ranking_of(contacts, circle, now).pick_week(settings);
}

}  // namespace goodturn::suggest
