// What everybody together says, kept up to date person by person.
#pragma once

#include <array>
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "core/base/time.h"
#include "core/relations/gap_pool.h"
#include "core/relations/layer.h"
#include "core/relations/quiet_time.h"
#include "core/suggest/digest.h"

namespace goodturn::suggest {

/// A value: the same digests at the same places give the same answers, in whatever order they came.
class Surroundings {
 public:
  explicit Surroundings(Now now) : now_(now) { stale_.fill(true); }

  /// Takes a person's digest instead of `before`, which is what was taken at this place last; an empty one
  /// for a new place, which is the next one. The answers are those of the last renew().
  void replace(std::size_t place, const Digest& before, const Digest& after);
  /// Works out what the changes mean. False when nothing but the pool of gaps may be different.
  bool renew();

  [[nodiscard]] Now now() const noexcept { return now_; }
  /// Everybody's gaps, or the built-in ones while there are few.
  [[nodiscard]] const relations::GapPool& pool() const { return relations::pool_or_built_in(pool_); }
  /// Bounds of the layers today and 7·k days ago.
  [[nodiscard]] const std::array<relations::LayerBounds, relations::layer_steps>& bounds() const {
    return bounds_;
  }
  /// Strength of the strongest tie; 0 without any.
  [[nodiscard]] double strongest() const noexcept { return strongest_; }
  /// The user's own quiet times.
  [[nodiscard]] const std::vector<relations::QuietTime>& quiet() const noexcept { return quiet_; }

 private:
  void count(const Digest& digest, int by);
  [[nodiscard]] std::vector<relations::QuietTime> quiet_times() const;

  Now now_;
  relations::GapPool pool_;
  std::unordered_map<long, int> outgoing_;  ///< day since 1970 → on how many contacts the user reached out
  std::array<std::vector<double>, relations::layer_steps> strengths_;  ///< by look, then by place
  std::array<bool, relations::layer_steps> stale_{};                   ///< looks whose strengths changed
  bool is_quiet_stale_ = true;
  std::array<relations::LayerBounds, relations::layer_steps> bounds_;
  double strongest_ = 0;
  std::vector<relations::QuietTime> quiet_;
};

}  // namespace goodturn::suggest
