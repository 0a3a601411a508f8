// People for the tests of duplicates.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/people/duplicates.h"

namespace goodturn::people {

/// A card with that UID and name, and what the other members say.
inline Likeness likeness(const std::string& uid, const std::string& name) {
  Likeness one;
  one.uids.emplace_back(uid);
  one.names.push_back(name);
  one.books.push_back(1);
  return one;
}

inline Likeness with_email(Likeness one, const std::string& email) {
  one.emails.push_back(email);
  return one;
}
inline Likeness with_phone(Likeness one, const std::string& phone) {
  one.phones.push_back(phone);
  return one;
}
inline Likeness at(Likeness one, const std::string& organisation) {
  one.organisations.push_back(organisation);
  return one;
}
inline Likeness born(Likeness one, std::optional<int> year, unsigned month, unsigned day) {
  one.birthdays.push_back({year, month, day});
  return one;
}
inline Likeness in_book(Likeness one, std::int64_t book) {
  one.books = {book};
  return one;
}

/// Lower case and without the accents of the names in these tests.
inline std::string plain_letters(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> accents[] = {
      {"é", "e"},  {"è", "e"}, {"á", "a"}, {"å", "a"}, {"ä", "a"}, {"ö", "o"}, {"ü", "u"},
      {"ß", "ss"}, {"Å", "a"}, {"Ä", "a"}, {"Ö", "o"}, {"Ü", "u"}, {"É", "e"}};
  std::string out(text);
  for (const auto& [from, to] : accents)
    for (auto at = out.find(from); at != std::string::npos; at = out.find(from))
      out.replace(at, from.size(), to);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// Proposals by UIDs, so that the order of the list does not matter.
struct Named {
  std::vector<std::string> uids;
  Certainty certainty = Certainty::possible;
  std::vector<std::pair<std::string, std::string>> links;  ///< "uid uid" and its reasons in words
  bool operator==(const Named&) const = default;
};

inline std::vector<Named> named(const std::vector<Proposal>& proposals, const std::vector<Likeness>& people) {
  const auto uid = [&](std::size_t place) { return people[place].uids.front().value; };
  std::vector<Named> all;
  for (const Proposal& proposal : proposals) {
    Named one;
    for (const std::size_t place : proposal.people) one.uids.push_back(uid(place));
    one.certainty = proposal.certainty;
    for (const Link& link : proposal.links) {
      std::string reasons(to_string(link.certainty));
      for (const Reason& reason : link.reasons)
        reasons += " " + std::string(to_string(reason.sign)) + "=" + reason.value;
      one.links.emplace_back(uid(link.a) + " " + uid(link.b), reasons);
    }
    all.push_back(std::move(one));
  }
  return all;
}

inline std::vector<Named> found_among(const std::vector<Likeness>& people,
                                      const std::vector<CardPair>& apart = {}) {
  return named(find_duplicates(people, apart, plain_letters), people);
}

}  // namespace goodturn::people
