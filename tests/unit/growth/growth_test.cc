// Twice the text is about twice the work, whatever it is made of: nothing that a server or a file says may
// cost the square of its size (security.md Z3, T27). Counted in steps, so that no clock decides.
#include <catch2/catch.hpp>

#include "core/calendar/event.h"
#include "core/calendar/own_lines.h"
#include "core/calendar/split.h"
#include "core/imports/split.h"
#include "core/imports/tables.h"
#include "core/people/card.h"
#include "core/people/duplicates.h"
#include "core/people/joined_card.h"
#include "core/sync/differences.h"
#include "core/sync/lost.h"
#include "core/sync/merge.h"
#include "core/sync/resolve.h"
#include "core/text/document.h"
#include "tests/unit/growth/shapes.h"
#include "tests/unit/growth/steps.h"

using namespace goodturn;
using tests::shapes;
using tests::steps_of;
using tests::Version;
using text::Document;

namespace {

constexpr std::size_t parts = 1000;
/// Sorting makes it 2.3 at this size at most; the square would be 4.
constexpr double most_growth = 2.4;

/// How much more work twice as many parts are.
template <class Work>
double growth(Work work) {
  const auto once = steps_of([&] { work(parts); });
  const auto twice = steps_of([&] { work(2 * parts); });
  REQUIRE(once > parts);
  return static_cast<double>(twice) / static_cast<double>(once);
}

struct Texts {
  std::string base, ours, theirs;
};

/// The work on the versions of each shape, which are made before it is counted.
template <class Work>
void check_shapes(Work work) {
  for (const tests::Shape& shape : shapes()) {
    const auto made = [&](std::size_t count) {
      return Texts{shape.text(count, Version::base), shape.text(count, Version::ours),
                   shape.text(count, Version::theirs)};
    };
    const Texts one = made(parts);
    const Texts two = made(2 * parts);
    INFO(shape.name);
    CHECK(growth([&](std::size_t count) { work(count == parts ? one : two); }) < most_growth);
  }
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("the steps see quadratic work, and linear work as such") {
  const auto square = [](std::size_t count) {
    const std::string text = repeated("X:1\r\n", count);
    for (std::size_t at = 0; at < count / 100; ++at) (void)Document::parse(text);
  };
  CHECK(growth(square) > 3.5);
  CHECK(growth([](std::size_t count) { (void)Document::parse(repeated("X:1\r\n", count)); }) < 2.1);
}

TEST_CASE("merging grows with the size of the item") {
  check_shapes([](const Texts& texts) { (void)sync::merge(texts.base, texts.ours, texts.theirs); });
  check_shapes([](const Texts& texts) { (void)sync::merge("", texts.ours, texts.theirs); });
}

TEST_CASE("looking for what a server dropped grows with the size of the item") {
  check_shapes([](const Texts& texts) { (void)sync::dropped(texts.ours, texts.theirs); });
}

TEST_CASE("looking for what another program undid grows with the size of the item") {
  check_shapes([](const Texts& texts) {
    (void)sync::clobbered(texts.base, texts.ours, texts.ours, texts.base);
    (void)sync::clobbered(texts.base, texts.ours, texts.ours, texts.theirs);
  });
}

TEST_CASE("showing differences and putting a value back grow with the size of the item") {
  check_shapes([](const Texts& texts) {
    (void)sync::differences(texts.base, texts.ours);
    sync::ConflictRow row;
    row.property = "TEL";
    row.local_line = "TEL:new";
    row.remote_value = "absent";
    (void)sync::resolved(texts.theirs, row, sync::Take::mine);
  });
}

TEST_CASE("reading an item and changing its tags grow with its size") {
  check_shapes([](const Texts& texts) {
    const Document document = Document::parse(texts.ours);
    (void)text::content_hash(document);
    (void)calendar::read_events(document);
    (void)people::edit_tags(document, {"mentor"}, {"1"});
    const std::vector<calendar::OwnLine> before{{"X-OWN", {}}}, after{{"SUMMARY", {"SUMMARY:new"}}};
    for (const char* component : {"VCARD", "VEVENT"})
      (void)calendar::update_item(document, component, before, after, Instant());
    const auto card = people::read_card(document);
    const auto other = people::read_card(Document::parse(texts.theirs));
    if (card && other) (void)people::joined_card(std::vector<people::Card>{*card, *other});
  });
}

TEST_CASE("cutting a text into items grows with its size") {
  check_shapes([](const Texts& texts) {
    (void)calendar::split(Document::parse(texts.ours));
    (void)imports::split_cards(texts.ours);
  });
}

TEST_CASE("lines of every form are read in linear time") {
  const std::vector<std::string_view> forms = {"TEL;X=\r\n =",
                                               ";X=\"^",
                                               "=\r\n ",
                                               "\r\n",
                                               "\r",
                                               "\\,",
                                               "BEGIN:A\r\nBEGIN:B\r\n",
                                               "END:A\r\n",
                                               "X;QUOTED-PRINTABLE:=\r\nEND:X\r\n",
                                               "a;b=\r\n\tc=\r\n",
                                               "\"",
                                               "\xEF\xBB\xBF"};
  for (const std::string_view form : forms) {
    INFO(form);
    CHECK(growth([&](std::size_t count) {
            const Document document = Document::parse("BEGIN:VCARD\r\nNOTE:" + repeated(form, count));
            for (const text::Line& line : document.lines()) (void)text::decoded_text(line.property());
            (void)text::content_hash(document);
          }) < most_growth);
  }
}

TEST_CASE("a header of 4 KiB that never ends is looked at once, however it is folded") {
  const std::string line = "X" + repeated(";A=\r\n =", 580) + "\r\n";
  const auto steps = steps_of([&] { (void)Document::parse(repeated(line, 10)); });
  CHECK(steps / (10 * line.size()) < 40);
}

TEST_CASE("looking for people who stand there twice grows with what their cards say") {
  using people::Likeness;
  const auto word = [](std::size_t at) { return "word" + std::to_string(at); };
  const auto person = [](std::size_t at) {
    Likeness one;
    one.uids.emplace_back("uid-" + std::to_string(at));
    one.names = {"Ada Example"};
    one.emails = {"ada@example.org"};
    one.organisations = {"Example Ltd"};
    return one;
  };
  /// Two people whose every list holds `count` values, the same ones with both.
  const auto full = [&](std::size_t count) {
    std::vector<Likeness> two = {person(1), person(2)};
    for (Likeness& one : two)
      for (std::size_t at = 0; at < count; ++at) {
        one.names.push_back("Ada " + word(at));
        one.nicknames.push_back(word(at));
        one.emails.push_back(word(at) + "@example.org");
        one.phones.push_back("+49" + std::to_string(at));
        one.organisations.push_back("Firm " + word(at));
        one.birthdays.push_back({static_cast<int>(1000 + at), 3, 5});
      }
    return two;
  };
  /// Two people whose names and organisations have `count` words.
  const auto long_names = [&](std::size_t count) {
    std::vector<Likeness> two = {person(1), person(2)};
    for (Likeness& one : two) {
      for (std::size_t at = 0; at < count; ++at) one.names.front() += " " + word(at);
      one.organisations.push_back(one.names.front());
      one.nicknames.push_back(one.names.front());
    }
    return two;
  };
  /// One with `count` addresses, each of which is that of another person, too.
  const auto star = [&](std::size_t count) {
    std::vector<Likeness> all = {person(0)};
    for (std::size_t at = 1; at <= count; ++at) {
      all.push_back(person(at));
      all.back().emails = {word(at) + "@example.org"};
      all.front().emails.push_back(word(at) + "@example.org");
    }
    return all;
  };
  /// People in a row, each with the address of the next one, whose names are initials: they may be anybody's.
  const auto chain = [&](std::size_t count) {
    std::vector<Likeness> all;
    for (std::size_t at = 0; at < count; ++at) {
      all.push_back(person(at));
      all.back().names = {"A"};
      for (std::size_t rest = at; rest > 0; rest /= 10)
        all.back().names.front() += std::string(" ") + static_cast<char>('b' + rest % 10);
      all.back().emails = {word(at) + "@example.org", word(at + 1) + "@example.org"};
      all.back().birthdays = {{std::nullopt, 3, 5}, {static_cast<int>(1000 + at), 4, 6}};
    }
    return all;
  };
  const std::vector<std::function<std::vector<Likeness>(std::size_t)>> shapes = {full, long_names, star,
                                                                                 chain};
  for (std::size_t shape = 0; shape < shapes.size(); ++shape) {
    INFO(shape);
    const auto one = shapes[shape](parts);
    const auto two = shapes[shape](2 * parts);
    CHECK(growth([&](std::size_t count) { (void)people::find_duplicates(count == parts ? one : two); }) <
          most_growth);
  }
}

TEST_CASE("a table grows with its rows, and a row that is too wide is no table of people") {
  const auto table = [](std::size_t rows) {
    std::string text = "First Name,Last Name,E-mail 1 - Value,Labels\r\n";
    for (std::size_t row = 0; row < rows; ++row)
      text += "Ada," + std::to_string(row) + ",ada" + std::to_string(row) + "@example.org,a ::: b\r\n";
    return imports::read_table(imports::read_csv(text));
  };
  REQUIRE(table(10)->cards.size() == 10);
  CHECK(growth([&](std::size_t rows) { (void)table(rows); }) < most_growth);
  const std::string head = "First Name,Last Name,E-mail 1 - Value,Labels";
  const std::string row = "\r\nAda,Example,ada@example.org,a";
  const auto wide = [&](std::size_t more) {
    return imports::read_table(imports::read_csv(head + row + repeated(",x", more)));
  };
  CHECK(wide(imports::most_columns - 4));
  CHECK_FALSE(wide(imports::most_columns - 3));
}
