// Names in a line: one person, several to choose from, or nobody; never a guess.
#include "core/calendar/name_match.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::calendar;

namespace {

const std::vector<KnownName> people = {
    {Uid("1"), "Ada Example", {"Countess"}, "Acme Ltd"},
    {Uid("2"), "Ada Maria Example", {}, "Initech"},
    {Uid("3"), "Bob O'Brien", {"Bobby"}, "Acme Ltd"},
    {Uid("4"), "Jos\xC3\xA9 Mu\xC3\xB1oz", {}, ""},
    {Uid("5"), "Jean-Luc Sample", {}, ""},
    {Uid("6"), "Grace", {}, ""},
    {Uid("7"), "Grace Sample", {}, ""},
    {Uid("8"), "Bobby Tables", {}, ""},
    {Uid("10"), "Prof. Dr. Ida Title", {}, ""},
    {Uid("9"), "", {"nobody"}, "Empty"},
};

NameMatch match(std::string_view mention, const FoldWord& fold = {}) {
  return match_name(mention, people, fold);
}

NameMatch only(const char* uid) { return {NameOutcome::unique, {Uid(uid)}}; }

NameMatch choice(std::initializer_list<const char*> uids) {
  NameMatch match{NameOutcome::ambiguous, {}};
  for (const char* uid : uids) match.candidates.emplace_back(uid);
  return match;
}

/// Lower case, with two accents taken off.
std::string plain(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string_view letter = word.substr(i, 2);
    if (letter == "\xC3\xA9" || letter == "\xC3\xB1") {
      out += letter == "\xC3\xA9" ? 'e' : 'n';
      ++i;
    } else {
      out += static_cast<char>(word[i] >= 'A' && word[i] <= 'Z' ? word[i] - 'A' + 'a' : word[i]);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a name that only one person bears is that person") {
  for (const char* mention : {"Ada Example", "ada example", "Example, Ada", "  ADA   EXAMPLE ", "countess"})
    CHECK(match(mention) == only("1"));
  CHECK(match("Ada Maria") == only("2"));
  CHECK(match("Maria") == only("2"));
  CHECK(match("Bob") == only("3"));
  for (const char* mention : {"obrien", "O'Brien",
                              "O\xE2\x80\x99"
                              "Brien"})
    CHECK(match(mention) == only("3"));
  CHECK(match("Luc") == only("5"));
  CHECK(match("Jean Luc") == only("5"));
  CHECK(match("nobody") == only("9"));
  CHECK(match("Dr. Ada Example") == only("1"));
  CHECK(match("Ida Title") == only("10"));
  CHECK(match("Dr Ida") == only("10"));
  CHECK(match("Dr.").outcome == NameOutcome::unknown);
}

TEST_CASE("several people are all named, the best first") {
  CHECK(match("Ada") == choice({"1", "2"}));
  CHECK(match("Example") == choice({"1", "2"}));
  CHECK(match("Sample") == choice({"5", "7"}));
  CHECK(match("Grace") == choice({"6", "7"}));
  CHECK(match("Bobby") == choice({"3", "8"}));
  CHECK(match("Ad") == choice({"1", "2"}));
}

TEST_CASE("the organisation tells people apart, but does not name them") {
  CHECK(match("Ada Acme") == only("1"));
  CHECK(match("Ada Initech") == only("2"));
  CHECK(match("Acme").outcome == NameOutcome::unknown);
  CHECK(match("Acme Ltd").outcome == NameOutcome::unknown);
}

TEST_CASE("the beginning of a name is a question, even when it fits one person") {
  CHECK(match("Mari") == choice({"2"}));
  CHECK(match("J. Sample") == choice({"5"}));
  CHECK(match("A. Example") == choice({"1", "2"}));
}

TEST_CASE("nobody is nobody") {
  for (const char* mention :
       {"", "  ", "-", "Zoe", "Ada Zoe", "Ada Ada", "Ada Example Ltd Acme Zoe", "\xFF"}) {
    INFO(mention);
    CHECK(match(mention) == NameMatch{});
  }
  CHECK(match_name("Ada", {}) == NameMatch{});
}

TEST_CASE("accents count unless the caller folds them") {
  CHECK(match("Jos\xC3\xA9") == only("4"));
  CHECK(match("Jose Munoz").outcome == NameOutcome::unknown);
  CHECK(match("Jose Munoz", plain) == only("4"));
  CHECK(match("JOSE", plain) == only("4"));
  CHECK(match("Ada", plain) == choice({"1", "2"}));
}

TEST_CASE("cards of one person are one person, and two people of one name are two") {
  const std::vector<KnownName> cards = {{Uid("1"), "Ada Example", {}, ""},
                                        {Uid("1"), "A. Example", {}, ""},
                                        {Uid("2"), "Eve Sample", {}, "Acme"},
                                        {Uid("3"), "Eve Sample", {}, "Initech"}};
  CHECK(match_name("Ada Example", cards) == only("1"));
  CHECK(match_name("Ada", cards) == only("1"));
  CHECK(match_name("Eve Sample", cards) == choice({"2", "3"}));
  CHECK(match_name("Eve Sample Initech", cards) == only("3"));
}
