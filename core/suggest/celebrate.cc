#include "core/suggest/celebrate.h"

#include <algorithm>
#include <cmath>

#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::string_view birthday = "birthday", anniversary = "anniversary";

Day in_year(const people::PartialDate& date, year when) {
  const std::chrono::month month(date.month);
  const auto last = (when / month / std::chrono::last).day();
  return when / month / std::min(std::chrono::day(date.day), last);
}

std::string period_of(Day day, std::string_view kind) { return to_iso(day) + "\n" + std::string(kind); }

/// Years at `day`; only where the year is known and the answer is believable for a person.
std::optional<int> years_at(const people::PartialDate& date, Day day) {
  constexpr int most = 120;
  if (!date.year) return std::nullopt;
  const int years = static_cast<int>(year_month_day(day).year()) - *date.year;
  return years >= 1 && years <= most ? std::optional(years) : std::nullopt;
}

bool is_close_enough(const View& view) {
  if (view.contact.manual_layer == 0) return false;
  return view.standing.layer > 0 || !view.contact.roles.empty();
}

}  // namespace

Day next_return(const people::PartialDate& date, Day from) {
  year when = year_month_day(from).year();
  if (date.year && year(*date.year) > when) when = year(*date.year);
  const Day day = in_year(date, when);
  return day >= from ? day : in_year(date, when + std::chrono::years(1));
}

std::vector<Offer> offer_celebrate(const View& view) {
  std::vector<Offer> offers;
  if (!is_close_enough(view)) return offers;
  const auto offer = [&](const std::optional<people::PartialDate>& date, std::string_view kind) {
    if (!date || date->month < 1 || date->month > 12 || date->day < 1) return;
    const Day day = next_return(*date, view.now.today);
    if (days_between(view.now.today, day) > celebrate_ahead_days) return;
    offers.push_back(
        {Rule::celebrate, std::sqrt(view.standing.parts.strength), day, nullptr, period_of(day, kind)});
  };
  offer(view.contact.birthday, birthday);
  offer(view.contact.anniversary, anniversary);
  return offers;
}

Suggestion write_celebrate(const View& view, const Offer& offer) {
  const Day today = view.now.today;
  const bool is_birthday = offer.period == period_of(offer.day, birthday);
  const auto& date = is_birthday ? view.contact.birthday : view.contact.anniversary;
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = "Congratulate " + view.contact.name;
  suggestion.due = offer.day;
  suggestion.evidence.event_day = offer.day;
  suggestion.evidence.age = years_at(*date, offer.day);
  suggestion.why = (is_birthday ? "Birthday on " : "Anniversary on ") + date_words(offer.day, today);
  if (suggestion.evidence.age) suggestion.why += ", " + std::to_string(*suggestion.evidence.age) + " years";
  suggestion.why += ".";
  if (const auto last = last_contact_words(view.contact, today)) suggestion.why += " " + *last + ".";
  suggestion.idea =
      is_birthday ? "A line of good wishes on the day." : "A line of congratulation on the day.";
  suggestion.factors = {{"days until the date", static_cast<double>(days_between(today, offer.day)),
                         "Comes from the card; shown in the week before."},
                        {"strength", view.standing.parts.strength,
                         "Compared with your strongest tie; orders several dates in one week."}};
  return suggestion;
}

}  // namespace goodturn::suggest
