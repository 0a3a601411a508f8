#include "helper/people/introduction_ideas.h"

#include <algorithm>
#include <array>

#include "core/network/introductions.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

bool is_taken_up(const suggest::Circle& circle, const suggest::Suggestion& idea) {
  const auto& all = circle.introductions;
  return std::any_of(all.begin(), all.end(), [&](const network::Introduction& one) {
    return (one.a == idea.person && one.b == *idea.other) || (one.b == idea.person && one.a == *idea.other);
  });
}

network::Acquaintance words_of(const Person& person) {
  network::Acquaintance who;
  who.name = person.card.name;
  who.needs = person.contact.profile.needs;
  who.offers = person.contact.profile.offers;
  who.interests = person.contact.profile.interests;
  who.layer = 5;
  return who;
}

/// Of the two alone, whom the rule has picked already.
std::vector<Said> reason_of(const Snapshot& snapshot, const suggest::Suggestion& idea) {
  const Person* a = snapshot.by_uid(idea.person);
  const Person* b = snapshot.by_uid(*idea.other);
  if (a == nullptr || b == nullptr) return {};
  const auto two = std::array{words_of(*a), words_of(*b)};
  const auto ideas = network::introduction_ideas(two, network::Graph(2, {}), snapshot.ranking().now().today);
  return ideas.empty() ? std::vector<Said>{} : ideas.front().reason;
}

}  // namespace

std::vector<IntroductionPair> introduction_pairs(const Snapshot& snapshot) {
  suggest::Settings settings;
  settings.started = snapshot.first_day();
  std::vector<IntroductionPair> pairs;
  for (const suggest::Suggestion& idea : snapshot.ranking().candidates(settings)) {
    if (idea.rule != Rule::introduce || !idea.other || is_taken_up(snapshot.ranking().circle(), idea))
      continue;
    pairs.push_back({idea.person, *idea.other, idea.person_name, idea.other_name, reason_of(snapshot, idea),
                     idea.factors.front().value});
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.fit > b.fit; });
  return pairs;
}

std::string reason_words(std::span<const Said> reason, Language language) {
  std::string words = in_sentences(reason, language);
  if (words.ends_with('.')) words.pop_back();
  return words;
}

}  // namespace goodturn::helper
