#include "core/calendar/profile.h"

#include <array>
#include <charconv>

#include "core/base/hash.h"
#include "core/calendar/own_lines.h"
#include "core/calendar/pair_list.h"

namespace goodturn::calendar {
namespace {

/// P42D or P6W (RFC 5545 §3.3.6) as days.
std::optional<int> days_of(std::string_view duration) {
  if (duration.size() < 3 || duration.front() != 'p') return std::nullopt;
  const std::string_view digits = duration.substr(1, duration.size() - 2);
  int count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  constexpr int longest = 36'500;  // a century: keeps the product in range whatever the text says
  if (error != std::errc() || end != digits.data() + digits.size() || count < 0 || count > longest)
    return std::nullopt;
  if (duration.back() == 'w') return count * 7;
  return duration.back() == 'd' ? std::optional(count) : std::nullopt;
}

struct Rating {
  std::string_view name;
  int Ratings::*field;
};
constexpr std::array<Rating, 6> ratings = {{{"experience", &Ratings::experience},
                                            {"influence", &Ratings::influence},
                                            {"willing", &Ratings::willing},
                                            {"fun", &Ratings::fun},
                                            {"status", &Ratings::status},
                                            {"access", &Ratings::access}}};
constexpr int highest_rating = 2;

Ratings ratings_of(const std::vector<std::string>& values) {
  Ratings read;
  for (const auto& [name, value] : read_pairs(values))
    for (const Rating& rating : ratings)
      if (rating.name == name && value.size() == 1 && value[0] >= '0' && value[0] <= '0' + highest_rating)
        read.*rating.field = value[0] - '0';
  return read;
}

std::vector<std::string> words_of(const Ratings& given) {
  std::vector<std::string> words;
  for (const Rating& rating : ratings)
    if (const int value = given.*rating.field; value > 0)
      words.push_back(std::string(rating.name) + "=" + std::to_string(value));
  return words;
}

std::vector<std::string> words_of(const std::vector<Grouping>& groups) {
  std::vector<std::string> words;
  for (const Grouping& one : groups) words.push_back(one.dimension + "=" + one.group);
  return words;
}

std::vector<std::string> words_of(const std::vector<Power>& powers) {
  std::vector<std::string> words;
  for (const Power power : powers) words.emplace_back(to_string(power));
  return words;
}

std::vector<std::string> words_of(const std::vector<Day>& days) {
  std::vector<std::string> words;
  for (const Day day : days) words.push_back(to_basic(day));
  return words;
}

OwnLines lines_of(const Profile& profile) {
  const std::string cadence =
      profile.cadence_days ? "P" + std::to_string(*profile.cadence_days) + "D" : std::string();
  OwnLines own = {
      flag_line("X-GOODTURN-DO-NOT-SUGGEST", profile.do_not_suggest),
      day_line("X-GOODTURN-SNOOZED-UNTIL", profile.snoozed_until),
      value_line("X-GOODTURN-CADENCE", cadence),
      number_line("X-GOODTURN-LAYER", profile.layer),
      day_line("X-GOODTURN-UNTIL-THEY-WRITE", profile.until_they_write),
      day_line("X-GOODTURN-REVIVED", profile.revived),
      list_line("X-GOODTURN-PUT-OFF", words_of(profile.put_off)),
      flag_line("X-GOODTURN-DECEASED", profile.is_deceased),
      value_line("X-GOODTURN-TIE", profile.tie ? to_string(*profile.tie) : std::string_view()),
      flag_line("X-GOODTURN-FRIEND", profile.is_friend),
      flag_line("X-GOODTURN-TRUSTED", profile.is_trusted),
      flag_line("X-GOODTURN-OFFERED-HELP", profile.offered_help),
      flag_line("X-GOODTURN-KNOWS-GOAL", profile.knows_goal),
      day_line("X-GOODTURN-GRIEF", profile.grief),
      day_line("X-GOODTURN-STARTED-JOB", profile.started_job),
      day_line("X-GOODTURN-MOVED", profile.moved),
      number_line("X-GOODTURN-SENIORITY", profile.seniority),
      text_line("X-GOODTURN-SUPERIOR", profile.superior.value),
      list_line("X-GOODTURN-POWERS", words_of(profile.powers)),
      text_line("X-GOODTURN-FUNCTION", profile.function),
      text_line("X-GOODTURN-REGION", profile.region),
      text_line("X-GOODTURN-MET-AT", profile.met_at),
      text_line("X-GOODTURN-INTRODUCED-BY", profile.introduced_by.value),
      list_line("X-GOODTURN-GROUPS", words_of(profile.groups)),
      list_line("X-GOODTURN-OFFERS", profile.offers),
      list_line("X-GOODTURN-NEEDS", profile.needs),
      list_line("X-GOODTURN-INTERESTS", profile.interests),
      list_line("X-GOODTURN-RATINGS", words_of(profile.ratings)),
  };
  return journal_lines({profile.uid, JournalKind::profile, std::nullopt,
                        title_of(JournalKind::profile, profile.person.name), profile.text},
                       joined(person_lines(profile.person), std::move(own)));
}

void read_place(Profile& profile, const JournalReader& journal) {
  profile.seniority = journal.count("X-GOODTURN-SENIORITY", 5);
  profile.superior = Uid(journal.text("X-GOODTURN-SUPERIOR"));
  for (const std::string& word : journal.list("X-GOODTURN-POWERS"))
    if (const auto power = parse_power(word)) profile.powers.push_back(*power);
  profile.function = journal.text("X-GOODTURN-FUNCTION");
  profile.region = journal.text("X-GOODTURN-REGION");
  profile.met_at = journal.text("X-GOODTURN-MET-AT");
  profile.introduced_by = Uid(journal.text("X-GOODTURN-INTRODUCED-BY"));
  for (auto& [dimension, group] : read_pairs(journal.list("X-GOODTURN-GROUPS")))
    profile.groups.push_back({std::move(dimension), std::move(group)});
}

void read_rest(Profile& profile, const JournalReader& journal) {
  profile.until_they_write = journal.day("X-GOODTURN-UNTIL-THEY-WRITE");
  profile.revived = journal.day("X-GOODTURN-REVIVED");
  for (const std::string& word : journal.list("X-GOODTURN-PUT-OFF"))
    if (const auto day = parse_day(word)) profile.put_off.push_back(*day);
  profile.is_deceased = journal.flag("X-GOODTURN-DECEASED");
}

void read_standing(Profile& profile, const JournalReader& journal) {
  profile.tie = parse_tie_kind(journal.word("X-GOODTURN-TIE"));
  profile.is_friend = journal.flag("X-GOODTURN-FRIEND");
  profile.is_trusted = journal.flag("X-GOODTURN-TRUSTED");
  profile.offered_help = journal.flag("X-GOODTURN-OFFERED-HELP");
  profile.knows_goal = journal.flag("X-GOODTURN-KNOWS-GOAL");
  profile.grief = journal.day("X-GOODTURN-GRIEF");
  profile.started_job = journal.day("X-GOODTURN-STARTED-JOB");
  profile.moved = journal.day("X-GOODTURN-MOVED");
}

}  // namespace

Uid profile_uid(const Uid& person) { return Uid("goodturn-profile-" + to_hex(hash_of(person.value))); }

std::optional<Profile> read_profile(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::profile);
  if (!journal) return std::nullopt;
  Profile profile;
  profile.uid = journal->uid();
  profile.person = journal->person();
  profile.do_not_suggest = journal->flag("X-GOODTURN-DO-NOT-SUGGEST");
  profile.snoozed_until = journal->day("X-GOODTURN-SNOOZED-UNTIL");
  profile.cadence_days = days_of(journal->word("X-GOODTURN-CADENCE"));
  profile.layer = journal->count("X-GOODTURN-LAYER", 150);
  read_rest(profile, *journal);
  read_standing(profile, *journal);
  read_place(profile, *journal);
  profile.offers = journal->list("X-GOODTURN-OFFERS");
  profile.needs = journal->list("X-GOODTURN-NEEDS");
  profile.interests = journal->list("X-GOODTURN-INTERESTS");
  profile.ratings = ratings_of(journal->list("X-GOODTURN-RATINGS"));
  profile.text = journal->text("DESCRIPTION");
  return profile;
}

std::string write_profile(const Profile& profile, Instant stamp) {
  return write_item("VJOURNAL", lines_of(profile), stamp);
}

std::string update_profile(const text::Document& document, const Profile& profile, Instant stamp) {
  const auto before = read_profile(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(profile), stamp);
}

}  // namespace goodturn::calendar
