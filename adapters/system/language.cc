#include "adapters/system/language.h"

#include <cstdlib>

namespace goodturn::system {

std::string message_locale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

}  // namespace goodturn::system
