// The reports as JSON, in the shapes of schemas/openapi.json.
#pragma once

#include "helper/json/json.h"
#include "helper/reports/balance_report.h"
#include "helper/reports/goals_report.h"
#include "helper/reports/network_report.h"
#include "helper/reports/roles_report.h"
#include "helper/reports/trend_report.h"

namespace goodturn::helper {

[[nodiscard]] Json json_of(const NetworkReport& report);
[[nodiscard]] Json json_of(const RolesReport& report);
[[nodiscard]] Json json_of(const BalanceReport& report);
[[nodiscard]] Json json_of(const GoalsReport& report);
[[nodiscard]] Json json_of(const TrendReport& report);
[[nodiscard]] Json json_of(const Ladder& ladder);
[[nodiscard]] Json json_of(const relations::Answers& answers);

}  // namespace goodturn::helper
