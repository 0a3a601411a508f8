#include "helper/log/line.h"
#include "helper/json/json.h"
#include "helper/people/large_gift.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view word_of(calendar::NameOutcome outcome) {
  switch (outcome) {
    case calendar::NameOutcome::unknown:
      return "unknown";
    case calendar::NameOutcome::unique:
      return "unique";
    case calendar::NameOutcome::ambiguous:
      return "ambiguous";
  }
  return "";
}

Json json_of(const NameCandidate& candidate) {
  Json json = {{"uid", candidate.uid.value}, {"name", candidate.name}, {"tags", candidate.tags}};
  if (!candidate.organisation.empty()) json["organisation"] = candidate.organisation;
  if (!candidate.email.empty()) json["email"] = candidate.email;
  return json;
}

}  // namespace

Json json_of(const Mention& mention) {
  Json candidates = Json::array();
  for (const NameCandidate& one : mention.candidates) candidates.push_back(json_of(one));
  return {
      {"name", mention.name}, {"outcome", word_of(mention.outcome)}, {"candidates", std::move(candidates)}};
}

Json json_of(const Proposal& proposal, Language language) {
  Json mentions = Json::array(), items = Json::array();
  for (const Mention& one : proposal.mentions) mentions.push_back(json_of(one));
  for (const Planned& one : proposal.items) {
    items.push_back({{"kind", one.kind}, {"fields", one.fields}, {"says", in_words(one.says, language)}});
    if (one.is_large_gift) items.back()["hint"] = large_gift_hint;
  }
  return {{"clear", proposal.is_clear()},
          {"mentions", std::move(mentions)},
          {"items", std::move(items)},
          {"tags", proposal.line.tags}};
}

Json json_of(const Draft& draft) {
  Json json = {{"text", draft.text}, {"missing", draft.missing}};
  if (!draft.script.empty()) json["script"] = draft.script;
  return json;
}

}  // namespace goodturn::helper
