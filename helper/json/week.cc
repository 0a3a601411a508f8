#include "helper/json/json.h"

namespace goodturn::helper {
namespace {

void set_if(Json& json, const char* key, const std::optional<int>& value) {
  if (value) json[key] = *value;
}

Json json_of(const suggest::Evidence& evidence) {
  Json json = Json::object();
  set_if(json, "days_since", evidence.days_since);
  set_if(json, "usual_days", evidence.usual_days);
  set_if(json, "usual_low", evidence.usual_low);
  set_if(json, "usual_high", evidence.usual_high);
  set_if(json, "gaps_longer", evidence.gaps_longer);
  set_if(json, "gaps_count", evidence.gaps_count);
  set_if(json, "age", evidence.age);
  if (evidence.last_day) json["last_day"] = to_iso(*evidence.last_day);
  if (evidence.event_day) json["event_day"] = to_iso(*evidence.event_day);
  return json;
}

}  // namespace

Json json_of(const WeekEntry& entry) {
  const suggest::Suggestion& one = entry.suggestion;
  Json json = {{"id", one.id.value},
               {"rule", to_string(one.rule)},
               {"person", one.person.value},
               {"person_name", one.person_name},
               {"title", one.title},
               {"why", one.why},
               {"idea", one.idea},
               {"value", one.value},
               {"due", to_iso(one.due)},
               {"state", entry.state()},
               {"evidence", json_of(one.evidence)}};
  if (!one.email.empty()) json["email"] = one.email;
  Json factors = Json::array();
  for (const suggest::Factor& factor : one.factors)
    factors.push_back({{"name", factor.name}, {"value", factor.value}, {"meaning", factor.meaning}});
  json["factors"] = std::move(factors);
  return json;
}

Json json_of(const Week& week) {
  Json entries = Json::array();
  for (const WeekEntry& entry : week.entries) entries.push_back(json_of(entry));
  Json json = {{"week", week.name}, {"budget", week.budget}, {"suggestions", std::move(entries)}};
  if (!week.empty_reason.empty()) json["empty_reason"] = week.empty_reason;
  return json;
}

}  // namespace goodturn::helper
