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

}  // namespace goodturn::bench
