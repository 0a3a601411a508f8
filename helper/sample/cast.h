// The people of the sample: all invented, all with example.org addresses.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/strong.h"

namespace goodturn::sample {

/// How a person's meetings with the user run through the 18 months.
struct Habit {
  int rhythm = 0;      ///< usual days between two meetings; 0: no meetings of their own
  int silent = 0;      ///< no meeting in this many days before today
  int planned_in = 0;  ///< a meeting that many days ahead; 0: none
};

struct Person {
  std::string_view given;
  std::string_view family;
  std::string_view organisation;
  std::string_view unit;
  std::string_view title;
  std::string_view tags;  ///< CATEGORIES value; may be empty
  std::string_view note;  ///< may be empty
  Habit habit;
};

/// All 60 people, always in the same order.
[[nodiscard]] std::span<const Person> cast();

[[nodiscard]] std::string full_name(const Person& person);
/// "ada-lindqvist": also the name of the card's file.
[[nodiscard]] std::string slug(const Person& person);
[[nodiscard]] std::string address(const Person& person);
[[nodiscard]] Uid uid(const Person& person);
/// The person with that slug; the cast must hold it.
[[nodiscard]] const Person& person_named(std::string_view slug);

}  // namespace goodturn::sample
