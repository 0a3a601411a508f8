// All people with what was worked out about them, kept so that one change costs one person.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/base/time.h"
#include "core/relations/gap_pool.h"
#include "core/relations/layer.h"
#include "core/suggest/contact.h"
#include "core/suggest/standing.h"
#include "core/suggest/suggestion.h"
#include "core/suggest/week.h"

namespace goodturn::suggest {

/// A value: same contacts, same `now`, same answers. update() gives exactly what building anew would.
/// Measured by bench_suggest. Not thread-safe while update() runs.
class Ranking {
 public:
  /// `contacts` in any order, UIDs distinct.
  Ranking(std::vector<Contact> contacts, Now now);

  /// Replaces the contact with the same UID, or adds it.
  void update(Contact contact);

  [[nodiscard]] std::span<const Contact> contacts() const noexcept { return contacts_; }
  /// One per contact, same order.
  [[nodiscard]] std::vector<Standing> standings() const;
  /// As the free functions of week.h.
  [[nodiscard]] std::vector<Suggestion> candidates(const Settings& settings) const;
  [[nodiscard]] std::vector<Suggestion> pick_week(const Settings& settings) const;

 private:
  /// What one person's touches say, independent of everybody else.
  struct Digest {
    std::vector<int> gaps;                                  ///< all of them, oldest first
    std::vector<Day> outgoing;                              ///< days the user reached out
    std::optional<Day> first, last;
    int contact_days = 0;
    std::array<double, relations::layer_steps> strength{};  ///< today and 7·k days ago
  };
  [[nodiscard]] Digest digest(const Contact& contact) const;
  void count(const Digest& digest, int by);

  Now now_;
  std::vector<Contact> contacts_;
  std::vector<Digest> digests_;
  std::unordered_map<Uid, std::size_t> places_;
  relations::GapPool pool_;
  std::map<Day, int> active_;  ///< everybody's outgoing days and on how many contacts
};

}  // namespace goodturn::suggest
