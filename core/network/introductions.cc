#include "core/network/introductions.h"

#include <algorithm>
#include <cmath>

#include "core/network/acquaintance.h"

namespace goodturn::network {
namespace {

constexpr double least_overlap = 0.25;

double novelty_of(std::size_t common) {
  if (common == 0) return 0.8;
  if (common <= 3) return 1;
  return common <= 6 ? 0.4 : 0.1;
}

bool may_be_introduced(const Acquaintance& person, Day today) {
  constexpr int widest_layer = 50;
  const bool rested =
      !person.last_introduction || days_between(*person.last_introduction, today) >= introduction_rest_days;
  return rested && !person.do_not_suggest && person.layer > 0 && person.layer <= widest_layer &&
         person.liveliness != relations::Liveliness::quiet;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::vector<Said> reason_of(const IntroductionIdea& idea, const std::string& a, const std::string& b) {
  const auto meets = [](const std::string& needs, const std::string& offers, const Match& match) {
    return Said("introduction.meets",
                {{"a", needs}, {"need", match.need}, {"b", offers}, {"offer", match.offer}});
  };
  std::vector<Said> reason;
  if (idea.a_needs) reason.push_back(meets(a, b, *idea.a_needs));
  if (idea.b_needs) reason.push_back(meets(b, a, *idea.b_needs));
  if (reason.empty())
    reason.push_back(Said("introduction.share", {{"a", a}, {"b", b}, {"interests", list_of(idea.shared)}}));
  return reason;
}

IntroductionIdea idea_of(std::span<const Acquaintance> people, const Graph& ties, std::size_t a,
                         std::size_t b) {
  IntroductionIdea idea;
  idea.a = a;
  idea.b = b;
  idea.common = common_contacts(ties, a, b).count;
  idea.score = introduction_score(people[a], people[b], idea.common);
  idea.a_needs = first_match(people[a].needs, people[b].offers);
  idea.b_needs = first_match(people[b].needs, people[a].offers);
  idea.shared = shared_words(people[a].interests, people[b].interests);
  idea.reason = reason_of(idea, people[a].name, people[b].name);
  return idea;
}

}  // namespace

IntroductionScore introduction_score(const Acquaintance& a, const Acquaintance& b, std::size_t common) {
  constexpr double one_way = 0.7;
  const bool first = first_match(a.needs, b.offers).has_value(),
             second = first_match(b.needs, a.offers).has_value();
  IntroductionScore score;
  score.match = first && second ? 1 : (first || second ? one_way : 0);
  score.interests = word_overlap(a.interests, b.interests);
  score.novelty = novelty_of(common);
  score.strength = std::sqrt(a.strength * b.strength);
  score.value = 0.45 * score.match + 0.20 * score.interests + 0.15 * score.novelty + 0.20 * score.strength;
  return score;
}

std::vector<IntroductionIdea> introduction_ideas(std::span<const Acquaintance> people, const Graph& ties,
                                                 Day today) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < people.size(); ++i)
    if (may_be_introduced(people[i], today)) open.push_back(i);
  std::vector<IntroductionIdea> ideas;
  for (std::size_t i = 0; i < open.size(); ++i)
    for (std::size_t k = i + 1; k < open.size(); ++k) {
      if (ties.joined(open[i], open[k])) continue;
      IntroductionIdea idea = idea_of(people, ties, open[i], open[k]);
      if (idea.score.match > 0 || idea.score.interests >= least_overlap) ideas.push_back(std::move(idea));
    }
  std::stable_sort(ideas.begin(), ideas.end(),
                   [](const IntroductionIdea& left, const IntroductionIdea& right) {
                     return left.score.value > right.score.value;
                   });
  return ideas;
}

}  // namespace goodturn::network
