// XML elements with their namespaces, on top of pugixml (which knows none).
#pragma once

#include <pugixml.hpp>

#include <string>
#include <utility>
#include <vector>

#include "adapters/dav/names.h"

namespace goodturn::dav {

/// Prefix bindings that hold outside the parsed piece: those of the multistatus element.
using Scope = std::vector<std::pair<std::string, std::string>>;

/// One element, or none (false). Valid while its document lives.
class Element {
 public:
  Element() = default;
  Element(pugi::xml_node node, const Scope* scope) : node_(node), scope_(scope) {}

  explicit operator bool() const { return !node_.empty(); }
  [[nodiscard]] bool is(const Name& name) const;
  /// The first child element of that name, or none.
  [[nodiscard]] Element child(const Name& name) const;
  [[nodiscard]] std::vector<Element> children() const;
  [[nodiscard]] std::vector<Element> children(const Name& name) const;
  /// All text and CDATA directly inside, joined, as it stands (line ends are kept).
  [[nodiscard]] std::string text() const;
  /// Whether there is nothing but white space in text(), also where there is no element.
  [[nodiscard]] bool is_blank() const;
  /// text() without white space around it.
  [[nodiscard]] std::string trimmed_text() const;
  [[nodiscard]] std::string attribute(const char* name) const { return node_.attribute(name).value(); }

 private:
  [[nodiscard]] std::string_view space_of(std::string_view prefix) const;

  pugi::xml_node node_;
  const Scope* scope_ = nullptr;
};

/// The bindings (xmlns, xmlns:x) that one start tag declares.
[[nodiscard]] Scope scope_of(pugi::xml_node node);

}  // namespace goodturn::dav
