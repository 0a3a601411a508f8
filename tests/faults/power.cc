#include "tests/faults/power.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace goodturn::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sector = 512;
constexpr const char* mark = "goodturn.sqlite-open";

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void write_at(std::string& file, std::size_t at, std::string_view bytes) {
  if (file.size() < at + bytes.size()) file.resize(at + bytes.size(), '\0');
  file.replace(at, bytes.size(), bytes);
}

/// Lets each sector of a write reach the disk by chance.
void write_some(std::string& file, std::size_t at, std::string_view bytes, std::mt19937_64& random) {
  if (random() % 3 == 0) return;
  const bool torn = random() % 2 == 0;
  for (std::size_t from = 0; from < bytes.size(); from += sector)
    if (!torn || random() % 2 == 0) write_at(file, at + from, bytes.substr(from, sector));
}

}  // namespace

PowerRecord::PowerRecord(fs::path folder) : folder_(std::move(folder)) {
  for (const auto& entry : fs::directory_iterator(folder_))
    if (entry.is_regular_file()) start_[entry.path().filename().string()] = bytes_of(entry.path());
}

void PowerRecord::note(const Operation& operation) {
  const fs::path path = operation.file;
  if (path.parent_path() != folder_ || operation.call == Call::read) return;
  calls_.push_back({operation.call, path.filename().string(), operation.at, std::string(operation.bytes),
                    fs::exists(folder_ / mark)});
}

void PowerRecord::leave(std::size_t call, Reached reached, std::mt19937_64& random,
                        const fs::path& target) const {
  struct File {
    std::string durable;
    std::vector<const Noted*> pending;
  };
  std::map<std::string, File> files;
  for (const auto& [name, bytes] : start_)
    if (name != mark) files[name].durable = bytes;
  const auto apply = [&](File& file, Reached which) {
    if (which == Reached::some) std::shuffle(file.pending.begin(), file.pending.end(), random);
    for (const Noted* noted : file.pending) {
      const auto at = static_cast<std::size_t>(noted->at);
      if (which == Reached::none) break;
      if (noted->call == Call::truncate) {
        if (which == Reached::all || random() % 2 == 0) file.durable.resize(at, '\0');
      } else if (which == Reached::all) {
        write_at(file.durable, at, noted->bytes);
      } else {
        write_some(file.durable, at, noted->bytes, random);
      }
    }
    file.pending.clear();
  };
  for (std::size_t i = 0; i < call; ++i) {
    const Noted& noted = calls_[i];
    if (noted.call == Call::open)
      files.try_emplace(noted.file);
    else if (noted.call == Call::remove)
      files.erase(noted.file);
    else if (noted.call == Call::sync)
      apply(files[noted.file], Reached::all);
    else
      files[noted.file].pending.push_back(&noted);
  }
  for (auto& [name, file] : files) {
    apply(file, reached);
    std::ofstream(target / name, std::ios::binary) << file.durable;
    fs::permissions(target / name, fs::perms::owner_read | fs::perms::owner_write);
  }
  if (call > 0 && calls_[call - 1].marked) std::ofstream(target / mark).flush();
}

}  // namespace goodturn::tests
