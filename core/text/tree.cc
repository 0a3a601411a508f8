// The tree of components over the lines.
#include "core/text/document.h"
#include "core/text/scan.h"

namespace goodturn::text {
namespace {

/// Deeper BEGIN lines stay ordinary lines: real items nest three deep, bombs 100,000 deep, and the tree
/// is walked and destroyed by recursion.
constexpr std::size_t deepest = 64;

/// Of a card or an event: room for them at once.
constexpr std::size_t usual_lines = 16;

class TreeBuilder {
 public:
  void add(std::size_t number, const Line& line) {
    const std::string& name = line.name();
    const bool begin = name == "BEGIN";
    if (!begin && name != "END") {
      after_agent_ = name == "AGENT";
      keep(number);
      return;
    }
    const std::string_view text = scan::unfold(line.raw(), scratch_);
    const std::string component = scan::to_upper(scan::trim(text.substr(scan::header_end(text) + 1)));
    if (begin)
      open(number, component);
    else
      close(number, component);
    after_agent_ = false;
  }

  std::vector<Component> finish(std::size_t line_count) {
    while (!open_.empty()) pop(line_count);
    return std::move(done_);
  }

 private:
  void keep(std::size_t number) {
    if (!open_.empty()) open_.back().lines.push_back(number);
  }

  void open(std::size_t number, const std::string& name) {
    // No component holds its own kind, save a vCard 2.1 AGENT: a second BEGIN of the same name means
    // that the END before it is missing.
    if (unlisted_ == 0 && !open_.empty() && open_.back().name == name && !after_agent_) pop(number);
    if (name.empty() || open_.size() == deepest) {
      unlisted_ += name.empty() ? 0 : 1;
      keep(number);
      return;
    }
    Component component;
    component.name = name;
    component.begin = number;
    component.lines.reserve(usual_lines);
    open_.push_back(std::move(component));
  }

  void close(std::size_t number, const std::string& name) {
    if (unlisted_ > 0) {
      --unlisted_;
      keep(number);
      return;
    }
    std::size_t level = open_.size();
    while (level > 0 && open_[level - 1].name != name) --level;
    if (level == 0) {
      keep(number);
      return;
    }
    while (open_.size() >= level) pop(number);
  }

  void pop(std::size_t end) {
    Component component = std::move(open_.back());
    open_.pop_back();
    component.end = end;
    (open_.empty() ? done_ : open_.back().children).push_back(std::move(component));
  }

  std::vector<Component> open_;
  std::vector<Component> done_;
  std::size_t unlisted_ = 0;  ///< BEGIN lines below the deepest level still waiting for their END
  bool after_agent_ = false;
  std::string scratch_;
};

const Component* find_in(const std::vector<Component>& components, std::string_view name) {
  for (const Component& component : components) {
    if (component.name == name) return &component;
    if (const Component* found = find_in(component.children, name)) return found;
  }
  return nullptr;
}

bool carries_uid(const Component& component) {
  return component.name == "VCARD" || component.name == "VEVENT" || component.name == "VTODO" ||
         component.name == "VJOURNAL";
}

std::string uid_in(const Document& document, const std::vector<Component>& components) {
  for (const Component& component : components) {
    if (carries_uid(component)) {
      const std::string uid = document.first_value(component, "UID");
      if (const std::string_view bare = scan::trim(uid); !bare.empty()) return std::string(bare);
    }
    if (std::string uid = uid_in(document, component.children); !uid.empty()) return uid;
  }
  return {};
}

}  // namespace

void Document::index_components() {
  TreeBuilder builder;
  for (std::size_t i = 0; i < lines_.size(); ++i) builder.add(i, lines_[i]);
  components_ = builder.finish(lines_.size());
}

const Component* Document::find(std::string_view name) const { return find_in(components_, name); }

std::vector<Property> Document::all(const Component& component, std::string_view name) const {
  std::vector<Property> found;
  for (const std::size_t number : component.lines)
    if (lines_[number].name() == name) found.push_back(lines_[number].property());
  return found;
}

std::string Document::first_value(const Component& component, std::string_view name) const {
  std::string scratch;
  for (const std::size_t number : component.lines) {
    if (lines_[number].name() != name) continue;
    const std::string_view text = scan::unfold(lines_[number].raw(), scratch);
    return std::string(text.substr(scan::header_end(text) + 1));
  }
  return {};
}

std::string uid_of(const Document& document) { return uid_in(document, document.components()); }

}  // namespace goodturn::text
