#include "core/calendar/own_profile.h"

#include <charconv>
#include <cstdio>

#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"
#include "core/calendar/pair_list.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

constexpr int most_holders = 20;
constexpr int most_energy = 20;
constexpr std::array<std::string_view, 7> weekdays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::optional<int> number_of(std::string_view digits, int least, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// "08:30" as minutes after midnight.
std::optional<int> minutes_of(std::string_view clock) {
  if (clock.size() != 5 || clock[2] != ':') return std::nullopt;
  const auto hour = number_of(clock.substr(0, 2), 0, 23), minute = number_of(clock.substr(3), 0, 59);
  return hour && minute ? std::optional(*hour * 60 + *minute) : std::nullopt;
}

std::string clock_text(int minutes) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / 60, minutes % 60);
  return text.data();
}

QuietHours quiet_of(const std::string& text) {
  if (text.size() != 11 || text[5] != '-') return {};
  const auto from = minutes_of(std::string_view(text).substr(0, 5));
  const auto until = minutes_of(std::string_view(text).substr(6));
  return from && until ? QuietHours{*from, *until} : QuietHours{};
}

std::string text_of(const QuietHours& quiet) {
  return quiet == QuietHours{} ? std::string() : clock_text(quiet.from) + "-" + clock_text(quiet.until);
}

/// A week without a working day is written "none", so that it differs from a missing line.
constexpr std::string_view no_workday = "none";

std::vector<std::string> words_of(const std::array<bool, 7>& works) {
  if (works == OwnProfile{}.works) return {};
  std::vector<std::string> words;
  for (std::size_t day = 0; day < works.size(); ++day)
    if (works[day]) words.emplace_back(weekdays[day]);
  if (words.empty()) words.emplace_back(no_workday);
  return words;
}

std::array<bool, 7> workdays_of(const std::vector<std::string>& words) {
  std::array<bool, 7> works{};
  bool known = false;
  for (const std::string& word : words) {
    known |= word == no_workday;
    for (std::size_t day = 0; day < weekdays.size(); ++day)
      if (upper_word(word) == weekdays[day]) known = works[day] = true;
  }
  return known ? works : OwnProfile{}.works;
}

std::vector<std::string> words_of(const std::vector<WantedRole>& roles) {
  std::vector<std::string> words;
  for (const WantedRole& wanted : roles) words.push_back(wanted.role + "=" + std::to_string(wanted.count));
  return words;
}

std::vector<WantedRole> wanted_roles_of(const std::vector<std::string>& values) {
  std::vector<WantedRole> roles;
  for (auto& [role, value] : read_pairs(values))
    if (const auto count = number_of(value, 0, most_holders)) roles.push_back({std::move(role), *count});
  return roles;
}

std::vector<std::string> words_of(const std::vector<SelfCheck>& checks) {
  std::vector<std::string> words;
  for (const SelfCheck& check : checks)
    words.push_back(to_basic(check.day) + " " + std::to_string(check.belong) + " " +
                    std::to_string(check.respect) + " " + std::to_string(check.connection));
  return words;
}

std::vector<SelfCheck> checks_of(const std::vector<std::string>& values) {
  std::vector<SelfCheck> checks;
  for (const std::string& value : values) {
    constexpr std::size_t length = 14;  // "20261001 4 5 3"
    if (value.size() != length || value[8] != ' ' || value[10] != ' ' || value[12] != ' ') continue;
    const std::string_view text = value;
    const auto day = day_of(text.substr(0, 8));
    const auto belong = number_of(text.substr(9, 1), 1, 5), respect = number_of(text.substr(11, 1), 1, 5),
               connection = number_of(text.substr(13, 1), 1, 5);
    if (day && belong && respect && connection) checks.push_back({*day, *belong, *respect, *connection});
  }
  return checks;
}

