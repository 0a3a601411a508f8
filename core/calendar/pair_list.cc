#include "core/calendar/pair_list.h"

#include "core/calendar/words.h"

namespace goodturn::calendar {

std::vector<std::pair<std::string, std::string>> read_pairs(const std::vector<std::string>& values) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& value : values) {
    const std::size_t at = value.rfind('=');
    if (at == std::string::npos) continue;
    std::string name = trimmed(std::string_view(value).substr(0, at));
    std::string word = trimmed(std::string_view(value).substr(at + 1));
    if (!name.empty() && !word.empty()) pairs.emplace_back(std::move(name), std::move(word));
  }
  return pairs;
}

}  // namespace goodturn::calendar
