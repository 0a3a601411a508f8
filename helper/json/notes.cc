#include "helper/json/notes.h"

#include <algorithm>

#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t most_names = 500;  ///< of each kind; the counts are whole

Json candidate_json(const Uid& uid, const Snapshot& snapshot) {
  Json json = {{"uid", uid.value}, {"name", ""}};
  const Person* person = snapshot.by_uid(uid);
  if (person == nullptr) return json;
  json["name"] = person->card.name;
  if (!person->card.emails.empty()) json["email"] = person->card.emails.front();
  if (!person->card.organisation.empty()) json["organisation"] = person->card.organisation;
  return json;
}

Json names_json(const std::vector<NoteName>& names, const Snapshot& snapshot) {
  Json all = Json::array();
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) {
    Json people = Json::array();
    for (const Uid& uid : names[i].candidates) people.push_back(candidate_json(uid, snapshot));
    all.push_back({{"name", names[i].name}, {"entries", names[i].entries}, {"people", std::move(people)}});
  }
  return all;
}

Json line_json(const NoteLine& line, Language language) {
  using State = NoteLine::State;
  const bool stands = line.state == State::written && line.is_logged;
  Json json = {{"file", line.path},
               {"line", line.line},
               {"state", stands                      ? "written"
                         : line.state == State::left ? "left"
                                                     : "waiting"},
               {"at", to_iso(line.at)}};
  if (!line.problem.empty()) json["why"] = in_words(Said(line.problem), language);
  return json;
}

}  // namespace

Json json_of(const NotesRead& read) {
  return {{"notes", read.notes}, {"read", read.read}, {"removed", read.removed}, {"skipped", read.skipped}};
}

Json json_of(const NoteSurvey& survey, const Snapshot& snapshot, Language language) {
  Json skipped = Json::array();
  for (std::size_t i = 0; i < std::min(survey.skipped.size(), most_names); ++i)
    skipped.push_back({{"file", survey.skipped[i].path}, {"why", in_words(survey.skipped[i].why, language)}});
  return {{"notes", survey.notes},
          {"entries", survey.entries},
          {"matched", names_json(survey.matched, snapshot)},
          {"unclear", names_json(survey.unclear, snapshot)},
          {"unknown", names_json(survey.unknown, snapshot)},
          {"other_links", survey.other_links},
          {"skipped", std::move(skipped)}};
}

Json json_of(const NoteChoice& choice, const NoteSurvey& survey, const std::vector<NoteLine>& lines,
             const Snapshot& snapshot, Language language) {
  Json json = {{"folder", choice.folder}, {"writes", choice.writes}, {"heading", heading_of(choice)}};
  json["lines"] = Json::array();
  for (const NoteLine& line : lines) json["lines"].push_back(line_json(line, language));
  Json answers = Json::array();
  for (const auto& [name, uid] : choice.answers) {
    Json answer = {{"name", name}};
    if (!uid.empty()) answer["person"] = candidate_json(uid, snapshot);
    answers.push_back(std::move(answer));
  }
  json["answers"] = std::move(answers);
  json["found"] = json_of(survey, snapshot, language);
  return json;
}

}  // namespace goodturn::helper
