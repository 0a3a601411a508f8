// The contract and the fields of the program say the same.
#include <catch2/catch.hpp>
#include <fstream>

#include "helper/journals/item_kind.h"
#include "helper/people/profile.h"

using namespace goodturn::helper;

namespace {

Json read_contract() {
  std::ifstream file("schemas/openapi.json");
  return Json::parse(file);
}

Json string_schema(const Shape& shape) {
  switch (shape.type) {
    case FieldType::word:
      return {{"type", "string"}, {"enum", shape.words}};
    case FieldType::day:
      return {{"type", "string"}, {"format", "date"}};
    case FieldType::instant:
      return {{"type", "string"}, {"format", "date-time"}};
    case FieldType::text:
      return {{"type", "string"}, {"maxLength", longest_text}};
    default:
      return {{"type", "string"}, {"maxLength", longest_line}};
  }
}

Json schema_of(const Shape& shape) {
  switch (shape.type) {
    case FieldType::flag:
      return {{"type", "boolean"}};
    case FieldType::number:
    case FieldType::amount: {
      const char* type = shape.type == FieldType::number ? "integer" : "number";
      return {{"type", type},
              {"minimum", static_cast<int>(shape.least)},
              {"maximum", static_cast<int>(shape.most)}};
    }
    case FieldType::lines:
    case FieldType::people:
      return {{"type", "array"}, {"items", {{"type", "string"}}}, {"maxItems", longest_list}};
    case FieldType::choices:
      return {{"type", "array"}, {"items", {{"type", "string"}, {"enum", shape.words}}}};
    case FieldType::pairs:
      return {{"type", "object"},
              {"additionalProperties", {{"type", shape.most > 0 ? "integer" : "string"}}}};
    default:
      return string_schema(shape);
  }
}

/// The component's schema of one field without its description; a field that may be emptied takes null when
/// it is set.
Json without_description(Json schema) {
  schema.erase("description");
  schema.erase("readOnly");
  return schema;
}

void check_component(const Json& contract, const std::string& name, std::span<const Shape> shapes,
                     bool has_id) {
  INFO(name);
  const Json& component = contract.at("components").at("schemas").at(name);
  const Json& properties = component.at("properties");
  CHECK(properties.size() == shapes.size() + (has_id ? 1 : 0));
  for (const Shape& shape : shapes) {
    INFO(shape.name);
    REQUIRE(properties.contains(std::string(shape.name)));
    const Json& property = properties.at(std::string(shape.name));
    CHECK(property.value("readOnly", false) == (shape.use == FieldUse::shown));
    if (shape.name != "self_checks") CHECK(without_description(property) == schema_of(shape));
    CHECK(property.at("description") == shape.help);
  }
}

}  // namespace

TEST_CASE("every kind of journal item stands in the contract with its fields") {
  const Json contract = read_contract();
  std::vector<std::string> kinds;
  for (const ItemKind* kind : item_kinds()) {
    kinds.emplace_back(kind->word());
    std::string name;
    bool capital = true;
    for (const char c : kind->word()) {
      if (c != '-') name += capital ? static_cast<char>(c - 'a' + 'A') : c;
      capital = c == '-';
    }
    check_component(contract, name + "Item", kind->shapes(), true);
  }
  const Json& parameters = contract.at("paths").at("/api/v1/journal/{kind}").at("parameters");
  CHECK(parameters.at(0).at("schema").at("enum") == Json(kinds));
}

TEST_CASE("the profile of a person and the own one stand in the contract with their fields") {
  const Json contract = read_contract();
  check_component(contract, "Profile", profile_shapes(), false);
  check_component(contract, "OwnProfile", own_profile_shapes(), false);
}

TEST_CASE("features_066_no_leader_board_and_no_counts_for_others") {
  const Json contract = read_contract();
  for (const auto& [path, item] : contract.at("paths").items())
    for (const std::string_view word : {"leader", "league", "ranking", "badge", "streak", "team"}) {
      INFO(path);
      CHECK(path.find(word) == std::string::npos);
    }
  // The one export is the user's own copy of all items, into the user's own folder: no report that anybody
  // could ask for.
  for (const auto& [path, item] : contract.at("paths").items())
    if (path.find("export") != std::string::npos) {
      CHECK(path == "/api/v1/export");
      CHECK(item.size() == 1);
      CHECK(item.at("post").at("x-scope") == "app");
    }
  // Every answer is for the pages of this computer: JSON, the follow-ups as a calendar, nothing to hand in.
  for (const auto& [path, item] : contract.at("paths").items())
    for (const auto& [method, operation] : item.items()) {
      if (!operation.is_object() || !operation.contains("responses")) continue;
      for (const auto& [status, response] : operation.at("responses").items()) {
        const Json contents = response.value("content", Json::object());
        for (const auto& [type, content] : contents.items()) {
          INFO(path << " " << method << " " << type);
          CHECK((type == "application/json" || type == "application/problem+json" ||
                 type == "text/event-stream" || type.starts_with("text/calendar")));
        }
      }
    }
}
