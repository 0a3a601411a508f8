// The one table of the sync: two words in, one verb out. No hands here.
#pragma once

#include <array>
#include <string_view>

#include "core/sync/change.h"

namespace goodturn::sync {

/// What to do with one item.
enum class Verb {
  nothing,        ///< both sides are as agreed
  fetch,          ///< get the remote text, then settle()
  update_local,   ///< the remote text becomes local text and base
  create_remote,  ///< create with If-None-Match: *
  push,           ///< update with If-Match
  merge,          ///< three-way merge, then push the result
  adopt,          ///< both sides are equal: store remote text and etag as base, send nothing
  delete_local,   ///< remove item and base here
  delete_remote,  ///< delete with If-Match
  forget          ///< remove the base: the item is gone on both sides
};

inline constexpr std::array<std::string_view, 10> verb_words = {
    "nothing", "fetch", "update_local", "create_remote", "push",
    "merge",   "adopt", "delete_local", "delete_remote", "forget"};

[[nodiscard]] constexpr std::string_view to_string(Verb verb) noexcept {
  return verb_words[static_cast<std::size_t>(verb)];
}

/// The whole table. An edit beats a delete. Pairs that cannot arise (one side agreed on, the other never
/// there) get the answer that loses nothing.
[[nodiscard]] constexpr Verb decide(Change local, Change remote) noexcept {
  using enum Verb;
  constexpr std::array<std::array<Verb, 4>, 4> table = {{
      // remote:  absent         same           edited        gone
      /* absent */ {{nothing, update_local, update_local, forget}},
      /* same   */ {{create_remote, nothing, update_local, delete_local}},
      /* edited */ {{create_remote, push, merge, create_remote}},
      /* gone   */ {{forget, delete_remote, update_local, forget}},
  }};
  return table[static_cast<std::size_t>(local)][static_cast<std::size_t>(remote)];
}

/// The verb once the remote text is known. `equal` says that local and remote text mean the same. Answers
/// adopt where only the etag moved or both sides came to the same text.
[[nodiscard]] constexpr Verb settle(Change local, Change remote, bool equal) noexcept {
  const Verb verb = decide(local, remote);
  if (verb == Verb::nothing || (verb == Verb::merge && equal)) return Verb::adopt;
  return verb;
}

static_assert(decide(Change::edited, Change::gone) == Verb::create_remote, "edit beats delete");
static_assert(decide(Change::gone, Change::edited) == Verb::update_local, "edit beats delete");
static_assert(decide(Change::same, Change::gone) == Verb::delete_local);
static_assert(decide(Change::gone, Change::same) == Verb::delete_remote);
static_assert(decide(Change::same, Change::same) == Verb::nothing, "the second run is silent");
static_assert(settle(Change::same, Change::same, true) == Verb::adopt, "an etag alone is no change");

}  // namespace goodturn::sync
