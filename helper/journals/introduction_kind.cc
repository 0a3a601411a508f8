#include <array>
#include <tuple>

#include "core/network/consent.h"
#include "helper/journals/kinds.h"
#include "helper/journals/steps.h"
#include "helper/journals/typed_kind.h"

namespace goodturn::helper {
namespace {

using calendar::Consent;
using calendar::Introduction;

constexpr std::array<Consent, 4> all_consents = {Consent::not_asked, Consent::asked, Consent::yes,
                                                 Consent::no};

constexpr auto first = [](auto& item) -> auto& { return item.people.a; };
constexpr auto second = [](auto& item) -> auto& { return item.people.b; };

Field<Introduction> consent_field(std::string_view name, std::string_view help,
                                  Consent Introduction::*consent) {
  std::vector<std::string_view> words;
  for (const Consent one : all_consents) words.push_back(calendar::to_string(one));
  return word_field<Introduction>({name, FieldType::word, help, FieldUse::kept, std::move(words)}, consent,
                                  calendar::parse_consent);
}

std::vector<Field<Introduction>> fields() {
  return {
      person_field<Introduction>({"a", FieldType::person, "Who is asked first", FieldUse::needed}, first),
      shown_field<Introduction>({"a_name", FieldType::line, "Their name"},
                                [](const Introduction& item) { return Json(item.people.a.name); }),
      person_field<Introduction>({"b", FieldType::person, "Who is asked second", FieldUse::needed}, second),
      shown_field<Introduction>({"b_name", FieldType::line, "Their name"},
                                [](const Introduction& item) { return Json(item.people.b.name); }),
      text_field<Introduction>({"reason", FieldType::text, "Why the two should meet"}, &Introduction::reason),
      day_field<Introduction>({"day", FieldType::day, "Taken up on; default today", FieldUse::kept},
                              &Introduction::day),
      consent_field("consent_a", "What the first said", &Introduction::consent_a),
      consent_field("consent_b", "What the second said", &Introduction::consent_b),
      day_field<Introduction>({"sent", FieldType::day, "When you brought them together"},
                              &Introduction::sent),
      text_field<Introduction>({"outcome", FieldType::line, "What came of it"}, &Introduction::outcome),
      shown_field<Introduction>(
          {"next", FieldType::word, "What to do next", FieldUse::shown, introduction_steps()},
          [](const Introduction& item) { return Json(next_step_word(item)); }),
  };
}

Result<void> begin(Introduction& item, const Desk& desk) {
  if (item.day == Day{}) item.day = desk.now.today;
  item.uid = calendar::introduction_uid(item.people.a.uid, item.people.b.uid, item.day);
  const auto stored = desk.stored(item.uid);
  if (!stored) return fail(stored.error());
  if (*stored)
    return fail(ErrorKind::invalid,
                "You took up introducing these two on that day already. Change that one.");
  return {};
}

Result<void> check(const Introduction& item, const Desk& desk) {
  if (item.people.a.uid == item.people.b.uid)
    return fail(ErrorKind::invalid, "An introduction needs two different people.");
  if (item.consent_b == Consent::asked && item.consent_a != Consent::yes)
    return fail(ErrorKind::invalid,
                Said("{second} is asked only after {first} said yes, so that nobody waits for a no.",
                     {{"second", item.people.b.name}, {"first", item.people.a.name}}));
  if (!item.sent) return {};
  if (item.consent_a != Consent::yes || item.consent_b != Consent::yes)
    return fail(ErrorKind::invalid,
                Said("Nobody is introduced before both said yes: ask {name} first.",
                     {{"name", (item.consent_a == Consent::yes ? item.people.b : item.people.a).name}}));
  if (*item.sent > desk.now.today)
    return fail(ErrorKind::invalid,
                "\"sent\" is the day on which you brought them together; that day is still to come.");
  return {};
}

/// Those that wait for something first, then the newest.
bool stands_before(const Introduction& one, const Introduction& other) {
  return std::make_tuple(one.sent.has_value(), other.day, one.uid) <
         std::make_tuple(other.sent.has_value(), one.day, other.uid);
}

KindRules<Introduction> rules() {
  KindRules<Introduction> rules;
  rules.word = "introduction";
  rules.noun = "introduction";
  rules.fields = fields();
  rules.all = all_in(&calendar::Journals::introductions);
  rules.before = stands_before;
  rules.read = calendar::read_introduction;
  rules.text = [](const Introduction& item, const text::Document* stored, Instant stamp) {
    return calendar::journal_text(item, stored, stamp);
  };
  rules.begin = begin;
  rules.check = check;
  return rules;
}

}  // namespace

const ItemKind& introduction_kind() {
  static const TypedKind<Introduction> kind(rules());
  return kind;
}

}  // namespace goodturn::helper
