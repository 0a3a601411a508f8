// goodturn_sample FOLDER DAY: writes the sample folders for the demo and the tests of the pages.
#include <cstdio>

#include "helper/sample/sample.h"

int main(int count, char** words) {
  const auto today = count == 3 ? goodturn::parse_day(words[2]) : std::nullopt;
  if (!today) {
    std::fputs("Usage: goodturn_sample FOLDER YYYY-MM-DD\n", stderr);
    return 2;
  }
  const auto written = goodturn::sample::write_sample(words[1], *today);
  if (written) return 0;
  std::fprintf(stderr, "%s\n", goodturn::describe(written.error()).c_str());
  return 1;
}
