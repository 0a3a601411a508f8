// tell_calendar FILE…: each file's tree (calendar_tree.h) as one line of JSON, null where readers may differ.
#include <fstream>
#include <iostream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "tests/fuzz/calendar_tree.h"

namespace {

using nlohmann::json;

json told(const goodturn::fuzz::Tree& tree) {
  json properties = json::array(), children = json::array();
  for (const auto& property : tree.properties) properties.push_back({property.name, property.text});
  for (const auto& child : tree.children) children.push_back(told(child));
  return {tree.name, properties, children};
}

}  // namespace

int main(int count, char** words) {
  for (int at = 1; at < count; ++at) {
    std::ifstream file(words[at], std::ios::binary);
    const auto tree =
        goodturn::fuzz::tree_beyond_doubt(std::string{std::istreambuf_iterator<char>(file), {}});
    std::cout << (tree ? told(*tree) : json()).dump() << "\n";
  }
  return 0;
}
