// What a note says of whom, and when.
#include <algorithm>
#include <utility>

#include "core/notes/contact_words.h"
#include "core/notes/dates.h"
#include "core/notes/names.h"
#include "core/notes/note.h"

namespace goodturn::notes {
namespace {

const std::vector<std::string_view> day_keys = {"date", "datum", "day"};
const std::vector<std::string_view> made_keys = {"created", "created_at", "date created", "erstellt"};
const std::vector<std::string_view> people_keys = {
    "people",      "persons",      "person",   "attendees", "attendee", "participants",
    "participant", "contacts",     "contact",  "with",      "who",      "personen",
    "teilnehmer",  "teilnehmende", "kontakte", "kontakt",   "mit",      "leute"};
const std::vector<std::string_view> channel_keys = {"channel", "type", "kind", "medium", "art"};
const std::vector<std::string_view> title_keys = {"title", "titel"};
const std::vector<std::string_view> alias_keys = {"aliases", "alias"};
const std::vector<std::string_view> number_keys = {"id", "uid"};
const std::vector<std::string_view> address_keys = {"email", "emails", "e-mail", "mail"};

std::string shortened(std::string text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text;
}

std::optional<Day> first_day_in(const std::vector<std::string>& values) {
  for (const std::string& value : values)
    if (const auto found = day_at_begin(trimmed(value))) return found->day;
  return std::nullopt;
}

/// Behind a date: what parts it from the words.
std::string_view behind_mark(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : {" ", "\t", ":", "-", ",", "|", "–", "—", "]", ")"})
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        more = true;
      }
  }
  return text;
}

