#include "tests/bench/ranking/table.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace goodturn::bench {
namespace {

struct Words {
  int digits;
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(double value) const { return in_words(value, digits); }
  std::string operator()(const Interval& interval) const {
    if (std::isnan(interval.value)) return "–";
    return in_words(interval.value, digits) + " [" + in_words(interval.low, digits) + ", " +
           in_words(interval.high, digits) + "]";
  }
};

struct Values {
  nlohmann::json operator()(const std::string& text) const { return text; }
  nlohmann::json operator()(double value) const {
    return std::isnan(value) ? nlohmann::json() : nlohmann::json(value);
  }
  nlohmann::json operator()(const Interval& interval) const {
    return {
        {"value", (*this)(interval.value)}, {"low", (*this)(interval.low)}, {"high", (*this)(interval.high)}};
  }
};

template <class Row, class Text>
std::string line(const Row& row, Text text) {
  std::string line = "|";
  for (const auto& cell : row) line += " " + text(cell) + " |";
  return line + "\n";
}

}  // namespace

std::string in_words(double value, int digits) {
  if (std::isnan(value)) return "–";
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  std::string shown(text);
  const std::size_t first = shown[0] == '-' ? 1 : 0;
  if (digits > 0 && shown[first] == '0') shown.erase(first, 1);
  return shown;
}

std::string to_markdown(const Table& table) {
  std::string text = "### " + table.title + "\n\n";
  text += line(table.columns, [](const std::string& column) { return column; });
  text += "|";
  for (std::size_t i = 0; i < table.columns.size(); ++i) text += "---|";
  text += "\n";
  for (const auto& row : table.rows)
    text += line(row, [&](const Cell& cell) { return std::visit(Words{table.digits}, cell); });
  return text;
}

nlohmann::json to_json(const Table& table) {
  nlohmann::json rows = nlohmann::json::array();
  for (const auto& row : table.rows) {
    nlohmann::json entry = nlohmann::json::object();
    for (std::size_t i = 0; i < row.size(); ++i) entry[table.columns[i]] = std::visit(Values{}, row[i]);
    rows.push_back(std::move(entry));
  }
  return {{"title", table.title}, {"rows", std::move(rows)}};
}

}  // namespace goodturn::bench
