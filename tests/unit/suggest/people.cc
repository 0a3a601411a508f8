#include "tests/unit/suggest/people.h"

#include <algorithm>

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
    contact.last_talk =
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

}  // namespace

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
  return contact;
}

std::vector<Contact> crowd(std::mt19937_64& random, int count) {
  std::vector<Contact> contacts;
  for (int i = 0; i < count; ++i) contacts.push_back(anybody(random, i));
  return contacts;
}

std::vector<Suggestion> of_rule(const std::vector<Contact>& contacts, Rule rule, const Settings& settings) {
  std::vector<Suggestion> all = candidates(contacts, now, settings);
  std::erase_if(all, [&](const Suggestion& suggestion) { return suggestion.rule != rule; });
  return all;
}

std::vector<Suggestion> week_of(const std::vector<Contact>& contacts, int budget) {
  return pick_week(contacts, now, {budget, std::nullopt});
}

Showing shown(const Suggestion& suggestion, Day day) {
  return {suggestion.id, suggestion.rule, day, suggestion.silence_since, std::nullopt, false};
}

}  // namespace goodturn::suggest
