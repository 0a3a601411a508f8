#include <algorithm>

#include "core/people/partial_date.h"
#include "helper/index/moment_titles.h"
#include "helper/items/shown_name.h"
#include "helper/json/json.h"
#include "helper/people/profile.h"
#include "helper/people/tag.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

void set_if(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

Json roles_of(const people::Card& card) {
  Json roles = Json::array();
  for (const Role role : card.roles) roles.push_back(to_string(role));
  return roles;
}

/// What a list row and a person page share.
Json common(const Snapshot& snapshot, const Person& person, const Items& items) {
  const suggest::Standing& standing = snapshot.standing(person);
  Json json = {{"uid", person.card.uid.value},
               {"name", person.card.name},
               {"tags", person.card.tags},
               {"roles", roles_of(person.card)},
               {"layer", standing.layer},
               {"state", suggest::to_string(standing.state)},
               {"can_tag", may_tag(person, items).allowed}};
  set_if(json, "organisation", person.card.organisation);
  set_if(json, "title", person.card.title);
  if (standing.last_day) json["last_contact"] = to_iso(*standing.last_day);
  if (person.contact.planned) json["next_meeting"] = to_iso(*person.contact.planned);
  if (auto names = communities_of(snapshot.journals(), person); !names.empty())
    json["communities"] = std::move(names);
  return json;
}

constexpr std::string_view word_of(Moment::Kind kind) {
  switch (kind) {
    case Moment::Kind::meeting:
      return "meeting";
    case Moment::Kind::planned:
      return "planned";
    case Moment::Kind::touch:
      return "touch";
    case Moment::Kind::mail:
      return "mail";
    case Moment::Kind::note:
      return "note";
    case Moment::Kind::gave:
      return "gave";
    case Moment::Kind::received:
      return "received";
    case Moment::Kind::promised:
      return "promised";
    case Moment::Kind::follow_up:
      return "follow-up";
    case Moment::Kind::ask:
      return "ask";
    case Moment::Kind::introduction:
      return "introduction";
    case Moment::Kind::role:
      return "role";
  }
  return "";
}

Json timeline_of(const Person& person, Language language) {
  Json entries = Json::array();
  for (const Moment& moment : timeline(person)) {
    Json entry = {{"kind", word_of(moment.kind)},
                  {"at", to_iso(moment.at)},
                  {"day", to_iso(moment.day)},
                  {"title", in_words(title_of(moment), language)}};
    set_if(entry, "text", moment.text);
    set_if(entry, "file", note_file_of(moment));
    if (moment.channel) entry["channel"] = to_string(*moment.channel);
    entries.push_back(std::move(entry));
  }
  return entries;
}

Json promises_of(const suggest::Contact& contact) {
  Json promises = Json::array();
  for (const suggest::Obligation& one : contact.obligations) {
    if (one.kind != RecordKind::promised || one.settled) continue;
    Json promise = {{"record", one.record.value}, {"text", one.text}};
    if (one.due) promise["due"] = to_iso(*one.due);
    promises.push_back(std::move(promise));
  }
  return promises;
}

}  // namespace

Json json_of(const PeoplePage& page, const Items& items, Language language) {
  Json rows = Json::array();
  for (const Person* person : page.persons) {
    Json row = common(*page.snapshot, *person, items);
    set_if(row, "email", person->card.emails.empty() ? "" : person->card.emails.front());
    rows.push_back(std::move(row));
  }
  Json tags = Json::array();
  for (const TagCount& tag : page.tags) tags.push_back({{"tag", tag.tag}, {"count", tag.count}});
  Json json = {{"total", page.total}, {"people", std::move(rows)}, {"tags", std::move(tags)}};
  if (page.empty_reason) json["empty_reason"] = in_words(*page.empty_reason, language);
  return json;
}

Json json_of(const TaggedPeople& tagged, Language language) {
  Json untagged = Json::array();
  for (const Untagged& one : tagged.untagged)
    untagged.push_back({{"person", one.person.value}, {"why", in_words(one.why, language)}});
  Json json = {{"changed", tagged.changed}, {"untagged", std::move(untagged)}, {"sent", tagged.rest.sent}};
  set_if(json, "undo", tagged.rest.undo);
  set_if(json, "note", in_sentences(tagged.rest.note, language));
  return json;
}

Json cards_json(const Person& person, const Items& items, Language language) {
  Json cards = Json::array();
  for (std::size_t i = 0; i < person.places.size(); ++i) {
    const people::Card& card = person.cards.empty() ? person.card : person.cards[i];
    const sync::Collection& book = items.collections().at(person.places[i].collection);
    Json json = {{"uid", card.uid.value},
                 {"name", card.name},
                 {"book", shown_name(book, language)},
                 {"emails", card.emails},
                 {"phones", card.phones},
                 {"tags", card.tags},
                 {"roles", roles_of(card)},
                 {"nicknames", card.nicknames},
                 {"notes", card.notes},
                 {"can_tag", may_tag(book).allowed}};
    set_if(json, "organisation", card.organisation);
    set_if(json, "unit", card.unit);
    set_if(json, "title", card.title);
    if (card.birthday) json["birthday"] = people::written_date(*card.birthday);
    if (card.anniversary) json["anniversary"] = people::written_date(*card.anniversary);
    cards.push_back(std::move(json));
  }
  return cards;
}

Json json_of_person(const Snapshot& snapshot, const Person& person, const Items& items, Language language) {
  const people::Card& card = person.card;
  Json json = common(snapshot, person, items);
  json["emails"] = card.emails;
  json["phones"] = card.phones;
  json["notes"] = card.notes;
  json["do_not_suggest"] = person.contact.do_not_suggest;
  json["timeline"] = timeline_of(person, language);
  json["promises"] = promises_of(person.contact);
  json["profile"] = json_of(person.profile);
  set_if(json, "unit", card.unit);
  set_if(json, "book", shown_name(items.collections().at(person.places.front().collection), language));
  if (const TagPermission tagging = may_tag(person, items); !tagging.allowed)
    json["tag_hint"] = in_words(tagging.hint, language);
  json["cards"] = cards_json(person, items, language);
  if (const auto usual = suggest::usual_words(snapshot.standing(person)))
    json["usual"] = in_words(*usual, language);
  put_ties(snapshot, person, json);
  if (card.birthday) json["birthday"] = people::written_date(*card.birthday);
  if (person.contact.manual_cadence) json["cadence_days"] = *person.contact.manual_cadence;
  if (person.contact.manual_layer) json["manual_layer"] = *person.contact.manual_layer;
  if (person.contact.snoozed_until) json["snoozed_until"] = to_iso(*person.contact.snoozed_until);
  return json;
}

}  // namespace goodturn::helper
