// Rule introduce: two people who ought to know each other, each asked first.
#pragma once

#include <utility>
#include <vector>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

/// An offer with the place of the person it speaks to.
struct Placed {
  std::size_t who = 0;
  Offer offer;
};

/// Steps of introductions under way, then new ideas (metrics.md 2.13). An idea begins with asking the one who
/// would help, who is free to decline before any hope is raised; where both or neither would, the stronger
/// tie. A pair that was ever taken up is not proposed again. part = the score of the idea; 1 for a step that
/// somebody waits for. The period is the other person and the step, so that an idea keeps its follow-up when
/// it becomes a record. The last step speaks to the first of the two and names the other.
[[nodiscard]] std::vector<Placed> offer_introductions(const Scene& scene);
[[nodiscard]] Suggestion write_introduction(const View& view, const Offer& offer);

/// Period of a step's follow-up for the person it speaks to; `other` is the one to be introduced.
[[nodiscard]] std::string introduction_period(const Uid& other, network::IntroductionStep step);

}  // namespace goodturn::suggest
