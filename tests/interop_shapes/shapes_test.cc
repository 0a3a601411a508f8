// S5 on real servers: cards and events as programs write them are put there, synced, tagged and written back;
// what the server then keeps is what it kept before, line for line, and the tag.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <set>

#include "core/people/card.h"
#include "core/text/charset.h"
#include "core/text/document.h"
#include "tests/interop_machines/machine.h"
#include "tests/interop_shapes/kept.h"
#include "tests/support/independent_reader.h"

using namespace goodturn;
using namespace goodturn::tests;
using text::Document;

namespace {

/// How many of the shapes a server takes at least; it refuses the others when they are put there.
struct Takes {
  std::size_t cards = 300;
  std::size_t events = 300;
  std::set<std::string> told = {};  ///< values that it does not keep, which the user is told
};

bool changes_at_will(const std::string& name) {
  static const std::set<std::string> names{"REV", "PRODID", "DTSTAMP", "LAST-MODIFIED", "CATEGORIES"};
  return names.contains(name);
}

/// The line with its parameters in alphabetical order, which is all the same to RFC 6350 §5.
std::string in_order(const text::Line& line) {
  const text::Property property = line.property();
  std::vector<std::string> parameters;
  for (const text::Parameter& one : property.parameters) {
    parameters.push_back(";" + one.name);
    for (const std::string& value : one.values) parameters.back() += "=\"" + value + "\"";
  }
  std::sort(parameters.begin(), parameters.end());
  std::string text = property.group + "." + property.name;
  for (const std::string& one : parameters) text += one;
  return text + ":" + property.value;
}

/// The unfolded lines but for the tags and what servers stamp, sorted.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  const Document document = Document::parse(text);
  for (const text::Line& line : document.lines())
    if (!changes_at_will(line.name()) && !line.unfolded().empty()) lines.push_back(in_order(line));
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// Cards as the product tags them; events, which it only reads, get a category as another program gives one.
std::string tagged(const std::string& text, bool cards) {
  Document document = Document::parse(text);
  if (cards) return people::edit_tags(document, {"oarsman"}, {});
  const text::Component* event = document.find("VEVENT");
  REQUIRE(event != nullptr);
  document.insert_line(document.insertion_point(*event), "CATEGORIES:oarsman");
  return document.print();
}

bool has_tag(const std::string& text) {
  const Document document = Document::parse(text);
  return std::any_of(document.lines().begin(), document.lines().end(), [](const text::Line& line) {
    return line.name() == "CATEGORIES" && line.unfolded().find("oarsman") != std::string::npos;
  });
}

bool same_meaning(const std::string& left, const std::string& right) {
  return text::semantically_equal(Document::parse(left), Document::parse(right));
}

/// Both sides have the same items by href, and by meaning the same texts.
void compare(Machine& machine, const std::map<std::string, std::string>& kept) {
  const auto items = machine.texts();
  CHECK(items.size() == kept.size());
  for (const auto& [href, text] : kept) {
    INFO(href << "\n" << text);
    REQUIRE(items.contains(href));
    CHECK(same_meaning(items.at(href), text));
    CHECK(lines_of(items.at(href)) == lines_of(text));
  }
}

/// One of so many is tagged: all of them in the long run.
std::size_t tag_every() {
  const char* given = std::getenv("GOODTURN_TAG_EVERY");
  return given != nullptr ? std::max(std::strtoul(given, nullptr, 10), 1UL) : 4;
}

/// XML has no place for control characters and for what is not UTF-8: a reader without GET stops at them.
bool stands_in_xml(const std::string& text) {
  return text::is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\r' && c != '\n';
         });
}

/// What it cannot read is taken away first.
void ask_independent_reader(Machine& machine, Kept& kept, bool cards) {
  std::vector<std::string> texts;
  for (const auto& [href, text] : machine.texts())
    if (stands_in_xml(text))
      texts.push_back(text);
    else
      REQUIRE(kept.send("DELETE", href, {}, {}).status < 300);
  CHECK(read_independently(machine.book_url(), texts, cards ? "vcf" : "ics") != Reading::differs);
}

