// The samples of what is known of a person and of the user.
#pragma once

#include "core/calendar/own_profile.h"
#include "core/calendar/profile.h"
#include "tests/unit/calendar/journal_form.h"

namespace goodturn::calendar::samples {

template <>
struct Form<Profile> {
  static constexpr JournalKind kind = JournalKind::profile;
  static constexpr auto read = read_profile;
  static constexpr auto write = write_profile;
  static constexpr auto update = update_profile;
  static Profile full() {
    Profile made;
    made.uid = Uid("goodturn-1");
    made.person = ada;
    made.do_not_suggest = true;
    made.snoozed_until = first_day;
    made.cadence_days = 42;
    made.layer = 0;
    made.until_they_write = made.revived = first_day;
    made.put_off = {other_day, first_day};
    made.is_deceased = true;
    made.tie = TieKind::external_peer;
    made.is_friend = made.is_trusted = made.offered_help = made.knows_goal = true;
    made.grief = made.started_job = first_day;
    made.moved = other_day;
    made.seniority = 0;
    made.superior = ada.uid;
    made.powers = {Power::can_hire, Power::influences};
    made.function = "R&D, research";
    made.region = "North; East";
    made.met_at = "Conference\nhall";
    made.introduced_by = ada.uid;
    made.groups = {{"field, old", "a;b"}, {"a=b", "c"}};
    made.offers = {"Rust", "talks, short"};
    made.needs = {"a \\ designer"};
    made.interests = {"sailing"};
    made.ratings = {1, 2, 1, 2, 1, 2};
    made.text = "Likes, tea";
    return made;
  }
  static Changes<Profile> changes() {
    return {[](Profile& i) { i.uid = Uid("goodturn-2"); },
            [](Profile& i) { i.person.uid = eve.uid; },
            [](Profile& i) { i.person.name = eve.name; },
            [](Profile& i) { i.do_not_suggest = !i.do_not_suggest; },
            [](Profile& i) { i.snoozed_until = other_day; },
            [](Profile& i) { i.cadence_days = 7; },
            [](Profile& i) { i.layer = 150; },
            [](Profile& i) { i.until_they_write = other_day; },
            [](Profile& i) { i.revived = other_day; },
            [](Profile& i) { i.put_off = {first_day}; },
            [](Profile& i) { i.is_deceased = !i.is_deceased; },
            [](Profile& i) { i.tie = TieKind::up; },
            [](Profile& i) { i.is_friend = !i.is_friend; },
            [](Profile& i) { i.is_trusted = !i.is_trusted; },
            [](Profile& i) { i.offered_help = !i.offered_help; },
            [](Profile& i) { i.knows_goal = !i.knows_goal; },
            [](Profile& i) { i.grief = other_day; },
            [](Profile& i) { i.started_job = other_day; },
            [](Profile& i) { i.moved = first_day; },
            [](Profile& i) { i.seniority = 5; },
            [](Profile& i) { i.superior = eve.uid; },
            [](Profile& i) { i.powers = {Power::can_connect}; },
            [](Profile& i) { i.function = "law"; },
            [](Profile& i) { i.region = "South"; },
            [](Profile& i) { i.met_at = "school"; },
            [](Profile& i) { i.introduced_by = eve.uid; },
            [](Profile& i) {
              i.groups = {{"field", "law"}};
            },
            [](Profile& i) { i.offers = {"Go"}; },
            [](Profile& i) {
              i.needs = {"a job", "a flat"};
            },
            [](Profile& i) { i.interests = {"chess"}; },
            [](Profile& i) { i.ratings.experience = 2; },
            [](Profile& i) { i.ratings.influence = 1; },
            [](Profile& i) { i.ratings.willing = 2; },
            [](Profile& i) { i.ratings.fun = 1; },
            [](Profile& i) { i.ratings.status = 2; },
            [](Profile& i) { i.ratings.access = 1; },
            [](Profile& i) { i.text = "Coffee"; }};
  }
  static std::vector<std::string*> texts(Profile& i) {
    return {&i.person.name, &i.function, &i.region, &i.met_at, &i.text};
  }
};

template <>
struct Form<OwnProfile> {
  static constexpr JournalKind kind = JournalKind::self;
  static constexpr auto read = read_own_profile;
  static constexpr auto write = write_own_profile;
  static constexpr auto update = update_own_profile;
  static OwnProfile full() {
    OwnProfile made;
    made.offers = {"Rust", "talks, short"};
    made.interests = {"sailing"};
    made.organisation = "Example; Ltd";
    made.unit = "R&D";
    made.function = "research";
    made.domains = {"example.org", "example.net"};
    made.boss = ada.uid;
    made.seniority = 0;
    made.weekly_energy = 0;
    made.wanted_roles = {{"mentor", 1}, {"guide, own", 0}};
    made.quiet = {9 * 60 + 5, 23 * 60 + 59};
    made.works = {false, false, false, false, false, false, false};
    made.crisis = first_day;
    made.purist = made.asked_for_purpose = true;
    made.learning_since = other_day;
    made.without_learning = made.without_balance = made.without_meeting_tasks = true;
    made.checks = {{first_day, 1, 5, 3}, {other_day, 2, 2, 4}};
    return made;
  }
  static Changes<OwnProfile> changes() {
    return {[](OwnProfile& i) { i.offers = {"Go"}; },
            [](OwnProfile& i) {
              i.interests = {"chess", "tea"};
            },
            [](OwnProfile& i) { i.organisation = "Acme"; },
            [](OwnProfile& i) { i.unit = "Sales"; },
            [](OwnProfile& i) { i.function = "law"; },
            [](OwnProfile& i) { i.domains = {"example.com"}; },
            [](OwnProfile& i) { i.boss = eve.uid; },
            [](OwnProfile& i) { i.seniority = 3; },
            [](OwnProfile& i) { i.weekly_energy = 7; },
            [](OwnProfile& i) {
              i.wanted_roles = {{"sponsor", 2}};
            },
            [](OwnProfile& i) {
              i.quiet = {0, 0};
            },
            [](OwnProfile& i) { i.works = {true, false, false, false, false, false, true}; },
            [](OwnProfile& i) { i.crisis = other_day; },
            [](OwnProfile& i) { i.purist = !i.purist; },
            [](OwnProfile& i) { i.asked_for_purpose = !i.asked_for_purpose; },
            [](OwnProfile& i) { i.learning_since = first_day; },
            [](OwnProfile& i) { i.without_learning = !i.without_learning; },
            [](OwnProfile& i) { i.without_meeting_tasks = !i.without_meeting_tasks; },
            [](OwnProfile& i) { i.without_balance = !i.without_balance; },
            [](OwnProfile& i) {
              i.checks = {{first_day, 5, 5, 5}};
            }};
  }
  static std::vector<std::string*> texts(OwnProfile& i) { return {&i.organisation, &i.unit, &i.function}; }
};

}  // namespace goodturn::calendar::samples
