#include "helper/command/name_finder.h"

#include <charconv>

#include "helper/people/search.h"

namespace goodturn::helper {
namespace {

using calendar::NameOutcome;

/// "Ada Example, Example Ltd; mentor; ada@example.org (UID)".
std::string told_apart(const NameCandidate& candidate) {
  std::string line = candidate.name;
  if (!candidate.organisation.empty()) line += ", " + candidate.organisation;
  std::string tags;
  for (const std::string& tag : candidate.tags) tags += (tags.empty() ? "; " : ", ") + tag;
  line += tags;
  if (!candidate.email.empty()) line += "; " + candidate.email;
  return line + " (" + candidate.uid.value + ")";
}

std::optional<std::size_t> number_of(const std::string& word) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

Result<Uid> answer_of(const std::string& name, const std::string& word, const Snapshot& snapshot) {
  if (snapshot.by_uid(Uid(word)) != nullptr) return Uid(word);
  for (const calendar::Community& one : snapshot.journals().communities)
    if (one.uid.value == word) return one.uid;
  Mention mention = find_mention(name, snapshot);
  if (mention.candidates.empty()) mention = find_community(name, snapshot);
  if (const auto number = number_of(word); number && *number >= 1 && *number <= mention.candidates.size())
    return mention.candidates[*number - 1].uid;
  return fail(ErrorKind::invalid,
              Said("--as \"{name}=…\" takes a UID or a number from the question.", {{"name", name}}));
}

}  // namespace

Result<NameAnswers> answers_of(const std::vector<std::string>& words, const Snapshot& snapshot) {
  NameAnswers answers;
  for (const std::string& word : words) {
    const auto at = word.find('=');
    if (at == 0 || at == std::string::npos)
      return fail(ErrorKind::invalid, "--as is written like --as \"Ada=2\" or --as \"Ada=UID\".");
    auto uid = answer_of(word.substr(0, at), word.substr(at + 1), snapshot);
    if (!uid) return fail(uid.error());
    answers[word.substr(0, at)] = std::move(*uid);
  }
  return answers;
}

Result<Uid> NameFinder::find(const std::string& word) {
  if (snapshot_.by_uid(Uid(word)) != nullptr) return Uid(word);
  if (const auto answer = answers_.find(word); answer != answers_.end()) return answer->second;
  if (const Person* person = snapshot_.by_email(folded(word))) return person->card.uid;
  Mention mention = find_mention(word, snapshot_);
  if (mention.outcome == NameOutcome::unique) return mention.candidates.front().uid;
  const bool unknown = mention.outcome == NameOutcome::unknown;
  questions_.push_back(std::move(mention));
  return fail(unknown ? ErrorKind::not_found : ErrorKind::invalid,
              Said("\"{name}\" is not one person.", {{"name", word}}));
}

Exit ask_back(Console& console, const std::vector<Mention>& mentions) {
  Json questions = Json::array();
  const Mention* open = nullptr;
  for (const Mention& mention : mentions) {
    if (mention.outcome == NameOutcome::unique) continue;
    questions.push_back(json_of(mention));
    if (mention.candidates.empty()) {
      console.remark(Said("command.name_unknown", {{"name", mention.name}}));
      continue;
    }
    open = &mention;
    console.remark(Said("command.name_several", {{"name", mention.name}}));
    std::size_t number = 0;
    for (const NameCandidate& one : mention.candidates)
      console.remark("  " + std::to_string(++number) + "  " + told_apart(one));
  }
  if (open != nullptr)
    console.remark(Said("command.say_which", {{"name", open->name}}));
  else
    console.remark(Said("command.find_people"));
  console.answer({{"questions", std::move(questions)}});
  return Exit::question;
}

}  // namespace goodturn::helper
