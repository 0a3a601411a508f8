#include "core/suggest/week.h"

#include "core/suggest/ranking.h"

namespace goodturn::suggest {
namespace {

Ranking ranking_of(std::span<const Contact> contacts, Now now) {
  return Ranking({contacts.begin(), contacts.end()}, now);
}

}  // namespace

std::vector<Suggestion> candidates(std::span<const Contact> contacts, Now now, const Settings& settings) {
  return ranking_of(contacts, now).candidates(settings);
}

std::vector<Suggestion> pick_week(std::span<const Contact> contacts, Now now, const Settings& settings) {
  return ranking_of(contacts, now).pick_week(settings);
}

}  // namespace goodturn::suggest
