#include "core/calendar/name_match.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include "core/calendar/one_line_words.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using Words = std::vector<std::string>;

/// How well a mention fits; more is better.
enum class Fit { none, beginning, with_organisation, part, whole };

bool in_word(char c) {
  const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return ascii || static_cast<unsigned char>(c) >= 0x80;
}

/// The words, without the two apostrophes of O'Brien (U+0027, U+2019).
Words words_of(std::string_view text, const FoldWord& fold) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  Words words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') continue;
    if (text.substr(i).starts_with(curly))
      i += curly.size() - 1;
    else if (in_word(text[i]))
      words.back() += text[i];
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  for (std::string& word : words) word = fold ? fold(word) : lower_word(word);
  return words;
}

/// The words of a name as it is spoken, without "Dr." before them; a title alone stays.
Words name_words(std::string_view text, const FoldWord& fold) {
  const auto comma = text.find(',');
  Words words = comma == text.npos ? words_of(text, fold) : words_of(text.substr(comma + 1), fold);
  if (comma != text.npos)
    for (std::string& word : words_of(text.substr(0, comma), fold)) words.push_back(std::move(word));
  while (words.size() > 1 && is_name_title(words.front())) words.erase(words.begin());
  return words;
}

/// Every word of `some` has its own partner in `all`.
template <class Alike>
bool within(const Words& some, Words all, Alike alike) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    const auto partner = std::find_if(all.begin(), all.end(),
                                      [&](const std::string& candidate) { return alike(word, candidate); });
    if (partner == all.end()) return false;
    all.erase(partner);
    return true;
  });
}

bool same(const std::string& word, const std::string& other) { return word == other; }
bool begins(const std::string& word, const std::string& other) { return other.starts_with(word); }

Fit fit_of(const Words& mention, const KnownName& person, const FoldWord& fold) {
  const Words name = name_words(person.name, fold);
  if (mention == name) return Fit::whole;
  for (const std::string& nickname : person.nicknames)
    if (name_words(nickname, fold) == mention) return Fit::whole;
  if (within(mention, name, same)) return mention.size() == name.size() ? Fit::beginning : Fit::part;
  Words both = name;
  for (std::string& word : words_of(person.organisation, fold)) both.push_back(std::move(word));
  const bool names_person = std::any_of(mention.begin(), mention.end(), [&](const std::string& word) {
    return std::find(name.begin(), name.end(), word) != name.end();
  });
  if (names_person && within(mention, both, same)) return Fit::with_organisation;
  return within(mention, name, begins) ? Fit::beginning : Fit::none;
}

/// The best fit of each person, in the order of the list: a person may span several cards.
std::vector<std::pair<Uid, Fit>> fits_of(const Words& mention, std::span<const KnownName> people,
                                         const FoldWord& fold) {
  std::vector<std::pair<Uid, Fit>> fits;
  std::map<Uid, std::size_t> place;
  for (const KnownName& person : people) {
    const Fit fit = fit_of(mention, person, fold);
    if (fit == Fit::none) continue;
    const auto [found, is_new] = place.try_emplace(person.uid, fits.size());
    if (is_new)
      fits.emplace_back(person.uid, fit);
    else
      fits[found->second].second = std::max(fits[found->second].second, fit);
  }
  return fits;
}

}  // namespace

NameMatch match_name(std::string_view mention, std::span<const KnownName> people, const FoldWord& fold) {
  const Words words = name_words(mention, fold);
  if (words.empty()) return {};
  auto fits = fits_of(words, people, fold);
  if (fits.empty()) return {};
  std::stable_sort(fits.begin(), fits.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
  const Fit best = fits.front().second;
  // A whole name of several words says enough; one word is shared by everybody who bears it.
  const Fit rival = best == Fit::whole && words.size() > 1 ? Fit::whole : Fit::with_organisation;
  const auto rivals =
      std::count_if(fits.begin(), fits.end(), [&](const auto& fit) { return fit.second >= rival; });
  if (rivals == 1) return {NameOutcome::unique, {fits.front().first}};
  NameMatch match{NameOutcome::ambiguous, {}};
  for (const auto& [uid, fit] : fits) match.candidates.push_back(uid);
  return match;
}

}  // namespace goodturn::calendar
