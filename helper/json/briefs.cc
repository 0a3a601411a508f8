#include "helper/json/briefs.h"

namespace goodturn::helper {
namespace {

Json person_json(const suggest::PersonBrief& person) {
  return {{"person", person.person.value},
          {"person_name", person.name},
          {"facts", person.facts},
          {"question", person.question},
          {"offer", person.offer}};
}

Json brief_json(const MeetingBrief& brief) {
  Json people = Json::array();
  for (const suggest::PersonBrief& person : brief.people) people.push_back(person_json(person));
  Json json = {{"event", brief.event.value}, {"start", to_iso(brief.start)}, {"end", to_iso(brief.end)},
               {"title", brief.summary},     {"others", brief.others},       {"people", std::move(people)},
               {"notes", brief.notes},       {"over", brief.is_over}};
  if (!brief.hope.empty()) json["hope"] = brief.hope;
  if (!brief.learned.empty()) json["learned"] = brief.learned;
  return json;
}

}  // namespace

Json json_of(const std::vector<MeetingBrief>& briefs) {
  Json meetings = Json::array();
  for (const MeetingBrief& brief : briefs) meetings.push_back(brief_json(brief));
  return {{"meetings", std::move(meetings)}};
}

}  // namespace goodturn::helper
