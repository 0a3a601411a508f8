// The locale of messages.
#include "adapters/system/language.h"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace goodturn;

namespace {

/// Sets one variable of the locale, or removes it, for as long as it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) before_ = old;
    value != nullptr ? ::setenv(name, value, 1) : ::unsetenv(name);
  }
  ~Variable() { before_.empty() ? ::unsetenv(name_) : ::setenv(name_, before_.c_str(), 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::string before_;
};

}  // namespace

TEST_CASE("the locale of messages: LC_ALL before LC_MESSAGES before LANG; an empty one is none") {
  const Variable lang("LANG", "en_GB.UTF-8");
  const Variable messages("LC_MESSAGES", nullptr);
  const Variable all("LC_ALL", "");
  CHECK(system::message_locale() == "en_GB.UTF-8");
  const Variable german("LC_MESSAGES", "de_DE.UTF-8");
  CHECK(system::message_locale() == "de_DE.UTF-8");
  const Variable plain("LC_ALL", "C");
  CHECK(system::message_locale() == "C");
  const Variable none("LC_ALL", nullptr), nothing("LC_MESSAGES", nullptr), empty("LANG", nullptr);
  CHECK(system::message_locale().empty());
}
