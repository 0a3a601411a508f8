// The country of the user from the locale and the time zone.
#include "adapters/system/region.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

using namespace goodturn;

namespace {

/// Sets the variables of the locale for as long as it lives.
class Locale {
 public:
  explicit Locale(const std::map<std::string, std::string>& values) {
    for (const char* name : {"LC_ALL", "LC_TELEPHONE", "LANG"}) {
      const char* old = std::getenv(name);
      before_[name] = old ? std::optional<std::string>(old) : std::nullopt;
      ::unsetenv(name);
    }
    for (const auto& [name, value] : values) ::setenv(name.c_str(), value.c_str(), 1);
  }
  ~Locale() {
    for (const auto& [name, value] : before_)
      value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
  }
  Locale(const Locale&) = delete;
  Locale& operator=(const Locale&) = delete;

 private:
  std::map<std::string, std::optional<std::string>> before_;
};

std::string region(const std::map<std::string, std::string>& values,
                   const std::string& zone = "Europe/Berlin") {
  const Locale locale(values);
  return system::local_region(zone);
}

}  // namespace

TEST_CASE("the country of the locale") {
  CHECK(region({{"LANG", "de_AT.UTF-8"}}) == "AT");
  CHECK(region({{"LANG", "de_CH@euro"}}) == "CH");
  CHECK(region({{"LANG", "en_US.UTF-8"}, {"LC_TELEPHONE", "sv_SE"}}) == "SE");
  CHECK(region({{"LC_TELEPHONE", "sv_SE"}, {"LC_ALL", "fi_FI.UTF-8"}}) == "FI");
}

TEST_CASE("else the country of the time zone, else none") {
  CHECK(region({{"LANG", "C.UTF-8"}}) == "DE");
  CHECK(region({}, "America/New_York") == "US");
  CHECK(region({{"LANG", ""}}, "Asia/Kolkata") == "IN");
  CHECK(region({{"LANG", "C"}}, "UTC").empty());
  CHECK(region({{"LANG", "eo"}}, "No/Where").empty());
}
