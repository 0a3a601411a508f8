// All people with what was worked out about them, kept so that one change costs one person.
#pragma once

#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/base/time.h"
#include "core/relations/gap_pool.h"
#include "core/suggest/circle.h"
#include "core/suggest/contact.h"
#include "core/suggest/digest.h"
#include "core/suggest/exposure.h"
#include "core/suggest/resting.h"
#include "core/suggest/selection.h"
#include "core/suggest/standing.h"
#include "core/suggest/suggestion.h"
#include "core/suggest/week.h"

namespace goodturn::suggest {

/// A value: same contacts, same `now`, same answers. update() gives exactly what building anew would.
/// Measured by bench_suggest. One thread at a time while update() runs.
class Ranking {
 public:
  /// `contacts` in any order, UIDs distinct; the signs of the circle name their places.
  Ranking(std::vector<Contact> contacts, Circle circle, Now now);
  Ranking(std::vector<Contact> contacts, Now now) : Ranking(std::move(contacts), Circle{}, now) {}

  /// Replaces the contact with the same UID, or adds it.
  void update(Contact contact);

  [[nodiscard]] std::span<const Contact> contacts() const noexcept { return contacts_; }
  [[nodiscard]] const Circle& circle() const noexcept { return circle_; }
  [[nodiscard]] Now now() const noexcept { return now_; }
  /// One per contact, same order: layer, state, rhythm and score of everybody.
  [[nodiscard]] std::vector<Standing> standings() const;
  /// As the functions of the same name in week.h.
  [[nodiscard]] std::vector<Suggestion> candidates(const Settings& settings) const;
  [[nodiscard]] std::vector<Suggestion> pick_week(const Settings& settings) const;
  /// Who rests, exposure, readiness and learned factors: what pages show beside the list.
  [[nodiscard]] std::vector<Resting> resting() const;
  [[nodiscard]] std::vector<Exposure> exposure() const;

 private:
  void count(const Digest& digest, int by);
  [[nodiscard]] bool is_cold_start(const Settings& settings) const;
  [[nodiscard]] Scene scene(std::span<const Standing> standings) const;
  [[nodiscard]] std::vector<Candidate> sorted_candidates(const Scene& scene, const Settings& settings) const;
  [[nodiscard]] std::optional<Side> side_of(const Contact& contact) const;

  Now now_;
  Circle circle_;
  std::vector<Contact> contacts_;
  std::vector<Digest> digests_;             ///< one per contact
  std::vector<std::optional<Side>> sides_;  ///< one per contact
  std::unordered_map<Uid, std::size_t> places_;
  relations::GapPool pool_;      ///< everybody's gaps
  std::map<Day, int> outgoing_;  ///< day → on how many contacts the user reached out
  network::Graph ties_{0};       ///< one node per contact
};

}  // namespace goodturn::suggest
