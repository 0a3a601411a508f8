// The chance of contact within the week learned by logistic regression, in place of p7.
#pragma once

#include <array>

#include "tests/bench/ranking/messages.h"
#include "tests/bench/ranking/moment.h"

namespace goodturn::bench {

/// Constant, log elapsed days, log contact days per day, log half-life sum (30 d), logit of p7, u, P(alive),
/// log messages sent in 90 d, log median gap.
using Features = std::array<double, 9>;
[[nodiscard]] Features features_of(const Moment& moment, std::size_t tie);

/// One candidate in one week, and whether the ego reached out within seven days.
struct Example {
  Features features;
  bool reached = false;
};

/// A logistic model; all weights 0 says one half.
struct ContactModel {
  Features weights{};
  /// In (0, 1).
  [[nodiscard]] double chance(const Features& features) const;
};

/// Maximum likelihood with a ridge of 1 on every weight, by Newton's method. No examples give weights 0.
[[nodiscard]] ContactModel fit(const std::vector<Example>& examples);

/// All candidates in the weeks of the second half of the warm-up, labels included in it: of every chosen ego,
/// nothing later than calendar_of(set).warm.
[[nodiscard]] std::vector<Example> warm_up_examples(const MessageSet& set);

}  // namespace goodturn::bench
