// Taking back what was just done: earlier versions of items, kept while the program runs.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "helper/items/items.h"

namespace goodturn::helper {

/// The versions that items of local collections, and values kept only here, had before an action; restore()
/// puts them back.
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
  /// Puts everything back, in one transaction. An item that was noted twice gets its first version.
  Result<void> restore(World& world) const;
  /// The same as a function, for UndoLog.
  [[nodiscard]] std::function<Result<void>(World&)> take_back() const {
    return [before = *this](World& world) { return before.restore(world); };
  }

  [[nodiscard]] const std::vector<Version>& versions() const { return versions_; }
  [[nodiscard]] const std::vector<Setting>& settings() const { return settings_; }

 private:
  std::vector<Version> versions_;
  std::vector<Setting> settings_;
};

/// Remembers the last 50 actions by an id that the pages hand back. Thread-safe.
class UndoLog {
 public:
  using TakeBack = std::function<Result<void>(World&)>;
  using Keep = std::function<void(const Before&)>;

  /// `keep` is told every action that is remembered with its earlier versions.
  explicit UndoLog(Random& random, Keep keep = {}) : random_(random), keep_(std::move(keep)) {}

  /// Stores how to take an action back and gives its id.
  [[nodiscard]] std::string remember(TakeBack take_back);
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
