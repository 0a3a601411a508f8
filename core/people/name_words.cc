#include "core/people/name_words.h"

#include <algorithm>
#include <array>

#include "core/people/letters.h"
#include "core/people/short_names.h"

namespace goodturn::people {
namespace {

constexpr std::array<std::string_view, 17> titles = {"dame", "dipl", "dr",   "frau",      "herr", "ing",
                                                     "mag",  "md",   "miss", "mr",        "mrs",  "ms",
                                                     "mx",   "phd",  "prof", "professor", "sir"};
constexpr std::array<std::string_view, 28> legal_forms = {
    "ab",   "ag",  "as",           "bv", "co",   "company", "corp", "corporation", "ev",  "gbr",
    "gmbh", "inc", "incorporated", "kg", "kgaa", "limited", "llc",  "llp",         "ltd", "nv",
    "oy",   "plc", "pty",          "sa", "sarl", "se",      "spa",  "ug"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Letters that stay after accents are taken off, with the letters they are written as elsewhere.
std::string key_of(const std::string& folded) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> letters = {
      {{"\xC3\xB8", "o"}, {"\xC5\x82", "l"}, {"\xC4\x91", "d"}, {"\xC3\xA6", "a"}, {"\xC5\x93", "o"}}};
  std::string key;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto letter = std::find_if(letters.begin(), letters.end(),
                                     [&](const auto& one) { return folded.compare(i, 2, one.first) == 0; });
    if (letter != letters.end()) {
      key += letter->second;
      ++i;
      continue;
    }
    const bool written_out = folded[i] == 'e' && !key.empty() &&
                             std::string_view("aou").find(key.back()) != std::string_view::npos;
    if (!written_out) key += folded[i];
  }
  return key;
}

bool parts_words(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool letter_or_digit =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
  return !letter_or_digit && c != '\'';
}

/// U+2019, the apostrophe of typographers, as one of typewriters.
std::string with_plain_apostrophes(std::string text) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  for (auto at = text.find(curly); at != std::string::npos; at = text.find(curly, at))
    text.replace(at, curly.size(), "'");
  return text;
}

std::vector<std::string> words_of(std::string_view text, const FoldWord& fold) {
  const std::string folded = with_plain_apostrophes(fold ? fold(text) : folded_word(text));
  std::vector<std::string> words(1);
  for (const char c : folded) {
    if (parts_words(c)) {
      if (!words.back().empty()) words.emplace_back();
    } else if (c != '\'') {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// One letter, also of the alphabets that UTF-8 writes in two bytes; a sign of a longer script is a word.
bool is_initial(const NameWord& word) {
  const std::string& text = word.text;
  return text.size() == 1 || (text.size() == 2 && static_cast<unsigned char>(text.front()) >= 0xC2);
}

bool is_beginning(const NameWord& initial, const NameWord& word) {
  return is_initial(initial) && word.text.starts_with(initial.text);
}

/// Pairs the words of two names off, the plainest way of agreeing first.
class Pairing {
 public:
  Pairing(const NameWords& a, const NameWords& b)
      : a_(a), b_(b), taken_(b.size(), false), paired_(a.size(), false) {}

  template <class Agree>
  std::size_t pair_off(Agree agree) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a_.size(); ++i) {
      for (std::size_t j = 0; !paired_[i] && j < b_.size(); ++j) {
        if (taken_[j] || !agree(a_[i], b_[j])) continue;
        paired_[i] = taken_[j] = true;
        ++count;
      }
    }
    return count;
  }

 private:
  const NameWords& a_;
  const NameWords& b_;
  std::vector<bool> taken_;
  std::vector<bool> paired_;
};

struct Agreement {
  std::size_t equal = 0;   ///< words
  std::size_t called = 0;  ///< short forms and nicknames
  std::size_t initials = 0;
  [[nodiscard]] std::size_t all() const { return equal + called + initials; }
};

/// `a` is the shorter name.
Agreement agreement_of(const NameWords& a, const NameWords& b, std::span<const NameWord> nicknames) {
  const auto is_nickname = [&](const NameWord& word) {
    return std::any_of(nicknames.begin(), nicknames.end(),
                       [&](const NameWord& one) { return one.key == word.key; });
  };
  Pairing pairing(a, b);
  Agreement found;
  found.equal = pairing.pair_off([](const NameWord& x, const NameWord& y) { return x.key == y.key; });
  found.called = pairing.pair_off([&](const NameWord& x, const NameWord& y) {
    if (is_initial(x) || is_initial(y)) return false;
    return is_short_form(x.text, y.text) || is_nickname(x) || is_nickname(y);
  });
  found.initials = pairing.pair_off(
      [](const NameWord& x, const NameWord& y) { return is_beginning(x, y) || is_beginning(y, x); });
  return found;
}

bool only_initials(const NameWords& words) { return std::all_of(words.begin(), words.end(), is_initial); }

/// One order for both directions, so that comparing is symmetric.
std::pair<const NameWords*, const NameWords*> in_order(const NameWords& a, const NameWords& b) {
  const bool a_first = a.size() != b.size() ? a.size() < b.size() : a <= b;
  return a_first ? std::pair(&a, &b) : std::pair(&b, &a);
}

}  // namespace

NameWords name_words(std::string_view name, const FoldWord& fold) {
  NameWords words;
  for (std::string& word : words_of(name, fold))
    if (!contains(titles, word)) words.push_back({word, key_of(word)});
  std::sort(words.begin(), words.end());
  return words;
}

std::string organisation_key(std::string_view organisation, const FoldWord& fold) {
  const std::vector<std::string> words = words_of(organisation, fold);
  const auto join = [&](bool with_legal_form) {
    std::string key;
    for (const std::string& word : words)
      if (with_legal_form || !contains(legal_forms, word)) key += (key.empty() ? "" : " ") + key_of(word);
    return key;
  };
  const std::string key = join(false);
  return key.empty() ? join(true) : key;
}

bool is_organisation(const NameWords& name, std::string_view organisation_key) {
  const NameWords words = name_words(organisation_key);
  return std::all_of(name.begin(), name.end(), [&](const NameWord& word) {
    const auto same = [&](const NameWord& one) { return one.key == word.key; };
    return contains(legal_forms, word.text) || std::any_of(words.begin(), words.end(), same);
  });
}

NameLikeness compare_names(const NameWords& a, const NameWords& b, std::span<const NameWord> nicknames) {
  if (only_initials(a) || only_initials(b)) return NameLikeness::unknown;
  const auto [shorter, longer] = in_order(a, b);
  const Agreement found = agreement_of(*shorter, *longer, nicknames);
  if (found.equal == longer->size()) return NameLikeness::same;
  const bool all_agree = found.all() == shorter->size();
  if (all_agree && found.equal + found.called > 0) return NameLikeness::compatible;
  return found.equal > 0 ? NameLikeness::related : NameLikeness::different;
}

std::size_t words_in_common(const NameWords& a, const NameWords& b, std::span<const NameWord> nicknames) {
  const auto [shorter, longer] = in_order(a, b);
  return agreement_of(*shorter, *longer, nicknames).all();
}

}  // namespace goodturn::people
