#include "helper/people/search.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

namespace goodturn::helper {
namespace {

std::string searchable(const Person& person) {
  const people::Card& card = person.card;
  std::string text = card.name + '\n' + card.organisation + '\n' + card.unit;
  for (const std::string& email : card.emails) text += '\n' + email;
  for (const std::string& tag : card.tags) text += '\n' + tag;
  return folded(text);
}

std::vector<std::string> words_of(const std::string& query) {
  std::istringstream stream(folded(query));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool has_tag(const Person& person, const std::string& tag) {
  if (tag.empty()) return true;
  const auto role = people::role_of(tag);
  const auto& roles = person.contact.roles;
  if (role && std::find(roles.begin(), roles.end(), *role) != roles.end()) return true;
  const std::string wanted = folded(tag);
  return std::any_of(person.card.tags.begin(), person.card.tags.end(),
                     [&](const std::string& own) { return folded(own) == wanted; });
}

/// By any of the person's cards.
bool is_member(const calendar::Community& community, const Person& person) {
  return std::any_of(community.members.begin(), community.members.end(), [&](const Uid& member) {
    return std::any_of(person.places.begin(), person.places.end(),
                       [&](const CardPlace& place) { return place.uid == member; });
  });
}

/// Nobody is silent with whom there never was a word.
bool stands_as_asked(const suggest::Standing& standing, const PeopleQuery& query) {
  if (query.layer && standing.layer != *query.layer) return false;
  return query.silent_days == 0 || (standing.last_day && standing.days_since >= query.silent_days);
}

bool passes(const Snapshot& snapshot, const Person& person, const PeopleQuery& query) {
  if (!has_tag(person, query.tag) || !has_tag(person, query.role)) return false;
  if (!stands_as_asked(snapshot.standing(person), query)) return false;
  if (query.without_friends && is_only_friend(person)) return false;
  if (query.unaware_of_goal && person.profile.knows_goal) return false;
  if (query.community.empty()) return true;
  const auto& all = snapshot.journals().communities;
  return std::any_of(all.begin(), all.end(), [&](const calendar::Community& one) {
    return one.uid == query.community && is_member(one, person);
  });
}

std::vector<TagCount> count_tags(const Snapshot& snapshot) {
  std::map<std::string, int> counts;
  for (const Person& person : snapshot.persons())
    for (const std::string& tag : person.card.tags) ++counts[tag];
  std::vector<TagCount> tags;
  for (const auto& [tag, count] : counts) tags.push_back({tag, count});
  std::stable_sort(tags.begin(), tags.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return tags;
}

Said why_nobody(const Snapshot& snapshot, const PeopleQuery& query) {
  if (snapshot.persons().empty()) return Said("persons.none_yet");
  if (query.layer || query.silent_days > 0 || !query.role.empty()) return Said("persons.none_of_filters");
  if (!query.tag.empty()) return Said("persons.none_of_tag");
  if (!query.community.empty()) return Said("persons.none_of_community");
  if (query.unaware_of_goal) return Said("persons.all_know_goal");
  return Said("persons.none_of_words");
}

}  // namespace

std::string folded(std::string_view text) {
  utf8proc_uint8_t* result = nullptr;
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  if (size < 0) {
    std::string plain(text);
    for (char& c : plain)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return plain;
  }
  std::string plain(reinterpret_cast<const char*>(result), static_cast<std::size_t>(size));
  std::free(result);
  return plain;
}

bool is_only_friend(const Person& person) { return person.profile.is_friend && person.contact.roles.empty(); }

std::vector<std::string> communities_of(const calendar::Journals& journals, const Person& person) {
  std::vector<std::string> names;
  for (const calendar::Community& one : journals.communities)
    if (is_member(one, person)) names.push_back(one.name);
  return names;
}

PeoplePage find_people(std::shared_ptr<const Snapshot> snapshot, const PeopleQuery& query) {
  PeoplePage page;
  const std::vector<std::string> words = words_of(query.words);
  for (const Person& person : snapshot->persons()) {
    if (!passes(*snapshot, person, query)) continue;
    if (!words.empty()) {
      const std::string text = searchable(person);
      const auto stands = [&](const std::string& word) { return text.find(word) != std::string::npos; };
      if (!std::all_of(words.begin(), words.end(), stands)) continue;
    }
    page.persons.push_back(&person);
  }
  const auto recency = [&](const Person* p) { return snapshot->standing(*p).last_day.value_or(Day::min()); };
  std::stable_sort(page.persons.begin(), page.persons.end(), [&](const Person* a, const Person* b) {
    return recency(a) != recency(b) ? recency(a) > recency(b) : a->card.name < b->card.name;
  });
  page.total = page.persons.size();
  const std::size_t first = std::min(query.offset, page.total);
  page.persons.erase(page.persons.begin(), page.persons.begin() + static_cast<std::ptrdiff_t>(first));
  if (page.persons.size() > query.limit) page.persons.resize(query.limit);
  page.tags = count_tags(*snapshot);
  if (page.total == 0) page.empty_reason = why_nobody(*snapshot, query);
  page.snapshot = std::move(snapshot);
  return page;
}

}  // namespace goodturn::helper
