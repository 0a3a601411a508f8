// A history: what users, other programs, the network and the server do, one step after the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/model/cards.h"

namespace goodturn::model {

enum class Act : std::uint8_t {
  sync,        ///< with whatever goes wrong under its seed
  local_edit,  ///< on one of the machines
  local_delete,
  local_create,
  remote_edit,  ///< by a program that reads before it writes
  remote_delete,
  remote_create,
  remember,    ///< a program without conditions reads everything …
  stale_edit,  ///< … and writes an edit of what it remembers
  stale_delete,
  move,  ///< the server gives a resource another name
  lose_token,
  pass_days,
  flip_read_only
};

struct Step {
  Act act = Act::sync;
  std::uint8_t machine = 0;
  std::uint8_t item = 0;   ///< which of the items at that moment
  std::uint64_t seed = 0;  ///< for everything else that is left to chance
};

enum class Etags : std::uint8_t { good, flaky, silent, weak, none };

struct History {
  std::uint64_t seed = 0;
  int machines = 1;
  int items = 2;      ///< on the server at the start
  int rewriting = 0;  ///< the kind of server (cards.h)
  Etags etags = Etags::good;
  bool token_of_nothing = false;
  bool inline_texts = false;
  bool calendar = false;  ///< events, tasks and journal entries in place of cards
  int trouble = 0;        ///< how much goes wrong inside a sync: 0 nothing, 1 some, 2 a lot
  bool crowded = false;   ///< with trouble: items come, move and are written over blindly inside a sync, too
  std::size_t page_size = 0;     ///< listings come in pages of so many names; 0: whole
  bool forgets_passing = false;  ///< deltas are silent about names that came and went since the token
  std::vector<Step> steps;

  [[nodiscard]] Holds holds() const { return calendar ? Holds::calendar : Holds::cards; }
  /// Without etags, or with new ones each time, only the text tells that nothing changed.
  [[nodiscard]] bool etags_tell() const { return etags != Etags::flaky && etags != Etags::none; }
};

/// 30 to 40 steps.
[[nodiscard]] History make_history(std::uint64_t seed);
/// In words, one line a step.
[[nodiscard]] std::string print(const History& history);

}  // namespace goodturn::model
