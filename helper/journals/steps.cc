#include "helper/journals/steps.h"

#include <array>

namespace goodturn::helper {
namespace {

/// In the order of network::IntroductionStep.
constexpr std::array<std::string_view, 6> words = {"ask-a", "ask-b", "wait", "introduce", "declined", "done"};

/// Both enumerations have the same words in the same order.
network::Consent consent_of(calendar::Consent consent) { return static_cast<network::Consent>(consent); }

}  // namespace

network::Introduction introduction_of(const calendar::Introduction& item) {
  return {item.uid,
          item.people.a.uid,
          item.people.b.uid,
          item.reason,
          consent_of(item.consent_a),
          consent_of(item.consent_b),
          item.sent,
          item.outcome};
}

std::vector<std::string_view> introduction_steps() { return {words.begin(), words.end()}; }

std::string_view next_step_word(const calendar::Introduction& item) {
  return words.at(static_cast<std::size_t>(network::next_step(introduction_of(item))));
}

}  // namespace goodturn::helper
