#include "core/suggest/permitted.h"

#include "core/suggest/offer.h"
#include "core/suggest/support.h"

namespace goodturn::suggest {

bool fits_cold_start(Rule rule) {
  switch (rule) {
    case Rule::thank:
    case Rule::promised:
    case Rule::first_meeting:
    case Rule::celebrate:
    case Rule::give_match:
    case Rule::support:
    case Rule::warm_contacts:
      return true;
    default:
      return false;
  }
}

bool fits_purist(Rule rule) {
  return is_pure_give(rule) || rule == Rule::promised || rule == Rule::warm_contacts;
}

bool is_permitted(Rule rule, const Circle& circle, bool is_cold_start) {
  if (circle.own.crisis) return rule == Rule::support || rule == Rule::warm_contacts;
  if (is_cold_start && !fits_cold_start(rule)) return false;
  return !circle.own.purist || fits_purist(rule);
}

bool is_permitted_for(Rule rule, const Contact& contact, Day today) {
  return rule == Rule::support || !mourns(contact, today);
}

}  // namespace goodturn::suggest
