// Protocol B: what would a weekly list have shown, and was it any use? (ranking.md 3.3, point 5)
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "tests/bench/ranking/bootstrap.h"
#include "tests/bench/ranking/scorer.h"

namespace goodturn::bench {

struct Protocol {
  int slots = 1;            ///< ties shown each week
  std::size_t strong = 15;  ///< places by strength that count as strong
  std::uint64_t seed = 7;   ///< breaks ties between equal scores
};

/// What one policy did for one ego. Shares of showings count showings, `coverage` counts long silences of
/// strong ties, `lateness` sums elapsed days at the first showing in covered silences.
struct ReplaySums {
  Share redundant;  ///< the ego reached out within seven days anyway
  Share strong;     ///< among the strongest (Protocol::strong)
  Share useful;     ///< strong, not redundant, and the silence still shorter than the limit
  Share timely;     ///< the same without regard to strength
  Share coverage;   ///< silences of at least the limit with a showing in them
  Share lateness;   ///< days
};

/// One ego, several policies side by side; feed it one moment a week in order of time.
class Replay {
 public:
  /// A silence of `limit` days or more counts as long.
  Replay(const Ego& ego, std::span<const Scorer> policies, const Protocol& protocol, int limit);

  /// `scores[k]` are policy k's scores of moment.candidates. Ties are broken by `seed`.
  void week(const Moment& moment, std::span<const std::vector<double>> scores, std::uint64_t seed);
  /// Closes the silences that are still open; one entry for each policy.
  [[nodiscard]] std::vector<ReplaySums> finish();

 private:
  struct Silence {
    std::optional<Day> since;  ///< last contact day
    bool counts = false;       ///< began during the replay, of a tie that was strong then
  };
  struct Memory {
    std::optional<Day> shown;
    int in_silence = 0;
    int first = 0;  ///< elapsed days at the first showing of the silence
  };

  [[nodiscard]] bool is_strong(const Moment& moment, std::size_t tie) const;
  void follow(const Moment& moment, std::size_t tie);
  void close(std::size_t tie);
  [[nodiscard]] std::vector<double> allowed(const Moment& moment, std::size_t policy,
                                            std::span<const double> scores) const;
  void show(const Moment& moment, std::size_t policy, std::size_t tie);

  const Ego& ego_;
  std::span<const Scorer> policies_;
  Protocol protocol_;
  int limit_;
  std::optional<Day> begin_;
  std::vector<Silence> silences_;            ///< per tie
  std::vector<std::vector<Memory>> memory_;  ///< per policy and tie
  std::vector<ReplaySums> sums_;             ///< per policy
};

}  // namespace goodturn::bench
