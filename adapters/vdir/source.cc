#include "adapters/vdir/source.h"

#include <unistd.h>

#include <algorithm>

#include "adapters/system/file.h"
#include "adapters/vdir/collection.h"
#include "adapters/vdir/folder.h"

namespace goodturn::vdir {
namespace {

/// First line of a small file, without blanks around it; empty when there is none.
std::string first_line(const std::filesystem::path& path) {
  auto text = system::read_file(path, 4096);
  if (!text) return {};
  text->erase(std::min(text->find_first_of("\r\n"), text->size()));
  const auto begin = text->find_first_not_of(" \t");
  if (begin == std::string::npos) return {};
  return text->substr(begin, text->find_last_not_of(" \t") - begin + 1);
}

bool is_color(const std::string& text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

/// What lies in a folder: cards, calendar items, or neither. `empty`: no visible file at all.
sync::Components kinds_in(const std::filesystem::path& folder, bool& empty) {
  sync::Components kinds;
  empty = true;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.front() != '.') empty = false;
    if (!is_item_name(name)) continue;
    if (name.ends_with(".vcf")) {
      kinds.cards = true;
    } else {
      kinds.events = kinds.tasks = kinds.journals = true;
    }
  }
  return kinds;
}

/// A display name as the name of a folder: no separators, no control characters, not hidden.
std::string folder_name(std::string_view name) {
  std::string folder(name.substr(0, 100));
  for (char& c : folder)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\') c = '-';
  if (folder.front() == '.') folder.front() = '-';
  return folder;
}

bool holds_anything(const sync::Components& kinds) { return kinds.cards || kinds.events; }

class FolderSource final : public Source {
 public:
  explicit FolderSource(std::filesystem::path root) : root_(std::move(root)) {}

  Result<sync::Discovered> discover() override {
    std::error_code error;
    const auto root = std::filesystem::canonical(root_, error);
    if (error) return fail(ErrorKind::not_found, "There is no such folder; check the path.", root_);
    std::filesystem::directory_iterator entries(root, error);
    if (error)
      return fail(ErrorKind::storage,
                  Said("The folder cannot be listed: {reason}", {{"reason", error.message()}}), root);
    sync::Discovered found;
    found.context_url = root.string();
    look_at(root, found, false);
    for (const std::filesystem::directory_iterator end; entries != end;) {
      if (entries->symlink_status().type() == std::filesystem::file_type::directory &&
          entries->path().filename().string().front() != '.')
        look_at(entries->path(), found, true);
      entries.increment(error);
      if (error)
        return fail(ErrorKind::storage,
                    Said("The folder cannot be listed: {reason}", {{"reason", error.message()}}), root);
    }
    std::sort(found.collections.begin(), found.collections.end(),
              [](const auto& a, const auto& b) { return a.url < b.url; });
    return found;
  }

  Result<std::unique_ptr<RemoteCollection>> open(const sync::Collection& collection) override {
    const sync::Components& holds = collection.holds;
    const char* suffix = holds.events || holds.tasks || holds.journals ? ".ics" : ".vcf";
    return std::unique_ptr<RemoteCollection>(std::make_unique<FolderCollection>(collection.url, suffix));
  }

  Result<sync::Collection> create_collection(std::string_view name, const sync::Components& holds) override {
    if (holds.cards || !(holds.events || holds.tasks || holds.journals) || name.empty())
      return fail(ErrorKind::invalid, "A new calendar needs a name and a kind of item.", root_);
    std::error_code error;
    const auto root = std::filesystem::canonical(root_, error);
    if (error) return fail(ErrorKind::not_found, "There is no such folder; check the path.", root_);
    const auto folder = make_folder(root / folder_name(name));
    if (!folder) return fail(folder.error());
    if (auto named = system::write_file(*folder / "displayname", name); !named) return fail(named.error());
    sync::Collection collection;
    collection.url = folder->string();
    collection.name = name;
    collection.holds = holds;
    return collection;
  }

 private:
  /// The first free one of "path", "path-2", "path-3" …
  static Result<std::filesystem::path> make_folder(const std::filesystem::path& path) {
    constexpr int most_tries = 100;
    for (int count = 1; count <= most_tries; ++count) {
      const std::filesystem::path folder =
          count == 1 ? path : std::filesystem::path(path.string() + "-" + std::to_string(count));
      std::error_code error;
      if (std::filesystem::create_directory(folder, error)) return folder;
      if (error && error != std::errc::file_exists)
        return fail(ErrorKind::forbidden,
                    Said("The folder cannot be made: {reason}", {{"reason", error.message()}}), folder);
    }
    return fail(ErrorKind::forbidden, "There are too many folders of this name.", path);
  }

  static void look_at(const std::filesystem::path& folder, sync::Discovered& found, bool may_be_empty) {
    sync::Collection collection;
    bool empty = true;
    collection.holds = kinds_in(folder, empty);
    const bool is_mixed = collection.holds.cards && collection.holds.events;
    collection.name = first_line(folder / "displayname");
    if (!holds_anything(collection.holds)) {
      // A collection whose last item was deleted stays a collection; it may hold either kind again.
      if (collection.name.empty() && !(empty && may_be_empty)) return;
      collection.holds = {true, true, true, true};
    }
    if (collection.name.empty()) collection.name = folder.filename().string();
    if (const auto color = first_line(folder / "color"); is_color(color)) collection.color = color;
    collection.url = folder.string();
    collection.read_only = ::access(folder.c_str(), W_OK) != 0;
    if (is_mixed) found.notes.push_back(Said("account.mixed_folder", {{"folder", collection.name}}));
    found.collections.push_back(std::move(collection));
  }

  std::filesystem::path root_;
};

}  // namespace

std::unique_ptr<Source> open_folder(std::filesystem::path root) {
  return std::make_unique<FolderSource>(std::move(root));
}

}  // namespace goodturn::vdir
