// Imports that a page has begun: its files come in pieces, and wait for the user's word.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "helper/imports/imports.h"

namespace goodturn::helper {

/// A file that is to come.
struct AnnouncedFile {
  std::string name;
  std::size_t size = 0;
};

/// Thread-safe in itself: one request at a time works on it.
class OpenImport {
 public:
  OpenImport(std::string id, std::vector<AnnouncedFile> files);

  [[nodiscard]] const std::string& id() const { return id_; }
  /// Appends to a file. Gives how many bytes have come of all files. Errors: not_found (no such file),
  /// invalid (more than was announced).
  Result<std::size_t> add(std::size_t file, std::string_view bytes);
  [[nodiscard]] std::size_t announced() const { return announced_; }
  /// The plan, made at the first call. Errors: invalid (bytes are missing), those of plan_import().
  Result<const ImportPlan*> plan(World& world);
  /// As take_import(); a second time there is nothing left to take.
  Result<Imported> take(World& world, UndoLog& undo, const ImportChoice& choice,
                        const ImportProgress& progress);
  /// Ends a taking that is under way.
  void cancel() { cancelled_ = true; }

 private:
  std::string id_;
  std::vector<AnnouncedFile> files_;
  std::size_t announced_ = 0;
  std::atomic<bool> cancelled_ = false;
  std::mutex mutex_;
  std::vector<ImportFile> came_;
  std::optional<ImportPlan> plan_;
};

/// Thread-safe. Holds two at most, so that forgotten ones cost little: a third takes the place of the oldest.
class OpenImports {
 public:
  explicit OpenImports(Random& random) : random_(random) {}

  /// Errors: invalid (more than import_limit).
  Result<std::shared_ptr<OpenImport>> open(std::vector<AnnouncedFile> files);
  /// Errors: not_found.
  Result<std::shared_ptr<OpenImport>> find(const std::string& id);
  /// Ends it and forgets its files; one that is gone already is no error.
  void drop(const std::string& id);
  void drop_all();

 private:
  static constexpr std::size_t limit = 2;
  Random& random_;
  std::mutex mutex_;
  std::deque<std::shared_ptr<OpenImport>> imports_;
};

}  // namespace goodturn::helper
