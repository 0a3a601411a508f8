#include "helper/reports/crisis.h"

#include <utility>

#include "helper/reports/role_map.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using network::ReadinessAdvice;

Figure part_figure(const std::optional<double>& part, std::string_view key, const Said& evidence,
                   std::string_view missing, Language language) {
  return part ? figure_of(*part, percent_said(key, *part), evidence, language)
              : not_enough(Said(missing), language);
}

}  // namespace

Crisis crisis_words(const std::optional<network::Readiness>& state, std::size_t wanted, bool in_crisis,
                    Language language) {
  const network::ReadinessParts parts = state ? state->parts : network::ReadinessParts{};
  Crisis crisis;
  crisis.advice = network::advice_for(state, in_crisis);
  crisis.roles = part_figure(parts.roles, "report.ready_roles", count_said("report.wanted_roles", wanted),
                             "report.no_wanted_roles", language);
  crisis.bench = part_figure(parts.bench, "report.ready_bench",
                             count_said("report.people", static_cast<std::size_t>(parts.bench_people)),
                             "report.no_touch", language);
  crisis.balanced = part_figure(parts.balanced, "report.ready_balanced",
                                share_said("report.ties_with_entries", parts.balanced_ties),
                                "report.no_strong_favours", language);
  crisis.warm = part_figure(parts.warm, "report.ready_warm", share_said("report.of_ties", parts.warm_ties),
                            "report.no_touch", language);
  if (!state) {
    crisis.readiness = not_enough(Said("report.no_parts"), language);
    return crisis;
  }
  std::vector<Said> text = {percent_said("report.ready", state->value)};
  if (crisis.advice == ReadinessAdvice::build_now) text.emplace_back("report.ready_build");
  if (crisis.advice == ReadinessAdvice::warm_contacts_first) text.emplace_back("report.ready_warm_first");
  const Said evidence = count_said("report.parts_known", static_cast<std::size_t>(state->parts_known));
  crisis.readiness = {state->value, in_sentences(text, language), in_words(evidence, language)};
  return crisis;
}

Crisis crisis_of(const Overview& overview) {
  return crisis_words(overview.snapshot.ranking().readiness(), needs_of(overview).size(),
                      overview.own().crisis.has_value(), overview.language);
}

}  // namespace goodturn::helper
