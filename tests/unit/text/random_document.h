// Random documents for property tests, from a printed seed.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace goodturn::tests {

/// GOODTURN_SEED when set, else a new one; printed so that a failure can be repeated.
inline std::uint64_t seed_of(std::string_view test) {
  const char* given = std::getenv("GOODTURN_SEED");
  const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::cout << test << ": GOODTURN_SEED=" << seed << "\n";
  return seed;
}

class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }

  template <std::size_t Count>
  std::string_view pick(const std::string_view (&choices)[Count]) {
    return choices[below(Count)];
  }

  /// Pieces that hurt: borders, folds, encodings, broken UTF-8, plain words.
  std::string weird_document() {
    static constexpr std::string_view pieces[] = {"BEGIN:VCARD",
                                                  "END:VCARD",
                                                  "BEGIN:VEVENT",
                                                  "END:VCALENDAR",
                                                  "BEGIN:VCALENDAR",
                                                  "begin:vcard ",
                                                  "AGENT:",
                                                  "FN:Ada",
                                                  "item1.TEL;TYPE=home,\"a,b\":1",
                                                  "NOTE;ENCODING=QUOTED-PRINTABLE:a=",
                                                  "NOTE;QUOTED-PRINTABLE",
                                                  "CATEGORIES:a,b\\,c",
                                                  "UID:1",
                                                  "=",
                                                  ":",
                                                  ";",
                                                  "\"",
                                                  "^n",
                                                  "^",
                                                  "\\",
                                                  ",",
                                                  "\r",
                                                  "\n",
                                                  "\r\n",
                                                  "\r\n ",
                                                  "\n\t",
                                                  "\r\r\n",
                                                  " ",
                                                  "\t",
                                                  std::string_view("\0", 1),
                                                  "\xEF\xBB\xBF",
                                                  "\xC3",
                                                  "\xC3\xA9",
                                                  "\xFF",
                                                  "\xF0\x9F\x98\x80",
                                                  "x",
                                                  "PHOTO;BASE64:",
                                                  "VERSION:2.1",
                                                  "\r\n\r\n",
                                                  "."};
    std::string out;
    for (std::size_t count = below(60); count > 0; --count) {
      out += pick(pieces);
      if (one_in(2)) out += one_in(3) ? "\n" : "\r\n";
    }
    return out;
  }

  std::string word() {
    static constexpr std::string_view words[] = {"ada", "Bob", "x", "\xC3\xA9t\xC3\xA9", "\xF0\x9F\x98\x80",
                                                 "a b", "42",  "-"};
    return std::string(pick(words)) + std::string(pick(words));
  }

  template <class T>
  void shuffle(std::vector<T>& list) {
    std::shuffle(list.begin(), list.end(), random_);
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace goodturn::tests