OwnLines lines_of(const OwnProfile& profile) {
  return journal_lines({own_profile_uid(), JournalKind::self, std::nullopt, "About me", ""},
                       {
                           list_line("X-GOODTURN-OFFERS", profile.offers),
                           list_line("X-GOODTURN-INTERESTS", profile.interests),
                           text_line("X-GOODTURN-ORGANISATION", profile.organisation),
                           text_line("X-GOODTURN-UNIT", profile.unit),
                           text_line("X-GOODTURN-FUNCTION", profile.function),
                           list_line("X-GOODTURN-DOMAINS", profile.domains),
                           text_line("X-GOODTURN-SUPERIOR", profile.boss.value),
                           number_line("X-GOODTURN-SENIORITY", profile.seniority),
                           number_line("X-GOODTURN-WEEKLY-ENERGY", profile.weekly_energy),
                           list_line("X-GOODTURN-WANTED-ROLES", words_of(profile.wanted_roles)),
                           value_line("X-GOODTURN-QUIET-HOURS", text_of(profile.quiet)),
                           list_line("X-GOODTURN-WORKDAYS", words_of(profile.works)),
                           day_line("X-GOODTURN-CRISIS", profile.crisis),
                           flag_line("X-GOODTURN-PURIST", profile.purist),
                           flag_line("X-GOODTURN-ASKED-FOR-PURPOSE", profile.asked_for_purpose),
                           day_line("X-GOODTURN-LEARNING-SINCE", profile.learning_since),
                           flag_line("X-GOODTURN-WITHOUT-LEARNING", profile.without_learning),
                           flag_line("X-GOODTURN-WITHOUT-BALANCE", profile.without_balance),
                           flag_line("X-GOODTURN-WITHOUT-MEETING-TASKS", profile.without_meeting_tasks),
                           list_line("X-GOODTURN-SELF-CHECKS", words_of(profile.checks)),
                       });
}

}  // namespace

Uid own_profile_uid() { return Uid("goodturn-self"); }

std::optional<OwnProfile> read_own_profile(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::self);
  if (!journal) return std::nullopt;
  OwnProfile profile;
  profile.offers = journal->list("X-GOODTURN-OFFERS");
  profile.interests = journal->list("X-GOODTURN-INTERESTS");
  profile.organisation = journal->text("X-GOODTURN-ORGANISATION");
  profile.unit = journal->text("X-GOODTURN-UNIT");
  profile.function = journal->text("X-GOODTURN-FUNCTION");
  profile.domains = journal->list("X-GOODTURN-DOMAINS");
  profile.boss = Uid(journal->text("X-GOODTURN-SUPERIOR"));
  profile.seniority = journal->count("X-GOODTURN-SENIORITY", 5);
  profile.weekly_energy = journal->count("X-GOODTURN-WEEKLY-ENERGY", most_energy);
  profile.wanted_roles = wanted_roles_of(journal->list("X-GOODTURN-WANTED-ROLES"));
  profile.quiet = quiet_of(journal->word("X-GOODTURN-QUIET-HOURS"));
  profile.works = workdays_of(journal->list("X-GOODTURN-WORKDAYS"));
  profile.crisis = journal->day("X-GOODTURN-CRISIS");
  profile.purist = journal->flag("X-GOODTURN-PURIST");
  profile.asked_for_purpose = journal->flag("X-GOODTURN-ASKED-FOR-PURPOSE");
  profile.learning_since = journal->day("X-GOODTURN-LEARNING-SINCE");
  profile.without_learning = journal->flag("X-GOODTURN-WITHOUT-LEARNING");
  profile.without_balance = journal->flag("X-GOODTURN-WITHOUT-BALANCE");
  profile.without_meeting_tasks = journal->flag("X-GOODTURN-WITHOUT-MEETING-TASKS");
  profile.checks = checks_of(journal->list("X-GOODTURN-SELF-CHECKS"));
  return profile;
}

std::string write_own_profile(const OwnProfile& profile, Instant stamp) {
  return write_item("VJOURNAL", lines_of(profile), stamp);
}

std::string update_own_profile(const text::Document& document, const OwnProfile& profile, Instant stamp) {
  const auto before = read_own_profile(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(profile), stamp);
}

}  // namespace goodturn::calendar
