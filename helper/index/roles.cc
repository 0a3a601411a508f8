// Who holds which role today: by the tags of the cards, and by the terms that were noted and closed.
#include <algorithm>
#include <map>

#include "core/network/role_history.h"
#include "helper/index/gathering.h"

namespace goodturn::helper {
namespace {

template <class Value>
void add_once(std::vector<Value>& values, const Value& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

/// `terms` of this person; the roles are those of the card so far.
void note_roles(suggest::Contact& contact, const std::vector<network::RoleTerm>& terms, Day today) {
  const auto whoever = [](const Uid&) { return relations::Liveliness::quiet; };
  for (const network::RoleHolder& held : network::holders_on(terms, today, whoever)) {
    add_once(contact.noted_roles, held.role);
    if (const auto role = parse_role(held.role)) add_once(contact.roles, *role);
  }
  for (const network::RoleTerm& term : terms)
    if (network::was_closed(terms, contact.uid, term.role, today)) add_once(contact.closed_roles, term.role);
  std::erase_if(contact.roles, [&](Role role) {
    const auto& closed = contact.closed_roles;
    return std::find(closed.begin(), closed.end(), to_string(role)) != closed.end();
  });
}

}  // namespace

void attach_roles(Gathering& all) {
  std::map<std::size_t, std::vector<network::RoleTerm>> terms;
  for (const calendar::RoleTerm& term : all.journals.role_terms)
    if (const auto place = all.place_of(term.person.uid.value))
      terms[*place].push_back({all.persons[*place].contact.uid, term.role, term.since, term.until});
  for (const auto& [place, theirs] : terms) note_roles(all.persons[place].contact, theirs, all.now.today);
}

}  // namespace goodturn::helper
