// All people with what was worked out about them, kept so that one change costs one person.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/base/time.h"
#include "core/network/graph.h"
#include "core/network/readiness.h"
#include "core/suggest/circle.h"
#include "core/suggest/contacts.h"
#include "core/suggest/digest.h"
#include "core/suggest/exposure.h"
#include "core/suggest/introduce.h"
#include "core/suggest/resting.h"
#include "core/suggest/selection.h"
#include "core/suggest/standing.h"
#include "core/suggest/suggestion.h"
#include "core/suggest/surroundings.h"
#include "core/suggest/traits.h"
#include "core/suggest/week.h"

namespace goodturn::suggest {

/// A value: same contacts, same `now`, same answers. update() gives exactly what building anew would.
/// Measured by bench_suggest. One thread at a time while update() runs.
class Ranking {
 public:
  /// `contacts` in any order, UIDs distinct; the signs of the circle name their places.
  Ranking(Contacts contacts, Circle circle, Now now);
  Ranking(Contacts contacts, Now now) : Ranking(std::move(contacts), Circle{}, now) {}

  /// Replaces the contacts with the same UIDs, or adds them.
  void update(std::vector<Contact> changed);

  [[nodiscard]] const Contacts& contacts() const noexcept { return contacts_; }
  [[nodiscard]] const Circle& circle() const noexcept { return *circle_; }
  [[nodiscard]] Now now() const noexcept { return surroundings_.now(); }
  /// One per contact, same order: layer, state, rhythm and score of everybody.
  [[nodiscard]] const std::vector<Standing>& standings() const noexcept { return standings_; }
  /// One per contact, same order: what each says alone.
  [[nodiscard]] const std::vector<Traits>& traits() const noexcept { return traits_; }
  /// As the functions of the same name in week.h.
  [[nodiscard]] std::vector<Suggestion> candidates(const Settings& settings) const;
  [[nodiscard]] std::vector<Suggestion> pick_week(const Settings& settings) const;
  /// Who rests, exposure and readiness (build_now.h): what pages show beside the list.
  [[nodiscard]] std::vector<Resting> resting() const;
  [[nodiscard]] std::vector<Exposure> exposure() const;
  [[nodiscard]] std::optional<network::Readiness> readiness() const;

 private:
  /// What there is to choose from. The candidates point into `offers` and into the traits.
  struct Choice {
    std::vector<Placed> offers;
    std::vector<Candidate> sorted;
  };

  void put(std::size_t place, Contacts::Shared contact);
  void renew(std::span<const std::size_t> changed);
  void know_ties();
  [[nodiscard]] bool is_cold_start(const Settings& settings) const;
  [[nodiscard]] Scene scene() const;
  [[nodiscard]] Choice choice(const Scene& scene, const Settings& settings) const;

  std::shared_ptr<const Circle> circle_;  ///< shared, because traits point into it
  Contacts contacts_;
  std::vector<Digest> digests_;      ///< one per contact
  std::vector<Standing> standings_;  ///< one per contact
  std::vector<Traits> traits_;       ///< one per contact
  std::unordered_map<Uid, std::size_t> places_;
  Surroundings surroundings_;
  std::shared_ptr<const network::Graph> ties_;  ///< one node per contact
};

}  // namespace goodturn::suggest
