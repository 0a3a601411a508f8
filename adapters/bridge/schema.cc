#include "adapters/bridge/schema.h"

#include <algorithm>
#include <string_view>
#include <utility>

// Without this the library ends the program where it could throw.
#define VALIJSON_USE_EXCEPTIONS 1

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "core/base/time.h"

namespace goodturn::bridge {
namespace {

using nlohmann::json;
using JsonAdapter = valijson::adapters::NlohmannJsonAdapter;

/// valijson checks formats with std::regex, which recurses once per character: a string of a million digits
/// ends the program. So "format" is taken out of what it sees and checked here.
void drop_formats(json& schema) {
  if (schema.is_object() && schema.contains("format") && schema["format"].is_string()) schema.erase("format");
  for (json& part : schema)
    if (part.is_structured()) drop_formats(part);
}

bool fits(const std::string& format, const std::string& text) {
  if (text.size() > 64) return false;
  if (format == "date") return text.size() == 10 && parse_day(text);
  if (format != "date-time") return true;
  return text.size() >= 20 && text[10] == 'T' &&
         (text.back() == 'Z' || text.find_first_of("+-", 19) < text.size()) && parse_instant(text);
}

const json& resolve(const json& schema, const json& root) {
  if (!schema.is_object() || !schema.contains("$ref")) return schema;
  return root.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
}

/// Adds the components to `found` that `part` refers to, and those that they refer to. Each schema keeps only
/// these: the contract has some hundred schemas, and all components beside each took 55 MB.
void gather_components(const json& part, const json& components, json& found) {
  constexpr std::string_view place = "#/components/schemas/";
  if (part.is_object() && part.contains("$ref") && part["$ref"].is_string()) {
    const auto& reference = part["$ref"].get_ref<const std::string&>();
    const std::string name = reference.substr(std::min(place.size(), reference.size()));
    if (found["schemas"].contains(name)) return;
    const json& component = components.at("schemas").at(name);
    found["schemas"][name] = component;
    return gather_components(component, components, found);
  }
  for (const json& inner : part)
    if (inner.is_structured()) gather_components(inner, components, found);
}

/// The path of the first text that does not have its format, or nothing.
std::optional<std::string> misfit(const json& part, const json& value, const json& root,
                                  const std::string& path) {
  const json& schema = resolve(part, root);
  if (value.is_string() && schema.contains("format") &&
      !fits(schema["format"], value.get_ref<const std::string&>()))
    return path + " must be a " + schema["format"].get<std::string>();
  if (value.is_array() && schema.contains("items"))
    for (std::size_t i = 0; i < value.size(); ++i)
      if (auto found = misfit(schema["items"], value[i], root, path + "[" + std::to_string(i) + "]"))
        return found;
  if (value.is_object() && schema.contains("properties"))
    for (const auto& [name, member] : schema["properties"].items())
      if (value.contains(name))
        if (auto found = misfit(member, value[name], root, path + "[" + name + "]")) return found;
  return std::nullopt;
}

/// The innermost complaint; valijson puts it first and repeats it for every level around it.
std::string complaint(const valijson::ValidationResults& results) {
  if (results.begin() == results.end()) return "The value does not fit the contract.";
  const auto& first = *results.begin();
  std::string path;
  for (const std::string& step : first.context) path += step == "<root>" ? "body" : step;
  return path + ": " + first.description;
}

}  // namespace

struct Schema::Compiled {
  json root;  ///< {"value": schema, "components": …} with formats, for defaults and formats
  valijson::Schema rules;
};

Schema::Schema(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

Result<Schema> Schema::compile(const json& schema, const json& components) {
  try {
    auto compiled = std::make_unique<Compiled>();
    json used = {{"schemas", json::object()}};
    gather_components(schema, components, used);
    json seen = schema;
    seen["components"] = used;
    compiled->root = {{"value", schema}, {"components", std::move(used)}};
    drop_formats(seen);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(JsonAdapter(seen), compiled->rules);
    return Schema(std::move(compiled));
  } catch (const std::exception& error) {
    return fail(ErrorKind::invalid, std::string("A schema of the contract cannot be read: ") + error.what());
  }
}

Result<void> Schema::check(const json& value) const {
  try {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (!validator.validate(compiled_->rules, JsonAdapter(value), &results))
      return fail(ErrorKind::invalid, complaint(results));
    if (auto wrong = misfit(compiled_->root["value"], value, compiled_->root, "body"))
      return fail(ErrorKind::invalid, *wrong);
    return {};
  } catch (const std::exception&) {
    return fail(ErrorKind::invalid, "The value does not fit the contract.");
  }
}

void Schema::add_defaults(json& value) const {
  const json& root = std::as_const(compiled_->root);
  const json& schema = resolve(root["value"], root);
  if (!value.is_object() || !schema.contains("properties")) return;
  for (const auto& [name, member] : schema["properties"].items())
    if (!value.contains(name) && member.contains("default")) value[name] = member["default"];
}

}  // namespace goodturn::bridge
