#include "core/suggest/brief.h"

#include <algorithm>

#include "core/network/words_match.h"
#include "core/people/letters.h"
#include "core/relations/motives.h"
#include "core/suggest/give_match.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

constexpr int news_days = 90;  // a new job or a loss is the first thing to know for so long

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// Of a favour the kind says enough.
bool says_what(const Obligation& one) {
  return !topic(one.text).empty() || (one.kind == RecordKind::received && one.gift);
}

/// The newest open one of that kind; nullptr: none.
const Obligation* open_one(const Contact& contact, RecordKind kind) {
  const Obligation* newest = nullptr;
  for (const Obligation& one : contact.obligations)
    if (one.kind == kind && !one.settled && says_what(one) && (!newest || one.day > newest->day))
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
    if (brief_.facts.empty()) add(Said("brief.nothing"));
    brief_.facts.resize(std::min(brief_.facts.size(), most_facts));
    brief_.question = question();
    brief_.offer = offer();
    return std::move(brief_);
  }

 private:
  void add(Said fact) { brief_.facts.push_back(std::move(fact)); }
  [[nodiscard]] SaidDay on(Day day) const { return said_day(day, today_); }

  void owed_facts() {
    if (const Obligation* promise = open_one(contact_, RecordKind::promised))
      add(Said("brief.promised", {{"day", on(promise->day)}, {"text", topic(promise->text)}}));
    if (const Obligation* favour = open_one(contact_, RecordKind::received)) add(received(*favour));
  }

  [[nodiscard]] Said received(const Obligation& favour) const {
    Said said("brief.received", {{"day", on(favour.day)}, {"gift", gift_word(favour.gift)}});
    if (topic(favour.text).empty()) return said;
    said.key = "brief.received_text";
    said.arguments.push_back({"text", topic(favour.text)});
    return said;
  }

  void news_facts() {
    const auto add_news = [this](const std::optional<Day>& day, std::string_view what) {
      if (day && *day <= today_ && days_between(*day, today_) <= news_days)
        add(Said(what, {{"day", on(*day)}}));
    };
    add_news(profile_.grief, "brief.hard_time");
    add_news(profile_.started_job, "brief.new_job");
    add_news(profile_.moved, "brief.moved");
  }

  void talk_facts() {
    const std::optional<LastTalk>& talk = contact_.last_talk;
    const std::string about = talk && is_last_contact(*talk, contact_) ? topic(talk->about) : "";
    if (auto last = last_contact_said(contact_, about, today_)) add(std::move(*last));
    if (contact_.last_note && !shortened(contact_.last_note->text).empty())
      add(Said("brief.noted",
               {{"day", on(contact_.last_note->day)}, {"text", shortened(contact_.last_note->text)}}));
  }

  void other_facts() {
    if (!profile_.needs.empty()) add(Said("brief.needs", {{"words", shortened(listed(profile_.needs))}}));
    const auto shared = network::shared_words(profile_.interests, circle_.own.interests);
    if (!shared.empty())
      add(Said("brief.both_like", {{"words", shortened(listed(shared))}}));
    else if (!profile_.interests.empty())
      add(Said("brief.likes", {{"words", shortened(listed(profile_.interests))}}));
    if (contact_.organisation.empty()) return;
    if (contact_.unit.empty())
      add(Said("brief.works_at", {{"place", contact_.organisation}}));
    else
      add(Said("brief.works_in", {{"place", contact_.organisation}, {"unit", contact_.unit}}));
  }

  [[nodiscard]] Said question() const {
    const auto about = [](std::string_view key, const std::string& text) {
      return Said(key, {{"text", text}});
    };
    const auto& talk = contact_.last_topic;
    const auto& note = contact_.last_note;
    const bool has_note = note && !shortened(note->text).empty();
    if (has_note && (!talk || note->day >= talk->day)) return about("brief.ask_note", shortened(note->text));
    if (talk && !topic(talk->about).empty()) return about("brief.ask_talk", topic(talk->about));
    if (!profile_.needs.empty()) return about("brief.ask_need", shortened(profile_.needs.front()));
    if (!profile_.interests.empty())
      return about("brief.ask_interest", shortened(profile_.interests.front()));
    return Said("brief.ask_anything");
  }

  [[nodiscard]] const Article* fitting_article() const {
    for (const Article& article : circle_.articles) {
      if (article.given_to == contact_.uid || days_between(article.day, today_) > article_days) continue;
      const auto named = [&](const std::string& interest) { return names_topic(article.text, interest); };
      if (std::any_of(profile_.interests.begin(), profile_.interests.end(), named)) return &article;
    }
    return nullptr;
  }

  [[nodiscard]] static Said answer_to(const network::Match& match) {
    const std::string offer = shortened(match.offer), need = shortened(match.need);
    if (people::folded_word(offer) == people::folded_word(need))
      return Said("brief.give_needed", {{"offer", offer}});
    return Said("brief.give_offer", {{"offer", offer}, {"need", need}});
  }

  [[nodiscard]] Said offer() const {
    if (const Obligation* promise = open_one(contact_, RecordKind::promised))
      return Said("brief.give_promised", {{"text", topic(promise->text)}});
    if (const auto match = network::first_match(profile_.needs, circle_.own.offers)) return answer_to(*match);
    if (const Article* article = fitting_article())
      return Said("brief.give_article", {{"text", topic(article->text)}, {"person", article->given_to_name}});
    const calendar::Ratings& rated = profile_.ratings;
    if (rated.fun > 0 || rated.status > 0 || rated.access > 0) {
      const GiveKind gift = relations::gifts_for({rated.fun, rated.status, rated.access}).front();
      return Said("brief.give_kind", {{"kind", gift_word(gift)}});
    }
    return Said("brief.give_nothing");
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

std::vector<Said> event_notes(std::string_view summary, std::size_t others,
                              const std::vector<const Contact*>& known, const calendar::OwnProfile& own) {
  std::vector<Said> notes;
  if (names_topic(summary, "networking")) notes.emplace_back("brief.networking");
  const bool is_talk_of_two = others == 1 && !known.empty();
  if (is_talk_of_two || own.interests.empty() || summary.empty()) return notes;
  const auto named = [&](const std::string& interest) { return names_topic(summary, interest); };
  const auto shared = [&](const Contact* contact) { return shares_interest(contact, own); };
  if (std::none_of(own.interests.begin(), own.interests.end(), named) &&
      std::none_of(known.begin(), known.end(), shared))
    notes.emplace_back("brief.no_interest");
  return notes;
}

}  // namespace goodturn::suggest
