#include "helper/meetings/briefs.h"

#include <algorithm>

#include "core/calendar/words.h"
#include "helper/journals/keeping.h"
#include "helper/people/own_language.h"
#include "helper/people/records.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

std::string_view word_of(Lesson lesson) { return lesson == Lesson::hoped ? "hope" : "learned"; }

/// The same on every computer, so that two of them write one note. `person` is empty where nobody is known.
Uid lesson_uid(const Coming& meeting, Lesson lesson, const Uid& person) {
  const std::string key = meeting.event.value + "\n" + to_iso(meeting.start) + "\n" + person.value;
  return Uid("goodturn-" + std::string(word_of(lesson)) + "-" + to_hex(hash_of(key)));
}

/// The note's text. Its words stand at the end in every language.
std::string note_text(Lesson lesson, const Coming& meeting, const std::string& words, Language language) {
  const std::string key = lesson == Lesson::hoped ? "brief.note_hope" : "brief.note_learned";
  if (meeting.summary.empty()) return in_words(Said(std::string_view(key), {{"text", words}}), language);
  return in_words(Said(std::string_view(key + "_titled"), {{"title", meeting.summary}, {"text", words}}),
                  language);
}

/// What note_text() was given, whatever the language was then; the whole text where it is another.
std::string words_in(const std::string& text, Lesson lesson, const Coming& meeting) {
  for (const Language language : {Language::en, Language::de}) {
    const std::string opening = note_text(lesson, meeting, "", language);
    if (text.starts_with(opening)) return text.substr(opening.size());
  }
  return text;
}

/// The people on whose pages the note stands; one without UID when nobody is known.
std::vector<calendar::NamedPerson> bearers(const Snapshot& snapshot, const Coming& meeting) {
  std::vector<calendar::NamedPerson> people;
  for (const std::size_t place : meeting.known) {
    const people::Card& card = snapshot.persons()[place].card;
    people.push_back({card.uid, card.name});
  }
  if (people.empty()) people.emplace_back();
  return people;
}

Result<std::string> lesson_of(Items& items, const Snapshot& snapshot, const Coming& meeting, Lesson lesson) {
  const Uid uid = lesson_uid(meeting, lesson, bearers(snapshot, meeting).front().uid);
  const auto item = items.counting(items.journals_first(), uid);
  if (!item) return fail(item.error());
  const auto record = *item ? calendar::read_record(text::Document::parse((*item)->text)) : std::nullopt;
  if (!record) return std::string();
  return words_in(record->text, lesson, meeting);
}

}  // namespace

Result<MeetingBrief> brief_of(World& world, Items& items, const Snapshot& snapshot, const Coming& meeting) {
  const Now now = world.now();
  const suggest::Circle& circle = snapshot.ranking().circle();
  MeetingBrief brief{meeting.event,
                     meeting.start,
                     meeting.end,
                     meeting.summary,
                     meeting.others,
                     {},
                     {},
                     meeting.end <= now.instant,
                     "",
                     ""};
  std::vector<const suggest::Contact*> known;
  for (const std::size_t place : meeting.known) {
    const suggest::Contact& contact = snapshot.persons()[place].contact;
    known.push_back(&contact);
    brief.people.push_back(suggest::brief_of(contact, circle, now));
  }
  brief.notes = suggest::event_notes(meeting.summary, meeting.others, known, circle.own);
  const auto said = [&](Lesson lesson, std::string& text) -> Result<void> {
    auto found = lesson_of(items, snapshot, meeting, lesson);
    if (!found) return fail(found.error());
    text = std::move(*found);
    return {};
  };
  if (auto hoped = said(Lesson::hoped, brief.hope); !hoped) return fail(hoped.error());
  if (auto learned = said(Lesson::learned, brief.learned); !learned) return fail(learned.error());
  return brief;
}

const Coming* find_meeting(const Snapshot& snapshot, const Uid& event, Instant start) {
  const auto& all = snapshot.coming();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Coming& one) { return one.event == event && one.start == start; });
  return found == all.end() ? nullptr : &*found;
}

Result<std::vector<MeetingBrief>> meeting_briefs(World& world, const Snapshot& snapshot, int hours) {
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  const Instant until = world.clock.now() + std::chrono::hours(hours);
  std::vector<MeetingBrief> briefs;
  for (const Coming& meeting : snapshot.coming()) {
    if (meeting.start > until) break;
    if (meeting.end < world.clock.now() - brief_past) continue;
    auto brief = brief_of(world, *items, snapshot, meeting);
    if (!brief) return fail(brief.error());
    const bool is_plain = brief->people.empty() && brief->notes.empty() && brief->hope.empty();
    if (!is_plain) briefs.push_back(std::move(*brief));
  }
  return briefs;
}

Result<void> keep_lesson(Desk& desk, const Coming& meeting, Lesson lesson, const std::string& text) {
  const std::string line = calendar::trimmed(text);
  const auto language = own_language(desk.world);
  if (!language) return fail(language.error());
  for (const calendar::NamedPerson& person : bearers(desk.snapshot, meeting)) {
    const Uid uid = lesson_uid(meeting, lesson, person.uid);
    if (line.empty()) {
      if (auto removed = desk.remove(uid); !removed) return removed;
      continue;
    }
    calendar::Record record;
    record.uid = uid;
    record.kind = RecordKind::note;
    record.person = person.uid;
    record.person_name = person.name;
    record.at = std::min(desk.now.instant, meeting.start);
    record.text = note_text(lesson, meeting, line, *language);
    if (auto written = write_record(desk.world, desk.items, record, desk.before); !written) return written;
  }
  return {};
}

Result<std::string> answer_lesson(World& world, UndoLog& undo, const Uid& event, Instant start, Lesson lesson,
                                  const std::string& text) {
  return edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const Coming* meeting = find_meeting(desk.snapshot, event, start);
    if (meeting == nullptr)
      return fail(ErrorKind::not_found, "There is no such meeting in these days. It may have been moved.");
    if (lesson == Lesson::learned && meeting->start > desk.now.instant)
      return fail(ErrorKind::invalid, "The meeting has not begun yet; say what you hope to learn.");
    return keep_lesson(desk, *meeting, lesson, text);
  });
}

}  // namespace goodturn::helper
