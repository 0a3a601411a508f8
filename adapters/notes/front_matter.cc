#include "adapters/notes/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <string>

namespace goodturn::notes {
namespace {

constexpr int deepest_list = 3;  // [[Ada Example]] without quotation marks is a list in a list
constexpr std::size_t most_values = 1000;

std::string small(std::string key) {
  for (char& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return key;
}

/// An anchor may name what it stands in, so the depth has an end.
void take_values(const YAML::Node& node, int depth, std::vector<std::string>& values) {
  if (values.size() >= most_values) return;
  if (node.IsScalar()) values.push_back(node.Scalar());
  if (!node.IsSequence() || depth == 0) return;
  for (const YAML::Node& one : node) take_values(one, depth - 1, values);
}

/// The line at `at` without its end, and where the next one begins.
std::string_view line_at(std::string_view bytes, std::size_t at, std::size_t& next) {
  const auto end = bytes.find('\n', at);
  next = end == std::string_view::npos ? bytes.size() : end + 1;
  std::string_view line = bytes.substr(at, (end == std::string_view::npos ? bytes.size() : end) - at);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

tl::unexpected<Error> broken() { return fail(ErrorKind::parse, "The front matter cannot be read as YAML."); }

}  // namespace

Parts parts_of(std::string_view bytes) {
  const std::size_t start = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::size_t next = start;
  if (line_at(bytes, start, next) != "---") return {{}, start};
  const std::size_t front = next;
  for (std::size_t at = front; at < bytes.size(); at = next) {
    const std::string_view line = line_at(bytes, at, next);
    if (line == "---" || line == "...") return {bytes.substr(front, at - front), next};
  }
  return {{}, start};
}

Result<std::vector<Field>> read_front_matter(std::string_view yaml) {
  if (yaml.size() > longest_front_matter) return broken();
  std::vector<Field> fields;
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (root.IsNull()) return fields;
    if (!root.IsMap()) return broken();
    for (const auto& entry : root) {
      if (!entry.first.IsScalar()) continue;
      Field field{small(entry.first.Scalar()), {}};
      take_values(entry.second, deepest_list, field.values);
      fields.push_back(std::move(field));
    }
  } catch (const YAML::Exception&) {
    return broken();
  }
  return fields;
}

}  // namespace goodturn::notes
