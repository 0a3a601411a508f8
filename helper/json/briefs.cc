#include "helper/json/briefs.h"

#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

Json person_json(const suggest::PersonBrief& person, Language language) {
  return {{"person", person.person.value},
          {"person_name", person.name},
          {"facts", in_words(person.facts, language)},
          {"question", in_words(person.question, language)},
          {"offer", in_words(person.offer, language)}};
}

Json brief_json(const MeetingBrief& brief, Language language) {
  Json people = Json::array();
  for (const suggest::PersonBrief& person : brief.people) people.push_back(person_json(person, language));
  Json json = {{"event", brief.event.value},
               {"start", to_iso(brief.start)},
               {"end", to_iso(brief.end)},
               {"title", brief.summary},
               {"others", brief.others},
               {"people", std::move(people)},
               {"notes", in_words(brief.notes, language)},
               {"over", brief.is_over}};
  if (!brief.hope.empty()) json["hope"] = brief.hope;
  if (!brief.learned.empty()) json["learned"] = brief.learned;
  return json;
}

}  // namespace

Json json_of(const std::vector<MeetingBrief>& briefs, Language language) {
  Json meetings = Json::array();
  for (const MeetingBrief& brief : briefs) meetings.push_back(brief_json(brief, language));
  return {{"meetings", std::move(meetings)}};
}

}  // namespace goodturn::helper
