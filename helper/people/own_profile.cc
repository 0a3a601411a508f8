#include <algorithm>
#include <array>
#include <cstdio>

#include "helper/index/own_rows.h"
#include "helper/journals/field.h"
#include "helper/journals/keeping.h"
#include "helper/people/profile.h"

namespace goodturn::helper {
namespace {

using calendar::OwnProfile;
using calendar::QuietHours;
using calendar::SelfCheck;
using calendar::WantedRole;

constexpr std::array<std::string_view, 7> weekdays = {"mo", "tu", "we", "th", "fr", "sa", "su"};

/// "20:00".
std::string clock_text(int minutes) {
  char text[8];
  std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
  return text;
}

std::optional<int> minutes_in(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  int hours = 0, minutes = 0, read = 0;
  const std::string& text = value.get_ref<const std::string&>();
  if (std::sscanf(text.c_str(), "%2d:%2d%n", &hours, &minutes, &read) != 2) return std::nullopt;
  if (static_cast<std::size_t>(read) != text.size() || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
    return std::nullopt;
  return hours * 60 + minutes;
}

/// As long as nothing is said, the nights are quiet; hours that end where they begin are none.
constexpr QuietHours no_quiet_hours{0, 0};

Field<OwnProfile> quiet_field() {
  auto hours = field<OwnProfile>(
      {"quiet_hours", FieldType::pairs, "No suggestions: from=20:00, until=08:00", FieldUse::open},
      &OwnProfile::quiet,
      [](const Shape& own, const Json& value, const NameOf&) -> Result<QuietHours> {
        const auto from =
            value.is_object() && value.contains("from") ? minutes_in(value["from"]) : std::nullopt;
        const auto until =
            value.is_object() && value.contains("until") ? minutes_in(value["until"]) : std::nullopt;
        if (!from || !until || value.size() != 2)
          return wrong(own, Said("\"{field}\" takes from and until, like 20:00 and 08:00."));
        return QuietHours{*from, *until};
      },
      [](const QuietHours& quiet) {
        if (quiet.from == quiet.until) return Json();
        return Json{{"from", clock_text(quiet.from)}, {"until", clock_text(quiet.until)}};
      });
  hours.take = [take = hours.take](OwnProfile& own, const Json& value,
                                   const NameOf& name_of) -> Result<void> {
    if (!value.is_null()) return take(own, value, name_of);
    own.quiet = no_quiet_hours;
    return {};
  };
  return hours;
}

Field<OwnProfile> workdays_field() {
  using Days = std::array<bool, 7>;
  return field<OwnProfile>(
      {"workdays",
       FieldType::choices,
       "Days on which you work",
       FieldUse::kept,
       {weekdays.begin(), weekdays.end()}},
      &OwnProfile::works,
      [](const Shape& own, const Json& value, const NameOf&) -> Result<Days> {
        const auto words = choices_in(own, value);
        if (!words) return fail(words.error());
        Days works{};
        for (const std::string& word : *words)
          works.at(static_cast<std::size_t>(std::find(weekdays.begin(), weekdays.end(), word) -
                                            weekdays.begin())) = true;
        return works;
      },
      [](const Days& works) {
        Json days = Json::array();
        for (std::size_t i = 0; i < works.size(); ++i)
          if (works.at(i)) days.push_back(weekdays.at(i));
        return days;
      });
}

Field<OwnProfile> wanted_field() {
  using Wanted = std::vector<WantedRole>;
  return field<OwnProfile>(
      {"wanted_roles",
       FieldType::pairs,
       "How many of each role you want: mentor=1",
       FieldUse::open,
       {},
       0,
       20},
      &OwnProfile::wanted_roles,
      [](const Shape& own, const Json& value, const NameOf&) -> Result<Wanted> {
        if (!value.is_object()) return wrong(own, Said("\"{field}\" takes roles with a number each."));
        Wanted wanted;
        for (const auto& [role, count] : value.items()) {
          auto word = line_in(own, role);
          if (!word) return fail(word.error());
          if (word->empty()) return wrong(own, Said("\"{field}\" names a role that is empty."));
          const auto number = number_in(own, count);
          if (!number) return fail(number.error());
          wanted.push_back({std::move(*word), *number});
        }
        return wanted;
      },
      [](const Wanted& wanted) {
        Json json;
        for (const WantedRole& one : wanted) json[one.role] = one.count;
        return json;
      });
}

Json checks_json(const OwnProfile& profile) {
  Json checks = Json::array();
  for (const SelfCheck& one : profile.checks)
    checks.push_back({{"day", to_iso(one.day)},
                      {"belong", one.belong},
                      {"respect", one.respect},
                      {"connection", one.connection}});
  return checks.empty() ? Json() : checks;
}

const std::vector<Field<OwnProfile>>& fields() {
  static const std::vector<Field<OwnProfile>> all = {
      lines_field<OwnProfile>({"offers", FieldType::lines, "What you know and can do"}, &OwnProfile::offers),
      lines_field<OwnProfile>({"interests", FieldType::lines, "What interests you"}, &OwnProfile::interests),
      text_field<OwnProfile>({"organisation", FieldType::line, "Where you work"}, &OwnProfile::organisation),
      text_field<OwnProfile>({"unit", FieldType::line, "Your unit"}, &OwnProfile::unit),
      text_field<OwnProfile>({"function", FieldType::line, "Your function"}, &OwnProfile::function),
      lines_field<OwnProfile>({"domains", FieldType::lines, "Mail domains of your organisation"},
                              &OwnProfile::domains),
      uid_field<OwnProfile>({"boss", FieldType::person, "Whom you report to"}, &OwnProfile::boss),
      number_field<OwnProfile>(
          {"seniority", FieldType::number, "0 junior to 5 head", FieldUse::open, {}, 0, 5},
          &OwnProfile::seniority),
      number_field<OwnProfile>(
          {"weekly_energy", FieldType::number, "Suggestions a week", FieldUse::open, {}, 0, 20},
          &OwnProfile::weekly_energy),
      wanted_field(),
      quiet_field(),
      workdays_field(),
      day_field<OwnProfile>({"crisis", FieldType::day, "In a crisis since"}, &OwnProfile::crisis),
      flag_field<OwnProfile>({"purist", FieldType::flag, "Only suggestions that give or help"},
                             &OwnProfile::purist),
      flag_field<OwnProfile>({"asked_for_purpose", FieldType::flag, "The question for a purpose was shown"},
                             &OwnProfile::asked_for_purpose),
      day_field<OwnProfile>({"learning_since", FieldType::day, "Answers before this day do not teach"},
                            &OwnProfile::learning_since),
      flag_field<OwnProfile>(
          {"without_learning", FieldType::flag, "Your answers never change which rules come first"},
          &OwnProfile::without_learning),
      flag_field<OwnProfile>({"without_balance", FieldType::flag, "No view of giving and taking"},
                             &OwnProfile::without_balance),
      flag_field<OwnProfile>({"without_meeting_tasks", FieldType::flag,
                              "No brief and no question around meetings in the calendar"},
                             &OwnProfile::without_meeting_tasks),
      shown_field<OwnProfile>({"self_checks", FieldType::lines, "Your answers of earlier quarters"},
                              checks_json),
  };
  return all;
}

}  // namespace

std::span<const Shape> own_profile_shapes() {
  static const std::vector<Shape> shapes = [] {
    std::vector<Shape> made;
    for (const Field<OwnProfile>& field : fields()) made.push_back(field.shape);
    return made;
  }();
  return shapes;
}

Json json_of(const OwnProfile& profile) {
  Json json = Json::object();
  put_fields(fields(), profile, json);
  return json;
}

Result<OwnProfile> own_profile(World& world) {
  auto rows = OwnRows::open(world);
  if (!rows) return fail(rows.error());
  calendar::Journals journals;
  auto read = rows->each_journal([&](JournalKind kind, const text::Document& document) {
    if (kind == JournalKind::self) add_journal(journals, document);
  });
  if (!read) return fail(read.error());
  return journals.self;
}

Result<void> change_own_profile(World& world, Items& items, const std::function<void(OwnProfile&)>& edit,
                                Before& before) {
  auto profile = own_profile(world);
  if (!profile) return fail(profile.error());
  edit(*profile);
  return write_journal(world, items, calendar::own_profile_uid(), *profile, before);
}

Result<void> set_in_own_profile(World& world, const std::function<void(OwnProfile&)>& edit) {
  const auto lock = world.lock();
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  Before before;
  return world.store.transact([&] { return change_own_profile(world, *items, edit, before); });
}

Result<std::string> edit_own_profile(World& world, UndoLog& undo, const Json& changes) {
  return edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    OwnProfile profile = desk.snapshot.journals().self;
    if (auto taken = take_fields(fields(), profile, changes, desk.name_of()); !taken) return taken;
    return write_journal(world, desk.items, calendar::own_profile_uid(), profile, desk.before);
  });
}

Result<std::string> add_self_check(World& world, UndoLog& undo, int belong, int respect, int connection) {
  for (const int answer : {belong, respect, connection})
    if (answer < 1 || answer > 5) return fail(ErrorKind::invalid, "Each of the three answers is 1 to 5.");
  return edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const auto edit = [&](OwnProfile& profile) {
      std::erase_if(profile.checks, [&](const SelfCheck& one) { return one.day == desk.now.today; });
      profile.checks.push_back({desk.now.today, belong, respect, connection});
    };
    return change_own_profile(world, desk.items, edit, desk.before);
  });
}

}  // namespace goodturn::helper
