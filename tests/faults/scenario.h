// The five things that are broken off at every point: what they start from and what they do.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/faults/desk.h"
#include "tests/support/test_folder.h"

namespace goodturn::tests {

/// A home and a server as a scenario starts from them.
struct Start {
  std::filesystem::path folder;
  FakeServer server;
};

struct Scenario {
  std::string name;
  /// Fills an empty folder and a server; everything is closed afterwards.
  std::function<void(Start&)> prepare;
  /// The work, done on an open desk. Done again after a failure it must come to the same end.
  std::function<Result<void>(Desk&)> work;
};

/// First sync; sync of changes on both sides; a tag; a migration (done by opening); a backup.
[[nodiscard]] std::vector<Scenario> scenarios();

/// A fresh copy of the prepared files in `folder`, which is emptied before.
void lay_out(const Start& start, const std::filesystem::path& folder);

/// The end of an undisturbed run from `start`.
[[nodiscard]] State undisturbed(const Scenario& scenario, const Start& start);

/// Opens the folder on a good disk, checks the database, does the work again, compares with `expected`, and
/// requires that one more sync neither writes to the server nor changes anything.
void require_resumes(const Scenario& scenario, const std::filesystem::path& folder, const FakeServer& server,
                     const State& expected);

/// Folders on a disk in memory where there is one: thousands of fsyncs are not what is tested here.
class FastFolder {
 public:
  FastFolder();
  ~FastFolder();
  FastFolder(const FastFolder&) = delete;
  FastFolder& operator=(const FastFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace goodturn::tests
