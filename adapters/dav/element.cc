#include "adapters/dav/element.h"

namespace goodturn::dav {
namespace {

constexpr std::string_view declaration = "xmlns";

/// True where the attribute declares `prefix` (empty: the default namespace).
bool declares(std::string_view attribute, std::string_view prefix) {
  if (!attribute.starts_with(declaration)) return false;
  attribute.remove_prefix(declaration.size());
  if (attribute.empty()) return prefix.empty();
  return attribute.front() == ':' && attribute.substr(1) == prefix;
}

/// Half of a character beyond U+FFFF as pugixml writes its number in UTF-8 (`second`: the later half).
bool is_half(std::string_view bytes, bool second) {
  if (bytes.size() < 3 || bytes[0] != '\xED') return false;
  const auto kind = static_cast<unsigned char>(bytes[1]);
  return second ? kind >= 0xB0 && kind <= 0xBF : kind >= 0xA0 && kind <= 0xAF;
}

char32_t ten_bits(std::string_view half) {
  const auto bits = [](char byte, unsigned mask) { return static_cast<unsigned char>(byte) & mask; };
  return bits(half[1], 0x0FU) << 6 | bits(half[2], 0x3FU);
}

/// Appends `text`. SOGo writes a character beyond U+FFFF inside a sync report as the numbers of its two
/// UTF-16 halves (&#55356;&#57218;), of which XML knows neither: they become the character.
void append_whole_characters(std::string_view text, std::string& out) {
  while (true) {
    const std::size_t at = text.find('\xED');
    out.append(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at);
    if (!is_half(text, false) || !is_half(text.substr(3), true)) {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    const char32_t code = 0x10000 + (ten_bits(text) << 10) + ten_bits(text.substr(3));
    for (const unsigned shift : {18U, 12U, 6U, 0U})
      out += static_cast<char>(shift == 18 ? 0xF0 | code >> 18 : 0x80 | (code >> shift & 0x3F));
    text.remove_prefix(6);
  }
}

}  // namespace

std::string_view Element::space_of(std::string_view prefix) const {
  // Asked of every element of an answer: pugixml's iterators would be most of the work.
  for (auto node = node_; node; node = node.parent())
    for (auto attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute())
      if (declares(attribute.name(), prefix)) return attribute.value();
  if (scope_ != nullptr)
    for (const auto& [bound, space] : *scope_)
      if (bound == prefix) return space;
  return {};
}

bool Element::is(const Name& name) const {
  const std::string_view written = node_.name();
  const auto colon = written.find(':');
  const bool prefixed = colon != std::string_view::npos;
  if ((prefixed ? written.substr(colon + 1) : written) != name.local) return false;
  return space_of(prefixed ? written.substr(0, colon) : std::string_view()) == name.space;
}

Element Element::child(const Name& name) const {
  for (auto node = node_.first_child(); node; node = node.next_sibling()) {
    const Element element(node, scope_);
    if (node.type() == pugi::node_element && element.is(name)) return element;
  }
  return {};
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  for (const auto node : node_.children())
    if (node.type() == pugi::node_element) found.emplace_back(node, scope_);
  return found;
}

std::vector<Element> Element::children(const Name& name) const {
  std::vector<Element> found;
  for (const Element& element : children())
    if (element.is(name)) found.push_back(element);
  return found;
}

std::string Element::text() const {
  std::string joined;
  for (const auto node : node_.children()) {
    if (node.type() == pugi::node_cdata) joined += node.value();
    if (node.type() == pugi::node_pcdata) append_whole_characters(node.value(), joined);
  }
  return joined;
}

bool Element::is_blank() const {
  for (const auto node : node_.children()) {
    const bool is_text = node.type() == pugi::node_cdata || node.type() == pugi::node_pcdata;
    if (is_text && std::string_view(node.value()).find_first_not_of(" \t\r\n") != std::string_view::npos)
      return false;
  }
  return true;
}

std::string Element::trimmed_text() const {
  const std::string whole = text();
  const auto first = whole.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return whole.substr(first, whole.find_last_not_of(" \t\r\n") - first + 1);
}

Scope scope_of(pugi::xml_node node) {
  Scope scope;
  for (const auto attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name == declaration) scope.emplace_back("", attribute.value());
    if (name.starts_with("xmlns:")) scope.emplace_back(name.substr(6), attribute.value());
  }
  return scope;
}

}  // namespace goodturn::dav
