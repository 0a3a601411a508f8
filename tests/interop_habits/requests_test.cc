// Requests that servers answer each in its own way: a changed or doubled UID, a condition on nothing, the
// wrong kind of item, a question about 20,000 items. Whatever the answer, a sync loses nothing, says what is
// wrong, and comes to rest.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "adapters/dav/bodies.h"
#include "adapters/dav/dav_source.h"
#include "adapters/dav/fetching.h"
#include "core/text/document.h"
#include "tests/interop_habits/odd_items.h"
#include "tests/interop_machines/machine.h"
#include "tests/interop_shapes/kept.h"
#include "tests/support/in_english.h"
#include "tests/support/independent_reader.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

/// What a server answers.
struct Habits {
  std::string server;
  int card_with_another_uid;  ///< PUT over a card whose UID was another
  int event_with_another_uid;
  int second_card;  ///< PUT of a UID that stands under another name
  int second_event;
  int update_of_nothing;   ///< PUT with If-Match: * where nothing is
  int event_among_tasks;   ///< PUT of an event into a calendar of tasks
  int long_question;       ///< multiget of 20,000 names, one of which is there
  int entries;             ///< how many of them stand in the answer
  int asked_for = 20'000;  ///< so many are asked for by a client, too; fewer where each miss is a request
};

