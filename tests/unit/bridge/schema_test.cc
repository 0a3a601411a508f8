#include "adapters/bridge/schema.h"

#include <catch2/catch.hpp>

namespace goodturn::bridge {
namespace {

using nlohmann::json;

const json components = json::parse(R"({"schemas": {
  "Deed": {"type": "object", "additionalProperties": false, "required": ["action"], "properties": {
    "action": {"type": "string", "enum": ["done", "later"]},
    "until": {"type": "string", "format": "date"},
    "at": {"type": "string", "format": "date-time"},
    "layer": {"type": ["integer", "null"], "enum": [0, 5, null]},
    "note": {"type": "string", "maxLength": 3},
    "kind": {"type": "string", "default": "touch"},
    "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}}},
  "Part": {"type": "object", "properties": {"day": {"type": "string", "format": "date"}}, "required": ["day"]}}})");

Schema deed() { return Schema::compile({{"$ref", "#/components/schemas/Deed"}}, components).value(); }

}  // namespace

TEST_CASE("values are checked member by member") {
  const Schema schema = deed();
  for (const char* text :
       {R"({"action":"done"})", R"({"action":"later","until":"2026-12-01"})",
        R"({"action":"done","layer":null})", R"({"action":"done","note":"äöü"})",
        R"({"action":"done","at":"2026-12-01T12:00:00.000Z"})",
        R"({"action":"done","at":"2026-12-01T10:00:00+01:00","parts":[{"day":"2026-02-28"}]})"}) {
    INFO(text);
    CHECK(schema.check(json::parse(text)));
  }
  for (const char* text :
       {R"({})", R"([])", R"(null)", R"("done")", R"({"action":"never"})", R"({"action":1})",
        R"({"action":"done","extra":1})", R"({"action":"done","until":"2026-02-30"})",
        R"({"action":"done","until":"20261201"})", R"({"action":"done","until":5})",
        R"({"action":"done","layer":7})", R"({"action":"done","note":"four"})",
        R"({"action":"done","at":"2026-12-01"})", R"({"action":"done","at":"2026-12-01T10:00:00"})",
        R"({"action":"done","at":"2026-12-01 10:00:00Z"})",
        R"({"action":"done","parts":[{"day":"2026-02-28"},{"day":"x"}]})",
        R"({"action":"done","parts":[{}]})"}) {
    INFO(text);
    const auto checked = schema.check(json::parse(text));
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == ErrorKind::invalid);
  }
}

TEST_CASE("a complaint names the member and does not repeat its value") {
  const auto checked = deed().check({{"action", "done"}, {"note", "secret words"}});
  CHECK(checked.error().what.find("note") != std::string::npos);
  CHECK(checked.error().what.find("secret") == std::string::npos);
}

TEST_CASE("defaults fill absent members only") {
  json value = {{"action", "done"}};
  deed().add_defaults(value);
  CHECK(value == json{{"action", "done"}, {"kind", "touch"}});
  value["kind"] = "note";
  deed().add_defaults(value);
  CHECK(value["kind"] == "note");
}

TEST_CASE("a date of a million digits is an error and not the end of the program") {
  for (const char* member : {"at", "until"})
    CHECK_FALSE(deed().check({{"action", "done"}, {member, std::string(1000000, '1')}}));
}

TEST_CASE("A component may refer to itself") {
  const json tree = json::parse(R"({"schemas": {"Tree": {"type": "object", "properties": {
      "name": {"type": "string"},
      "branches": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}}})");
  const auto schema = Schema::compile({{"$ref", "#/components/schemas/Tree"}}, tree);
  REQUIRE(schema);
  CHECK(schema->check({{"branches", {{{"branches", {{{"name", "leaf"}}}}}}}}));
  CHECK_FALSE(schema->check({{"branches", {{{"branches", {{{"name", 1}}}}}}}}));
}

TEST_CASE("a schema that cannot be read is an error") {
  CHECK_FALSE(Schema::compile({{"$ref", "#/components/schemas/Missing"}}, components));
  CHECK_FALSE(Schema::compile({{"type", "no-such-type"}}, components));
}

}  // namespace goodturn::bridge
