#include "helper/sample/lines.h"

#include "core/text/document.h"

namespace goodturn::sample {

std::string folded(const std::vector<std::string>& lines) {
  auto document = text::Document::parse(lines.front() + "\r\n");
  for (std::size_t i = 1; i < lines.size(); ++i) document.insert_line(document.lines().size(), lines[i]);
  return document.print();
}

Day on(Day today, int days) { return today + std::chrono::days(days); }

Instant at(Day day, int hour, int minute) {
  return day + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

int Dice::roll(int sides) {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t word = state_;
  word = (word ^ (word >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  word = (word ^ (word >> 27U)) * 0x94d049bb133111ebULL;
  return static_cast<int>((word ^ (word >> 31U)) % static_cast<std::uint64_t>(sides));
}

}  // namespace goodturn::sample
