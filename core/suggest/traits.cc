#include "core/suggest/traits.h"

#include <algorithm>
#include <utility>

#include "core/suggest/restraint.h"
#include "core/suggest/role_gap.h"
#include "core/suggest/rules.h"

namespace goodturn::suggest {
namespace {

std::optional<Side> side_of(const Contact& contact, const Circle& circle) {
  network::Workplace person{contact.organisation, {}};
  const auto add_domain = [&](const std::string& email) {
    if (const auto at = email.find('@'); at != std::string::npos)
      person.domains.push_back(email.substr(at + 1));
  };
  add_domain(contact.email);
  for (const std::string& email : contact.other_emails) add_domain(email);
  return network::side_of(person, own_workplace(circle));
}

bool holds(const Contact& contact, Role role) {
  return std::find(contact.roles.begin(), contact.roles.end(), role) != contact.roles.end();
}

}  // namespace

TieKind tie_kind_of(const Contact& contact, const Circle& circle, std::optional<Side> side) {
  const calendar::Profile& profile = contact.profile;
  if (profile.tie) return *profile.tie;
  if (is_own_boss(contact, circle) || holds(contact, Role::mentor) || holds(contact, Role::sponsor))
    return TieKind::up;
  if (const auto& own = circle.own.seniority; own && profile.seniority) {
    if (*profile.seniority > *own) return TieKind::up;
    if (*profile.seniority < *own) return TieKind::down;
  }
  return side == Side::external ? TieKind::external_peer : TieKind::peer;
}

Traits traits_of(const View& view) {
  const Circle& circle = view.scene.circle;
  Traits traits;
  traits.is_open = may_suggest(view.contact, view.now.today);
  traits.side = side_of(view.contact, circle);
  traits.tie = tie_kind_of(view.contact, circle, traits.side);
  traits.roles = held_roles(view.contact, circle);
  traits.ask = ask_fit(view.contact, circle);
  traits.common = common_interests(view.contact, circle);
  traits.asked_this_week = relations::asked_this_week(view.contact.asks, view.now.today);
  if (traits.is_open) traits.offers = lone_offers(view);
  return traits;
}

}  // namespace goodturn::suggest