/// Before a date that stands last.
std::string_view before_mark(std::string_view text) {
  const auto last = text.find_last_not_of(" \t,:;-([|");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// The words of a line, and the date it carries itself.
struct Dated {
  std::optional<Day> day;
  std::string_view words;
};

Dated dated(const Line& line) {
  const std::string_view text = trimmed(line.text);
  const std::size_t opening = text.starts_with('[') || text.starts_with('(') ? 1 : 0;
  if (const auto found = day_at_begin(text.substr(opening)))
    return {found->day, behind_mark(text.substr(opening + found->end))};
  if (line.kind == Line::Kind::heading)
    if (const auto found = day_within(text)) {
      const bool is_last = behind_mark(text.substr(found->end)).empty();
      return {found->day, is_last ? before_mark(text.substr(0, found->begin)) : text};
    }
  for (const std::string& link : line.links)
    if (const auto found = day_at_begin(link); found && found->end == link.size()) return {found->day, text};
  return {std::nullopt, text};
}

class Reader {
 public:
  Reader(std::string_view path, const Note& note) : note_(note), stem_(stem_of(path)) {}

  Reading read() {
    read_names();
    named_day_ = first_day_in(values_of(note_, day_keys));
    if (const auto found = day_of_name(stem_); !named_day_ && found) named_day_ = found->day;
    read_front();
    for (const Line& line : note_.lines) read_line(line);
    finish_section();
    return std::move(reading_);
  }

 private:
  void add_name(std::string_view name) {
    name = trimmed(name);
    auto& names = reading_.names;
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  }

  void read_names() {
    add_name(stem_);
    // Zettlr: "20261103142500 Ada Example" is linked by its number.
    if (const auto found = day_of_name(stem_); found && stem_.find('-') != 4) {
      add_name(std::string_view(stem_).substr(0, found->end));
      std::string_view rest = std::string_view(stem_).substr(found->end);
      while (rest.starts_with(' ') || rest.starts_with('-') || rest.starts_with('_')) rest.remove_prefix(1);
      add_name(rest);
    }
    for (const auto* keys : {&title_keys, &alias_keys, &number_keys})
      for (const std::string& name : values_of(note_, *keys)) add_name(name);
    reading_.addresses = values_of(note_, address_keys);
  }

  [[nodiscard]] std::string title() const {
    const auto titles = values_of(note_, title_keys);
    std::string title = titles.empty() ? stem_ : titles.front();
    if (const auto found = day_of_name(title)) title.erase(0, found->end);
    title = std::string(behind_mark(title));
    if (!title.empty()) return title;
    const auto is_words = [](const Line& line) { return !trimmed(line.text).empty(); };
    const auto first = std::find_if(note_.lines.begin(), note_.lines.end(), is_words);
    return first == note_.lines.end() ? std::string() : first->text;
  }

  [[nodiscard]] Contact contact_of_note(std::string_view title) const {
    for (const std::string& word : values_of(note_, channel_keys))
      if (const auto contact = contact_of_word(trimmed(word))) return *contact;
    return contact_in(title).value_or(Contact{});
  }

  void read_front() {
    std::vector<std::string> names;
    for (const std::string& value : values_of(note_, people_keys))
      for (std::string& name : names_in_value(value))
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    if (names.empty()) return;
    const auto day = named_day_ ? named_day_ : first_day_in(values_of(note_, made_keys));
    if (!day) return;
    const std::string text = shortened(title());
    const Contact contact = contact_of_note(text);
    for (std::string& name : names)
      reading_.entries.push_back({0, *day, std::move(name), true, contact.channel, contact.direction,
                                  static_cast<int>(names.size()), text});
  }

  /// The nearest day of the headings above, or of the note.
  [[nodiscard]] std::optional<Day> day_above() const {
    for (auto heading = headings_.rbegin(); heading != headings_.rend(); ++heading)
      if (heading->second) return heading->second;
    return named_day_;
  }

  [[nodiscard]] std::optional<Day> day_of_item_above(const Line& line) {
    if (line.kind != Line::Kind::item) return std::nullopt;
    while (!items_.empty() && items_.back().first >= line.depth) items_.pop_back();
    return items_.empty() ? std::nullopt : items_.back().second;
  }

  void enter_heading(const Line& line, const Dated& dated) {
    finish_section();
    items_.clear();
    while (!headings_.empty() && headings_.back().first >= line.depth) headings_.pop_back();
    headings_.emplace_back(line.depth, dated.day);
    if (!dated.day || named_day_) return;
    section_ = Entry{line.number, *dated.day, "", false, {}, Direction::mutual, 1, std::string(dated.words)};
    section_contact_ = contact_in(dated.words);
  }

  void finish_section() {
    if (!section_) return;
    Entry entry = std::move(*section_);
    section_.reset();
    if (entry.text.empty()) return;
    set_contact(entry, section_contact_ ? section_contact_ : contact_in(entry.text));
    entry.text = shortened(std::move(entry.text));
    reading_.entries.push_back(std::move(entry));
  }

  static void set_contact(Entry& entry, const std::optional<Contact>& contact) {
    if (!contact) return;
    entry.channel = contact->channel;
    entry.direction = contact->direction;
  }

  void add_to_section(std::string_view words) {
    if (!section_ || words.empty() || section_->text.size() > longest_text) return;
    section_->text += (section_->text.empty() ? "" : "; ") + std::string(words);
  }

  void read_line(const Line& line) {
    const Dated own = dated(line);
    const auto item_day = day_of_item_above(line);
    if (line.kind == Line::Kind::heading) {
      enter_heading(line, own);
    } else if (line.kind == Line::Kind::item) {
      items_.emplace_back(line.depth, own.day ? own.day : item_day);
    }
    if (line.open_task) return;
    const auto day = own.day ? own.day : item_day ? item_day : day_above();
    if (!day) return;
    if (line.kind != Line::Kind::heading) add_own(line, own, item_day);
    add_links(line, own, *day);
  }

  /// Of whom the note is about.
  void add_own(const Line& line, const Dated& own, const std::optional<Day>& item_day) {
    if (named_day_) return;
    const auto day = own.day ? own.day : item_day;
    if (!day) return add_to_section(own.words);
    if (!own.words.empty()) add(line, *day, "", own.words, 1);
  }

  void add_links(const Line& line, const Dated& own, Day day) {
    std::vector<std::string> names;
    for (const std::string& link : line.links) {
      const auto is_date = day_at_begin(link);
      if (link.empty() || (is_date && is_date->end == link.size())) continue;
      if (std::find(names.begin(), names.end(), link) == names.end()) names.push_back(link);
    }
    for (const std::string& name : names) add(line, day, name, own.words, static_cast<int>(names.size()));
  }

  void add(const Line& line, Day day, std::string name, std::string_view words, int others) {
    Entry entry{line.number, day, std::move(name), false, {}, Direction::mutual, others, {}};
    set_contact(entry, contact_in(words));
    entry.text = shortened(std::string(words));
    reading_.entries.push_back(std::move(entry));
  }

  const Note& note_;
  std::string stem_;
  Reading reading_;
  std::optional<Day> named_day_;
  std::vector<std::pair<int, std::optional<Day>>> headings_;  ///< level and day, outermost first
  std::vector<std::pair<int, std::optional<Day>>> items_;     ///< depth and day, outermost first
  std::optional<Entry> section_;                              ///< under a heading with a date
  std::optional<Contact> section_contact_;
};

}  // namespace

Reading read_note(std::string_view path, const Note& note) { return Reader(path, note).read(); }

}  // namespace goodturn::notes
