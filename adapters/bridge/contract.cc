#include "adapters/bridge/contract.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "adapters/bridge/head.h"

namespace goodturn::bridge {
namespace {

using nlohmann::json;

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = path.find('/');
    segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end == std::string_view::npos ? path.size() : end);
  }
  return segments;
}

bool variable(std::string_view segment) { return segment.starts_with('{'); }

/// How many segments are spelt out when the path fits, or nothing when it does not.
std::optional<int> fit(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  if (pattern.size() != path.size()) return std::nullopt;
  int literal = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (variable(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return std::nullopt;
    literal += variable(pattern[i]) ? 0 : 1;
  }
  return literal;
}

Access access_of(const json& operation) {
  if (!operation.contains("security")) return Access::app;
  if (operation["security"].empty()) return Access::open;
  return operation["security"].at(0).contains("feedToken") ? Access::feed : Access::app;
}

Result<Parameter> parameter_of(const json& row, const json& components) {
  const json& schema = row.at("schema");
  auto compiled = Schema::compile(schema, components);
  if (!compiled) return fail(compiled.error());
  std::optional<json> fallback;
  if (schema.contains("default")) fallback = schema["default"];
  return Parameter{row.at("name"), row.at("in") == "path", row.value("required", false), schema.at("type"),
                   fallback,       std::move(*compiled)};
}

Result<void> add_parameters(OperationRule& rule, const json& owner, const json& components) {
  for (const json& row : owner.value("parameters", json::array())) {
    auto parameter = parameter_of(row, components);
    if (!parameter) return fail(parameter.error());
    rule.parameters.push_back(std::move(*parameter));
  }
  return {};
}

Result<OperationRule> rule_of(const std::string& path, const std::string& method, const json& item,
                              const json& components) {
  const json& operation = item.at(method);
  OperationRule rule;
  rule.id = operation.at("operationId");
  rule.method = method;
  for (char& c : rule.method) c = static_cast<char>(c - 'a' + 'A');
  rule.segments = split(path);
  rule.access = access_of(operation);
  for (const json* owner : {&item, &operation})
    if (auto added = add_parameters(rule, *owner, components); !added) return fail(added.error());
  const json content = operation.value("/requestBody/content"_json_pointer, json::object());
  if (content.contains("application/json")) {
    auto body = Schema::compile(content["application/json"].at("schema"), components);
    if (!body) return fail(body.error());
    rule.body = std::move(*body);
  }
  return rule;
}

/// The JSON value of a parameter's text; text that is not of the type stays a string and fails its schema.
json typed(const Parameter& parameter, const std::string& text) {
  if (parameter.type == "boolean" && (text == "true" || text == "false")) return text == "true";
  if (parameter.type != "integer") return text;
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) return text;
  return number;
}

Result<void> put(json& values, const Parameter& parameter, const std::string* text) {
  if (!text) {
    if (parameter.required)
      return fail(ErrorKind::invalid, "The parameter " + parameter.name + " is missing.");
    if (parameter.fallback) values[parameter.name] = *parameter.fallback;
    return {};
  }
  json value = typed(parameter, *text);
  if (!parameter.schema.check(value))
    return fail(ErrorKind::invalid, "The parameter " + parameter.name + " is not valid.");
  values[parameter.name] = std::move(value);
  return {};
}

}  // namespace

Result<Contract> Contract::read(std::string_view openapi) {
  try {
    const json document = json::parse(openapi);
    Contract contract;
    contract.components_ = {{"schemas", document.at("components").at("schemas")}};
    for (const auto& [path, item] : document.at("paths").items())
      for (const char* method : {"get", "post", "put", "patch", "delete"}) {
        if (!item.contains(method)) continue;
        auto rule = rule_of(path, method, item, contract.components_);
        if (!rule) return fail(rule.error());
        contract.operations_.push_back(std::move(*rule));
      }
    return contract;
  } catch (const json::exception& error) {
    return fail(ErrorKind::invalid, std::string("The contract cannot be read: ") + error.what());
  }
}

Access Contract::access(std::string_view path) const {
  const auto segments = split(path);
  for (const OperationRule& rule : operations_)
    if (fit(rule.segments, segments)) return rule.access;
  return Access::app;
}

Result<Route> Contract::route(std::string_view method, std::string_view path) const {
  const auto segments = split(path);
  const OperationRule* best = nullptr;
  int most = -1;
  for (const OperationRule& rule : operations_) {
    const auto literal = fit(rule.segments, segments);
    if (!literal || rule.method != method || *literal <= most) continue;
    best = &rule;
    most = *literal;
  }
  if (!best) {
    if (methods(path).empty()) return fail(ErrorKind::not_found, "Nothing is at this address.");
    return tl::unexpected(
        Error{ErrorKind::invalid, "This method is not offered here.", {}, 405, std::nullopt});
  }
  Route found{best, {}};
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!variable(best->segments[i])) continue;
    const auto value = decode(segments[i], false);
    if (!value) return fail(ErrorKind::not_found, "Nothing is at this address.");
    found.path_values.emplace(best->segments[i].substr(1, best->segments[i].size() - 2), *value);
  }
  return found;
}

std::string Contract::methods(std::string_view path) const {
  const auto segments = split(path);
  std::string names;
  for (const OperationRule& rule : operations_)
    if (fit(rule.segments, segments)) names += (names.empty() ? "" : ", ") + rule.method;
  return names;
}

Result<json> Contract::parameters(const Route& route, std::string_view query) const {
  const auto pairs = parse_query(query);
  if (!pairs) return fail(ErrorKind::invalid, "The query cannot be read.");
  std::map<std::string, std::string> given;
  for (const auto& [name, value] : *pairs)
    if (!given.emplace(name, value).second) return fail(ErrorKind::invalid, "A parameter is given twice.");
  if (route.rule->access == Access::feed) given.erase("token");

  json values = json::object();
  for (const Parameter& parameter : route.rule->parameters) {
    const auto from_path = route.path_values.find(parameter.name);
    const auto from_query = given.find(parameter.name);
    const std::string* text = nullptr;
    if (parameter.in_path && from_path != route.path_values.end()) text = &from_path->second;
    if (!parameter.in_path && from_query != given.end()) text = &from_query->second;
    if (auto stored = put(values, parameter, text); !stored) return fail(stored.error());
    if (!parameter.in_path) given.erase(parameter.name);
  }
  if (!given.empty()) return fail(ErrorKind::invalid, "A parameter is not known here.");
  return values;
}

Result<void> Contract::check(std::string_view component, const json& value) const {
  const std::string name(component);
  if (!components_["schemas"].contains(name)) return fail(ErrorKind::not_found, "No such schema.", name);
  auto schema = Schema::compile({{"$ref", "#/components/schemas/" + name}}, components_);
  if (!schema) return fail(schema.error());
  return schema->check(value);
}

}  // namespace goodturn::bridge
