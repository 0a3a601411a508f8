// The shape of the network: who knows whom, pockets, bridges, cliques.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/network/cliques.h"
#include "core/network/leaning.h"
#include "core/network/pairs.h"
#include "core/network/structure.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

/// Asked now and then during long work; true stops it.
using OutOfTime = std::function<bool()>;

/// Some people who belong together.
struct Group {
  std::vector<Who> people;  ///< in the order of the address books
  bool operator==(const Group&) const = default;
};

/// One person of the picture; `layer` is 5, 15, 50, 150 or 0 for outside the circles.
struct Member {
  Who person;
  relations::Liveliness liveliness = relations::Liveliness::quiet;
  int layer = 0;
  bool operator==(const Member&) const = default;
};

/// Two people who are known to know each other: their places among Circles::members, first < second.
struct KnownPair {
  std::size_t first = 0;
  std::size_t second = 0;
  bool operator==(const KnownPair&) const = default;
};

struct Circles {
  std::vector<Member> members;        ///< everybody the user is in touch with, in the order of the books
  std::vector<KnownPair> acquainted;  ///< ascending
  network::PairCounts pairs;          ///< among the people the user is in touch with
  Figure pairs_known;                 ///< known of all pairs
  Figure effective_size, efficiency, constraint, constraint_by_time, clustering, pockets;
  std::vector<Group> pocket_groups;  ///< of two and more people, largest first
  std::vector<Group> cliques;        ///< of three and more people, largest first, at most 20
  std::string cliques_note;          ///< why cliques are missing; may be empty
  Figure echo;                       ///< share of the last 90 days that went to one clique
  network::EchoWord echo_word = network::EchoWord::balanced;
  Group echo_group;  ///< that clique; empty without one
  network::Leaning leaning = network::Leaning::balanced;
  std::string leaning_text;
};

/// Of the people with a tie that is alive or fading. Structure needs at least one known pair. Sources:
/// metrics.md 2.14, features.md rows 15, 60–63.
[[nodiscard]] Circles circles_of(const Overview& overview, const OutOfTime& out_of_time);

/// "14 of 375 pairs known".
[[nodiscard]] Said pairs_evidence(const network::PairCounts& pairs);
/// The numbers of a structure, and not_enough where no pair is known or nobody is there.
void add_structure(Circles& circles, const network::EgoStructure& by_heads,
                   const network::EgoStructure& by_time, Language language);
/// One clique and the user's time. `group` are the people of that clique.
[[nodiscard]] Figure echo_figure(const std::optional<network::Indulgence>& indulgence, const Group& group,
                                 int touches, Language language);
[[nodiscard]] Said leaning_said(network::Leaning leaning);

}  // namespace goodturn::helper
