#include "helper/export/readable.h"

#include "core/calendar/identity.h"
#include "core/calendar/own_profile.h"
#include "core/calendar/profile.h"
#include "core/people/partial_date.h"
#include "helper/people/profile.h"

namespace goodturn::helper {
namespace {

void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void put(Json& json, const char* name, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[name] = texts;
}

Json json_of(const Index::Origin& origin, const people::Card& card) {
  Json json = {{"uid", card.uid.value}, {"name", card.name}, {"collection", origin.collection}};
  put(json, "emails", card.emails);
  put(json, "phones", card.phones);
  put(json, "organisation", card.organisation);
  put(json, "unit", card.unit);
  put(json, "title", card.title);
  put(json, "tags", card.tags);
  put(json, "notes", card.notes);
  put(json, "nicknames", card.nicknames);
  if (card.birthday) json["birthday"] = people::written_date(*card.birthday);
  if (card.anniversary) json["anniversary"] = people::written_date(*card.anniversary);
  if (card.is_group) json["group"] = true;
  return json;
}

Json json_of(const calendar::Identity& identity) {
  Json json = {{"cards", {identity.cards.a.uid.value, identity.cards.b.uid.value}},
               {"names", {identity.cards.a.name, identity.cards.b.name}},
               {"day", to_iso(identity.day)}};
  if (identity.verdict) json["verdict"] = to_string(*identity.verdict);
  put(json, "text", identity.text);
  return json;
}

/// Journal items in the order of their places. Where several items hold one thing, all are named.
class JournalViews {
 public:
  void take(const relations::JournalRow& row) {
    const auto document = text::Document::parse(row.text);
    if (row.kind == JournalKind::profile) {
      if (const auto profile = calendar::read_profile(document))
        profiles.push_back({{"person", profile->person.uid.value},
                            {"name", profile->person.name},
                            {"profile", helper::json_of(*profile)}});
    } else if (row.kind == JournalKind::self) {
      if (const auto own = calendar::read_own_profile(document))
        own_profiles.push_back(helper::json_of(*own));
    } else if (row.kind == JournalKind::identity) {
      if (const auto identity = calendar::read_identity(document)) merges.push_back(json_of(*identity));
    }
  }

  Json profiles = Json::array();
  Json own_profiles = Json::array();
  Json merges = Json::array();
};

}  // namespace

Result<std::map<std::string, Json>> readable_views(World& world) {
  Json people = Json::array();
  auto read = world.index.each_person([&](const Index::Origin& origin, const people::Card& card) {
    people.push_back(json_of(origin, card));
  });
  if (!read) return fail(read.error());
  JournalViews views;
  auto journals = world.index.each_journal(
      [&](const Index::Origin&, const relations::JournalRow& row) { views.take(row); });
  if (!journals) return fail(journals.error());
  return std::map<std::string, Json>{{"people.json", std::move(people)},
                                     {"profiles.json", std::move(views.profiles)},
                                     {"own-profile.json", std::move(views.own_profiles)},
                                     {"merges.json", std::move(views.merges)}};
}

}  // namespace goodturn::helper
