// Questions put to a community, and their first answer.
#include <algorithm>
#include <limits>
#include <tuple>

#include "helper/journals/kinds.h"
#include "helper/journals/typed_kind.h"
#include "helper/people/search.h"

namespace goodturn::helper {
namespace {

using calendar::Question;

/// A name or an id; begin() says which community that is.
Field<Question> community_field() {
  Field<Question> made;
  made.shape = {"community", FieldType::line, "Which community: its name, or its id", FieldUse::needed};
  made.put = [](const Question& question, Json& json) { json["community"] = question.community.value; };
  made.take = [shape = made.shape](Question& question, const Json& value, const NameOf&) -> Result<void> {
    auto word = line_in(shape, value);
    if (!word) return fail(word.error());
    if (question.uid.empty())
      question.community = Uid(std::move(*word));
    else if (question.community.value != *word)
      return wrong(
          shape,
          Said("\"{field}\" cannot be changed. Remove the question and put it to the other community."));
    return {};
  };
  return made;
}

std::vector<Field<Question>> fields() {
  const auto instant = [](const Shape& own, const Json& value, const NameOf&) {
    return instant_in(own, value);
  };
  return {
      community_field(),
      shown_field<Question>({"community_name", FieldType::line, "Its name"},
                            [](const Question& question) { return Json(question.community_name); }),
      text_field<Question>({"text", FieldType::text, "What you asked", FieldUse::needed}, &Question::text),
      field<Question>({"asked", FieldType::instant, "When; default now", FieldUse::kept}, &Question::asked,
                      instant, [](Instant at) { return Json(to_iso(at)); }),
      field<Question>({"answered", FieldType::instant, "When the first answer came; empty until then"},
                      &Question::answered, instant,
                      [](const std::optional<Instant>& at) { return at ? Json(to_iso(*at)) : Json(); }),
      shown_field<Question>({"minutes",
                             FieldType::number,
                             "Minutes to the first answer",
                             FieldUse::shown,
                             {},
                             0,
                             std::numeric_limits<int>::max()},
                            [](const Question& question) {
                              const auto minutes = calendar::minutes_to_answer(question);
                              return minutes ? Json(*minutes) : Json();
                            }),
  };
}

Result<void> begin(Question& question, const Desk& desk) {
  const auto& all = desk.snapshot.journals().communities;
  const std::string& word = question.community.value;
  const auto found = std::find_if(all.begin(), all.end(), [&](const calendar::Community& one) {
    return one.uid.value == word || folded(one.name) == folded(word);
  });
  if (found == all.end())
    return fail(
        ErrorKind::not_found,
        Said("There is no community \"{name}\". Note it first: goodturn community add.", {{"name", word}}));
  question.uid = desk.fresh_uid();
  question.community = found->uid;
  question.community_name = found->name;
  if (question.asked == Instant{}) question.asked = desk.now.instant;
  return {};
}

Result<void> check(const Question& question, const Desk& desk) {
  if (question.asked > desk.now.instant || question.answered > desk.now.instant)
    return fail(ErrorKind::invalid, "That moment is still to come.");
  if (question.answered && *question.answered < question.asked)
    return fail(ErrorKind::invalid,
                Said("No answer comes before the question, of {time}.", {{"time", to_iso(question.asked)}}));
  return {};
}

/// Open ones first, then the newest.
bool stands_before(const Question& one, const Question& other) {
  return std::make_tuple(one.answered.has_value(), other.asked, one.uid) <
         std::make_tuple(other.answered.has_value(), one.asked, other.uid);
}

KindRules<Question> rules() {
  KindRules<Question> rules;
  rules.word = rules.noun = "question";
  rules.fields = fields();
  rules.all = all_in(&calendar::Journals::questions);
  rules.before = stands_before;
  rules.read = calendar::read_question;
  rules.text = [](const Question& question, const text::Document* stored, Instant stamp) {
    return calendar::journal_text(question, stored, stamp);
  };
  rules.begin = begin;
  rules.check = check;
  return rules;
}

}  // namespace

const ItemKind& question_kind() {
  static const TypedKind<Question> kind(rules());
  return kind;
}

}  // namespace goodturn::helper
