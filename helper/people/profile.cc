#include "helper/people/profile.h"

#include "helper/journals/field.h"
#include "helper/journals/keeping.h"
#include "helper/people/records.h"

namespace goodturn::helper {
namespace {

using calendar::Profile;
using calendar::Ratings;

Field<Profile> layer_field() {
  Field<Profile> made = number_field<Profile>(
      {"layer", FieldType::number, "5, 15, 50 or 150; 0 is outside", FieldUse::open, {}, 0, 150},
      &Profile::layer);
  made.take = [take = made.take, shape = made.shape](Profile& profile, const Json& value,
                                                     const NameOf& name_of) -> Result<void> {
    if (!value.is_null() && value != 0 && value != 5 && value != 15 && value != 50 && value != 150)
      return wrong(shape, Said("\"{field}\" takes 0, 5, 15, 50 or 150."));
    return take(profile, value, name_of);
  };
  return made;
}

Field<Profile> groups_field() {
  using Groups = std::vector<calendar::Grouping>;
  return field<Profile>(
      {"groups", FieldType::pairs, "Groups in dimensions of your own: field=hardware"}, &Profile::groups,
      [](const Shape& own, const Json& value, const NameOf&) -> Result<Groups> {
        if (!value.is_object()) return wrong(own, Said("\"{field}\" takes names with a value each."));
        Groups groups;
        for (const auto& [dimension, group] : value.items()) {
          auto name = line_in(own, dimension);
          if (!name) return fail(name.error());
          auto word = line_in(own, group);
          if (!word) return fail(word.error());
          if (name->empty() || word->empty() || word->find('=') != std::string::npos)
            return wrong(own, Said("\"{field}\" takes a name and a value without \"=\" each."));
          groups.push_back({std::move(*name), std::move(*word)});
        }
        return groups;
      },
      [](const Groups& groups) {
        Json json;
        for (const calendar::Grouping& one : groups) json[one.dimension] = one.group;
        return json;
      });
}

Field<Profile> rating_field(std::string_view name, std::string_view help, int Ratings::*rating) {
  return field<Profile>(
      {name, FieldType::number, help, FieldUse::open, {}, 0, 2},
      [rating](auto& profile) -> auto& { return profile.ratings.*rating; },
      [](const Shape& own, const Json& value, const NameOf&) { return number_in(own, value); },
      [](int value) { return value == 0 ? Json() : Json(value); });
}

Field<Profile> powers_field() {
  return field<Profile>(
      {"powers", FieldType::choices, "What they can decide", FieldUse::open, words_of(all_powers)},
      &Profile::powers,
      [](const Shape& own, const Json& value, const NameOf&) -> Result<std::vector<Power>> {
        const auto words = choices_in(own, value);
        if (!words) return fail(words.error());
        std::vector<Power> powers;
        for (const std::string& word : *words) powers.push_back(*parse_power(word));
        return powers;
      },
      [](const std::vector<Power>& powers) {
        Json list = Json::array();
        for (const Power power : powers) list.push_back(to_string(power));
        return list.empty() ? Json() : list;
      });
}

Json put_off_json(const Profile& profile) {
  Json days = Json::array();
  for (const Day day : profile.put_off) days.push_back(to_iso(day));
  return days.empty() ? Json() : days;
}

const std::vector<Field<Profile>>& fields() {
  static const std::vector<Field<Profile>> all = {
      flag_field<Profile>({"do_not_suggest", FieldType::flag, "Never suggest them"},
                          &Profile::do_not_suggest),
      day_field<Profile>({"snoozed_until", FieldType::day, "Not before this day"}, &Profile::snoozed_until),
      number_field<Profile>(
          {"cadence_days", FieldType::number, "Days between contacts", FieldUse::open, {}, 1, 3650},
          &Profile::cadence_days),
      layer_field(),
      day_field<Profile>({"until_they_write", FieldType::day, "Put off on this day until they write"},
                         &Profile::until_they_write),
      day_field<Profile>({"revived", FieldType::day, "You ended the rest of the tie on"}, &Profile::revived),
      shown_field<Profile>({"put_off", FieldType::lines, "When a reminder was put off"}, put_off_json),
      flag_field<Profile>({"deceased", FieldType::flag, "They have died"}, &Profile::is_deceased),
      word_field<Profile>({"tie", FieldType::word, "Kind of tie", FieldUse::open, words_of(all_tie_kinds)},
                          &Profile::tie, parse_tie_kind),
      flag_field<Profile>({"friend", FieldType::flag, "A friend, apart from every role"},
                          &Profile::is_friend),
      flag_field<Profile>({"trusted", FieldType::flag, "You trust them"}, &Profile::is_trusted),
      flag_field<Profile>({"offered_help", FieldType::flag, "They offered help"}, &Profile::offered_help),
      flag_field<Profile>({"knows_goal", FieldType::flag, "They know your goal"}, &Profile::knows_goal),
      day_field<Profile>({"grief", FieldType::day, "Bereaved since"}, &Profile::grief),
      day_field<Profile>({"started_job", FieldType::day, "Began a new job on"}, &Profile::started_job),
      day_field<Profile>({"moved", FieldType::day, "Moved on"}, &Profile::moved),
      number_field<Profile>({"seniority", FieldType::number, "0 junior to 5 head", FieldUse::open, {}, 0, 5},
                            &Profile::seniority),
      uid_field<Profile>({"superior", FieldType::person, "Whom they report to"}, &Profile::superior),
      powers_field(),
      text_field<Profile>({"function", FieldType::line, "research, sales …"}, &Profile::function),
      text_field<Profile>({"region", FieldType::line, "Where they work"}, &Profile::region),
      text_field<Profile>({"met_at", FieldType::line, "Where you met"}, &Profile::met_at),
      uid_field<Profile>({"introduced_by", FieldType::person, "Who introduced you"}, &Profile::introduced_by),
      groups_field(),
      lines_field<Profile>({"offers", FieldType::lines, "What they offer"}, &Profile::offers),
      lines_field<Profile>({"needs", FieldType::lines, "What they need"}, &Profile::needs),
      lines_field<Profile>({"interests", FieldType::lines, "What interests them"}, &Profile::interests),
      rating_field("experience", "Your estimate, 0 not rated to 2", &Ratings::experience),
      rating_field("influence", "Your estimate, 0 not rated to 2", &Ratings::influence),
      rating_field("willing", "Your estimate, 0 not rated to 2", &Ratings::willing),
      rating_field("fun", "How much fun moves them, 0 to 2", &Ratings::fun),
      rating_field("status", "How much status moves them, 0 to 2", &Ratings::status),
      rating_field("access", "How much access moves them, 0 to 2", &Ratings::access),
      text_field<Profile>({"text", FieldType::text, "Your own note"}, &Profile::text),
  };
  return all;
}

}  // namespace

std::span<const Shape> profile_shapes() {
  static const std::vector<Shape> shapes = [] {
    std::vector<Shape> made;
    for (const Field<Profile>& field : fields()) made.push_back(field.shape);
    return made;
  }();
  return shapes;
}

Json json_of(const Profile& profile) {
  Json json = Json::object();
  put_fields(fields(), profile, json);
  return json;
}

Result<std::string> edit_profile(World& world, UndoLog& undo, const Uid& uid, const Json& changes) {
  return edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const Person* person = desk.snapshot.by_uid(uid);
    if (!person) return fail(ErrorKind::not_found, "Nobody with this UID is in your address books.");
    Profile profile = person->profile;
    Json named = changes;
    const bool revives = named.is_object() && named.erase("revive") > 0;
    if (auto taken = take_fields(fields(), profile, named, desk.name_of()); !taken) return taken;
    if (profile.superior == uid || profile.introduced_by == uid)
      return fail(ErrorKind::invalid, "Nobody reports to themselves or introduces themselves.");
    // Another rhythm is a word about the tie, too: what rested wakes up in it.
    const bool wakes = revives || (named.contains("cadence_days") && !named.contains("revived"));
    if (wakes) profile.revived = desk.now.today;
    const auto edit = [&](Profile& stored) { stored = profile; };
    return change_profile(world, desk.items, *person, edit, desk.before);
  });
}

}  // namespace goodturn::helper
