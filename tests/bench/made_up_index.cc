#include "tests/bench/made_up_index.h"

#include <random>
#include <string>

#include "core/calendar/journals.h"

namespace goodturn::bench {
namespace {

constexpr int organisations = 40, circle = 20;

const Index::Origin origin{1, Href("made-up")};

std::string uid_of(int person) { return "person-" + std::to_string(person); }
std::string address_of(int person) { return "p" + std::to_string(person) + "@example.org"; }
Day day_ago(int days) { return std::chrono::floor<std::chrono::days>(made_up_now) - std::chrono::days(days); }

calendar::Record record(RecordKind kind, int number, int person, Instant at) {
  calendar::Record made;
  made.uid = Uid("r" + std::to_string(number));
  made.kind = kind;
  made.person = Uid(uid_of(person));
  made.at = at;
  return made;
}

template <class Item>
relations::JournalRow row_of(const Item& item) {
  const std::string text = calendar::journal_text(item, nullptr, made_up_now);
  return {*calendar::journal_kind(text::Document::parse(text)), text};
}

calendar::Profile profile_of(int person) {
  calendar::Profile profile;
  profile.uid = calendar::profile_uid(Uid(uid_of(person)));
  profile.person = {Uid(uid_of(person)), ""};
  profile.seniority = person % 6;
  profile.superior = person < 8 ? Uid() : Uid(uid_of((person / 8) / 5 * 5));
  profile.function = "function " + std::to_string(person % 7);
  profile.region = "region " + std::to_string(person % 11);
  profile.ratings.willing = person % 3;
  if (person % 50 == 0) profile.powers = {Power::can_hire};
  return profile;
}

calendar::OwnProfile own_profile() {
  calendar::OwnProfile own;
  own.organisation = "Organisation 1";
  own.unit = "Unit 1";
  own.seniority = 2;
  own.boss = Uid(uid_of(100));
  return own;
}

calendar::Goal goal() {
  calendar::Goal made;
  made.uid = Uid("goal");
  made.titles = {"head of design"};
  for (int target = 0; target < 50; ++target) made.targets.emplace_back(uid_of(199 * target));
  return made;
}

}  // namespace

Result<void> MadeUpIndex::add(sync::CollectionId collection, const Href& href,
                              const relations::Derived& derived) {
  return written_.add(collection, href, derived);
}
Result<void> MadeUpIndex::replace(sync::CollectionId collection, const Href& href,
                                  const relations::Derived& derived) {
  return written_.replace(collection, href, derived);
}
Result<void> MadeUpIndex::erase(sync::CollectionId collection, const Href& href) {
  return written_.erase(collection, href);
}
Result<void> MadeUpIndex::clear() { return written_.clear(); }

Result<void> MadeUpIndex::each_person(const std::function<void(const Origin&, people::Card)>& visit) {
  for (int person = 0; person < size_.people; ++person) {
    people::Card card;
    card.uid = Uid(uid_of(person));
    card.name = "Person " + std::to_string(person);
    card.emails = {address_of(person)};
    card.organisation = "Organisation " + std::to_string(person % organisations);
    card.unit = "Unit " + std::to_string(person % 3);
    if (person % 1000 == 0) {
      card.tags = {"mentor"};
      card.roles = {Role::mentor};
    }
    visit(origin, std::move(card));
  }
  return written_.each_person(visit);
}

Result<void> MadeUpIndex::each_meeting(const std::function<void(const Origin&, relations::Meeting)>& visit) {
  // Four of a circle, so that half of its pairs were seen together twice.
  std::mt19937_64 random(7);
  for (int meeting = 0; meeting < 2 * size_.people; ++meeting) {
    relations::Meeting made;
    made.event = Uid("m" + std::to_string(meeting));
    made.day = day_ago(1 + meeting % 300);
    made.start = made.day + std::chrono::hours(9);
    made.end = made.start + std::chrono::hours(1);
    const int first = meeting % size_.people / circle * circle;
    for (int i = 0; i < 4; ++i)
      made.addresses.push_back(address_of(first + static_cast<int>(random() % circle)));
    visit(origin, std::move(made));
  }
  return written_.each_meeting(visit);
}

Result<void> MadeUpIndex::each_record(const std::function<void(const Origin&, calendar::Record)>& visit) {
  std::mt19937_64 random(2026);
  int number = 0;
  for (int person = 0; person < size_.people; ++person) {
    std::exponential_distribution<double> gap(1.0 / (1 + person % 15));
    double age = gap(random) * 3;
    for (int k = 0; k < size_.touches_each; ++k, age += 0.3 + gap(random)) {
      const Instant at = made_up_now - std::chrono::seconds(static_cast<long>(age * 86400));
      calendar::Record touch = record(RecordKind::touch, number++, person, at);
      touch.channel = Channel::mail;
      touch.direction = k % 3 == 0 ? Direction::in : Direction::out;
      visit(origin, std::move(touch));
    }
    for (int k = 0; k < 5; ++k) {
      const bool received = (person + k) % 3 == 0;
      const Instant at = day_ago((31 * person + 170 * k) % 900) + std::chrono::hours(8);
      calendar::Record favour =
          record(received ? RecordKind::received : RecordKind::gave, number++, person, at);
      favour.give_kind = all_give_kinds.at(static_cast<std::size_t>(person + k) % all_give_kinds.size());
      favour.size = 1 + k % 3;
      visit(origin, std::move(favour));
    }
  }
  return written_.each_record(visit);
}

Result<void> MadeUpIndex::each_journal(
    const std::function<void(const Origin&, relations::JournalRow)>& visit) {
  for (int person = 0; person < size_.people; person += 5) visit(origin, row_of(profile_of(person)));
  for (int person = 0; person < size_.people; person += 10) {
    calendar::Ask ask;
    ask.uid = Uid("ask-" + std::to_string(person));
    ask.person = {Uid(uid_of(person)), ""};
    ask.day = day_ago(person % 200);
    ask.state = person % 20 == 0 ? AskState::yes : AskState::open;
    visit(origin, row_of(ask));
  }
  visit(origin, row_of(own_profile()));
  visit(origin, row_of(goal()));
  return written_.each_journal(visit);
}

Result<void> MadeUpIndex::each_follow_up(
    const std::function<void(const Origin&, calendar::FollowUp)>& visit) {
  return written_.each_follow_up(visit);
}

}  // namespace goodturn::bench
