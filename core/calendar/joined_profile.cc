#include "core/calendar/joined_profile.h"

#include <algorithm>

namespace goodturn::calendar {
namespace {

template <class Value>
void join_lists(std::vector<Value>& list, const std::vector<Value>& more) {
  for (const Value& value : more)
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

template <class Value>
void fill(std::optional<Value>& value, const std::optional<Value>& other) {
  if (!value) value = other;
}
void fill(std::string& value, const std::string& other) {
  if (value.empty()) value = other;
}
void fill(Uid& value, const Uid& other) { fill(value.value, other.value); }

void join_ratings(Ratings& ratings, const Ratings& more) {
  for (int Ratings::*one : {&Ratings::experience, &Ratings::influence, &Ratings::willing, &Ratings::fun,
                            &Ratings::status, &Ratings::access})
    ratings.*one = std::max(ratings.*one, more.*one);
}

}  // namespace

void join_profile(Profile& profile, const Profile& more) {
  profile.snoozed_until = std::max(profile.snoozed_until, more.snoozed_until);  // none is before any day
  for (bool Profile::*mark : {&Profile::do_not_suggest, &Profile::is_friend, &Profile::is_trusted,
                              &Profile::offered_help, &Profile::knows_goal, &Profile::is_deceased})
    profile.*mark = profile.*mark || more.*mark;
  profile.until_they_write = std::max(profile.until_they_write, more.until_they_write);
  profile.revived = std::max(profile.revived, more.revived);
  join_lists(profile.put_off, more.put_off);
  fill(profile.cadence_days, more.cadence_days);
  fill(profile.layer, more.layer);
  fill(profile.tie, more.tie);
  fill(profile.grief, more.grief);
  fill(profile.started_job, more.started_job);
  fill(profile.moved, more.moved);
  fill(profile.seniority, more.seniority);
  fill(profile.superior, more.superior);
  fill(profile.function, more.function);
  fill(profile.region, more.region);
  fill(profile.met_at, more.met_at);
  fill(profile.introduced_by, more.introduced_by);
  fill(profile.text, more.text);
  join_lists(profile.powers, more.powers);
  join_lists(profile.groups, more.groups);
  join_lists(profile.offers, more.offers);
  join_lists(profile.needs, more.needs);
  join_lists(profile.interests, more.interests);
  join_ratings(profile.ratings, more.ratings);
}

}  // namespace goodturn::calendar
