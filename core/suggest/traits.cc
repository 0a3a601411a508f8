#include "core/suggest/traits.h"

#include <utility>

#include "core/suggest/restraint.h"
#include "core/suggest/role_gap.h"
#include "core/suggest/rules.h"

namespace goodturn::suggest {
namespace {

std::optional<Side> side_of(const Contact& contact, const Circle& circle) {
  network::Workplace person{contact.organisation, {}};
  if (const auto at = contact.email.find('@'); at != std::string::npos)
    person.domains.push_back(contact.email.substr(at + 1));
  return network::side_of(person, own_workplace(circle));
}

}  // namespace

Traits traits_of(const View& view) {
  const Circle& circle = view.scene.circle;
  Traits traits;
  traits.is_open = may_suggest(view.contact, view.now.today);
  traits.side = side_of(view.contact, circle);
  traits.roles = held_roles(view.contact, circle);
  traits.ask = ask_fit(view.contact, circle);
  traits.common = common_interests(view.contact, circle);
  traits.asked_this_week = relations::asked_this_week(view.contact.asks, view.now.today);
  if (traits.is_open) traits.offers = lone_offers(view);
  return traits;
}

}  // namespace goodturn::suggest
