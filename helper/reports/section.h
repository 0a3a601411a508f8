// A report as text: headings with lines under them.
#pragma once

#include <string>
#include <vector>

#include "helper/reports/figure.h"

namespace goodturn::helper {

struct Section {
  std::string heading;
  std::vector<std::string> lines;

  void add(const Figure& figure) { lines.push_back(line_of(figure)); }
  /// Nothing for an empty text.
  void add(std::string line) {
    if (!line.empty()) lines.push_back(std::move(line));
  }
};

}  // namespace goodturn::helper
