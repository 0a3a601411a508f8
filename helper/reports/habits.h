// What the user does to network: six behaviours, follow-up after first meetings, depth, places.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/calendar/community.h"
#include "core/network/behaviours.h"
#include "core/network/follow_through.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

/// A mail domain of which it is not known whether it is the user's own organisation's.
struct UnknownDomain {
  std::string domain;
  int touches = 0;  ///< in the last 90 days
};

struct SixBehaviours {
  network::Behaviours cells;  ///< of the last 90 days
  Figure evenness;
  std::vector<UnknownDomain> unknown;  ///< most touches first, at most 5: worth one question each
};

struct CommunityView {
  Uid uid;
  std::string name;
  std::optional<calendar::CommunityKind> kind;
  std::vector<Who> members;      ///< those in the address books
  int living = 0;                ///< members whose tie is alive or fading
  std::optional<Figure> answer;  ///< median minutes to the first answer; nullopt where nothing was asked
};

struct VenueView {
  network::VenueYield yield;
  std::string text;  ///< "conference: 1.3 kept for each of 3 events"
};

struct Habits {
  SixBehaviours behaviours;
  Figure depth;      ///< share of deep ties
  Figure follow_up;  ///< share of first meetings followed by a word within two days, last 365 days
  std::vector<VenueView> venues;
  std::vector<CommunityView> communities;
};

/// Sources: metrics.md 2.15, 2.20; features.md rows 17, 18, 19, 33, 76.
[[nodiscard]] Habits habits_of(const Overview& overview);

[[nodiscard]] Figure evenness_figure(const network::Behaviours& cells, Language language);
[[nodiscard]] Figure depth_figure(const relations::Share& deep, std::size_t contacts, Language language);
[[nodiscard]] Figure follow_up_figure(const network::FollowUpLatency& latency, Language language);
/// Median minutes to the first answer, of so many questions.
[[nodiscard]] Figure answer_figure(std::span<const int> minutes, std::size_t questions, Language language);
/// "conference: 1.3 kept for each of 3 events"
[[nodiscard]] std::string venue_words(const network::VenueYield& yield, Language language);

}  // namespace goodturn::helper
