#include "helper/people/writing.h"

#include <algorithm>
#include <set>

#include "core/network/words_match.h"
#include "core/people/letters.h"
#include "core/relations/hints.h"

namespace goodturn::helper {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

/// Whether `words` stands in `text` (both folded) and no letter touches it: "art" is not in "start".
bool stands_in(std::string_view text, std::string_view words) {
  if (words.empty()) return false;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const auto end = at + words.size();
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    if (begins && (end == text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

/// The interests of anybody that the text speaks of.
std::vector<std::string> topics_in(const Snapshot& snapshot, const std::string& folded) {
  std::set<std::string> topics;
  for (const Person& person : snapshot.persons())
    for (const std::string& interest : person.profile.interests)
      if (stands_in(folded, people::folded_word(interest))) topics.insert(interest);
  return {topics.begin(), topics.end()};
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

std::vector<Recipient> recipients_of(const Snapshot& snapshot, Day today,
                                     std::span<const std::string> emails) {
  std::vector<Recipient> recipients;
  std::set<const Person*> seen;
  for (const std::string& email : emails) {
    const Person* person = snapshot.by_email(lower(email));
    if (person == nullptr || !seen.insert(person).second) continue;
    const suggest::Contact& contact = person->contact;
    const relations::AskTie tie{snapshot.traits(*person).tie, contact.profile.offered_help, contact.roles};
    const int layer = snapshot.standing(*person).layer;
    std::optional<Day> last;
    for (const relations::Touch& touch : contact.touches)
      if (touch.weight > 0 && (!last || touch.day > *last)) last = touch.day;
    recipients.push_back({{person->card.uid, person->card.name},
                          email,
                          layer,
                          last,
                          relations::should_ask_small(layer),
                          relations::ask_gate(contact.ledger, contact.asks, tie, today)});
  }
  return recipients;
}

Readers readers_of(const Snapshot& snapshot, std::string_view text) {
  constexpr std::size_t most = 10;
  std::vector<const Person*> order;
  Readers readers;
  for (const Person& person : snapshot.persons()) {
    if (person.profile.interests.empty()) continue;
    ++readers.interests_known;
    if (snapshot.traits(person).is_open) order.push_back(&person);
  }
  std::stable_sort(order.begin(), order.end(), [&](const Person* a, const Person* b) {
    return snapshot.standing(*a).parts.strength > snapshot.standing(*b).parts.strength;
  });
  std::vector<std::vector<std::string>> interests;
  for (const Person* person : order) interests.push_back(person->profile.interests);
  const std::vector<std::string> topics = topics_in(snapshot, people::folded_word(text));
  for (const std::size_t place : network::by_interest(topics, interests)) {
    if (readers.people.size() == most) break;
    const people::Card& card = order[place]->card;
    readers.people.push_back({{card.uid, card.name},
                              card.emails.empty() ? "" : card.emails.front(),
                              network::shared_words(interests[place], topics)});
  }
  return readers;
}

}  // namespace goodturn::helper
