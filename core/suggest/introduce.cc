#include "core/suggest/introduce.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/suggest/traits.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

using network::IntroductionIdea;
using network::IntroductionStep;

std::string_view word_of(IntroductionStep step) {
  switch (step) {
    case IntroductionStep::ask_a:
      return "ask-a";
    case IntroductionStep::ask_b:
      return "ask-b";
    case IntroductionStep::introduce:
      return "introduce";
    default:
      return "";
  }
}

bool has_words(const Contact& contact) {
  return !contact.profile.needs.empty() || !contact.profile.offers.empty() ||
         !contact.profile.interests.empty();
}

class Introducing {
 public:
  explicit Introducing(const Scene& scene) : scene_(scene) {
    if (!scene.circle.introductions.empty()) note_earlier_ones();
  }

  std::vector<Placed> offers() {
    std::vector<Placed> offers;
    for (const network::Introduction& introduction : scene_.circle.introductions)
      if (auto step = step_of(introduction)) offers.push_back(std::move(*step));
    for (Placed& idea : ideas()) offers.push_back(std::move(idea));
    return offers;
  }

 private:
  void note_earlier_ones() {
    for (std::size_t i = 0; i < scene_.contacts.size(); ++i) places_.emplace(scene_.contacts[i].uid, i);
    for (const network::Introduction& one : scene_.circle.introductions)
      earlier_.insert(std::minmax(one.a, one.b));
  }

  [[nodiscard]] std::optional<std::size_t> place_of(const Uid& uid) const {
    const auto found = places_.find(uid);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] std::optional<Placed> step_of(const network::Introduction& introduction) const {
    const IntroductionStep step = network::next_step(introduction);
    if (word_of(step).empty()) return std::nullopt;
    auto who = place_of(introduction.a), other = place_of(introduction.b);
    if (step == IntroductionStep::ask_b) std::swap(who, other);
    if (!who || !other || !scene_.traits[*other].is_open) return std::nullopt;
    Placed placed = made(*who, *other, step, 1);
    placed.offer.dated = true;
    placed.offer.detail = introduction.reason;
    return placed;
  }

  [[nodiscard]] Placed made(std::size_t who, std::size_t other, IntroductionStep step, double part) const {
    Offer offer{Rule::introduce, part, scene_.now.today,
                introduction_period(scene_.contacts[other].uid, step)};
    offer.step = step;
    offer.other = other;
    return {who, std::move(offer)};
  }

  /// Only people about whom words are noted can match: a handful, whatever the size of the book.
  [[nodiscard]] std::vector<Placed> ideas() const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < scene_.contacts.size(); ++i) {
      if (!is_close(scene_.standings[i]) || !scene_.traits[i].is_open) continue;
      if (has_words(scene_.contacts[i])) places.push_back(i);
    }
    // By UID, so that the reason names the two in the same order whatever the order of the book.
    std::sort(places.begin(), places.end(),
              [&](std::size_t a, std::size_t b) { return scene_.contacts[a].uid < scene_.contacts[b].uid; });
    std::vector<network::Acquaintance> people;
    for (const std::size_t place : places) people.push_back(acquaintance(place));
    std::vector<Placed> offers;
    for (const IntroductionIdea& idea :
         network::introduction_ideas(people, ties_among(places), scene_.now.today)) {
      const std::size_t a = places[idea.a], b = places[idea.b];
      if (earlier_.contains(std::minmax(scene_.contacts[a].uid, scene_.contacts[b].uid))) continue;
      const bool first = asks_first(idea, a, b);
      Placed placed = made(first ? a : b, first ? b : a, IntroductionStep::ask_a, idea.score.value);
      placed.offer.reason = idea.reason;
      offers.push_back(std::move(placed));
    }
    return offers;
  }

  [[nodiscard]] network::Acquaintance acquaintance(std::size_t place) const {
    const Contact& contact = scene_.contacts[place];
    const Standing& standing = scene_.standings[place];
    network::Acquaintance person;
    person.name = contact.name;
    person.needs = contact.profile.needs;
    person.offers = contact.profile.offers;
    person.interests = contact.profile.interests;
    person.strength = standing.parts.strength;
    person.liveliness = liveliness_of(standing);
    person.layer = standing.layer;
    for (const network::Introduction& one : scene_.circle.introductions)
      if (one.a == contact.uid || one.b == contact.uid)
        person.last_introduction = std::max(person.last_introduction.value_or(Day{}), last_day_of(one));
    return person;
  }

  /// One that still waits for an answer lasts until today; a declined one keeps nobody busy.
  [[nodiscard]] Day last_day_of(const network::Introduction& introduction) const {
    if (introduction.sent) return *introduction.sent;
    return network::next_step(introduction) == IntroductionStep::declined ? Day{} : scene_.now.today;
  }

  /// The ties among a few people, by their places in the short list; common contacts come along as further
  /// nodes behind them.
  [[nodiscard]] network::Graph ties_among(const std::vector<std::size_t>& places) const {
    std::unordered_map<std::size_t, std::size_t> nodes;
    for (const std::size_t place : places) nodes.emplace(place, nodes.size());
    std::vector<network::Edge> edges;
    for (std::size_t i = 0; i < places.size(); ++i)
      for (const network::Neighbour& neighbour : scene_.ties.of(places[i])) {
        const std::size_t node = nodes.try_emplace(neighbour.node, nodes.size()).first->second;
        if (node > i) edges.push_back({i, node, 1});
      }
    return network::Graph(nodes.size(), edges);
  }

  [[nodiscard]] bool asks_first(const IntroductionIdea& idea, std::size_t a, std::size_t b) const {
    const bool a_helps = idea.b_needs.has_value(), b_helps = idea.a_needs.has_value();
    if (a_helps != b_helps) return a_helps;
    const double one = scene_.standings[a].parts.strength, other = scene_.standings[b].parts.strength;
    return one != other ? one > other : scene_.contacts[a].uid < scene_.contacts[b].uid;
  }

  const Scene& scene_;
  std::unordered_map<Uid, std::size_t> places_;
  std::set<std::pair<Uid, Uid>> earlier_;
};

