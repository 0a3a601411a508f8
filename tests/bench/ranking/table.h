// A table of estimates, printed as Markdown or as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

#include "tests/bench/ranking/bootstrap.h"

namespace goodturn::bench {

/// Text, an estimate with its interval, or one without.
using Cell = std::variant<std::string, Interval, double>;

struct Table {
  std::string title;
  std::vector<std::string> columns;     ///< the first one heads the row names
  std::vector<std::vector<Cell>> rows;  ///< as long as `columns`
  int digits = 3;
};

/// ".613": without the zero before the point; "–" for NaN.
[[nodiscard]] std::string in_words(double value, int digits);
/// "### title" and a table; intervals as ".613 [.590, .641]", unknown values as "–".
[[nodiscard]] std::string to_markdown(const Table& table);
/// {"title": …, "rows": [{column: text | number | {"value", "low", "high"}, …}, …]}; unknown values are null.
[[nodiscard]] nlohmann::json to_json(const Table& table);

}  // namespace goodturn::bench
