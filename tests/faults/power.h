// What would be on the disk if the power went now: a record of all calls, and the files it may leave.
#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/faults/watched_disk.h"

namespace goodturn::tests {

/// Which of the writes that no sync followed have reached the disk.
enum class Reached { none, all, some };

/// Records the calls below one folder.
class PowerRecord {
 public:
  /// `folder` holds the files as they are on the disk at the start.
  explicit PowerRecord(std::filesystem::path folder);

  /// To be called for each operation before it is carried out.
  void note(const Operation& operation);
  [[nodiscard]] std::size_t calls() const { return calls_.size(); }

  /// Fills the empty folder `target` with what is there when the power goes before call number `call`.
  /// Of the writes since a file's last sync `reached` says which are there; with some, in any order, and a
  /// write may be torn between its sectors of 512 bytes.
  void leave(std::size_t call, Reached reached, std::mt19937_64& random,
             const std::filesystem::path& target) const;

 private:
  struct Noted {
    Call call;
    std::string file;
    sqlite3_int64 at;
    std::string bytes;
    bool marked;  ///< the mark of an open database was there
  };
  std::filesystem::path folder_;
  std::map<std::string, std::string> start_;
  std::vector<Noted> calls_;
};

}  // namespace goodturn::tests
