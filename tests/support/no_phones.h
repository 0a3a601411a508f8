// Telephone numbers for tests that compare none.
#pragma once

#include "core/ports.h"

namespace goodturn::tests {

/// Reads no number.
class NoPhones final : public Phones {
 public:
  [[nodiscard]] std::optional<std::string> normalised(std::string_view, std::string_view) const override {
    return std::nullopt;
  }
  [[nodiscard]] bool knows(std::string_view) const override { return false; }
  [[nodiscard]] std::string home_region() const override { return {}; }
};

}  // namespace goodturn::tests
