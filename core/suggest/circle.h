// What concerns everybody at once: the user, and what is known between the contacts.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/own_profile.h"
#include "core/network/behaviours.h"
#include "core/network/consent.h"
#include "core/network/coverage.h"
#include "core/network/goal.h"
#include "core/network/pairs.h"

namespace goodturn::suggest {

/// Something to read or watch that the user sent to one person and that may suit another: a given
/// `information` that names it (calendar::names_reading).
struct Article {
  Uid record;
  Uid given_to;
  std::string given_to_name;
  Day day{};
  std::string text;  ///< not empty
};

struct Busy {
  Instant from{}, until{};
};

/// Both ends included.
struct DaySpan {
  Day first{}, last{};
};

struct Circle {
  calendar::OwnProfile own;
  std::vector<network::Goal> goals;
  std::vector<network::PairSign> signs;  ///< by places in the list of contacts
  std::vector<network::Introduction> introductions;
  std::vector<Article> articles;
  std::chrono::minutes offset{0};  ///< the user's local time minus UTC
  std::vector<Busy> busy;          ///< meetings to come
  std::vector<DaySpan> vacations;
};

/// The roles the user wants filled: the profile's, else the default needs.
[[nodiscard]] std::vector<network::RoleNeed> wanted_roles(const Circle& circle);
/// Where the user works.
[[nodiscard]] network::Workplace own_workplace(const Circle& circle);

}  // namespace goodturn::suggest
