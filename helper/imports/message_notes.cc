#include "helper/imports/message_notes.h"

#include <map>

#include "core/calendar/journal.h"
#include "core/people/card.h"
#include "helper/people/own_language.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

/// People by the addresses of their profiles.
class Profiles {
 public:
  /// The first card with a profile stands for it.
  void add(const std::string& text) {
    const auto document = text::Document::parse(text);
    const text::Component* card = document.find("VCARD");
    if (card == nullptr) return;
    const auto name = people::read_card(document);
    for (const char* property : {"URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP"})
      for (const text::Property& one : document.all(*card, property)) {
        const std::string key = imports::profile_key(text::decoded_text(one));
        const Uid uid(text::uid_of(document));
        if (!key.empty() && !uid.empty())
          people_.emplace(key, calendar::NamedPerson{uid, name ? name->name : ""});
      }
  }

  [[nodiscard]] const calendar::NamedPerson* find(const std::string& profile) const {
    const auto found = people_.find(profile);
    return found == people_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, calendar::NamedPerson> people_;
};

calendar::Record note_of(const imports::MessageDay& day, const calendar::NamedPerson& person,
                         Language language) {
  const std::string date = to_iso(std::chrono::floor<std::chrono::days>(day.first));
  calendar::Record record;
  record.uid = Uid("goodturn-" + to_hex(hash_of("linkedin\n" + day.profile + '\n' + date)));
  record.kind = RecordKind::note;
  record.person = person.uid;
  record.person_name = person.name;
  record.at = day.first;
  record.text = in_words(Said("import.messages", {{"theirs", static_cast<std::int64_t>(day.from_them)},
                                                  {"own", static_cast<std::int64_t>(day.from_user)}}),
                         language);
  return record;
}

}  // namespace

Result<std::size_t> add_message_notes(World& world, const Items& items,
                                      const std::vector<imports::MessageDay>& days,
                                      std::vector<ImportEntry>& entries) {
  if (days.empty()) return std::size_t{0};
  const auto language = own_language(world);
  if (!language) return fail(language.error());
  Profiles profiles;
  for (const auto& [id, collection] : items.collections()) {
    if (!collection.holds.cards) continue;
    auto visited = world.store.each_item(id, [&](const sync::Item& item) -> Result<void> {
      profiles.add(item.text);
      return {};
    });
    if (!visited) return fail(visited.error());
  }
  for (const ImportEntry& entry : entries)
    if (entry.kind == ImportKind::card) profiles.add(entry.text);
  std::size_t left_out = 0;
  for (const imports::MessageDay& day : days) {
    const calendar::NamedPerson* person = profiles.find(day.profile);
    if (person == nullptr) {
      left_out += day.from_them + day.from_user;
      continue;
    }
    calendar::Record record = note_of(day, *person, *language);
    const Uid uid = record.uid;
    entries.push_back({person->name, uid, ImportFate::fresh, ImportKind::record, "", std::move(record)});
  }
  return left_out;
}

}  // namespace goodturn::helper
