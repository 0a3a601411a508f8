#include "core/suggest/give_match.h"

#include <algorithm>
#include <cctype>

#include "core/calendar/topic.h"
#include "core/network/words_match.h"
#include "core/people/letters.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

/// Folded, with one blank on both sides of every word.
std::string spaced(std::string_view text) {
  std::string words = " ";
  for (const char c : people::folded_word(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_letter = byte >= 0x80 || std::isalnum(byte) != 0;
    if (is_letter || words.back() != ' ') words += is_letter ? c : ' ';
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

double answered_share(const std::vector<std::string>& needs, const std::vector<std::string>& offers) {
  const auto answered = std::count_if(needs.begin(), needs.end(), [&](const std::string& need) {
    return std::any_of(offers.begin(), offers.end(),
                       [&](const std::string& offer) { return network::answers(offer, need); });
  });
  return static_cast<double>(answered) / static_cast<double>(needs.size());
}

std::optional<Offer> of_need(const View& view) {
  const std::vector<std::string>& needs = view.contact.profile.needs;
  const std::vector<std::string>& offers = view.scene.circle.own.offers;
  const std::optional<network::Match> match = network::first_match(needs, offers);
  if (!match) return std::nullopt;
  Offer offer{Rule::give_match, answered_share(needs, offers), view.now.today,
              "need\n" + people::folded_word(match->need)};
  offer.subject = match->need;
  offer.detail = match->offer;
  return offer;
}

bool has_got(const View& view, const std::string& text) {
  const std::vector<Article>& articles = view.scene.circle.articles;
  return std::any_of(articles.begin(), articles.end(), [&](const Article& article) {
    return article.given_to == view.contact.uid && article.text == text;
  });
}

std::optional<Offer> of_article(const View& view, const Article& article) {
  const int age = days_between(article.day, view.now.today);
  if (age < 0 || age > article_days || has_got(view, article.text)) return std::nullopt;
  const std::vector<std::string>& interests = view.contact.profile.interests;
  int named = 0;
  Offer offer{Rule::give_match, 0, article.day, "article\n" + article.text};
  for (const std::string& interest : interests) {
    if (!names_topic(article.text, interest)) continue;
    if (named++ == 0) offer.subject = interest;
  }
  if (named == 0) return std::nullopt;
  offer.part = static_cast<double>(named) / static_cast<double>(interests.size());
  offer.article = &article;
  return offer;
}

void word_need(const View& view, const Offer& offer, Suggestion& suggestion) {
  const std::string& name = view.contact.name;
  const std::string need = noted_words(offer.subject, suggestion.evidence),
                    own = noted_words(offer.detail, suggestion.evidence);
  suggestion.title = Said("week.title_help", {{"person", name}});
  if (people::folded_word(need) == people::folded_word(own))
    suggestion.why = {Said("week.looks_for_yours", {{"person", name}, {"need", need}})};
  else
    suggestion.why = {Said("week.looks_for", {{"person", name}, {"need", need}, {"offer", own}})};
  suggestion.idea = Said("week.idea_help", {{"offer", own}});
  suggestion.factors = {{"needs you answer", offer.part, Said("week.factor_needs")}};
}

void word_article(const View& view, const Offer& offer, Suggestion& suggestion) {
  const Article& article = *offer.article;
  const std::string sent = noted_words(calendar::topic_of(article.text), suggestion.evidence),
                    interest = noted_words(offer.subject, suggestion.evidence);
  suggestion.title = Said("week.title_share", {{"person", view.contact.name}, {"text", sent}});
  suggestion.record = article.record;
  suggestion.evidence.event_day = article.day;
  suggestion.why = {Said("week.sent_before", {{"text", sent},
                                              {"day", said_day(article.day, view.now.today)},
                                              {"person", view.contact.name},
                                              {"interest", interest}})};
  suggestion.idea = Said("week.idea_share");
  suggestion.factors = {{"interests it names", offer.part, Said("week.factor_names")}};
}

}  // namespace

bool names_topic(std::string_view text, std::string_view topic) {
  const std::string wanted = spaced(topic);
  return wanted.size() > 2 && spaced(text).find(wanted) != std::string::npos;
}

std::vector<Offer> offer_give_match(const View& view) {
  std::vector<Offer> offers;
  if (view.contact.manual_layer == 0) return offers;
  if (!view.contact.profile.needs.empty())
    if (auto offer = of_need(view)) offers.push_back(std::move(*offer));
  if (!offers.empty() || view.contact.profile.interests.empty()) return offers;
  for (const Article& article : view.scene.circle.articles)
    if (auto offer = of_article(view, article)) offers.push_back(std::move(*offer));
  return offers;
}

Suggestion write_give_match(const View& view, const Offer& offer) {
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  offer.article != nullptr ? word_article(view, offer, suggestion) : word_need(view, offer, suggestion);
  add_last_contact(view, suggestion);
  return suggestion;
}

}  // namespace goodturn::suggest
