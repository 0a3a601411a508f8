// How the tests of the one-line entry read a line that must be understood.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "core/calendar/one_line.h"

namespace goodturn::tests {

inline const Day today = *parse_day("2026-11-22");  // a Sunday

inline calendar::OneLine read(const std::string& line) {
  const auto entry = calendar::read_one_line(line, today);
  INFO(line << (entry ? "" : ": " + entry.error().what));
  REQUIRE(entry);
  return *entry;
}

}  // namespace goodturn::tests
