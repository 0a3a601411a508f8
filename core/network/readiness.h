// Crisis readiness: what would be there if the user needed people tomorrow.
#pragma once

#include <optional>
#include <span>

#include "core/relations/share.h"

namespace goodturn::network {

/// The four parts, each in [0, 1]; nullopt without data. Show them all, not only the mean.
struct ReadinessParts {
  std::optional<double> roles;       ///< active role coverage
  std::optional<double> bench;       ///< living deep contacts outside the own organisation, of eight
  std::optional<double> balanced;    ///< share of the top 15 with a balance >= −.2
  std::optional<double> warm;        ///< share of the top 15 touched without an ask within 2·ĉ
  int bench_people = 0;              ///< how many sit on the bench
  relations::Share balanced_ties{};  ///< the ties behind `balanced`
  relations::Share warm_ties{};      ///< the ties behind `warm`
};

struct Readiness {
  ReadinessParts parts;
  double value = 0;     ///< mean of the parts that are there, range [0, 1]
  int parts_known = 0;  ///< 1–4
};
/// nullopt when no part is known: "not enough yet". Source: metrics.md 2.18.
[[nodiscard]] std::optional<Readiness> readiness(const ReadinessParts& parts);

/// none; build now, from strength; in a crisis the warm contacts first.
enum class ReadinessAdvice { none, build_now, warm_contacts_first };
/// Below .5 without a crisis there is a slot for building; the user's crisis comes before everything.
/// Source: features.md row 31.
[[nodiscard]] ReadinessAdvice advice_for(const std::optional<Readiness>& state, bool in_crisis);

/// What the parts are made from, per contact.
struct ReadinessContact {
  double strength = 0;
  bool alive = false;
  bool external = false;                     ///< known to be outside the own organisation
  int depth = 0;                             ///< deepest touch of the last 365 days, 1–3; 0 unknown
  std::optional<double> balance;             ///< nullopt without ledger entries
  std::optional<int> days_since_free_touch;  ///< since the last touch without an ask; nullopt: none
  double cadence = 365;                      ///< ĉ in days
};

/// The parts from the contacts (any order) and the role coverage. The top 15 are the strongest with
/// strength > 0. `balanced` is over those of the top 15 that have ledger entries; a part is nullopt when
/// there is nobody to look at. Source: metrics.md 2.18.
[[nodiscard]] ReadinessParts readiness_parts(std::span<const ReadinessContact> contacts,
                                             std::optional<double> active_coverage);

/// Contacts with depth >= 2 of all with a known depth: "12 % deep". Source: features.md row 33.
[[nodiscard]] relations::Share deep_share(std::span<const int> depths);

}  // namespace goodturn::network
