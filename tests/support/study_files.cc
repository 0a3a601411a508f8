#include "tests/support/study_files.h"

#include <zlib.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace goodturn::tests {

std::optional<std::filesystem::path> study_folder() {
  const char* named = std::getenv("GOODTURN_DATA");
  const std::filesystem::path data = named != nullptr ? named : "../shared/data";
  if (!std::filesystem::exists(data / "touches")) return std::nullopt;
  return data / "touches";
}

std::map<int, std::set<int>> contacts_in(const std::filesystem::path& file) {
  gzFile packed = gzopen(file.c_str(), "rb");
  if (packed == nullptr) throw std::runtime_error("cannot read " + file.string());
  std::map<int, std::set<int>> contacts;
  std::array<char, 200> line{};
  while (gzgets(packed, line.data(), static_cast<int>(line.size())) != nullptr) {
    int sender = 0, recipient = 0;
    if (std::sscanf(line.data(), "%d,%d,", &sender, &recipient) != 2) continue;
    contacts[sender].insert(recipient);
    contacts[recipient].insert(sender);
  }
  gzclose(packed);
  for (auto& [person, others] : contacts) others.erase(person);
  return contacts;
}

std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& file) {
  std::ifstream text(file);
  if (!text) throw std::runtime_error("cannot read " + file.string());
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) {
    std::vector<std::string>& cells = rows.emplace_back(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        cells.emplace_back();
      else if (c != '\r')
        cells.back() += c;
    }
  }
  return rows;
}

}  // namespace goodturn::tests
