// JSON Schema of the contract's parts, checked by valijson (draft 7 words that OpenAPI 3.1 shares).
#pragma once

#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace goodturn::bridge {

/// One schema, compiled once. Thread-safe after construction.
class Schema {
 public:
  /// `schema` may refer to "#/components/schemas/…", which are looked up in `components`
  /// ({"schemas": {…}}). Errors: invalid (not a schema).
  [[nodiscard]] static Result<Schema> compile(const nlohmann::json& schema, const nlohmann::json& components);
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();

  /// Errors: invalid; says which member is wrong and why, never its value.
  [[nodiscard]] Result<void> check(const nlohmann::json& value) const;
  /// Adds the defaults of absent members of an object.
  void add_defaults(nlohmann::json& value) const;

 private:
  struct Compiled;
  explicit Schema(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace goodturn::bridge
