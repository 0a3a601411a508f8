#include "core/suggest/exposure.h"

#include <array>

#include "core/suggest/traits.h"

namespace goodturn::suggest {
namespace {

bool is_by_level(Group group) {
  return group == Group::junior || group == Group::same_level || group == Group::senior;
}

bool is_known(Group group, const View& view) {
  if (!is_by_level(group)) return view.traits().side.has_value();
  return view.contact.profile.seniority && view.scene.circle.own.seniority;
}

int shown_lately(const Contact& contact, Day today) {
  int count = 0;
  for (const Showing& showing : contact.showings) {
    const int age = days_between(showing.day, today);
    count += age >= 0 && age < exposure_days ? 1 : 0;
  }
  return count;
}

void count(Exposure& row, const View& view) {
  if (!is_known(row.group, view)) return;
  const bool is_member = is_in(row.group, view);
  const int shown = shown_lately(view.contact, view.now.today);
  row.shown.whole += shown;
  row.shown.part += is_member ? shown : 0;
  if (liveliness_of(view.standing) != relations::Liveliness::alive) return;
  ++row.alive.whole;
  row.alive.part += is_member ? 1 : 0;
}

}  // namespace

std::string_view to_string(Group group) {
  constexpr std::array<std::string_view, all_groups.size()> words = {
      "junior", "same-level", "senior", "own-organisation", "other-organisation"};
  return words[static_cast<std::size_t>(group)];
}

bool is_in(Group group, const View& view) {
  if (!is_known(group, view)) return false;
  if (group == Group::own_organisation) return view.traits().side == Side::internal;
  if (group == Group::other_organisation) return view.traits().side == Side::external;
  const int above = *view.contact.profile.seniority - *view.scene.circle.own.seniority;
  if (group == Group::junior) return above < 0;
  return group == Group::senior ? above > 0 : above == 0;
}

std::vector<Exposure> exposure_of(const Scene& scene) {
  std::vector<Exposure> rows;
  for (const Group group : all_groups) rows.push_back({group, {}, {}, std::nullopt});
  for (std::size_t who = 0; who < scene.contacts.size(); ++who) {
    const View view(scene, who);
    if (!view.traits().side && !view.contact.profile.seniority) continue;
    for (Exposure& row : rows) count(row, view);
  }
  for (Exposure& row : rows) {
    const auto shown = row.shown.value(), alive = row.alive.value();
    if (row.shown.whole >= least_showings && shown && alive && *alive > 0) row.ratio = *shown / *alive;
  }
  return rows;
}

std::optional<Group> neglected_group(std::span<const Exposure> rows) {
  std::optional<Group> neglected;
  double lowest = least_exposure;
  for (const Exposure& row : rows) {
    if (!row.ratio || *row.ratio >= lowest) continue;
    lowest = *row.ratio;
    neglected = row.group;
  }
  return neglected;
}

}  // namespace goodturn::suggest
