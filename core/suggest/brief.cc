#include "core/suggest/brief.h"

#include <algorithm>

#include "core/network/words_match.h"
#include "core/relations/motives.h"
#include "core/suggest/give_match.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

constexpr int news_days = 90;  // a new job or a loss is the first thing to know for so long

std::string in_quotes(std::string_view text) { return "“" + shortened(text) + "”"; }

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// The newest open one of that kind; nullptr: none.
const Obligation* open_one(const Contact& contact, RecordKind kind) {
  const Obligation* newest = nullptr;
  for (const Obligation& one : contact.obligations)
    if (one.kind == kind && !one.settled && !one.text.empty() && (!newest || one.day > newest->day))
      newest = &one;
  return newest;
}

class Briefing {
 public:
  Briefing(const Contact& contact, const Circle& circle, Now now)
      : contact_(contact), profile_(contact.profile), circle_(circle), today_(now.today) {}

  PersonBrief write() {
    brief_.person = contact_.uid;
    brief_.name = contact_.name;
    owed_facts();
    news_facts();
    talk_facts();
    other_facts();
    if (brief_.facts.empty()) brief_.facts.emplace_back("Nothing is noted yet; you have not met before.");
    brief_.facts.resize(std::min(brief_.facts.size(), most_facts));
    brief_.question = question();
    brief_.offer = offer();
    return std::move(brief_);
  }

 private:
  void add(std::string fact) { brief_.facts.push_back(std::move(fact)); }
  [[nodiscard]] std::string on(Day day) const { return date_words(day, today_); }

  void owed_facts() {
    if (const Obligation* promise = open_one(contact_, RecordKind::promised))
      add("You promised on " + on(promise->day) + ": " + in_quotes(promise->text) + ".");
    if (const Obligation* favour = open_one(contact_, RecordKind::received))
      add("You received " + in_quotes(favour->text) + " on " + on(favour->day) +
          "; no thanks are noted yet.");
  }

  void news_facts() {
    const auto add_news = [this](const std::optional<Day>& day, std::string_view what) {
      if (day && *day <= today_ && days_between(*day, today_) <= news_days)
        add(std::string(what) + " " + on(*day) + ".");
    };
    add_news(profile_.grief, "A hard time since");
    add_news(profile_.started_job, "A new job since");
    add_news(profile_.moved, "Moved on");
  }

  void talk_facts() {
    if (auto last = last_contact_words(contact_, today_)) {
      const bool has_topic = contact_.last_talk && !shortened(contact_.last_talk->about).empty();
      add(*last + (has_topic ? ", about " + shortened(contact_.last_talk->about) : "") + ".");
    }
    if (contact_.last_note && !shortened(contact_.last_note->text).empty())
      add("You noted on " + on(contact_.last_note->day) + ": " + in_quotes(contact_.last_note->text) + ".");
  }

  void other_facts() {
    if (!profile_.needs.empty()) add("Looks for: " + shortened(listed(profile_.needs)) + ".");
    const auto shared = network::shared_words(profile_.interests, circle_.own.interests);
    if (!shared.empty())
      add("You both like: " + shortened(listed(shared)) + ".");
    else if (!profile_.interests.empty())
      add("Likes: " + shortened(listed(profile_.interests)) + ".");
    if (!contact_.organisation.empty())
      add("Works at " + contact_.organisation + (contact_.unit.empty() ? "" : ", " + contact_.unit) + ".");
  }

  [[nodiscard]] std::string question() const {
    const auto& talk = contact_.last_topic;
    const auto& note = contact_.last_note;
    const bool has_note = note && !shortened(note->text).empty();
    if (has_note && (!talk || note->day >= talk->day)) return "What became of " + in_quotes(note->text) + "?";
    if (talk && !shortened(talk->about).empty()) return "How did " + in_quotes(talk->about) + " go on?";
    if (!profile_.needs.empty()) return "What would help with " + in_quotes(profile_.needs.front()) + "?";
    if (!profile_.interests.empty()) return "What is new in " + in_quotes(profile_.interests.front()) + "?";
    return "What takes most of their time at the moment?";
  }

  [[nodiscard]] const Article* fitting_article() const {
    for (const Article& article : circle_.articles) {
      if (article.given_to == contact_.uid || days_between(article.day, today_) > article_days) continue;
      const auto named = [&](const std::string& interest) { return names_topic(article.text, interest); };
      if (std::any_of(profile_.interests.begin(), profile_.interests.end(), named)) return &article;
    }
    return nullptr;
  }

  [[nodiscard]] std::string offer() const {
    if (const Obligation* promise = open_one(contact_, RecordKind::promised))
      return "What you promised: " + in_quotes(promise->text) + ".";
    if (const auto match = network::first_match(profile_.needs, circle_.own.offers))
      return in_quotes(match->offer) + ", which answers " + in_quotes(match->need) + ".";
    if (const Article* article = fitting_article())
      return in_quotes(article->text) + ", which you sent to " + article->given_to_name + ".";
    const calendar::Ratings& rated = profile_.ratings;
    if (rated.fun > 0 || rated.status > 0 || rated.access > 0) {
      std::string gift(to_string(relations::gifts_for({rated.fun, rated.status, rated.access}).front()));
      std::replace(gift.begin(), gift.end(), '-', ' ');
      return capitalised(std::move(gift)) + ": that is what moves them most, by your own rating.";
    }
    return "Nothing concrete is noted; attention is a gift, too.";
  }

  const Contact& contact_;
  const calendar::Profile& profile_;
  const Circle& circle_;
  Day today_;
  PersonBrief brief_;
};

bool shares_interest(const Contact* contact, const calendar::OwnProfile& own) {
  return !network::shared_words(contact->profile.interests, own.interests).empty();
}

}  // namespace

PersonBrief brief_of(const Contact& contact, const Circle& circle, Now now) {
  return Briefing(contact, circle, now).write();
}

std::vector<std::string> event_notes(std::string_view summary, std::size_t others,
                                     const std::vector<const Contact*>& known,
                                     const calendar::OwnProfile& own) {
  std::vector<std::string> notes;
  if (names_topic(summary, "networking"))
    notes.emplace_back(
        "It is called “networking”. People open up where they learn or celebrate something: look for "
        "that in it.");
  const bool is_talk_of_two = others == 1 && !known.empty();
  if (is_talk_of_two || own.interests.empty() || summary.empty()) return notes;
  const auto named = [&](const std::string& interest) { return names_topic(summary, interest); };
  const auto shared = [&](const Contact* contact) { return shares_interest(contact, own); };
  if (std::none_of(own.interests.begin(), own.interests.end(), named) &&
      std::none_of(known.begin(), known.end(), shared))
    notes.emplace_back("None of your interests is noted about it; what would make it worth your while?");
  return notes;
}

}  // namespace goodturn::suggest
