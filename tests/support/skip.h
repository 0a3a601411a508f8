// What a test says where a program is missing that it needs.
#pragma once

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

namespace goodturn::tests {

/// The caller returns. With GOODTURN_NO_SKIPS in the environment, as .ci/run sets it, the test fails.
inline void skip(const std::string& reason) {
  const char* forbidden = std::getenv("GOODTURN_NO_SKIPS");
  if (forbidden != nullptr && *forbidden != '\0') FAIL("may not be skipped here: " << reason);
  WARN("skipped: " << reason);
}

}  // namespace goodturn::tests
