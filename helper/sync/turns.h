// Who talks to the server about a collection: one at a time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>

#include "helper/world.h"

namespace goodturn::helper {

/// Two of this program that read, decide and send in one collection at the same time would take each other's
/// writes for somebody else's edits. Taken without the writer lock; may be used from any thread.
class Turns {
 public:
  /// A turn that was taken; ends with its life.
  class Turn {
   public:
    Turn(Turns& turns, sync::CollectionId collection) : turns_(&turns), collection_(collection) {}
    Turn(Turn&& other) noexcept : turns_(other.turns_), collection_(other.collection_) {
      other.turns_ = nullptr;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (turns_ != nullptr) turns_->end(collection_);
    }

   private:
    Turns* turns_;
    sync::CollectionId collection_;
  };

  /// Waits for the collection as long as `patience`; nullopt: somebody else still has it.
  std::optional<Turn> take(sync::CollectionId collection, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (!ended_.wait_for(lock, patience, [&] { return !taken_.contains(collection); })) return std::nullopt;
    taken_.insert(collection);
    return std::optional<Turn>(std::in_place, *this, collection);
  }

 private:
  void end(sync::CollectionId collection) {
    {
      const std::lock_guard lock(mutex_);
      taken_.erase(collection);
    }
    ended_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable ended_;
  std::set<sync::CollectionId> taken_;
};

/// Nothing to wait for where one thread does all.
using MaybeTurn = std::optional<Turns::Turn>;

/// The turn of a sync, which waits until it is its own. Errors: cancelled.
[[nodiscard]] Result<MaybeTurn> wait_for_turn(World& world, sync::CollectionId collection,
                                              const Cancelled& cancelled);

/// The turn of somebody who pressed a button and waits for the answer. Errors: busy, after two seconds.
[[nodiscard]] Result<MaybeTurn> ask_for_turn(World& world, sync::CollectionId collection);

}  // namespace goodturn::helper
