#include "core/suggest/rules.h"

#include <iterator>

#include "core/suggest/celebrate.h"
#include "core/suggest/first_meeting.h"
#include "core/suggest/keep_in_touch.h"
#include "core/suggest/promised.h"
#include "core/suggest/restraint.h"
#include "core/suggest/thank.h"

namespace goodturn::suggest {

std::vector<Offer> offers_of(const View& view, bool with_keep_in_touch) {
  std::vector<Offer> offers;
  if (!may_suggest(view.contact, view.now.today)) return offers;
  const auto append = [&](auto&& more) {
    offers.insert(offers.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  if (!view.contact.obligations.empty()) {
    append(offer_thank(view));
    append(offer_promised(view));
  }
  if (auto offer = offer_first_meeting(view)) offers.push_back(std::move(*offer));
  append(offer_celebrate(view));
  if (!with_keep_in_touch) return offers;
  if (auto offer = offer_keep_in_touch(view)) offers.push_back(std::move(*offer));
  return offers;
}

Suggestion write(const View& view, const Offer& offer) {
  switch (offer.rule) {
    case Rule::thank:
      return write_thank(view, offer);
    case Rule::promised:
      return write_promised(view, offer);
    case Rule::first_meeting:
      return write_first_meeting(view, offer);
    case Rule::celebrate:
      return write_celebrate(view, offer);
    case Rule::keep_in_touch:
      break;
  }
  return write_keep_in_touch(view, offer);
}

}  // namespace goodturn::suggest