Said idea_for(const Offer& offer, const std::string& other) {
  switch (*offer.step) {
    case IntroductionStep::ask_a:
      return Said("week.idea_may_introduce", {{"other", other}});
    case IntroductionStep::ask_b:
      return Said("week.idea_welcome");
    default:
      return Said("week.idea_write_both");
  }
}

/// How many of the two have said yes to the introduction under way.
int yes_so_far(const View& view, const Uid& other) {
  const Uid& person = view.contact.uid;
  int most = 0;
  for (const network::Introduction& one : view.scene.circle.introductions)
    if (!one.sent && std::minmax(one.a, one.b) == std::minmax(person, other))
      most =
          std::max(most, (one.consent_a == network::Consent::yes) + (one.consent_b == network::Consent::yes));
  return most;
}

/// Why the two might meet: as the record says it, else what they have for each other.
void word_reason(const Offer& offer, Suggestion& suggestion) {
  const bool is_last = *offer.step == IntroductionStep::introduce;
  Said why(is_last ? "week.both_yes" : "week.know_both",
           {{"person", suggestion.person_name}, {"other", suggestion.other_name}});
  if (!offer.detail.empty()) {
    why.key += "_reason";
    why.arguments.push_back({"reason", noted_words(offer.detail, suggestion.evidence)});
  }
  suggestion.why = {std::move(why)};
  suggestion.reason = offer.reason;
  for (const Said& one : offer.reason)
    for (const auto& [name, value] : one.arguments)
      if (name == "need" || name == "offer" || name == "interests")
        suggestion.evidence.words.push_back(std::get<std::string>(value));
  suggestion.why.insert(suggestion.why.end(), offer.reason.begin(), offer.reason.end());
}

}  // namespace

std::string introduction_period(const Uid& other, IntroductionStep step) {
  return other.value + "\n" + std::string(word_of(step));
}

std::vector<Placed> offer_introductions(const Scene& scene) { return Introducing(scene).offers(); }

Suggestion write_introduction(const View& view, const Offer& offer) {
  Suggestion suggestion = start_suggestion(view, offer);
  const std::string& other = suggestion.other_name;
  suggestion.title =
      Said(*offer.step == IntroductionStep::introduce ? "week.title_introduce" : "week.title_ask_meeting",
           {{"person", view.contact.name}, {"other", other}});
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  word_reason(offer, suggestion);
  add_last_contact(view, suggestion);
  suggestion.idea = idea_for(offer, other);
  if (offer.dated)
    suggestion.factors = {
        {"yes so far", static_cast<double>(yes_so_far(view, *suggestion.other)), Said("week.factor_yes")}};
  else
    suggestion.factors = {{"fit of the two", offer.part, Said("week.factor_fit_two")}};
  return suggestion;
}

}  // namespace goodturn::suggest
