// The refit of metrics.md 2.7: the likelihood by hand, recovery of known parameters, and the simplex itself.
#include "core/relations/fit_alive.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "core/relations/nelder_mead.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

/// One tie of the model: a rate from Gamma(r, α), a chance to end after each contact from Beta(a, b).
Recency simulated(std::mt19937_64& random, const AliveModel& model, double window) {
  std::gamma_distribution<double> rate(model.r, 1 / model.alpha), first(model.a, 1), second(model.b, 1);
  const double pace = rate(random), one = first(random), other = second(random);
  const double ends = one / (one + other);
  Recency tie{0, 0, window};
  std::exponential_distribution<double> gap(pace > 1e-12 ? pace : 1e-12);
  std::uniform_real_distribution<double> chance;
  for (double at = gap(random); at < window; at += gap(random)) {
    ++tie.repeats;
    tie.last = at;
    if (chance(random) < ends) break;
  }
  return tie;
}

/// The likelihood of one tie straight from the formula with lgamma.
double by_formula(const Recency& tie, const AliveModel& m) {
  const double x = tie.repeats;
  const auto beta = [](double p, double q) { return std::lgamma(p) + std::lgamma(q) - std::lgamma(p + q); };
  const double common = std::lgamma(m.r + x) - std::lgamma(m.r) + m.r * std::log(m.alpha) - beta(m.a, m.b);
  double sum = std::exp(common + beta(m.a, m.b + x) - (m.r + x) * std::log(m.alpha + tie.age));
  if (tie.repeats > 0)
    sum += std::exp(common + beta(m.a + 1, m.b + x - 1) - (m.r + x) * std::log(m.alpha + tie.last));
  return std::log(sum);
}

}  // namespace

TEST_CASE("The likelihood is the one of the paper") {
  const AliveModel other{0.243, 4.414, 0.793, 2.426};
  const std::vector<Recency> ties = {{0, 0, 50}, {2, 30.43, 38.86}, {10, 100, 160}, {1, 5, 400}};
  for (const AliveModel& model : {AliveModel{}, other}) {
    double expected = 0;
    for (const Recency& tie : ties) expected += by_formula(tie, model);
    CHECK(log_likelihood(ties, model) == Approx(expected).margin(1e-9));
  }
  CHECK(log_likelihood({}, {}) == 0);
  CHECK(std::isfinite(log_likelihood(std::vector<Recency>{{5000, 5000, 20000}}, {})));
}

TEST_CASE("P(alive) is one part of the likelihood over the whole") {
  const AliveModel model;
  const Recency tie{10, 100, 160};
  const double x = tie.repeats;
  const double living = std::lgamma(model.a + model.b) - std::lgamma(model.a + model.b + x) +
                        std::lgamma(model.b + x) - std::lgamma(model.b) + std::lgamma(model.r + x) -
                        std::lgamma(model.r) + model.r * std::log(model.alpha) -
                        (model.r + x) * std::log(model.alpha + tie.age);
  const double whole = log_likelihood(std::vector{tie}, model);
  CHECK(std::exp(living - whole) == Approx(model_alive(tie, model)).margin(1e-9));
}

TEST_CASE("Fewer than fifty ties keep the defaults") {
  CHECK_FALSE(fit_alive_model(std::vector<Recency>(49, Recency{3, 40, 60})));
  CHECK(fit_alive_model(std::vector<Recency>(50, Recency{3, 40, 60})));
}

TEST_CASE("Known parameters are found again") {
  auto random = seeded();
  const AliveModel truth{0.5, 8, 0.7, 2.5};
  std::vector<Recency> ties;
  for (int i = 0; i < 6000; ++i) ties.push_back(simulated(random, truth, 300));
  const std::optional<AliveFit> fit = fit_alive_model(ties);
  REQUIRE(fit);
  CHECK(fit->converged);
  CHECK(fit->ties == 6000);
  CHECK(fit->log_likelihood >= log_likelihood(ties, truth));
  CHECK(fit->log_likelihood == Approx(log_likelihood(ties, fit->model)));
  CHECK(fit->model.r == Approx(truth.r).epsilon(0.15));
  CHECK(fit->model.alpha == Approx(truth.alpha).epsilon(0.25));
  CHECK(fit->model.a / (fit->model.a + fit->model.b) == Approx(truth.a / (truth.a + truth.b)).epsilon(0.15));
}

TEST_CASE("The fit is never less likely than the defaults, whatever the ties look like") {
  auto random = seeded();
  std::uniform_int_distribution<int> repeats(0, 40);
  std::uniform_real_distribution<double> share(0, 1), age(1, 2000);
  for (int round = 0; round < 20; ++round) {
    std::vector<Recency> ties;
    for (int i = 0; i < 60; ++i) {
      const double window = age(random);
      const int x = repeats(random);
      ties.push_back({x, x == 0 ? 0 : window * share(random), window});
    }
    const AliveFit fit = fit_alive_model(ties).value();
    REQUIRE(fit.log_likelihood >= log_likelihood(ties, {}) - 1e-9);
    for (const double value : {fit.model.r, fit.model.alpha, fit.model.a, fit.model.b}) {
      REQUIRE(value >= 1e-3);
      REQUIRE(value <= 1e4);
    }
  }
}

TEST_CASE("The simplex finds the bottom of a bent valley") {
  const Objective rosenbrock = [](std::span<const double> p) {
    const double bend = p[1] - p[0] * p[0];
    return 100 * bend * bend + (1 - p[0]) * (1 - p[0]);
  };
  const Minimum found = minimise(rosenbrock, {-1.2, 1}, 0.5, 4000);
  CHECK(found.converged);
  CHECK(found.point[0] == Approx(1).margin(1e-3));
  CHECK(found.point[1] == Approx(1).margin(1e-3));
  CHECK_FALSE(minimise(rosenbrock, {-1.2, 1}, 0.5, 20).converged);
}
