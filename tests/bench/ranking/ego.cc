#include "tests/bench/ranking/ego.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/relations/cadence.h"
#include "core/relations/quiet_time.h"

namespace goodturn::bench {
namespace {

std::size_t place(std::int32_t person) { return static_cast<std::size_t>(person); }

}  // namespace

EgoBook::EgoBook(const MessageSet& set) : set_(set), start_(set.people.size() + 1) {
  for (const Message& message : set.messages) {
    ++start_[place(message.sender) + 1];
    ++start_[place(message.recipient) + 1];
  }
  for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
  rows_.resize(start_.back());
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for (std::uint32_t row = 0; row < set.messages.size(); ++row) {
    rows_[next[place(set.messages[row].sender)]++] = row;
    rows_[next[place(set.messages[row].recipient)]++] = row;
  }
}

std::vector<std::int32_t> EgoBook::chosen() const {
  const std::unordered_set<std::string> named(set_.egos.begin(), set_.egos.end());
  std::vector<std::int32_t> people;
  for (std::size_t i = 0; i < set_.people.size(); ++i) {
    if (!named.empty() && !named.contains(set_.people[i])) continue;
    if (start_[i + 1] - start_[i] < least_touches) continue;
    std::unordered_set<std::int32_t> others;
    for (std::uint32_t k = start_[i]; k < start_[i + 1]; ++k) {
      const Message& message = set_.messages[rows_[k]];
      others.insert(place(message.sender) == i ? message.recipient : message.sender);
    }
    if (others.size() >= least_ties) people.push_back(static_cast<std::int32_t>(i));
  }
  return people;
}

Ego EgoBook::ego(std::int32_t person) const {
  Ego ego;
  ego.name = set_.people[place(person)];
  std::unordered_map<std::int32_t, std::size_t> ties;
  for (std::uint32_t k = start_[place(person)]; k < start_[place(person) + 1]; ++k) {
    const Message& message = set_.messages[rows_[k]];
    const bool is_out = message.sender == person;
    const std::int32_t other = is_out ? message.recipient : message.sender;
    const auto [tie, is_new] = ties.try_emplace(other, ego.ties.size());
    if (is_new) ego.ties.emplace_back().name = set_.people[place(other)];
    const Direction direction = is_out ? Direction::out : Direction::in;
    ego.last = std::chrono::floor<std::chrono::days>(message.at);
    ego.ties[tie->second].touches.push_back(
        {message.at, ego.last, set_.channel, direction, relations::touch_weight(set_.channel, direction, 1)});
  }
  for (Tie& tie : ego.ties) {
    tie.days = relations::contact_days(tie.touches);
    tie.outgoing = relations::outgoing_days(tie.touches);
  }
  return ego;
}

}  // namespace goodturn::bench
