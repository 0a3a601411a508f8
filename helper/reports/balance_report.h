// The report "balance": giving, receiving, thanking and asking, without blame.
#pragma once

#include <string>
#include <vector>

#include "core/relations/ask.h"
#include "core/relations/recipients.h"
#include "helper/reports/favours.h"
#include "helper/reports/section.h"

namespace goodturn::helper {

/// A concrete thing to give to somebody from whom something came.
struct GiveIdea {
  Who who;
  GiveKind kind = GiveKind::help;
  std::string text;  ///< "public recognition for Ada Example"
};

struct BalanceReport {
  std::vector<BalanceRow> people;
  std::vector<OwedRow> owed;
  std::vector<ThanksRow> thanks_due;
  Figure thanked;  ///< share of what was received in a year that was thanked for
  Figure taking;   ///< share of taking in the last 90 days
  bool is_taking = false;
  std::vector<GiveIdea> ideas;  ///< three, when taking prevails
  std::vector<OneWayRow> one_way;
  bool beyond_energy = false;      ///< more gives than the weekly energy, three weeks in a row
  Figure unprompted;               ///< unasked of all gives
  Figure outside;                  ///< gives outside the fifteen closest
  Figure referrals_below;          ///< referrals to people below the user's own level
  std::vector<Who> belonging_due;  ///< close people without thanks, support or recognition for half a year;
                                   ///< like the ideas, of those who may be suggested
  relations::Answers answers;
  Figure yes_rate;
  bool may_ask = false;
  std::vector<std::string> hints;  ///< sentences for what stands out
};

/// Sources: metrics.md 2.9, 2.19; features.md rows 8, 9, 32, 40, 41, 43, 45, 50, 51, 56, 58, 81, 85.
[[nodiscard]] BalanceReport balance_report(const Snapshot& snapshot, Now now, Language language);

[[nodiscard]] Figure taking_figure(const relations::TakingAndGiving& counts, Language language);
[[nodiscard]] Figure thanked_figure(const relations::Thanking& thanking, Language language);
/// "60 % said yes." with "3 of 5 answers, 95 % 23–88 %".
[[nodiscard]] Figure yes_figure(const relations::Answers& answers, Language language);
[[nodiscard]] Figure referral_figure(const relations::ReferralReach& reach, std::optional<int> own,
                                     Language language);

[[nodiscard]] std::vector<Section> sections_of(const BalanceReport& report, Language language);

}  // namespace goodturn::helper
