#include "tests/fuzz/invariants.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/calendar/event.h"
#include "core/calendar/feed.h"
#include "core/calendar/follow_up.h"
#include "core/calendar/meeting_task.h"
#include "core/calendar/record.h"
#include "core/people/card.h"
#include "core/text/document.h"
#include "tests/fuzz/require.h"

namespace goodturn::fuzz {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

namespace {

using text::Document;

Document check_round_trip(std::string_view bytes) {
  const Document document = Document::parse(bytes);
  require(document.print() == bytes, "print(parse(x)) == x");
  const Document again = Document::parse(document.print());
  require(text::semantically_equal(document, again), "equal to itself");
  require(text::content_hash(document) == text::content_hash(again), "equal hashes");
  for (const text::Line& line : document.lines()) (void)text::decoded_text(line.property());
  return document;
}

/// Raw, without the line ending: an edit may end the last line.
std::string bare(const text::Line& line) {
  std::string raw = line.raw();
  while (!raw.empty() && (raw.back() == '\n' || raw.back() == '\r')) raw.pop_back();
  return raw;
}

/// Whether `edited` has all lines of `document` but the CATEGORIES of its first card, in their order, and at
/// most one other. Where an END is missing the edited card may reach further: its bytes count, not its tree.
bool stay(const Document& document, const Document& edited) {
  const text::Component* card = document.find("VCARD");
  std::size_t at = 0, others = 0;
  for (std::size_t i = 0; i < document.lines().size(); ++i) {
    const bool own =
        card != nullptr && std::find(card->lines.begin(), card->lines.end(), i) != card->lines.end();
    if (own && document.lines()[i].name() == "CATEGORIES") continue;
    while (at < edited.lines().size() && bare(edited.lines()[at]) != bare(document.lines()[i]))
      ++at, ++others;
    if (at++ == edited.lines().size()) return false;
  }
  return others + (edited.lines().size() - at) <= 1;
}

bool has_tag(const Document& document, const std::string& tag) {
  const auto card = people::read_card(document);
  return card && std::find(card->tags.begin(), card->tags.end(), tag) != card->tags.end();
}

}  // namespace

void check_card(std::string_view bytes) {
  const Document document = check_round_trip(bytes);
  if (!people::read_card(document)) return;
  const std::string word = "fuzz, tag";
  const bool had = has_tag(document, word);
  const Document tagged = Document::parse(people::edit_tags(document, {word}, {}));
  require(had || has_tag(tagged, word), "an added tag is there");
  require(stay(document, tagged), "other lines stay when adding");
  const Document cleared = Document::parse(people::edit_tags(tagged, {}, {word}));
  require(!has_tag(cleared, word), "a removed tag is gone");
  require(stay(tagged, cleared), "other lines stay when removing");
}

void check_calendar(std::string_view bytes) {
  const Document document = check_round_trip(bytes);
  (void)calendar::read_events(document);
  if (const auto record = calendar::read_record(document)) {
    const Instant stamp = record->at;
    require(calendar::update_record(document, *record, stamp) == bytes, "an unchanged record is untouched");
    calendar::Record changed = *record;
    changed.text = "changed";
    const auto again =
        calendar::read_record(Document::parse(calendar::update_record(document, changed, stamp)));
    require(again && again->text == "changed", "a changed record reads as changed");
  }
  const auto follow_up = calendar::read_follow_up(document).value_or(calendar::FollowUp{});
  const std::vector<calendar::ServedTask> served = {{follow_up.uid, follow_up.due, follow_up.completed}};
  (void)calendar::diff_feed(document, served);
  for (calendar::MeetingTask task : calendar::read_meeting_tasks(document)) {
    task.text += "\nadded";
    require(calendar::added_words(task).ends_with("added"), "what was added to a task is found");
  }
  const std::vector<std::string> texts = {std::string(bytes)};
  const Document feed = Document::parse(calendar::write_feed(texts, "fuzz"));
  require(feed.components().size() >= 1 && feed.components()[0].name == "VCALENDAR", "a feed is a calendar");
}

}  // namespace goodturn::fuzz
