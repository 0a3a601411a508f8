// The canonical form of a document: two documents with the same meaning have the same one.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/text/document.h"

namespace goodturn::text {

/// The document's components and lines in canonical spelling and order; for comparing, not for showing.
[[nodiscard]] std::string canonical_form(const Document& document);

/// Properties and components that programs change without the user (each with its witness inside).
[[nodiscard]] bool is_volatile_property(std::string_view upper_name) noexcept;
[[nodiscard]] bool is_volatile_component(std::string_view upper_name) noexcept;

/// A property whose texts stand elsewhere.
struct PropertyView {
  std::string_view group;
  std::string_view name;  ///< upper case
  std::span<const Parameter> parameters;
  std::string_view value;
};

/// The canonical lines of one property, ended by \n each: usually one, one per value for CATEGORIES,
/// none when the property only states a default.
void append_canonical(const PropertyView& property, std::string& out);

}  // namespace goodturn::text
