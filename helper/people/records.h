// Records: writing what happened with a person into the Journal collection.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/calendar/record.h"
#include "helper/index/snapshot.h"
#include "helper/items/journal.h"

namespace goodturn::helper {

/// What the user logs. `at` defaults to now.
struct LogEntry {
  RecordKind kind = RecordKind::touch;
  std::optional<Channel> channel;
  std::optional<Direction> direction;
  std::optional<Instant> at;
  std::string text;
  std::optional<GiveKind> give_kind;
  int size = 1;
  std::optional<Day> due;
  bool asked = false;
  bool crisis = false;
  std::optional<int> depth = std::nullopt;
};

/// What must hold of a record. Errors: invalid (a touch in the future or without channel, a promise without
/// text, a size outside 1–3).
Result<void> check_record(const calendar::Record& record, Instant now);

struct Logged {
  Uid record;
  std::string undo;
  bool is_large_gift = false;  ///< large_gift.h
};

/// Logs one entry for a person. Errors: not_found (no such person), invalid (a touch in the future, a
/// touch without channel, a promise without text).
Result<Logged> log_entry(World& world, UndoLog& undo, const Uid& person, const LogEntry& entry);

/// A change of what the user knows of a person.
using ProfileEdit = std::function<void(calendar::Profile&)>;

/// Applies a change to the person's profile, creating it when needed; where several cards are one person, to
/// the profile of each card that has one, so that the joined one says it and each keeps its own rest. Call
/// under World::lock(), inside a transaction. `before` notes the earlier version.
Result<void> change_profile(World& world, Items& items, const Person& person, const ProfileEdit& edit,
                            Before& before);

/// The same as one use case of its own. Errors: not_found.
Result<void> edit_profile_of(World& world, const Uid& person, const ProfileEdit& edit);

/// Writes a new record, or changes the stored one with the same UID. Same calling rule.
Result<void> write_record(World& world, Items& items, const calendar::Record& record, Before& before);

}  // namespace goodturn::helper
