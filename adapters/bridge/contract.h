// schemas/openapi.json as the bridge uses it: paths, methods, parameters and bodies.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "adapters/bridge/gate.h"
#include "adapters/bridge/schema.h"
#include "core/base/result.h"

namespace goodturn::bridge {

/// A path or query parameter.
struct Parameter {
  std::string name;
  bool in_path = false;
  bool required = false;
  std::string type;                        ///< "string", "integer" or "boolean"
  std::optional<nlohmann::json> fallback;  ///< its default
  Schema schema;
};

/// One operation of the contract.
struct OperationRule {
  std::string id;
  std::string method;                 ///< upper case
  std::vector<std::string> segments;  ///< of the path; "{name}" for a parameter
  Access access = Access::app;
  std::vector<Parameter> parameters;
  std::optional<Schema> body;  ///< of a JSON body
};

/// What a target means.
struct Route {
  const OperationRule* rule = nullptr;
  std::map<std::string, std::string, std::less<>> path_values;  ///< decoded
};

/// The contract, read once. Immutable; holds every schema that requests are checked with.
class Contract {
 public:
  /// Errors: invalid (not the OpenAPI subset used here: local references, plain parameters).
  [[nodiscard]] static Result<Contract> read(std::string_view openapi);

  [[nodiscard]] const std::vector<OperationRule>& operations() const noexcept { return operations_; }
  /// Which token a path asks for; a path that the contract does not know asks for an app token.
  [[nodiscard]] Access access(std::string_view path) const;
  /// The operation of (method, undecoded path). Errors: not_found; invalid with http_status 405 when the
  /// path exists for other methods.
  [[nodiscard]] Result<Route> route(std::string_view method, std::string_view path) const;
  /// Methods of a path, "GET, POST"; "" for an unknown path.
  [[nodiscard]] std::string methods(std::string_view path) const;
  /// Path and query parameters as a typed JSON object with defaults. Errors: invalid.
  [[nodiscard]] Result<nlohmann::json> parameters(const Route& route, std::string_view query) const;
  /// Checks a value against a schema of the contract by name ("Week"). Errors: invalid, not_found.
  [[nodiscard]] Result<void> check(std::string_view component, const nlohmann::json& value) const;

 private:
  nlohmann::json components_;
  std::vector<OperationRule> operations_;
};

}  // namespace goodturn::bridge
