// The report "trend": is the network growing, whom is it gaining, who starts the conversations.
#pragma once

#include <string>
#include <vector>

#include "core/network/trend.h"
#include "core/relations/share.h"
#include "helper/reports/overview.h"
#include "helper/reports/quarter.h"
#include "helper/reports/section.h"

namespace goodturn::helper {

struct MonthPoint {
  Day end{};
  int active = 0;  ///< touched within 90 days, or alive by what was known then
};

struct QuarterPoint {
  Quarter quarter;
  std::vector<Who> newcomers;  ///< first touched in it and touched again by its end
  relations::Share started;    ///< conversations that the user began
  relations::Share started_with_juniors;
};

/// The user's own three answers of a quarter.
struct CheckPoint {
  Day day{};
  double mean = 0;  ///< 1–5
};

struct TrendReport {
  std::vector<MonthPoint> months;  ///< the last twelve month ends with a history before them, oldest first
  Figure slope;                    ///< people a month
  network::TrendWord word = network::TrendWord::steady;
  std::vector<Who> gained, lost;       ///< between the first and the last of the months
  std::vector<QuarterPoint> quarters;  ///< four, oldest first
  Figure initiative;                   ///< share of conversations begun, newest quarter
  Figure juniors;                      ///< the same with people below the user's level
  bool initiative_fell = false;        ///< towards juniors, first against last quarter
  std::vector<CheckPoint> checks;      ///< oldest first
  Figure relatedness;                  ///< the newest check; never compared with others
};

/// Sources: metrics.md 2.9 (b), 2.17, 2.20; features.md rows 27, 64, 65, 84.
[[nodiscard]] TrendReport trend_report(const Snapshot& snapshot, Now now, Language language);

/// "Shrinking: −1.67 people a month." with "6 months, S = −13, Z = −2.25"; not_enough below six months.
[[nodiscard]] Figure slope_figure(const std::optional<network::Trend>& trend, std::size_t months,
                                  Language language);
/// With whom conversations are counted: anybody, or people below the user's own level.
enum class Beginners { anybody, below };
[[nodiscard]] Figure initiative_figure(const relations::Share& started, std::string_view quarter,
                                       Beginners with_whom, Language language);

[[nodiscard]] std::vector<Section> sections_of(const TrendReport& report, Language language);

}  // namespace goodturn::helper
