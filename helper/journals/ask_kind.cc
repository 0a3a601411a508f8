#include <tuple>

#include "core/calendar/ask_task.h"
#include "core/relations/checklist.h"
#include "helper/journals/kinds.h"
#include "helper/journals/typed_kind.h"
#include "helper/people/records.h"

namespace goodturn::helper {
namespace {

using calendar::Ask;
using calendar::AskTask;

constexpr int days_to_next_step = 7;

/// "informational interview".
std::string spoken(AskKind kind) {
  std::string word(to_string(kind));
  std::replace(word.begin(), word.end(), '-', ' ');
  return word;
}

Json checklist_json(const Ask& ask) {
  Json steps = Json::array();
  for (const std::string_view step : relations::checklist_of(ask.kind)) steps.push_back(step);
  return steps;
}

std::vector<Field<Ask>> fields() {
  return {
      person_field<Ask>({"person", FieldType::person, "Whom you ask", FieldUse::needed}, &Ask::person),
      shown_field<Ask>({"person_name", FieldType::line, "Their name"},
                       [](const Ask& ask) { return Json(ask.person.name); }),
      text_field<Ask>({"text", FieldType::text, "What you ask for"}, &Ask::text),
      word_field<Ask>({"kind", FieldType::word, "Kind of ask", FieldUse::kept, words_of(all_ask_kinds)},
                      &Ask::kind, parse_ask_kind),
      word_field<Ask>({"state", FieldType::word, "How it stands", FieldUse::kept, words_of(all_ask_states)},
                      &Ask::state, parse_ask_state),
      day_field<Ask>({"day", FieldType::day, "Asked on; default today", FieldUse::kept}, &Ask::day),
      text_field<Ask>({"next_step", FieldType::line, "What comes next"}, &Ask::next_step),
      day_field<Ask>({"due", FieldType::day, "When the next step is due"}, &Ask::due),
      shown_field<Ask>({"checklist", FieldType::lines, "Its steps"}, checklist_json),
  };
}

std::string text_of_task(const Ask& ask) {
  std::string text = ask.text;
  if (!ask.next_step.empty()) text += (text.empty() ? "" : "\n") + std::string("Next: ") + ask.next_step;
  for (const std::string_view step : relations::checklist_of(ask.kind))
    text += (text.empty() ? "- " : "\n- ") + std::string(step);
  return text;
}

AskTask task_of(const Ask& ask, Instant now) {
  AskTask task;
  task.uid = calendar::ask_task_uid(ask.uid);
  task.ask = ask.uid;
  task.person = ask.person;
  task.summary = "Ask " + ask.person.name + ": " + spoken(ask.kind);
  task.text = text_of_task(ask);
  task.due = ask.due.value_or(ask.day + std::chrono::days(days_to_next_step));
  if (ask.state != AskState::open) task.completed = now;
  return task;
}

Result<void> write_task(const Ask& ask, Desk& desk) {
  const sync::Collection& place = desk.items.follow_ups();
  AskTask task = task_of(ask, desk.now.instant);
  const auto href = desk.items.place_of(place, task.uid);
  if (!href) return fail(href.error());
  if (auto noted = desk.before.note(desk.world, place.id, *href); !noted) return noted;
  const auto stored = desk.items.find(place, task.uid);
  if (!stored) return fail(stored.error());
  if (!*stored)
    return desk.items.put_record(place, task.uid, calendar::write_ask_task(task, desk.now.instant));
  const text::Document document = text::Document::parse((*stored)->text);
  if (const auto was = calendar::read_ask_task(document); was && was->completed && task.completed)
    task.completed = was->completed;
  return desk.items.put_record(place, task.uid, calendar::update_ask_task(document, task, desk.now.instant));
}

Result<void> remove_task(const Ask& ask, Desk& desk) {
  const sync::Collection& place = desk.items.follow_ups();
  const auto stored = desk.items.find(place, calendar::ask_task_uid(ask.uid));
  if (!stored) return fail(stored.error());
  if (!*stored) return {};
  if (auto noted = desk.before.note(desk.world, place.id, (*stored)->href); !noted) return noted;
  return desk.items.remove(place.id, (*stored)->href);
}

GiveKind received_kind(AskKind kind) {
  switch (kind) {
    case AskKind::informational_interview:
      return GiveKind::information;
    case AskKind::referral:
    case AskKind::warm_application:
      return GiveKind::referral;
    case AskKind::introduction:
      return GiveKind::introduction;
    case AskKind::advice:
      return GiveKind::advice;
    case AskKind::sponsor:
      return GiveKind::opportunity;
    case AskKind::feedback:
      break;
  }
  return GiveKind::feedback;
}

Uid answer_uid(const Ask& ask) { return Uid("goodturn-answer-" + to_hex(hash_of(ask.uid.value))); }

/// "Yes" is something received on request; the thanks for it fall due as for everything received.
Result<void> write_answer(const Ask& ask, Desk& desk) {
  calendar::Record record;
  record.uid = answer_uid(ask);
  record.kind = RecordKind::received;
  record.person = ask.person.uid;
  record.person_name = ask.person.name;
  record.at = desk.now.instant;
  record.text = ask.text;
  record.give_kind = received_kind(ask.kind);
  record.asked = true;
  record.ask = ask.uid;
  return write_record(desk.world, desk.items, record, desk.before);
}

Result<void> begin(Ask& ask, const Desk& desk) {
  ask.uid = desk.fresh_uid();
  if (ask.day == Day{}) ask.day = desk.now.today;
  return {};
}

Result<void> follow(const Ask* was, const Ask* is, Desk& desk) {
  if (is == nullptr) return remove_task(*was, desk);
  if (auto written = write_task(*is, desk); !written) return written;
  const bool said_yes = was != nullptr && was->state == AskState::yes;
  const bool says_yes = is->state == AskState::yes;
  if (says_yes && !said_yes) return write_answer(*is, desk);
  return said_yes && !says_yes ? desk.remove(answer_uid(*is)) : Result<void>{};
}

/// Open ones first, then the newest.
bool stands_before(const Ask& one, const Ask& other) {
  return std::make_tuple(one.state != AskState::open, other.day, one.uid) <
         std::make_tuple(other.state != AskState::open, one.day, other.uid);
}

KindRules<Ask> rules() {
  KindRules<Ask> rules;
  rules.word = "ask";
  rules.noun = "ask";
  rules.fields = fields();
  rules.all = all_in(&calendar::Journals::asks);
  rules.before = stands_before;
  rules.read = calendar::read_ask;
  rules.text = [](const Ask& ask, const text::Document* stored, Instant stamp) {
    return calendar::journal_text(ask, stored, stamp);
  };
  rules.begin = begin;
  rules.follow = follow;
  return rules;
}

}  // namespace

const ItemKind& ask_kind() {
  static const TypedKind<Ask> kind(rules());
  return kind;
}

}  // namespace goodturn::helper
