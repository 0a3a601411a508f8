// The Phones port on libphonenumber.
#pragma once

#include <string>

#include "core/ports.h"

namespace goodturn::phone {

/// Safe to use from several threads. The first number that is asked for loads the tables of all countries
/// (some milliseconds).
class LibPhones final : public Phones {
 public:
  /// `home_region` as in Phones::home_region(); any case; one that libphonenumber does not know means none.
  explicit LibPhones(std::string home_region);

  [[nodiscard]] std::optional<std::string> normalised(std::string_view number,
                                                      std::string_view region) const override;
  [[nodiscard]] bool knows(std::string_view region) const override;
  [[nodiscard]] std::string home_region() const override;

 private:
  std::string home_region_;
};

}  // namespace goodturn::phone