void through(const ServerProcess& server, bool cards, const Takes& takes) {
  Kept kept(server, cards);
  const auto shapes = cards ? card_shapes() : event_shapes();
  const auto refused = kept.fill(shapes);
  std::map<std::string, int> by_program;
  for (const auto& [shape, status] : refused) ++by_program[shape.program + " " + std::to_string(status)];
  for (const auto& [program, count] : by_program)
    std::cout << server.name() << " refuses " << count << " of " << program << "\n";
  CHECK(shapes.size() - refused.size() >= (cards ? takes.cards : takes.events));

  Machine machine(server.url(), kept.name(), 1);
  CHECK(machine.sync());
  const auto before = machine.texts();
  CHECK(before.size() == shapes.size() - refused.size());
  const std::size_t every = tag_every();
  std::set<std::string> changed;
  std::size_t number = 0;
  for (const auto& [href, text] : before)
    if (number++ % every == 0) {
      machine.replace(href, tagged(text, cards));
      changed.insert(href);
    }
  CHECK(machine.sync());
  CHECK_FALSE(machine.sync());
  const auto after = kept.texts();
  compare(machine, after);
  REQUIRE(after.size() == before.size());
  for (const auto& [href, text] : after) {
    INFO(href << "\nbefore:\n" << before.at(href) << "after:\n" << text);
    CHECK(lines_of(text) == lines_of(before.at(href)));
    CHECK(has_tag(text) == changed.contains(href));
  }
  for (const std::string& value : machine.kept_values()) CHECK(takes.told.contains(value));
  ask_independent_reader(machine, kept, cards);
}

/// Characters beyond U+FFFF are what the user wrote when they come, after a tag was sent, and on another
/// computer; nothing is told as lost.
void through_rare_characters(const ServerProcess& server) {
  const std::map<std::string, std::string> written{
      {"FN", "Zo\u00EB \U0001F98A Fuchs"},
      {"NOTE", "Feier \U0001F382\U0001F389, \u6F22\u5B57 \U00020BB7"},
      {"TITLE", "\U0001F469\u200D\U0001F680 pilot"}};
  const auto values = [&](const std::string& text) {
    const Document card = Document::parse(text);
    std::map<std::string, std::string> found;
    for (const auto& [name, value] : written)
      found[name] = text::decoded_text(card.all(*card.find("VCARD"), name).at(0));
    return found;
  };
  std::string text = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:rare\r\nN:Fuchs;Zo\u00EB;;;\r\n";
  for (const auto& [name, value] : written) text += name + ":" + text::escape_text(value) + "\r\n";
  Kept kept(server, true);
  REQUIRE(kept.fill({{"rare", "rare", text + "END:VCARD\r\n"}}).empty());
  Machine machine(server.url(), kept.name(), 1);
  CHECK(machine.sync());
  const auto [href, came] = *machine.texts().begin();
  CHECK(values(came) == written);
  machine.replace(href, tagged(came, true));
  CHECK(machine.sync());
  CHECK_FALSE(machine.sync());
  CHECK(has_tag(kept.texts().at(href)));
  CHECK(values(kept.texts().at(href)) == written);
  Machine other(server.url(), kept.name(), 2);
  other.sync();
  CHECK(values(other.texts().at(href)) == written);
  CHECK(machine.kept_values().empty());
  ask_independent_reader(machine, kept, true);
}

void through(const std::string& name, const Takes& takes = {}) {
  const auto server = ServerProcess::start(name);
  if (!server) return;
  SECTION("rare characters") { through_rare_characters(*server); }
  SECTION("cards") { through(*server, true, takes); }
  SECTION("events") { through(*server, false, takes); }
}

}  // namespace

TEST_CASE("cards and events of many programs live on radicale", "[radicale]") { through("radicale"); }
TEST_CASE("cards and events of many programs live on xandikos", "[xandikos]") { through("xandikos"); }
TEST_CASE("cards and events of many programs live on Cyrus", "[cyrus]") {
  // It divides "Boot\, Verein" at the escaped comma and takes the space away.
  through("cyrus", {300, 300, {" Verein"}});
}
TEST_CASE("cards and events of many programs live on sabre/dav", "[sabre]") { through("sabre"); }
TEST_CASE("cards and events of many programs live on DAViCal", "[davical]") { through("davical"); }
TEST_CASE("cards and events of many programs live on SOGo", "[sogo]") { through("sogo"); }
