// How tables are printed.
#include "tests/bench/ranking/table.h"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

using namespace goodturn::bench;

TEST_CASE("Numbers in Markdown and JSON") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Table table{"Title",
                    {"name", "share", "number"},
                    {{"one", Interval{0.5, 0.25, 1}, -0.125},
                     {"two", Interval{none, none, none}, none},
                     {"three", 10.5, -10.25}}};
  CHECK(to_markdown(table) ==
        "### Title\n\n| name | share | number |\n|---|---|---|\n| one | .500 [.250, 1.000] | -.125 |\n"
        "| two | – | – |\n| three | 10.500 | -10.250 |\n");
  CHECK(in_words(0.9999, 3) == "1.000");
  CHECK(in_words(20, 1) == "20.0");
  CHECK(in_words(-0.04, 2) == "-.04");
  const nlohmann::json json = to_json(table);
  CHECK(json["title"] == "Title");
  CHECK(json["rows"][0]["share"]["high"] == 1);
  CHECK(json["rows"][0]["number"] == -0.125);
  CHECK(json["rows"][1]["number"].is_null());
  CHECK(json["rows"][1]["share"]["low"].is_null());
}
