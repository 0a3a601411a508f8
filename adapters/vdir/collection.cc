#include "adapters/vdir/collection.h"

#include <algorithm>
#include <cctype>

#include "adapters/vdir/folder.h"
#include "core/base/hash.h"

namespace goodturn::vdir {
namespace {

SyncToken token_of(const std::vector<sync::Member>& members) {
  Hasher hasher;
  for (const auto& member : members) {
    hasher.feed(member.href.value);
    hasher.feed("\n");
    hasher.feed(member.etag.value);
    hasher.feed("\n");
  }
  return SyncToken("vdir:" + to_hex(hasher.result()));
}

bool is_plain_uid(const std::string& uid) {
  const auto plain = [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '@' || c == '.';
  };
  return !uid.empty() && uid.size() <= 120 && uid.front() != '.' &&
         std::all_of(uid.begin(), uid.end(), plain);
}

}  // namespace

FolderCollection::FolderCollection(std::filesystem::path folder, std::string suffix)
    : folder_(std::move(folder)), suffix_(std::move(suffix)) {}

Result<sync::Listing> FolderCollection::changes(const SyncToken& since, const sync::OnItem&) {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder_, error);
  if (error) {
    const bool missing = error == std::errc::no_such_file_or_directory;
    return fail(missing ? ErrorKind::not_found : ErrorKind::storage,
                Said("The folder cannot be listed: {reason}", {{"reason", error.message()}}), folder_);
  }
  sync::Listing listing;
  for (const std::filesystem::directory_iterator end; entries != end;) {
    const std::string name = entries->path().filename().string();
    if (is_item_name(name)) {
      if (Etag etag = version_of(entries->path()); !etag.empty())
        listing.members.push_back({Href(name), std::move(etag)});
    }
    entries.increment(error);
    if (error)
      return fail(ErrorKind::storage,
                  Said("The folder cannot be listed: {reason}", {{"reason", error.message()}}), folder_);
  }
  std::sort(listing.members.begin(), listing.members.end(),
            [](const auto& a, const auto& b) { return a.href < b.href; });
  const SyncToken token = token_of(listing.members);
  if (!since.empty() && since == token) {
    listing.members.clear();
    listing.token = token;
    return listing;
  }
  listing.complete = true;
  if (!listing.members.empty()) listing.token = token;
  return listing;
}

Result<std::vector<sync::ItemError>> FolderCollection::fetch(std::span<const Href> hrefs,
                                                             const sync::OnItem& on_item) {
  std::vector<sync::ItemError> errors;
  for (const Href& href : hrefs) {
    const auto path = path_of(href);
    if (!path) {
      errors.push_back({href, path.error()});
      continue;
    }
    auto read = read_item(*path);
    if (!read) {
      errors.push_back({href, read.error()});
      continue;
    }
    if (auto taken = on_item({href, std::move(read->etag), std::move(read->text)}); !taken)
      return fail(taken.error());
  }
  return errors;
}

Result<sync::Written> FolderCollection::create(const Href& href, std::string_view text) {
  const auto path = path_of(href);
  if (!path) return fail(path.error());
  auto etag = create_item(*path, text);
  if (!etag) return fail(etag.error());
  return sync::Written{href, std::move(*etag)};
}

Result<sync::Written> FolderCollection::update(const Href& href, const Etag& etag, std::string_view text) {
  const auto path = path_of(href);
  if (!path) return fail(path.error());
  auto now = replace_item(*path, etag, text);
  if (!now) return fail(now.error());
  return sync::Written{href, std::move(*now)};
}

Result<void> FolderCollection::remove(const Href& href, const Etag& etag) {
  const auto path = path_of(href);
  if (!path) return fail(path.error());
  return remove_item(*path, etag);
}

Href FolderCollection::href_for(const Uid& uid) const {
  return Href((is_plain_uid(uid.value) ? uid.value : to_hex(hash_of(uid.value))) + suffix_);
}

Result<std::filesystem::path> FolderCollection::path_of(const Href& href) const {
  if (!is_item_name(href.value))
    return fail(ErrorKind::suspicious, "This is not the name of an item in a folder.", folder_);
  return folder_ / href.value;
}

}  // namespace goodturn::vdir
