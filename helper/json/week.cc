#include "helper/journals/steps.h"
#include "helper/json/json.h"
#include "helper/words/words.h"

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
  set_if(json, "layer", evidence.layer);
  set_if(json, "levels", evidence.levels);
  set_if(json, "have", evidence.have);
  set_if(json, "need", evidence.need);
  set_if(json, "received", evidence.received);
  set_if(json, "gave", evidence.gave);
  set_if(json, "years", evidence.years);
  set_if(json, "readiness", evidence.readiness);
  if (!evidence.words.empty()) json["words"] = evidence.words;
  if (evidence.last_day) json["last_day"] = to_iso(*evidence.last_day);
  if (evidence.event_day) json["event_day"] = to_iso(*evidence.event_day);
  return json;
}

Json json_of(const suggest::Resting& row, Language language) {
  Json json = {{"person", row.person.value},
               {"person_name", row.name},
               {"since", to_iso(row.since)},
               {"line", in_words(row.line, language)}};
  if (row.last_day) json["last_day"] = to_iso(*row.last_day);
  if (row.cadence > 0) json["cadence_days"] = row.cadence;
  return json;
}

Json json_of(const suggest::Exposure& row) {
  Json json = {{"group", suggest::to_string(row.group)},
               {"shown", row.shown.part},
               {"shown_of", row.shown.whole},
               {"alive", row.alive.part},
               {"alive_of", row.alive.whole}};
  if (row.ratio) json["ratio"] = *row.ratio;
  return json;
}

template <class Rows, class... Language>
Json list_of(const Rows& rows, Language... language) {
  Json list = Json::array();
  for (const auto& row : rows) list.push_back(json_of(row, language...));
  return list;
}

}  // namespace

Json json_of(const WeekEntry& entry, Language language) {
  const suggest::Suggestion& one = entry.suggestion;
  Json json = {{"id", one.id.value},
               {"rule", to_string(one.rule)},
               {"person", one.person.value},
               {"person_name", one.person_name},
               {"title", in_words(one.title, language)},
               {"why", in_sentences(one.why, language)},
               {"idea", in_words(one.idea, language)},
               {"value", one.value},
               {"due", to_iso(one.due)},
               {"state", entry.state()},
               {"evidence", json_of(one.evidence)}};
  if (!one.email.empty()) json["email"] = one.email;
  if (one.other) {
    json["other"] = one.other->value;
    json["other_name"] = one.other_name;
  }
  if (one.ask) json["ask"] = to_string(*one.ask);
  if (one.step) json["step"] = introduction_steps().at(static_cast<std::size_t>(*one.step));
  if (one.call_at) json["call_at"] = to_iso(*one.call_at);
  Json factors = Json::array();
  for (const suggest::Factor& factor : one.factors)
    factors.push_back(
        {{"name", factor.name}, {"value", factor.value}, {"meaning", in_words(factor.meaning, language)}});
  json["factors"] = std::move(factors);
  return json;
}

Json json_of(const Week& week, Language language) {
  Json json = {{"week", week.name},
               {"budget", week.budget},
               {"suggestions", list_of(week.entries, language)},
               {"resting", list_of(week.resting, language)},
               {"exposure", list_of(week.exposure)}};
  if (week.empty_reason) json["empty_reason"] = in_words(*week.empty_reason, language);
  if (week.pop_up_from) json["pop_up_from"] = to_iso(*week.pop_up_from);
  return json;
}

}  // namespace goodturn::helper
