#include "tests/bench/made_up.h"

#include <algorithm>
#include <random>

#include "core/relations/touch.h"

namespace goodturn::bench {

std::vector<suggest::Contact> made_up_people(int people, int touches_each) {
  std::mt19937_64 random(2026);
  std::vector<suggest::Contact> contacts(static_cast<std::size_t>(people));
  for (int i = 0; i < people; ++i) {
    suggest::Contact& contact = contacts[static_cast<std::size_t>(i)];
    contact.uid = Uid("person-" + std::to_string(i));
    contact.name = "Person " + std::to_string(i);
    contact.tags = {"net"};
    contact.touches.reserve(static_cast<std::size_t>(touches_each));
    std::exponential_distribution<double> gap(1.0 / (1 + i % 15));
    double age = gap(random) * 3;
    for (int k = 0; k < touches_each; ++k, age += 0.3 + gap(random)) {
      const Instant at = now.instant - std::chrono::seconds(static_cast<long>(age * 86400));
      const Direction direction = k % 3 == 0 ? Direction::in : Direction::out;
      contact.touches.push_back({at, std::chrono::floor<std::chrono::days>(at), Channel::mail, direction,
                                 relations::touch_weight(Channel::mail, direction, 1)});
    }
    std::reverse(contact.touches.begin(), contact.touches.end());
  }
  return contacts;
}

std::vector<suggest::Contact> well_known_people(int people, int touches_each) {
  std::vector<suggest::Contact> contacts = made_up_people(people, touches_each);
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    suggest::Contact& contact = contacts[i];
    contact.organisation = "Works " + std::to_string(i % 40);
    contact.unit = "unit " + std::to_string(i % 400);
    contact.email = contact.uid.value + "@example.org";
    if (i % 10 != 0) continue;
    contact.profile.offers = {"Rust", "grants"};
    contact.profile.needs = {"a speaker", i % 20 == 0 ? "maps" : "Rust"};
    contact.profile.interests = {"sailing", "chess", "compilers"};
    contact.profile.ratings.willing = static_cast<int>(i / 10 % 3);
    contact.profile.seniority = static_cast<int>(i / 10 % 6);
    for (int k = 0; k < 5; ++k) {
      relations::LedgerEntry entry;
      entry.id = Uid(contact.uid.value + "-favour-" + std::to_string(k));
      entry.day = today - std::chrono::days(20 + 40 * k);
      entry.side = k % 2 == 0 ? relations::LedgerSide::received : relations::LedgerSide::gave;
      contact.ledger.push_back(entry);
    }
  }
  return contacts;
}

suggest::Circle made_up_circle(int people) {
  suggest::Circle circle;
  circle.own.offers = {"maps", "advice on grants"};
  circle.own.interests = {"sailing", "tea"};
  circle.own.organisation = "Works 1";
  circle.own.seniority = 2;
  network::Goal goal;
  goal.companies = {"Works 2", "Works 3"};
  goal.targets = {Uid("person-11"), Uid("person-12")};
  goal.budget.asks = 3;
  circle.goals = {goal};
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::size_t> anybody(0, static_cast<std::size_t>(people) - 1);
  for (int i = 0; i < 10 * people; ++i)
    circle.signs.push_back({anybody(random), anybody(random), PairEvidence::user_said, today, 2});
  return circle;
}

}  // namespace goodturn::bench