const std::vector<Habits>& all_habits() {
  static const std::vector<Habits> all{{"radicale", 409, 409, 409, 409, 412, 201, 207, 20'000},
                                       {"xandikos", 204, 204, 201, 412, 412, 201, 207, 20'000, 2'000},
                                       {"cyrus", 403, 403, 201, 403, 412, 403, 207, 20'000},
                                       {"sabre", 204, 204, 201, 201, 412, 403, 404, 0, 200},
                                       {"davical", 204, 204, 201, 201, 412, 201, 207, 1, 500},
                                       {"sogo", 204, 204, 201, 409, 201, 201, 207, 20'000}};
  return all;
}

const Habits& habits_of(const std::string& server) {
  return *std::find_if(all_habits().begin(), all_habits().end(),
                       [&](const Habits& one) { return one.server == server; });
}

std::string item(bool cards, const std::string& uid, const std::string& name) {
  return cards ? good_card(uid, name) : good_event(uid, name);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Another program gives an item another UID, and so do we.
void change_uids(const ServerProcess& server, bool cards) {
  Kept kept(server, cards, cards ? "uid-cards" : "uid-events");
  const std::string ending = cards ? ".vcf" : ".ics";
  for (const std::string uid : {"theirs", "ours", "rest"})
    REQUIRE(taken(kept.put(uid + ending, item(cards, uid, "Old"))));
  Machine machine(server.url(), kept.name(), 1);
  machine.sync();
  const int status = kept.put("theirs" + ending, item(cards, "theirs-new", "New"));
  const Habits& habits = habits_of(server.name());
  CHECK(status == (cards ? habits.card_with_another_uid : habits.event_with_another_uid));
  CHECK(machine.sync() == taken(status));
  CHECK(machine.texts().size() == 3);
  CHECK(holds(machine.texts().at(kept.href_of("theirs" + ending)), taken(status) ? "theirs-new" : "Old"));
  CHECK_FALSE(machine.sync());

  machine.replace(kept.href_of("ours" + ending), item(cards, "ours-new", "New"));
  const auto report = machine.attempt();
  CHECK(report.sent == (taken(status) ? 1 : 0));
  CHECK(report.item_errors.size() == (taken(status) ? 0 : 1));
  CHECK(holds(machine.texts().at(kept.href_of("ours" + ending)), "ours-new"));
  CHECK(holds(kept.text_of("ours" + ending), taken(status) ? "ours-new" : "Old"));
  CHECK(moved(machine.attempt()) == 0);
  CHECK(machine.texts().size() == 3);
  CHECK(machine.kept_values().empty());
  // Where the server refused the change of ours, the independent reader has what was agreed before.
  std::vector<std::string> texts;
  for (const auto& [href, text] : machine.texts())
    texts.push_back(href == kept.href_of("ours" + ending) && !taken(status) ? kept.text_of("ours" + ending)
                                                                            : text);
  CHECK(read_independently(machine.book_url(), texts, ending.substr(1)) != Reading::differs);
}

/// The independent reader knows items by their UIDs and takes no two of one: where both are kept, the second
/// goes first.
void read_one_of(Kept& kept, Machine& machine, const std::string& ending, bool both) {
  if (both) {
    REQUIRE(taken(kept.send("DELETE", kept.href_of("second" + ending), {}, {}).status));
    CHECK(machine.sync());
  }
  REQUIRE(machine.texts().size() == 1);
  const std::string text = machine.texts().begin()->second;
  CHECK(holds(text, "First"));
  CHECK(read_independently(machine.book_url(), {text}, ending.substr(1)) != Reading::differs);
}

/// One UID under two names: both are kept and told where the server takes it.
void double_uids(const ServerProcess& server, bool cards) {
  Kept kept(server, cards, cards ? "twice-cards" : "twice-events");
  const std::string ending = cards ? ".vcf" : ".ics";
  REQUIRE(taken(kept.put("first" + ending, item(cards, "twice", "First"))));
  const int status = kept.put("second" + ending, item(cards, "twice", "Second"));
  const Habits& habits = habits_of(server.name());
  CHECK(status == (cards ? habits.second_card : habits.second_event));
  Machine machine(server.url(), kept.name(), 1);
  const auto report = machine.attempt();
  CHECK(report.added == (taken(status) ? 2 : 1));
  CHECK(report.item_errors.empty());
  CHECK(report.warnings.size() == (taken(status) ? 1 : 0));
  for (const Said& said : report.warnings) {
    const std::string warning = english(said);
    INFO(warning);
    CHECK(holds(warning, "twice"));
  }
  CHECK(moved(machine.attempt()) == 0);
  CHECK(holds(kept.text_of("first" + ending), "First"));
  read_one_of(kept, machine, ending, taken(status));
}

/// A change of what is gone by now creates nothing, whatever the server would do with the condition.
void update_nothing(const ServerProcess& server) {
  Kept kept(server, true, "nothing");
  const auto raw = kept.send("PUT", kept.href_of("raw.vcf"),
                             {{"Content-Type", "text/vcard"}, {"If-Match", "*"}}, good_card("raw", "Raw"));
  CHECK(raw.status == habits_of(server.name()).update_of_nothing);
  dav::DavSource source({}, server.url(), "alice", "secret", {});
  sync::Collection where;
  where.url = server.url() + kept.href_of("").substr(1);
  where.holds.cards = true;
  const auto collection = *source.open(where);
  for (const char* etag : {"\"1\"", "W/\"1\"", ""}) {
    INFO(etag);
    const auto written =
        collection->update(Href(kept.href_of("gone.vcf")), Etag(etag), good_card("gone", "Gone"));
    REQUIRE_FALSE(written);
    CHECK((written.error().kind == ErrorKind::not_found || written.error().kind == ErrorKind::precondition));
    CHECK(kept.text_of("gone.vcf").empty());
  }
}

void put_event_among_tasks(const ServerProcess& server) {
  dav::DavSource source({}, server.url(), "alice", "secret", {});
  const auto made = source.create_collection("Only tasks", {false, false, true, false});
  REQUIRE(made);
  const auto collection = *source.open(*made);
  const auto written = collection->create(collection->href_for(Uid("wrong")), good_event("wrong", "Tea"));
  const int expected = habits_of(server.name()).event_among_tasks;
  CHECK(written.has_value() == taken(expected));
  if (!written) CHECK(written.error().http_status == expected);
}

void ask_for_many(const ServerProcess& server) {
  const Habits& habits = habits_of(server.name());
  Kept kept(server, true, "many");
  REQUIRE(taken(kept.put("there.vcf", good_card("there", "There"))));
  std::vector<Href> hrefs{Href(kept.href_of("there.vcf"))};
  for (int number = 1; number < 20'000; ++number)
    hrefs.emplace_back(kept.href_of("none-" + std::to_string(number) + ".vcf"));
  const auto raw = kept.send("REPORT", kept.href_of(""),
                             {{"Content-Type", "application/xml; charset=utf-8"}, {"Depth", "1"}},
                             dav::multiget_body(dav::Kind::cards, hrefs, ""));
  CHECK(raw.status == habits.long_question);
  int entries = 0;
  for (const std::string mark : {":response>", "<response>"})
    for (auto at = raw.body.find(mark); at != std::string::npos; at = raw.body.find(mark, at + 1))
      if (raw.body[raw.body.rfind('<', at + 1) + 1] != '/') ++entries;
  CHECK(entries == habits.entries);

  dav::DavSource source({}, server.url(), "alice", "secret", {});
  sync::Collection where;
  where.url = server.url() + kept.href_of("").substr(1);
  where.holds.cards = true;
  const auto collection = *source.open(where);
  hrefs.resize(static_cast<std::size_t>(habits.asked_for));
  std::vector<std::string> given;
  const auto errors = collection->fetch(hrefs, [&](sync::RemoteItem one) -> Result<void> {
    given.push_back(one.href.value);
    return {};
  });
  REQUIRE(errors);
  CHECK(given == std::vector<std::string>{kept.href_of("there.vcf")});
  CHECK(errors->size() == hrefs.size() - 1);
  CHECK(std::all_of(errors->begin(), errors->end(),
                    [](const sync::ItemError& one) { return one.error.kind == ErrorKind::not_found; }));
}

/// Where the server keeps the members of a collection as files; empty: it does not.
std::filesystem::path files_of(const ServerProcess& server, const std::string& path) {
  if (server.name() == "radicale") return server.folder() + "/store/collection-root" + path;
  if (server.name() == "xandikos") return server.folder() + "/store" + path;
  return {};
}

/// Into the files of a server that takes 40 ms for each PUT.
void put_as_files(const std::filesystem::path& folder, const std::map<std::string, std::string>& cards) {
  for (const auto& [name, text] : cards) std::ofstream(folder / name, std::ios::binary) << text;
  if (!std::filesystem::exists(folder / ".git")) return;
  const std::string git = "git -C '" + folder.string() + "' ";
  const std::string commit =
      git + "add . && " + git + "-c user.name=Ada -c user.email=ada@example.org commit -qm crowd";
  REQUIRE(std::system(commit.c_str()) == 0);
}

/// SOGo closes connections without saying so: what was lost by that goes again on one of its own.
void put_by_requests(const ServerProcess& server, Kept& kept,
                     const std::map<std::string, std::string>& cards) {
  const auto root = *http::parse_url(server.url());
  http::Client client(root, {"alice", "secret"}, {}, {});
  std::vector<http::Request> requests;
  std::vector<std::string> names;
  for (const auto& [name, text] : cards) {
    http::Request request;
    request.method = "PUT";
    request.url = root;
    request.url.path = kept.href_of(name);
    request.headers = {{"Content-Type", "text/vcard; charset=utf-8"}};
    request.body = text;
    requests.push_back(std::move(request));
    names.push_back(name);
  }
  std::vector<std::string> lost;
  REQUIRE(client.send_all(
      std::move(requests), 4, [&](std::size_t number, Result<http::Response> response) -> Result<void> {
        if (!response) lost.push_back(names[number]);
        return !response || response->ok() ? Result<void>{} : fail(ErrorKind::server, "not stored");
      }));
  for (const std::string& name : lost) REQUIRE(taken(kept.put(name, cards.at(name))));
}

/// One card more than fit a question.
std::vector<Href> fill(const ServerProcess& server, Kept& kept) {
  std::map<std::string, std::string> cards;
  std::vector<Href> hrefs;
  for (std::size_t number = 0; number <= dav::most_in_one_question; ++number) {
    const std::string uid = "small-" + std::to_string(number);
    cards[uid + ".vcf"] = good_card(uid, "Small");
    hrefs.emplace_back(kept.href_of(uid + ".vcf"));
  }
  const auto folder = files_of(server, kept.href_of(""));
  if (folder.empty())
    put_by_requests(server, kept, cards);
  else
    put_as_files(folder, cards);
  return hrefs;
}

/// One more than fit a question, all of them there but one: each comes once and whole, and the missing is
/// named.
void cross_questions(const ServerProcess& server) {
  Kept kept(server, true, "crowd");
  std::vector<Href> hrefs = fill(server, kept);
  dav::DavSource source({}, server.url(), "alice", "secret", {});
  sync::Collection where;
  where.url = server.url() + kept.href_of("").substr(1);
  where.holds.cards = true;
  const auto collection = *source.open(where);
  const auto listing = collection->list_all();
  REQUIRE(listing);
  CHECK(listing->members.size() == hrefs.size());
  hrefs.insert(hrefs.begin() + 250, Href(kept.href_of("missing.vcf")));
  std::map<std::string, std::string> given;
  const auto errors = collection->fetch(hrefs, [&](sync::RemoteItem one) -> Result<void> {
    INFO(one.href.value);
    CHECK(given.emplace(one.href.value, one.text).second);
    return {};
  });
  REQUIRE(errors);
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().href.value == kept.href_of("missing.vcf"));
  CHECK(errors->front().error.kind == ErrorKind::not_found);
  CHECK(given.size() == dav::most_in_one_question + 1);
  for (const auto& [href, text] : given) {
    const auto start = href.rfind('/') + 1;
    // SOGo ends its lines with a line feed alone.
    CHECK(text::uid_of(text::Document::parse(text)) == href.substr(start, href.rfind('.') - start));
  }
}

void try_on(const std::string& name) {
  const auto server = ServerProcess::start(name);
  if (!server) return;
  INFO(name);
  for (const bool cards : {true, false}) {
    INFO((cards ? "cards" : "events"));
    change_uids(*server, cards);
    double_uids(*server, cards);
  }
  update_nothing(*server);
  put_event_among_tasks(*server);
  ask_for_many(*server);
  cross_questions(*server);
}

}  // namespace

TEST_CASE("odd requests to radicale", "[interop]") { try_on("radicale"); }
TEST_CASE("odd requests to xandikos", "[interop]") { try_on("xandikos"); }
TEST_CASE("odd requests to Cyrus", "[interop]") { try_on("cyrus"); }
TEST_CASE("odd requests to sabre/dav", "[interop]") { try_on("sabre"); }
TEST_CASE("odd requests to DAViCal", "[.soak]") { try_on("davical"); }
TEST_CASE("odd requests to SOGo", "[.soak]") { try_on("sogo"); }
