#include "core/calendar/categories.h"

#include <string>

namespace goodturn::calendar {

OwnLine categories_line(std::string_view kind) {
  return value_line("CATEGORIES", "net," + std::string(kind));
}

}  // namespace goodturn::calendar
