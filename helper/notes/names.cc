#include "helper/notes/names.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "core/relations/observation.h"

namespace goodturn::helper {
namespace {

using Places = std::vector<std::size_t>;

void add(Places& places, std::size_t place) {
  const auto at = std::lower_bound(places.begin(), places.end(), place);
  if (at == places.end() || *at != place) places.insert(at, place);
}

void add_all(Places& places, const Places& more) {
  for (const std::size_t place : more) add(places, place);
}

std::string one_blank(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      plain += c;
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  while (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

}  // namespace

std::string name_key(std::string_view name) {
  const std::string plain = one_blank(name);
  utf8proc_uint8_t* result = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                      UTF8PROC_IGNORE);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(plain.data()),
                                             static_cast<utf8proc_ssize_t>(plain.size()), &result, options);
  if (size < 0) return plain;
  std::string key(reinterpret_cast<const char*>(result), static_cast<std::size_t>(size));
  std::free(result);
  return key;
}

NoteNames::NoteNames(const std::vector<Person>& persons,
                     const std::unordered_map<std::string, std::size_t>& by_email,
                     const std::vector<notes::ReadNote>& notes, NoteAnswers answers)
    : by_email_(by_email), first_(notes.data()), answers_(std::move(answers)) {
  for (std::size_t place = 0; place < persons.size(); ++place) {
    const Person& person = persons[place];
    if (person.card.is_group) continue;
    add(by_name_[name_key(person.card.name)], place);
    for (const people::Card& card : person.cards) add(by_name_[name_key(card.name)], place);
    for (const CardPlace& card : person.places) by_uid_.emplace(card.uid.value, place);
  }
  by_name_.erase("");
  for (std::size_t at = 0; at < notes.size(); ++at)
    for (const std::string& name : notes[at].says.names) notes_by_name_[name_key(name)].push_back(at);
  for (const notes::ReadNote& note : notes) {
    by_address_.push_back(with_address(note.says.addresses));
    owners_.push_back(find_owners(note));
  }
}

std::optional<Places> NoteNames::answered(const std::string& name) const {
  const auto answer = answers_.find(name_key(name));
  if (answer == answers_.end()) return std::nullopt;
  const auto place = by_uid_.find(answer->second.value);
  return place == by_uid_.end() ? Places{} : Places{place->second};
}

Places NoteNames::with_address(const std::vector<std::string>& addresses) const {
  Places places;
  for (const std::string& address : addresses)
    if (const auto found = by_email_.find(relations::plain_address(address)); found != by_email_.end())
      add(places, found->second);
  return places;
}

Places NoteNames::find_owners(const notes::ReadNote& note) const {
  for (const std::string& name : note.says.names)
    if (auto places = answered(name)) return *places;
  if (auto places = with_address(note.says.addresses); !places.empty()) return places;
  Places places;
  for (const std::string& name : note.says.names)
    if (const auto found = by_name_.find(name_key(name)); found != by_name_.end())
      add_all(places, found->second);
  return places;
}

Places NoteNames::meant_by(const std::string& name) const {
  if (auto places = answered(name)) return *places;
  if (name.find('@') != std::string::npos) return with_address({name});
  const std::string key = name_key(name);
  const auto called = notes_by_name_.find(key);
  if (called != notes_by_name_.end()) {
    Places places;
    for (const std::size_t note : called->second) add_all(places, by_address_[note]);
    if (places.size() == 1) return places;
  }
  if (const auto found = by_name_.find(key); found != by_name_.end()) return found->second;
  Places places;
  if (called != notes_by_name_.end())
    for (const std::size_t note : called->second) add_all(places, owners_[note]);
  return places;
}

const Places& NoteNames::owners_of(const notes::ReadNote& note) const {
  return owners_[static_cast<std::size_t>(&note - first_)];
}

Places NoteNames::about(const notes::Entry& entry, const notes::ReadNote& note) const {
  return entry.name.empty() ? owners_of(note) : meant_by(entry.name);
}

}  // namespace goodturn::helper
