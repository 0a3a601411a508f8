// Taking back what was just done: earlier versions of items, kept while the program runs.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "helper/items/items.h"

namespace goodturn::helper {

/// What gives a card back the tags it had. An edit and not the earlier text: the card may have changed since,
/// here or on its server.
struct TagsBack {
  Uid card;
  sync::CollectionId collection = 0;
  std::vector<std::string> add;
  std::vector<std::string> remove;
};

/// What was there before an action: versions of items of local collections and values kept only here, which
/// restore() puts back; and tags of cards (people/tag.h gives them back).
class Before {
 public:
  struct Version {
    sync::CollectionId collection = 0;
    Href href;
    std::optional<sync::Item> item;
  };
  struct Setting {
    std::string key;
    std::string value;
  };

  /// Notes the present version of an item (or that there is none). Call before changing it.
  Result<void> note(World& world, sync::CollectionId collection, const Href& href);
  /// Notes the present value of a setting; a missing one comes back as an empty one.
  Result<void> note_setting(World& world, std::string_view key);
  void note_tags(TagsBack tags) { tags_.push_back(std::move(tags)); }
  /// Puts items and settings back, in one transaction. An item that was noted twice gets its first version.
  Result<void> restore(World& world) const;
  /// The same as a function, for UndoLog.
  [[nodiscard]] std::function<Result<void>(World&)> take_back() const {
    return [before = *this](World& world) { return before.restore(world); };
  }

  [[nodiscard]] const std::vector<Version>& versions() const { return versions_; }
  [[nodiscard]] const std::vector<Setting>& settings() const { return settings_; }
  [[nodiscard]] const std::vector<TagsBack>& tags() const { return tags_; }

 private:
  std::vector<Version> versions_;
  std::vector<Setting> settings_;
  std::vector<TagsBack> tags_;
};

/// Remembers the last 50 actions by an id that the pages hand back. Thread-safe.
class UndoLog {
 public:
  using TakeBack = std::function<Result<void>(World&)>;
  using Keep = std::function<void(const Before&)>;

  /// `keep` is told every action that is remembered with its earlier versions.
  explicit UndoLog(Random& random, Keep keep = {}) : random_(random), keep_(std::move(keep)) {}

  /// Stores how to take an action back and gives its id.
  [[nodiscard]] std::string remember(const Before& before, TakeBack take_back);
  /// By putting back items and settings.
  [[nodiscard]] std::string remember(const Before& before);
  /// Takes the action back, once. Errors: not_found when the id is unknown or used.
  Result<void> apply(World& world, const std::string& id);
  /// Forgets everything: the places that the entries name are no longer in use.
  void forget();

 private:
  static constexpr std::size_t limit = 50;
  Random& random_;
  Keep keep_;
  std::mutex mutex_;
  std::deque<std::pair<std::string, TakeBack>> entries_;
};

}  // namespace goodturn::helper
