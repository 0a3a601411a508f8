#include "helper/index/note_moments.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/note_doors.h"
#include "core/notes/writing.h"
#include "helper/index/local_time.h"
#include "helper/index/moment_titles.h"
#include "helper/notes/kept.h"
#include "helper/notes/names.h"

namespace goodturn::helper {
namespace {

using notes::Entry;
using notes::ReadNote;

class NoteTeller {
 public:
  NoteTeller(Gathering& all, const NoteNames& names) : all_(all), names_(names) {}

  void tell(const ReadNote& note) {
    for (const Entry& entry : note.says.entries)
      if (!is_logged(entry, note)) tell(entry, note);
  }

  /// A line that was put there because of what was logged, and perhaps changed there since.
  void know(const NoteLine& line) {
    if (const auto place = all_.place_of(line.person.value))
      lines_of(*place).insert(notes::mark_of_line(line.line));
  }

 private:
  using Marks = std::unordered_set<std::string>;

  /// The line says what the journal says, whichever computer wrote it there: it is the same interaction.
  bool is_logged(const Entry& entry, const ReadNote& note) {
    if (entry.mark.empty()) return false;
    const auto& owners = names_.owners_of(note);
    return owners.size() == 1 && lines_of(owners.front()).contains(entry.mark);
  }

  /// The marks of the lines that the person's journal would write.
  Marks& lines_of(std::size_t place) {
    const auto [found, fresh] = lines_.try_emplace(place);
    if (!fresh) return found->second;
    const Person& person = all_.persons[place];
    const auto add = [&](Day day, std::optional<Channel> channel, std::string_view text) {
      found->second.insert(notes::mark_of_line(notes::dated_line(day, channel, text)));
    };
    for (const Moment& moment : person.moments)
      if ((moment.kind == Moment::Kind::touch || moment.kind == Moment::Kind::note) &&
          note_file_of(moment).empty())
        add(moment.day, moment.channel, moment.text);
    for (const BareTouch& touch : person.bare_touches) add(touch.day, touch.channel, "");
    return found->second;
  }

  void tell(const Entry& entry, const ReadNote& note) {
    const auto places = names_.about(entry, note);
    if (places.size() != 1) return;
    // A note of a day to come is a plan until then.
    if (entry.day > all_.now.today) return all_.changes(local_midnight(all_.world.recurrence, entry.day));
    Person& person = all_.persons[places.front()];
    const Instant at = std::min(noon_of(entry.day), all_.now.instant);
    person.moments.push_back({entry.channel ? Moment::Kind::touch : Moment::Kind::note, at, entry.day,
                              title_with_file(note.path), entry.text, entry.channel, entry.direction, 1});
    if (entry.channel) touch(person, entry, at);
  }

  /// What was met, logged or mailed on the same day in the same way is the same contact.
  static void touch(Person& person, const Entry& entry, Instant at) {
    auto& touches = person.contact.touches;
    const bool known = std::any_of(touches.begin(), touches.end(), [&](const relations::Touch& one) {
      return one.day == entry.day && one.channel == *entry.channel;
    });
    if (known) return;
    touches.push_back({at, entry.day, *entry.channel, entry.direction,
                       relations::touch_weight(*entry.channel, entry.direction, entry.others)});
  }

  Instant noon_of(Day day) {
    const auto [found, fresh] = noons_.try_emplace(day.time_since_epoch().count());
    if (fresh) found->second = local_noon(all_.world.recurrence, day);
    return found->second;
  }

  Gathering& all_;
  const NoteNames& names_;
  std::unordered_map<Day::rep, Instant> noons_;
  std::unordered_map<std::size_t, Marks> lines_;  ///< by place, where a note made it necessary
};

}  // namespace

Result<void> gather_notes(Gathering& all) {
  NoteRows* rows = note_rows_of(all.world.store);
  if (rows == nullptr) return {};
  const auto notes = rows->read_notes();
  if (!notes) return fail(notes.error());
  if (notes->empty()) return {};
  auto choice = note_choice(all.world);
  if (!choice) return fail(choice.error());
  const NoteNames names(all.persons, all.by_email, *notes, std::move(choice->answers));
  NoteTeller teller(all, names);
  if (NoteLines* lines = note_lines_of(all.world.store)) {
    const auto known = lines->note_lines();
    if (!known) return fail(known.error());
    for (const NoteLine& line : *known) teller.know(line);
  }
  for (const ReadNote& note : *notes) teller.tell(note);
  return {};
}

}  // namespace goodturn::helper
