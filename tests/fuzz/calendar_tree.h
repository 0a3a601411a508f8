// A calendar as every reader of iCalendar has to see it, to hold against what others read.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goodturn::fuzz {

/// A property as each reader tells it.
struct Told {
  std::string name;
  std::string text;  ///< of properties that are one plain text, unescaped
  auto operator<=>(const Told&) const = default;
};

/// A component's name, its properties and what stands in it, in order.
struct Tree {
  std::string name;
  std::vector<Told> properties;
  std::vector<Tree> children;
  bool operator==(const Tree&) const = default;
};

/// SUMMARY, DESCRIPTION and the like: one plain text.
[[nodiscard]] bool is_text(std::string_view name);

/// The tree of a text about which there can be no two opinions: one VCALENDAR, closed, with components of the
/// standard, all of whose lines are a name, a colon and printable ASCII with the escapes of RFC 5545
/// §3.3.11. nullopt for any other: there readers may differ.
[[nodiscard]] std::optional<Tree> tree_beyond_doubt(std::string_view bytes);

}  // namespace goodturn::fuzz
