#include "tests/bench/ranking/learned.h"

#include <algorithm>
#include <cmath>

#include "core/relations/strength.h"
#include "tests/bench/ranking/evaluation.h"

namespace goodturn::bench {
namespace {

constexpr std::size_t width = std::tuple_size_v<Features>;
using Matrix = std::array<Features, width>;

double logit(double p) {
  const double inside = std::clamp(p, 0.005, 0.995);
  return std::log(inside / (1 - inside));
}

double sent_in(const Moment& moment, std::size_t tie, int days) {
  const auto& touches = moment.touches[tie];
  return static_cast<double>(
      std::count_if(touches.begin(), touches.end(), [&](const relations::Touch& touch) {
        return touch.direction == Direction::out && days_between(touch.day, moment.now.today) < days;
      }));
}

/// Solves matrix · x = right by elimination; the ridge keeps every pivot above zero.
Features solved(Matrix matrix, Features right) {
  for (std::size_t i = 0; i < width; ++i)
    for (std::size_t j = i + 1; j < width; ++j) {
      const double factor = matrix[j][i] / matrix[i][i];
      for (std::size_t k = i; k < width; ++k) matrix[j][k] -= factor * matrix[i][k];
      right[j] -= factor * right[i];
    }
  for (std::size_t i = width; i-- > 0;) {
    for (std::size_t k = i + 1; k < width; ++k) right[i] -= matrix[i][k] * right[k];
    right[i] /= matrix[i][i];
  }
  return right;
}

/// One Newton step: H⁻¹·g of the penalised log-likelihood.
Features newton_step(const ContactModel& model, const std::vector<Example>& examples) {
  Matrix curvature{};
  Features slope{};
  for (std::size_t i = 0; i < width; ++i) {
    curvature[i][i] = 1;
    slope[i] = -model.weights[i];
  }
  for (const Example& example : examples) {
    const double chance = model.chance(example.features);
    for (std::size_t i = 0; i < width; ++i) {
      slope[i] += ((example.reached ? 1 : 0) - chance) * example.features[i];
      for (std::size_t j = 0; j < width; ++j)
        curvature[i][j] += chance * (1 - chance) * example.features[i] * example.features[j];
    }
  }
  return solved(curvature, slope);
}

}  // namespace

Features features_of(const Moment& moment, std::size_t tie) {
  constexpr int quarter = 90;
  const suggest::Standing& standing = moment.standings[tie];
  const suggest::Digest& digest = moment.digests[tie];
  const int age = std::max(1, days_between(*digest.first, moment.now.today));
  const double active =
      relations::half_life_sum(moment.touches[tie], moment.now.instant, relations::activity_half_life);
  return {1,
          std::log1p(standing.elapsed),
          std::log(static_cast<double>(digest.contact_days) / age),
          std::log(active + 0.01),
          logit(standing.parts.chance),
          standing.parts.silence,
          standing.parts.alive,
          std::log1p(sent_in(moment, tie, quarter)),
          std::log1p(digest.median_gap)};
}

double ContactModel::chance(const Features& features) const {
  double sum = 0;
  for (std::size_t i = 0; i < width; ++i) sum += weights[i] * features[i];
  return 1 / (1 + std::exp(-sum));
}

ContactModel fit(const std::vector<Example>& examples) {
  constexpr int most_steps = 30;
  constexpr double close_enough = 1e-8;
  ContactModel model;
  for (int step = 0; step < most_steps; ++step) {
    const Features change = newton_step(model, examples);
    double largest = 0;
    for (std::size_t i = 0; i < width; ++i) {
      model.weights[i] += change[i];
      largest = std::max(largest, std::abs(change[i]));
    }
    if (largest < close_enough) break;
  }
  return model;
}

std::vector<Example> warm_up_examples(const MessageSet& set) {
  constexpr std::chrono::days week(window_days);
  const Calendar calendar = calendar_of(set);
  const Day begin = calendar.first + (calendar.warm - calendar.first) / 2;
  std::vector<Example> examples;
  const EgoBook book(set);
  for (const std::int32_t person : book.chosen()) {
    const Ego ego = book.ego(person);
    for (Day today = begin; today + week < std::min(calendar.warm, ego.last); today += week) {
      const Moment moment = look(ego, today);
      if (moment.candidates.size() < least_candidates) continue;
      for (const std::size_t tie : moment.candidates)
        examples.push_back({features_of(moment, tie), reaches_out(ego.ties[tie], today)});
    }
  }
  return examples;
}

}  // namespace goodturn::bench
