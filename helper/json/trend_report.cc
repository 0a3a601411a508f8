#include "helper/json/figure.h"
#include "helper/json/reports.h"

namespace goodturn::helper {
namespace {

std::string_view word_of(network::TrendWord word) {
  switch (word) {
    case network::TrendWord::shrinking:
      return "shrinking";
    case network::TrendWord::growing:
      return "growing";
    case network::TrendWord::steady:
      break;
  }
  return "steady";
}

Json share_json(const relations::Share& share) { return {{"part", share.part}, {"whole", share.whole}}; }

Json quarter_json(const QuarterPoint& point) {
  return {{"quarter", point.quarter.name},
          {"first", to_iso(point.quarter.first)},
          {"last", to_iso(point.quarter.last)},
          {"newcomers", json_of(point.newcomers)},
          {"started", share_json(point.started)},
          {"started_with_juniors", share_json(point.started_with_juniors)}};
}

}  // namespace

Json json_of(const TrendReport& report) {
  Json months = Json::array(), quarters = Json::array(), checks = Json::array();
  for (const MonthPoint& month : report.months)
    months.push_back({{"end", to_iso(month.end)}, {"active", month.active}});
  for (const QuarterPoint& point : report.quarters) quarters.push_back(quarter_json(point));
  for (const CheckPoint& check : report.checks)
    checks.push_back({{"day", to_iso(check.day)}, {"mean", check.mean}});
  return {{"months", std::move(months)},
          {"slope", json_of(report.slope)},
          {"word", word_of(report.word)},
          {"gained", json_of(report.gained)},
          {"lost", json_of(report.lost)},
          {"quarters", std::move(quarters)},
          {"initiative", json_of(report.initiative)},
          {"juniors", json_of(report.juniors)},
          {"initiative_fell", report.initiative_fell},
          {"checks", std::move(checks)},
          {"relatedness", json_of(report.relatedness)}};
}

}  // namespace goodturn::helper
