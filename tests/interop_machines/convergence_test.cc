// Two computers of one user on one real server: whatever both do between syncs, in the end both and the
// server hold the same, and no value that was written is lost. vdirsyncer, as an independent reader, sees
// the same items after every scenario. Once with cards, once with tasks and journals.
#include <algorithm>

#include "adapters/dav/dav_source.h"
#include "adapters/http/client.h"
#include "core/text/document.h"
#include "tests/interop_machines/machine.h"
#include "tests/support/homes.h"
#include "tests/support/independent_reader.h"
#include "tests/support/server_process.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

/// What the collection holds: its file ending, and how the scenarios' lines are said in it.
struct Kind {
  const char* ending;
  bool journals;  ///< every second item is one; else all of a calendar are tasks

  [[nodiscard]] bool cards() const { return ending == std::string("vcf"); }

  /// Lines of a card as they stand in an item of this kind.
  [[nodiscard]] std::string said(std::string lines) const {
    if (cards()) return lines;
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"NOTE:", "DESCRIPTION:"},
                                   {"TITLE:", "URL:https://example.org/"}})
      for (auto at = lines.find(from); at != std::string::npos; at = lines.find(from, at + to.size()))
        lines.replace(at, from.size(), to);
    return lines;
  }

  [[nodiscard]] std::string item(const std::string& uid, const std::string& lines) const {
    if (cards())
      return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\n" +
             lines + "END:VCARD\r\n";
    const std::string component = journals && uid.size() % 2 == 0 ? "VJOURNAL" : "VTODO";
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Goodturn//Test//EN\r\nBEGIN:" + component +
           "\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Ada Example\r\n" + said(lines) +
           "END:" + component + "\r\nEND:VCALENDAR\r\n";
  }
};
constexpr Kind of_cards{"vcf", false};
constexpr Kind of_records{"ics", true};
constexpr Kind of_tasks{"ics", false};

bool same_meaning(const std::string& left, const std::string& right) {
  return text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
}

std::vector<std::string> texts_of(Machine& machine) {
  std::vector<std::string> texts;
  for (const auto& [uid, text] : machine.cards()) texts.push_back(text);
  return texts;
}

class Pair {
 public:
  Pair(const ServerProcess& server, const std::string& book, const Kind& kind)
      : url_(server.url()), book_(book), kind_(kind), first(url_, book, 1), second(url_, book, 2) {}

  void put(Machine& machine, const std::string& uid, const std::string& lines) {
    machine.put(uid, kind_.item(uid, lines));
  }
  void edit(Machine& machine, const std::string& uid, const std::string& from, const std::string& to) {
    machine.edit(uid, kind_.said(from), kind_.said(to));
  }

  /// Syncs in turn until nothing moves, then compares all.
  void settle() {
    constexpr int most_rounds = 6;
    int rounds = 0;
    for (bool moved = true; moved; ++rounds) {
      REQUIRE(rounds < most_rounds);
      const bool first_moved = first.sync();
      moved = second.sync() || first_moved;
    }
    compare(first.cards(), second.cards());
    Machine fresh(url_, book_, 3);
    fresh.sync();
    compare(first.cards(), fresh.cards());
    ask_independent_reader();
  }

  [[nodiscard]] bool holds(const std::string& uid, const std::string& text) {
    const auto cards = first.cards();
    const auto found = cards.find(uid);
    return found != cards.end() && found->second.find(kind_.said(text)) != std::string::npos;
  }

 private:
  static void compare(const std::map<std::string, std::string>& left,
                      const std::map<std::string, std::string>& right) {
    CHECK(left.size() == right.size());
    for (const auto& [uid, text] : left) {
      INFO(uid);
      REQUIRE(right.contains(uid));
      CHECK(same_meaning(text, right.at(uid)));
    }
  }

  void ask_independent_reader() {
    CHECK(read_independently(first.book_url(), texts_of(first), kind_.ending) != Reading::differs);
  }

  std::string url_;
  std::string book_;
  const Kind& kind_;

 public:
  Machine first;
  Machine second;
};

std::string make_book(const ServerProcess& server) {
  // SOGo ignores the name that MKCOL gives; it has a book of that name at first.
  if (server.name() == "sogo") return "Personal Address Book";
  const auto root = http::parse_url(server.url());
  http::Client client(*root, {"alice", "secret"}, {}, {});
  http::Request request;
  request.method = "MKCOL";
  request.url = *root;
  request.url.path = home_path(server.name(), true) + "shared/";
  request.headers = {{"Content-Type", "application/xml; charset=utf-8"}};
  request.body =
      "<mkcol xmlns='DAV:' xmlns:K='urn:ietf:params:xml:ns:carddav'><set><prop><resourcetype><collection/>"
      "<K:addressbook/></resourcetype><displayname>Shared</displayname></prop></set></mkcol>";
  const auto response = client.send(std::move(request));
  REQUIRE(response.has_value());
  REQUIRE(response->status == 201);
  return "Shared";
}

