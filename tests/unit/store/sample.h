// A temporary folder with a store in it, and items to put there.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "adapters/store/sqlite_store.h"

namespace sample {

using namespace goodturn;

class Folder {
 public:
  Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "goodturn-store-XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path path() const { return path_; }
  [[nodiscard]] std::filesystem::path file() const { return path_ / "goodturn.db"; }

 private:
  std::filesystem::path path_;
};

template <class Value>
Value must(Result<Value> result) {
  if (!result) FAIL(describe(result.error()));
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

inline std::unique_ptr<store::SqliteStore> open(const Folder& folder) {
  return must(store::SqliteStore::open(folder.file()));
}

inline sync::Collection collection(const std::string& url) {
  sync::Collection made;
  made.url = url;
  made.name = "Contacts";
  made.holds.cards = true;
  return made;
}

inline sync::Item item(sync::CollectionId collection, const std::string& name, const std::string& text) {
  return {collection, Href("/book/" + name), Uid(name), text};
}

inline sync::Base base(const sync::Item& item, const std::string& etag) {
  return {item.collection, item.href, Etag(etag), item.text};
}

inline mode_t mode_of(const std::filesystem::path& path) {
  struct stat found {};
  REQUIRE(stat(path.c_str(), &found) == 0);
  return found.st_mode & 0777;
}

}  // namespace sample
