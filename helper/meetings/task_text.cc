#include "helper/meetings/task_text.h"

#include "core/suggest/words.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using calendar::MeetingMoment;

std::string text_before(const MeetingBrief& brief, Language language) {
  std::string text;
  for (const suggest::PersonBrief& person : brief.people) {
    text += person.name + "\n";
    for (const Said& fact : person.facts) text += "- " + in_words(fact, language) + "\n";
    const std::string question = in_words(person.question, language),
                      offer = in_words(person.offer, language);
    text += in_words(Said("brief.ask", {{"question", question}}), language) + "\n";
    text += in_words(Said("brief.give", {{"offer", offer}}), language) + "\n\n";
  }
  for (const Said& note : brief.notes) text += in_words(note, language) + "\n";
  text += in_words(Said("brief.task_hope"), language);
  return brief.hope.empty() ? text : text + "\n" + brief.hope;
}

std::string text_after(const MeetingBrief& brief, Language language) {
  std::string text;
  if (!brief.summary.empty()) {
    const std::string title = suggest::shortened(brief.summary);
    text += in_words(Said("brief.task_about", {{"title", title}}), language) + "\n";
  }
  if (!brief.hope.empty()) text += in_words(Said("brief.hoped", {{"text", brief.hope}}), language) + "\n";
  return text + in_words(Said("brief.task_learned"), language);
}

}  // namespace

std::string task_summary(MeetingMoment moment, const MeetingBrief& brief, Language language) {
  std::vector<std::string> people;
  for (const suggest::PersonBrief& person : brief.people) people.push_back(person.name);
  if (moment == MeetingMoment::after)
    return in_words(Said("brief.task_after", {{"people", people}}), language);
  if (brief.summary.empty()) return in_words(Said("brief.task_before", {{"people", people}}), language);
  const std::string title = suggest::shortened(brief.summary);
  return in_words(Said("brief.task_before_titled", {{"title", title}, {"people", people}}), language);
}

std::string task_text(MeetingMoment moment, const MeetingBrief& brief, Language language) {
  return moment == MeetingMoment::before ? text_before(brief, language) : text_after(brief, language);
}

}  // namespace goodturn::helper