std::string make_calendar(const ServerProcess& server, bool journals) {
  dav::DavSource source({}, server.url(), "alice", "secret", [] { return false; });
  const auto made = source.create_collection("Records", {false, false, true, journals});
  INFO((made ? "" : describe(made.error())));
  REQUIRE(made.has_value());
  return made->name;
}

void start_with(Pair& pair) {
  for (const std::string uid : {"tags", "apart", "clash", "fought", "gone", "rest", "more"})
    pair.put(pair.first, uid, "CATEGORIES:boat\r\nNOTE:old\r\nTITLE:none\r\n");
  pair.settle();
  REQUIRE(pair.second.cards().size() == 7);
}

void tags(Pair& pair) {
  pair.edit(pair.first, "tags", "CATEGORIES:boat", "CATEGORIES:boat,mentor");
  pair.edit(pair.second, "tags", "CATEGORIES:boat", "CATEGORIES:ally");
  pair.settle();
  CHECK(pair.holds("tags", "mentor"));
  CHECK(pair.holds("tags", "ally"));
  CHECK_FALSE(pair.holds("tags", "boat"));
}

void different_properties(Pair& pair) {
  pair.edit(pair.first, "apart", "NOTE:old", "NOTE:first");
  pair.edit(pair.second, "apart", "TITLE:none", "TITLE:second\r\nX-ODD;X-P=1:kept");
  pair.settle();
  CHECK(pair.holds("apart", "NOTE:first"));
  CHECK(pair.holds("apart", "TITLE:second"));
  CHECK(pair.holds("apart", "kept"));
}

void same_property(Pair& pair) {
  pair.edit(pair.first, "clash", "NOTE:old", "NOTE:first");
  pair.edit(pair.second, "clash", "NOTE:old", "NOTE:second");
  pair.settle();
  CHECK(pair.holds("clash", "NOTE:first"));  // it was there first
  const auto kept = pair.second.kept_values();
  CHECK(std::any_of(kept.begin(), kept.end(),
                    [](const std::string& value) { return value.find("second") != std::string::npos; }));
}

void deletions(Pair& pair) {
  pair.first.remove("fought");
  pair.edit(pair.second, "fought", "NOTE:old", "NOTE:still needed");
  pair.first.remove("gone");
  pair.put(pair.second, "new", "NOTE:new\r\n");
  pair.settle();
  CHECK(pair.holds("fought", "NOTE:still needed"));
  CHECK_FALSE(pair.first.cards().contains("gone"));
  CHECK(pair.holds("new", "NOTE:new"));
}

/// Both do the same, and one does much at once.
void same_edits(Pair& pair) {
  for (Machine* machine : {&pair.first, &pair.second}) pair.edit(*machine, "rest", "NOTE:old", "NOTE:same");
  for (const std::string uid : {"tags", "apart", "more"})
    pair.second.edit(uid, "UID:", "X-SINCE:2026\r\nUID:");
  pair.settle();
  CHECK(pair.holds("rest", "NOTE:same"));
  CHECK(pair.holds("more", "X-SINCE:2026"));
}

void converge(Pair pair) {
  start_with(pair);
  tags(pair);
  different_properties(pair);
  same_property(pair);
  deletions(pair);
  same_edits(pair);
}

void converge_on(const std::string& name) {
  const auto server = ServerProcess::start(name);
  if (!server) return;
  converge({*server, make_book(*server), of_cards});
  const bool journals = name != "sogo";  // it keeps none
  converge({*server, make_calendar(*server, journals), journals ? of_records : of_tasks});
}

}  // namespace

TEST_CASE("the independent reader finds an item that differs and one that is missing", "[interop]") {
  const auto server = ServerProcess::start("radicale");
  if (!server) return;
  for (const Kind& kind : {of_cards, of_records}) {
    Machine machine(server->url(), kind.cards() ? make_book(*server) : make_calendar(*server, true), 1);
    for (const std::string uid : {"task", "entry"}) {  // of records one of each kind
      machine.put(uid, kind.item(uid, "NOTE:old\r\n"));
      machine.sync();
      machine.edit(uid, kind.said("NOTE:old"), kind.said("NOTE:new"));
      const Reading wrong = read_independently(machine.book_url(), texts_of(machine), kind.ending);
      CHECK(wrong != Reading::equal);
      CHECK(read_independently(machine.book_url(), {}, kind.ending) == wrong);
      machine.sync();
      const Reading right = read_independently(machine.book_url(), texts_of(machine), kind.ending);
      CHECK(right == (wrong == Reading::differs ? Reading::equal : Reading::not_installed));
    }
  }
}

TEST_CASE("two machines on radicale come to the same", "[interop]") { converge_on("radicale"); }
TEST_CASE("two machines on xandikos come to the same", "[interop]") { converge_on("xandikos"); }
TEST_CASE("two machines on Cyrus come to the same", "[interop]") { converge_on("cyrus"); }
TEST_CASE("two machines on sabre/dav come to the same", "[interop]") { converge_on("sabre"); }
TEST_CASE("two machines on DAViCal come to the same", "[.soak]") { converge_on("davical"); }
TEST_CASE("two machines on SOGo come to the same", "[.soak]") { converge_on("sogo"); }
