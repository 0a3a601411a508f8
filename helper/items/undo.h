// Taking back what was just done: earlier versions of items, kept while the program runs.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "helper/items/items.h"

namespace goodturn::helper {

/// Remembers the last 50 actions by an id that the pages hand back. Thread-safe.
class UndoLog {
 public:
  using TakeBack = std::function<Result<void>(World&)>;

  explicit UndoLog(Random& random) : random_(random) {}

  /// Stores how to take an action back and gives its id.
  [[nodiscard]] std::string remember(TakeBack take_back);
  /// Takes the action back, once. Errors: not_found when the id is unknown or used.
  Result<void> apply(World& world, const std::string& id);
  /// Forgets everything: the places that the entries name are no longer in use.
  void forget();

 private:
  static constexpr std::size_t limit = 50;
  Random& random_;
  std::mutex mutex_;
  std::deque<std::pair<std::string, TakeBack>> entries_;
};

/// The versions that items of local collections had before an action; restore() puts them back.
class Before {
 public:
  /// Notes the present version of an item (or that there is none). Call before changing it.
  Result<void> note(World& world, sync::CollectionId collection, const Href& href);
  /// Puts every noted version back, in one transaction.
  [[nodiscard]] UndoLog::TakeBack take_back() const;

 private:
  struct Version {
    sync::CollectionId collection;
    Href href;
    std::optional<sync::Item> item;
  };
  std::vector<Version> versions_;
};

}  // namespace goodturn::helper
