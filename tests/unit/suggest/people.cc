#include "tests/unit/suggest/people.h"

#include <algorithm>
#include <array>

#include "core/relations/touch.h"

namespace goodturn::suggest {

Day ago(int days) { return today - std::chrono::days(days); }

relations::Touch touch_ago(int days, Channel channel, Direction direction) {
  return {ago(days) + std::chrono::hours(9), ago(days), channel, direction,
          relations::touch_weight(channel, direction, 1)};
}

Contact person(const std::string& name, std::initializer_list<int> ages) {
  Contact contact;
  contact.uid = Uid("uid-" + name);
  contact.name = name;
  contact.email = name + "@example.org";
  for (const int age : ages) contact.touches.push_back(touch_ago(age));
  return contact;
}

Contact regular(const std::string& name, int gap, int last, int count) {
  Contact contact = person(name);
  contact.tags = {"net"};
  for (int i = count - 1; i >= 0; --i) contact.touches.push_back(touch_ago(last + i * gap));
  return contact;
}

namespace {

int pick(std::mt19937_64& random, int low, int high) {
  return std::uniform_int_distribution(low, high)(random);
}

void give_history(Contact& contact, std::mt19937_64& random) {
  const int count = pick(random, 0, 25), pace = pick(random, 2, 60);
  int age = pick(random, 0, 90);
  for (int i = 0; i < count; ++i) {
    const auto channel = all_channels[static_cast<std::size_t>(pick(random, 0, 5))];
    const auto direction = all_directions[static_cast<std::size_t>(pick(random, 0, 2))];
    relations::Touch touch = touch_ago(age, channel, direction);
    touch.weight /= pick(random, 1, 5);
    touch.at += std::chrono::seconds(pick(random, 0, 9000));
    contact.touches.push_back(touch);
    age += 1 + static_cast<int>(std::exponential_distribution(1.0 / pace)(random));
  }
  std::reverse(contact.touches.begin(), contact.touches.end());
  if (!contact.touches.empty() && pick(random, 0, 1) == 1)
    contact.last_talk = contact.last_topic =
        LastTalk{contact.touches.back().day, contact.touches.back().channel, "Plan 4711 of Q3"};
}

void give_marks(Contact& contact, std::mt19937_64& random) {
  if (pick(random, 0, 2) > 0) contact.tags = {"net"};
  if (pick(random, 0, 5) == 0) contact.roles = {Role::mentor};
  if (pick(random, 0, 9) == 0) contact.manual_layer = 15;
  if (pick(random, 0, 9) == 0) contact.planned = now.instant + std::chrono::hours(pick(random, 1, 2000));
  if (pick(random, 0, 3) > 0) return;
  contact.birthday = people::PartialDate{std::nullopt, static_cast<unsigned>(pick(random, 11, 12)),
                                         static_cast<unsigned>(pick(random, 1, 30))};
  if (pick(random, 0, 1) == 1) contact.birthday->year = pick(random, 1930, 2026);
}

constexpr std::array<const char*, 6> topics = {"Rust 2024", "sailing",    "compilers",
                                               "grants",    "office 365", "job:design"};

std::vector<std::string> some_words(std::mt19937_64& random, int one_in) {
  std::vector<std::string> words;
  for (const char* topic : topics)
    if (pick(random, 1, one_in) == 1) words.emplace_back(topic);
  return words;
}

void give_profile(Contact& contact, std::mt19937_64& random) {
  calendar::Profile& profile = contact.profile;
  profile.offers = some_words(random, 8);
  profile.needs = some_words(random, 8);
  profile.interests = some_words(random, 4);
  profile.ratings.willing = pick(random, 0, 2);
  if (pick(random, 0, 1) == 1) profile.seniority = pick(random, 0, 5);
  if (pick(random, 0, 4) == 0) profile.powers = {all_powers[static_cast<std::size_t>(pick(random, 0, 2))]};
  if (pick(random, 0, 19) == 0) profile.grief = ago(pick(random, 0, 500));
  if (pick(random, 0, 9) == 0) profile.started_job = ago(pick(random, 10, 60));
  if (pick(random, 0, 9) == 0) profile.moved = ago(pick(random, 10, 60));
  profile.is_trusted = pick(random, 0, 3) == 0;
  contact.profile.is_deceased = pick(random, 0, 39) == 0;
  contact.do_not_suggest = pick(random, 0, 39) == 0;
  contact.organisation = "Works " + std::to_string(pick(random, 1, 4));
}

void give_favours(Contact& contact, std::mt19937_64& random) {
  for (int i = pick(random, 0, 3); i > 0; --i) {
    const auto side = pick(random, 0, 1) == 0 ? relations::LedgerSide::gave : relations::LedgerSide::received;
    contact.ledger.push_back(favour(side, pick(random, 0, 300), pick(random, 1, 3)));
    contact.ledger.back().id = Uid(contact.uid.value + "-favour" + std::to_string(i));
    contact.ledger.back().person = contact.uid;
  }
}

}  // namespace

relations::LedgerEntry favour(relations::LedgerSide side, int days, int size, GiveKind kind) {
  relations::LedgerEntry entry;
  entry.id = Uid("favour");
  entry.day = ago(days);
  entry.side = side;
  entry.size = size;
  entry.kind = kind;
  return entry;
}

Contact anybody(std::mt19937_64& random, int number) {
  Contact contact = person("Person" + std::to_string(number));
  give_history(contact, random);
  give_marks(contact, random);
  if (pick(random, 0, 7) == 0)
    contact.obligations.push_back({Uid("r" + std::to_string(number)), RecordKind::received,
                                   ago(pick(random, 0, 40)), "introduction no. 99", pick(random, 1, 3),
                                   std::nullopt, std::nullopt});
  if (pick(random, 0, 7) == 0)
    contact.obligations.push_back({Uid("p" + std::to_string(number)), RecordKind::promised,
                                   ago(pick(random, 0, 400)), "slides 2024", 1, ago(pick(random, -20, 400)),
                                   std::nullopt});
  if (pick(random, 0, 1) == 1) give_profile(contact, random);
  if (pick(random, 0, 2) == 0) give_favours(contact, random);
  if (pick(random, 0, 14) == 0 && !contact.touches.empty())  // an old tie that sleeps
    for (relations::Touch& touch : contact.touches) {
      touch.at -= std::chrono::days(1100);
      touch.day -= std::chrono::days(1100);
    }
  return contact;
}

Circle anything(std::mt19937_64& random, const std::vector<Contact>& contacts) {
  Circle circle;
  circle.own.offers = {"Rust 2024", "grants"};
  circle.own.interests = {"sailing", "office 365"};
  circle.own.organisation = "Works 1";
  circle.own.seniority = 2;
  network::Goal goal;
  goal.companies = {"Works 2"};
  goal.budget.asks = 2;
  const auto anyone = [&] {
    return static_cast<std::size_t>(pick(random, 0, static_cast<int>(contacts.size()) - 1));
  };
  for (int i = 0; i < 3; ++i) goal.targets.push_back(contacts[anyone()].uid);
  circle.own.boss = contacts[anyone()].uid;
  for (std::size_t i = 0; i < 2 * contacts.size(); ++i)
    circle.signs.push_back({anyone(), anyone(), PairEvidence::user_said, ago(1), 2});
  circle.articles = {{Uid("article"), contacts[anyone()].uid, "Somebody", ago(5), "12 notes on sailing"}};
  network::Introduction started;
  started.id = Uid("started");
  started.a = contacts[anyone()].uid;
  started.b = contacts[anyone()].uid;
  if (started.a != started.b) circle.introductions = {started};
  circle.goals = {goal};
  return circle;
}

void shift(Contact& contact, std::chrono::days by) {
  for (relations::Touch& touch : contact.touches) {
    touch.at += by;
    touch.day += by;
  }
  for (relations::LedgerEntry& entry : contact.ledger) entry.day += by;
  for (relations::Ask& ask : contact.asks) ask.day += by;
  for (Obligation& record : contact.obligations) {
    record.day += by;
    if (record.due) *record.due += by;
  }
  for (Showing& showing : contact.showings) showing.day += by;
  for (auto* day : {&contact.profile.grief, &contact.profile.started_job, &contact.profile.moved})
    if (*day) **day += by;
  if (contact.birthday && contact.birthday->year)
    *contact.birthday->year += static_cast<int>(std::chrono::round<std::chrono::years>(by).count());
  if (contact.planned) *contact.planned += by;
  if (contact.last_talk) contact.last_talk->day += by;
  if (contact.last_topic) contact.last_topic->day += by;
}

void shift(Circle& circle, std::chrono::days by) {
  if (circle.own.crisis) *circle.own.crisis += by;
  for (network::PairSign& sign : circle.signs) sign.day += by;
  for (Article& article : circle.articles) article.day += by;
}

std::vector<Contact> crowd(std::mt19937_64& random, int count) {
  std::vector<Contact> contacts;
  for (int i = 0; i < count; ++i) contacts.push_back(anybody(random, i));
  return contacts;
}

namespace {

void give_asks(Contact& contact, std::mt19937_64& random) {
  for (relations::LedgerEntry& entry : contact.ledger) entry.asked = pick(random, 0, 3) == 0;
  if (pick(random, 0, 5) > 0) return;
  relations::Ask ask;
  ask.id = Uid(contact.uid.value + "-ask");
  ask.person = contact.uid;
  ask.day = ago(pick(random, 8, 200));  // none of this week: the goal's number of asks is not used up
  ask.state = pick(random, 0, 1) == 0 ? AskState::yes : AskState::no;
  contact.asks = {ask};
}

}  // namespace

std::vector<Crowd> crowds(std::mt19937_64& random, int count) {
  enum Kind { all_sorts, letters_only, hard_time };
  std::vector<Crowd> made;
  for (const Kind kind : {all_sorts, letters_only, hard_time}) {
    std::vector<Contact> contacts = crowd(random, count);
    for (Contact& contact : contacts) {
      give_asks(contact, random);
      for (relations::Touch& touch : contact.touches)
        if (kind == letters_only) touch.channel = Channel::mail;
    }
    contacts.push_back(person("Newcomer", {1}));
    Circle circle = anything(random, contacts);
    if (kind == hard_time) circle.own.crisis = ago(2);
    made.push_back({std::move(contacts), std::move(circle)});
  }
  return made;
}

std::vector<Suggestion> of_rule(const std::vector<Contact>& contacts, Rule rule, const Settings& settings,
                                const Circle& circle) {
  std::vector<Suggestion> all = candidates(contacts, now, settings, circle);
  std::erase_if(all, [&](const Suggestion& suggestion) { return suggestion.rule != rule; });
  return all;
}

std::vector<Suggestion> week_of(const std::vector<Contact>& contacts, int budget, const Circle& circle) {
  return pick_week(contacts, now, {budget, std::nullopt}, circle);
}

Showing shown(const Suggestion& suggestion, Day day) {
  return {suggestion.id, suggestion.rule, day, suggestion.silence_since, std::nullopt, false};
}

Circle with_goal() {
  Circle circle;
  network::Goal goal;
  goal.companies = {"Orchard"};
  goal.budget.asks = 1;
  circle.goals = {goal};
  circle.own.wanted_roles = {{"mentor", 1}};
  circle.own.seniority = 2;
  return circle;
}

}  // namespace goodturn::suggest
