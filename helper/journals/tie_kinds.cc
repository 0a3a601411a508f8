// Role terms and pair signs: who was what to the user, and who knows whom.
#include <tuple>

#include "helper/journals/kinds.h"
#include "helper/journals/typed_kind.h"

namespace goodturn::helper {
namespace {

using calendar::PairSign;
using calendar::RoleTerm;

std::vector<Field<RoleTerm>> role_fields() {
  return {
      person_field<RoleTerm>({"person", FieldType::person, "Who", FieldUse::needed}, &RoleTerm::person),
      shown_field<RoleTerm>({"person_name", FieldType::line, "Their name"},
                            [](const RoleTerm& term) { return Json(term.person.name); }),
      text_field<RoleTerm>(
          {"role", FieldType::line, "mentor, ally, cold … or your own word", FieldUse::needed},
          &RoleTerm::role),
      day_field<RoleTerm>({"since", FieldType::day, "From when; default today", FieldUse::kept},
                          &RoleTerm::since),
      day_field<RoleTerm>({"until", FieldType::day, "Closed on; empty while it holds"}, &RoleTerm::until),
      text_field<RoleTerm>({"text", FieldType::text, "How it came about"}, &RoleTerm::text),
  };
}

bool same_role(const RoleTerm& one, const RoleTerm& other) {
  return one.person.uid == other.person.uid && one.role == other.role;
}

/// A role that is closed and opened again is another term; on the first day itself it is the same one.
Result<void> begin_role(RoleTerm& term, const Desk& desk) {
  if (const auto role = people::role_of(term.role)) term.role = to_string(*role);
  if (term.since == Day{}) term.since = desk.now.today;
  term.uid = calendar::role_term_uid(term.person.uid, term.role, term.since);
  return {};
}

Result<void> check_role(const RoleTerm& term, const Desk& desk) {
  if (term.until && *term.until < term.since)
    return fail(ErrorKind::invalid, Said("A role ends after it began, on {day}.",
                                         {{"day", said_day(term.since, desk.now.today)}}));
  if (term.until) return {};
  for (const RoleTerm& other : desk.snapshot.journals().role_terms)
    if (same_role(other, term) && other.uid != term.uid && !other.until)
      return fail(ErrorKind::invalid,
                  Said("{person} is \"{role}\" already, since {day}. Close that one first.",
                       {{"person", term.person.name},
                        {"role", term.role},
                        {"day", said_day(other.since, desk.now.today)}}));
  return {};
}

/// The history of each person, oldest first.
bool role_before(const RoleTerm& one, const RoleTerm& other) {
  return std::tie(one.person.name, one.person.uid, one.since, one.uid) <
         std::tie(other.person.name, other.person.uid, other.since, other.uid);
}

constexpr auto first = [](auto& item) -> auto& { return item.people.a; };
constexpr auto second = [](auto& item) -> auto& { return item.people.b; };

std::vector<Field<PairSign>> pair_fields() {
  return {
      person_field<PairSign>({"a", FieldType::person, "One of the two", FieldUse::needed}, first),
      shown_field<PairSign>({"a_name", FieldType::line, "Their name"},
                            [](const PairSign& sign) { return Json(sign.people.a.name); }),
      person_field<PairSign>({"b", FieldType::person, "The other", FieldUse::needed}, second),
      shown_field<PairSign>({"b_name", FieldType::line, "Their name"},
                            [](const PairSign& sign) { return Json(sign.people.b.name); }),
      word_field<PairSign>({"evidence",
                            FieldType::word,
                            "user-said: they know each other; user-denied: they do not",
                            FieldUse::kept,
                            {to_string(PairEvidence::user_said), to_string(PairEvidence::user_denied)}},
                           &PairSign::evidence, parse_pair_evidence),
      day_field<PairSign>({"day", FieldType::day, "Since when you know; default today", FieldUse::kept},
                          &PairSign::day),
      text_field<PairSign>({"text", FieldType::text, "How you know"}, &PairSign::text),
  };
}

Result<void> begin_pair(PairSign& sign, const Desk& desk) {
  if (!sign.evidence) sign.evidence = PairEvidence::user_said;
  if (sign.day == Day{}) sign.day = desk.now.today;
  sign.uid = calendar::pair_sign_uid(sign.people.a.uid, sign.people.b.uid);
  return {};
}

/// The UID belongs to the two people.
Result<void> check_pair(const PairSign& sign, const Desk&) {
  if (sign.people.a.uid == sign.people.b.uid)
    return fail(ErrorKind::invalid, "A pair has two different people.");
  if (sign.uid != calendar::pair_sign_uid(sign.people.a.uid, sign.people.b.uid))
    return fail(ErrorKind::invalid,
                "The people of a pair cannot be changed. Remove it and say the other pair.");
  return {};
}

}  // namespace

const ItemKind& role_kind() {
  static const TypedKind<RoleTerm> kind = [] {
    KindRules<RoleTerm> rules;
    rules.word = "role-term";
    rules.noun = "role";
    rules.fields = role_fields();
    rules.all = all_in(&calendar::Journals::role_terms);
    rules.before = role_before;
    rules.read = calendar::read_role_term;
    rules.text = [](const RoleTerm& term, const text::Document* stored, Instant stamp) {
      return calendar::journal_text(term, stored, stamp);
    };
    rules.begin = begin_role;
    rules.check = check_role;
    return TypedKind<RoleTerm>(std::move(rules));
  }();
  return kind;
}

const ItemKind& pair_kind() {
  static const TypedKind<PairSign> kind = [] {
    KindRules<PairSign> rules;
    rules.word = "pair";
    rules.noun = "pair";
    rules.fields = pair_fields();
    rules.all = all_in(&calendar::Journals::pair_signs);
    rules.before = [](const PairSign& one, const PairSign& other) {
      return std::tie(other.day, one.uid) < std::tie(one.day, other.uid);
    };
    rules.read = calendar::read_pair_sign;
    rules.text = [](const PairSign& sign, const text::Document* stored, Instant stamp) {
      return calendar::journal_text(sign, stored, stamp);
    };
    rules.begin = begin_pair;
    rules.check = check_pair;
    return TypedKind<PairSign>(std::move(rules));
  }();
  return kind;
}

}  // namespace goodturn::helper
