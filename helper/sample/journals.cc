#include "core/calendar/record.h"
#include "helper/sample/cast.h"
#include "helper/sample/items.h"
#include "helper/sample/lines.h"

namespace goodturn::sample {
namespace {

calendar::Record record(RecordKind kind, const char* number, const Person& person, Instant when,
                        const char* words) {
  calendar::Record made;
  made.uid = Uid(std::string("sample-") + number);
  made.kind = kind;
  made.person = uid(person);
  made.person_name = full_name(person);
  made.at = when;
  made.text = words;
  return made;
}

calendar::Record touch(const char* number, const Person& person, Instant when, Channel channel,
                       Direction direction, const char* words) {
  auto made = record(RecordKind::touch, number, person, when, words);
  made.channel = channel;
  made.direction = direction;
  return made;
}

calendar::Record given(RecordKind kind, const char* number, const Person& person, Instant when, GiveKind what,
                       int size, const char* words) {
  auto made = record(kind, number, person, when, words);
  made.give_kind = what;
  made.size = size;
  return made;
}

std::vector<calendar::Record> records(Day today) {
  const auto person = [](std::string_view name) -> const Person& { return person_named(name); };
  const auto ago = [today](int days, int hour) { return at(on(today, -days), hour); };
  auto promise = record(RecordKind::promised, "promise-1", person("noor-eriksen"), ago(12, 15),
                        "the one-page version of the pilot plan");
  promise.due = on(today, 1);
  auto thanked = given(RecordKind::received, "received-2", person("hugo-adeyemi"), ago(60, 11),
                       GiveKind::help, 1, "an evening on the failing build");
  thanked.settled = on(today, -58);
  return {
      promise,
      thanked,
      given(RecordKind::received, "received-1", person("selma-dubois"), ago(9, 10), GiveKind::introduction, 2,
            "an introduction to the head of the grid laboratory"),
      given(RecordKind::gave, "gave-1", person("yara-solberg"), ago(80, 16), GiveKind::feedback, 1,
            "comments on the design talk"),
      given(RecordKind::gave, "gave-2", person("ines-novak"), ago(33, 9), GiveKind::referral, 2,
            "recommended her for the summer school"),
      touch("touch-1", person("tomas-achebe"), ago(150, 17), Channel::call, Direction::mutual,
            "talked about the move to the new ward software"),
      touch("touch-2", person("mira-sandberg"), ago(88, 12), Channel::mail, Direction::in,
            "asked for the slides"),
      touch("touch-3", person("uma-krause"), ago(15, 14), Channel::message, Direction::out,
            "sent the article"),
      record(RecordKind::note, "note-1", person("ada-lindqvist"), ago(76, 18),
             "Wants to compare notes on incremental compilation after the summer."),
      record(RecordKind::note, "note-2", person("dmitri-salvesen"), ago(59, 13),
             "Starts a new product in January."),
  };
}

}  // namespace

std::vector<File> journals(Day today) {
  std::vector<File> files;
  for (const auto& made : records(today))
    files.push_back({made.uid.value + ".ics", calendar::write_record(made, made.at)});
  return files;
}

}  // namespace goodturn::sample
