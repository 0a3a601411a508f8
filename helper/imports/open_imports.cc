#include "helper/imports/open_imports.h"

#include <algorithm>
#include <numeric>

namespace goodturn::helper {

OpenImport::OpenImport(std::string id, std::vector<AnnouncedFile> files)
    : id_(std::move(id)), files_(std::move(files)), came_(files_.size()) {
  for (std::size_t at = 0; at < files_.size(); ++at) {
    came_[at].name = files_[at].name;
    announced_ += files_[at].size;
  }
}

Result<std::size_t> OpenImport::add(std::size_t file, std::string_view bytes) {
  const std::lock_guard guard(mutex_);
  if (file >= came_.size()) return fail(ErrorKind::not_found, "No such file was announced.");
  if (came_[file].bytes.size() + bytes.size() > files_[file].size)
    return fail(ErrorKind::invalid, "The file is larger than announced. Choose it again.", files_[file].name);
  came_[file].bytes += bytes;
  return std::accumulate(came_.begin(), came_.end(), std::size_t{0},
                         [](std::size_t sum, const ImportFile& one) { return sum + one.bytes.size(); });
}

Result<const ImportPlan*> OpenImport::plan(World& world) {
  const std::lock_guard guard(mutex_);
  if (plan_) return &*plan_;
  for (std::size_t at = 0; at < files_.size(); ++at)
    if (came_[at].bytes.size() != files_[at].size)
      return fail(ErrorKind::invalid, "The file has not come whole. Choose it again.", files_[at].name);
  auto plan = plan_import(world, came_);
  if (!plan) return fail(plan.error());
  came_.clear();
  files_.clear();
  plan_ = std::move(*plan);
  return &*plan_;
}

Result<Imported> OpenImport::take(World& world, UndoLog& undo, const ImportChoice& choice,
                                  const ImportProgress& progress) {
  const auto made = plan(world);
  if (!made) return fail(made.error());
  const std::lock_guard guard(mutex_);
  return take_import(
      world, undo, *plan_, choice, [this] { return cancelled_.load(); }, progress);
}

Result<std::shared_ptr<OpenImport>> OpenImports::open(std::vector<AnnouncedFile> files) {
  const auto size = std::accumulate(files.begin(), files.end(), std::size_t{0},
                                    [](std::size_t sum, const AnnouncedFile& one) { return sum + one.size; });
  if (size > import_limit)
    return fail(ErrorKind::invalid, "That is more than can be taken at once: at most 64 MiB.");
  const std::lock_guard guard(mutex_);
  imports_.push_back(std::make_shared<OpenImport>(to_hex(hash_of(random_.bytes(16))), std::move(files)));
  if (imports_.size() > limit) imports_.pop_front();
  return imports_.back();
}

Result<std::shared_ptr<OpenImport>> OpenImports::find(const std::string& id) {
  const std::lock_guard guard(mutex_);
  for (const auto& import : imports_)
    if (import->id() == id) return import;
  return fail(ErrorKind::not_found, "This import is over. Choose the file again.");
}

void OpenImports::drop(const std::string& id) {
  const std::lock_guard guard(mutex_);
  const auto gone =
      std::find_if(imports_.begin(), imports_.end(), [&](const auto& import) { return import->id() == id; });
  if (gone == imports_.end()) return;
  (*gone)->cancel();
  imports_.erase(gone);
}

void OpenImports::drop_all() {
  const std::lock_guard guard(mutex_);
  for (const auto& import : imports_) import->cancel();
  imports_.clear();
}

}  // namespace goodturn::helper
