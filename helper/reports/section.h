// A report as text: headings with lines under them, in one language.
#pragma once

#include <string>
#include <vector>

#include "helper/reports/figure.h"
#include "helper/words/words.h"

namespace goodturn::helper {

struct Section {
  Language language = Language::en;
  std::string heading;
  std::vector<std::string> lines;

  Section(const Said& head, Language of) : language(of), heading(in_words(head, of)) {}

  void add(const Figure& figure) { lines.push_back(line_of(figure)); }
  void add(const Said& said) { lines.push_back(in_words(said, language)); }
  /// Nothing for an empty text.
  void add(std::string line) {
    if (!line.empty()) lines.push_back(std::move(line));
  }
  /// A message about `most` of some people, in its place `people`; nothing without any.
  void add_people(std::string_view key, std::span<const Who> people, std::size_t most) {
    if (!people.empty()) add(Said(key, {{"people", names_words(people, language, most)}}));
  }
};

}  // namespace goodturn::helper
