#include "helper/week/exposure_words.h"

#include <algorithm>

#include "helper/words/words.h"

namespace goodturn::helper {

std::vector<std::string> exposure_lines(std::span<const suggest::Exposure> rows, Language language) {
  std::vector<std::string> lines;
  for (const suggest::Exposure& row : rows) {
    if (!row.ratio) continue;
    std::string group(suggest::to_string(row.group));
    std::replace(group.begin(), group.end(), '-', '_');  // names a branch of the message
    lines.push_back(in_words(Said("week.list_exposure", {{"group", std::move(group)},
                                                         {"shown", std::int64_t{row.shown.part}},
                                                         {"shown_of", std::int64_t{row.shown.whole}},
                                                         {"alive", std::int64_t{row.alive.part}},
                                                         {"alive_of", std::int64_t{row.alive.whole}}}),
                             language));
  }
  return lines;
}

}  // namespace goodturn::helper
