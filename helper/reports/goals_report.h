// The report "goals": what the network is for, and how near the people are who matter for it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/relations/ask.h"
#include "helper/reports/ladder.h"
#include "helper/reports/paths.h"
#include "helper/reports/section.h"

namespace goodturn::helper {

struct Target {
  Who who;
  Way way;
  int rating = 0;         ///< experience · influence · willing, 0–8; 0 with an unrated part
  std::string text = {};  ///< "Ada Example: through Bob, 2 steps; willing? unknown"
};

/// Done and planned in the week that began on Monday.
struct WeekCount {
  int done = 0;
  int planned = 0;
};

struct GoalView {
  calendar::Goal goal;
  Figure completeness;
  std::vector<std::string> missing;  ///< "titles", "industries", "companies", "targets", "deadline"
  std::vector<Target> targets;       ///< best rated first; the own boss is left out
  WeekCount touches, asks;
};

struct DecisionMaker {
  Who who;
  std::vector<Power> powers;  ///< empty for somebody who is only tagged as decision maker
  Way way;
};

struct OpenAsk {
  Uid id;
  Who who;
  AskKind kind = AskKind::advice;
  Day day{};
  std::string next_step;
};

struct GoalsReport {
  std::vector<GoalView> goals;
  Figure goals_missing;                        ///< why there are none; empty text when there are
  std::vector<DecisionMaker> decision_makers;  ///< nearest first
  Figure decision_reach;                       ///< living ties among them
  Ladder ladder;
  relations::Answers asks;         ///< the board's counts
  std::vector<OpenAsk> open_asks;  ///< oldest first
  Figure told;                     ///< close contacts who know the goal
  std::vector<Who> not_told;
  std::array<int, 3> prongs{};  ///< percentages of this week's touches: social, branding, leads
  Figure prongs_text;           ///< its value is the number of touches
};

/// Sources: metrics.md 2.16, 2.19; features.md rows 13, 14, 67–71, 73, 81.
[[nodiscard]] GoalsReport goals_report(const Snapshot& snapshot, Now now, Language language);

[[nodiscard]] Figure completeness_figure(const relations::Share& share,
                                         const std::vector<std::string>& missing, Language language);
/// `counts`: social, branding, leads.
[[nodiscard]] Figure prongs_figure(const std::array<int, 3>& counts, Language language);

[[nodiscard]] std::vector<Section> sections_of(const GoalsReport& report, Language language);

}  // namespace goodturn::helper
