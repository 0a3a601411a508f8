// Rule ask: something to ask for, where enough was given before (lead generation).
#pragma once

#include <vector>

#include "core/suggest/introduce.h"

namespace goodturn::suggest {

/// What could be asked, going by the contact alone; part 0: nothing.
struct AskFit {
  double part = 0;
  AskKind kind = AskKind::advice;
};
[[nodiscard]] AskFit ask_fit(const Contact& contact, const Circle& circle);

/// Offered while the weekly number of asks of the goals is not reached (0 by default: then never). Everybody
/// asked stands behind an open ask gate (metrics.md 2.19), is in touch, has no ask waiting and is not the
/// user's own boss. By fit, which is the part:
/// 1 a person named in a goal: an informational interview; .9 a living contact who knows such a person whom
/// the user is not in touch with: an introduction, by the strongest way only (features.md rows 71, 83); .8
/// somebody at a company of a goal: a warm application to one who can hire, else an informational interview;
/// .6 a sponsor: a word at the right place; .5 a mentor: advice. The period is the kind of ask and the last
/// claim on the person.
[[nodiscard]] std::vector<Placed> offer_asks(const Scene& scene);
[[nodiscard]] Suggestion write_ask(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
