// How a person stands to the user and to others of the address books: rhythm, and who introduced whom.
#include "helper/json/json.h"

namespace goodturn::helper {
namespace {

Json who_json(const Person& person) { return {{"uid", person.card.uid.value}, {"name", person.card.name}}; }

void put_who(const Snapshot& snapshot, const Uid& uid, const char* key, Json& json) {
  if (uid.empty()) return;
  if (const Person* person = snapshot.by_uid(uid)) json[key] = who_json(*person);
}

Json rhythm_json(const suggest::Standing& standing) {
  Json json = {{"gaps", standing.gaps}, {"days_since", standing.days_since}};
  if (standing.usual) {
    json["usual_days"] = standing.usual->middle;
    json["usual_low"] = standing.usual->low;
    json["usual_high"] = standing.usual->high;
  }
  return json;
}

}  // namespace

void put_ties(const Snapshot& snapshot, const Person& person, Json& json) {
  const suggest::Standing& standing = snapshot.standing(person);
  if (standing.last_day) json["rhythm"] = rhythm_json(standing);
  put_who(snapshot, person.profile.introduced_by, "introduced_by", json);
  put_who(snapshot, person.profile.superior.empty() ? person.card.superior : person.profile.superior,
          "superior", json);
  Json introduced = Json::array();
  for (const Person& other : snapshot.persons())
    if (!other.profile.introduced_by.empty() && snapshot.by_uid(other.profile.introduced_by) == &person)
      introduced.push_back(who_json(other));
  json["introduced"] = std::move(introduced);
}

Json json_of(const std::vector<IntroductionPair>& pairs, Language language) {
  Json list = Json::array();
  for (const IntroductionPair& pair : pairs)
    list.push_back({{"a", {{"uid", pair.a.value}, {"name", pair.a_name}}},
                    {"b", {{"uid", pair.b.value}, {"name", pair.b_name}}},
                    {"reason", reason_words(pair.reason, language)},
                    {"fit", pair.fit}});
  return {{"pairs", std::move(list)}};
}

}  // namespace goodturn::helper
