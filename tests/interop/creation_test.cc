// New calendars for journals and tasks: which servers make them, and what is said by those that do not.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/interop/account.h"
#include "tests/support/in_english.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

constexpr sync::Components journals{false, false, false, true};
constexpr sync::Components tasks{false, false, true, false};

std::vector<sync::Collection> named(Source& source, const std::string& name) {
  const auto found = source.discover();
  INFO((found ? "" : describe(found.error())));
  REQUIRE(found.has_value());
  std::vector<sync::Collection> all;
  std::copy_if(found->collections.begin(), found->collections.end(), std::back_inserter(all),
               [&](const sync::Collection& one) { return one.name == name; });
  return all;
}

/// Makes a calendar twice, finds both again, and writes and reads an item in the first.
void makes(Source& source, const std::string& name, const sync::Components& holds, const std::string& uid,
           const std::string& text) {
  const auto made = source.create_collection(name, holds);
  INFO((made ? made->url : describe(made.error())));
  REQUIRE(made.has_value());
  CHECK(made->name == name);
  CHECK_FALSE(made->read_only);
  CHECK(((made->holds.tasks || !holds.tasks) && (made->holds.journals || !holds.journals)));
  const auto second = source.create_collection(name, holds);
  REQUIRE(second.has_value());
  CHECK(second->url != made->url);
  const auto found = named(source, name);
  CHECK(found.size() == 2);
  CHECK(std::find(found.begin(), found.end(), *made) != found.end());

  auto collection = *source.open(*made);
  const Href href = collection->href_for(Uid(uid));
  const auto written = collection->create(href, text);
  INFO((written ? "" : describe(written.error())));
  REQUIRE(written.has_value());
  Received received;
  const auto errors = collection->fetch(std::vector<Href>{written->href}, received.taker());
  REQUIRE(errors.has_value());
  CHECK(errors->empty());
  CHECK(received.items.at(written->href.value).text.find("SUMMARY:Tea") != std::string::npos);
}

void makes_both(const std::string& server_name) {
  const auto server = ServerProcess::start(server_name);
  if (!server) return;
  auto source = source_for(server->url());
  makes(source, "Journal & <more>", journals, "entry", journal("entry", "Tea"));
  makes(source, "Wiedervorlage für später", tasks, "task", task("task", "Tea"));
  CHECK(source.create_collection("Cards", {true, false, false, false}).error().kind == ErrorKind::invalid);
  CHECK(source.create_collection("Nothing", {}).error().kind == ErrorKind::invalid);
}

std::string response(const std::string& href, const std::string& properties) {
  return "<D:response><D:href>" + href +
         "</D:href><D:propstat><D:prop xmlns:C=\"urn:ietf:params:xml:ns:caldav\">" + properties +
         "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
}

/// An account at /home/ whose server answers MKCALENDAR and MKCOL by `making`; what was made is there.
class Maker {
 public:
  using Making = std::function<std::string(const Asked&)>;
  Maker(Making making, std::string components)
      : making_(std::move(making)), components_(std::move(components)) {}

  void operator()(const Asked& asked, const Writer& write) {
    if (asked.method.starts_with("MK")) {
      const std::string bytes = making_(asked);
      if (bytes.starts_with("HTTP/1.1 201")) made_ = asked.target;
      return void(write(bytes));
    }
    if (asked.method == "DELETE") {
      made_.clear();
      return void(write(answer(204, "")));
    }
    if (asked.target == made_)
      return void(write(multistatus(
          response(made_,
                   "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:displayname>Journal"
                   "</D:displayname><C:supported-calendar-component-set>" +
                       components_ + "</C:supported-calendar-component-set>"))));
    if (asked.target != "/home/") return void(write(answer(404, "")));
    write(multistatus(response("/home/",
                               "<D:current-user-principal><D:href>/home/</D:href></D:current-user-principal>"
                               "<C:calendar-home-set><D:href>/home/</D:href></C:calendar-home-set>")));
  }
  [[nodiscard]] const std::string& made() const { return made_; }

 private:
  Making making_;
  std::string components_;
  std::string made_;
};

Result<sync::Collection> create_at(Maker& maker, const sync::Components& holds = journals) {
  ScriptedServer server([&](const Asked& asked, const Writer& write) { maker(asked, write); });
  auto source = source_for(server.origin() + "/home/");
  return source.create_collection("Journal", holds);
}

}  // namespace

TEST_CASE("radicale makes calendars for journals and tasks", "[interop]") { makes_both("radicale"); }
TEST_CASE("xandikos makes calendars for journals and tasks", "[interop]") { makes_both("xandikos"); }
TEST_CASE("Cyrus makes calendars for journals and tasks", "[interop]") { makes_both("cyrus"); }
TEST_CASE("sabre/dav makes calendars for journals and tasks", "[interop]") { makes_both("sabre"); }
TEST_CASE("DAViCal makes calendars for journals and tasks", "[.soak]") { makes_both("davical"); }

TEST_CASE("SOGo keeps tasks and refuses journals, which leaves nothing behind", "[.soak]") {
  const auto server = ServerProcess::start("sogo");
  if (!server) return;
  auto source = source_for(server->url());
  makes(source, "Follow-ups", tasks, "task", task("task", "Tea"));
  const auto refused = source.create_collection("Journal", journals);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::forbidden);
  CHECK(english(refused.error()).starts_with("This server keeps no journals (VJOURNAL)."));
  CHECK(named(source, "Journal").empty());
}

TEST_CASE("a server that makes a calendar without journals is found out and nothing stays there") {
  Maker maker([](const Asked&) { return answer(201, ""); }, "<C:comp name=\"VEVENT\"/>");
  const auto refused = create_at(maker);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::forbidden);
  CHECK(english(refused.error()).starts_with("This server keeps no journals (VJOURNAL)."));
  CHECK(maker.made().empty());
}

TEST_CASE("a server that makes a calendar without tasks is found out and nothing stays there") {
  Maker maker([](const Asked&) { return answer(201, ""); },
              "<C:comp name=\"VEVENT\"/><C:comp name=\"VJOURNAL\"/>");
  const auto refused = create_at(maker, tasks);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::forbidden);
  CHECK(english(refused.error()).starts_with("This server keeps no tasks (VTODO)."));
  CHECK(maker.made().empty());
}

TEST_CASE("a refusal that names the components says so") {
  Maker maker(
      [](const Asked&) {
        return answer(403,
                      "<D:error xmlns:D=\"DAV:\"><C:supported-calendar-component "
                      "xmlns:C=\"urn:ietf:params:xml:ns:caldav\"/></D:error>");
      },
      "");
  const std::pair<sync::Components, std::string> refusals[] = {
      {journals, "This server keeps no journals (VJOURNAL)."},
      {tasks, "This server keeps no tasks (VTODO)."},
      {{false, false, true, true},
       "This server keeps no tasks (VTODO). This server keeps no journals (VJOURNAL). To have them"}};
  for (const auto& [holds, words] : refusals) {
    const auto refused = create_at(maker, holds);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::forbidden);
    CHECK(english(refused.error()).starts_with(words));
  }
}

TEST_CASE("a server without MKCALENDAR is asked by extended MKCOL; one that lets nobody make any says so") {
  std::vector<std::string> methods;
  Maker newer(
      [&](const Asked& asked) {
        methods.push_back(asked.method);
        return answer(asked.method == "MKCOL" ? 201 : 405, "");
      },
      "<C:comp name=\"VJOURNAL\"/>");
  const auto made = create_at(newer);
  INFO((made ? "" : describe(made.error())));
  REQUIRE(made.has_value());
  CHECK(made->holds == journals);
  CHECK(made->url.ends_with("/home/journal/"));
  CHECK(methods == std::vector<std::string>{"MKCALENDAR", "MKCOL"});

  for (const int status : {403, 405, 409}) {
    Maker closed([&](const Asked&) { return answer(status, ""); }, "");
    const auto refused = create_at(closed);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::forbidden);
    CHECK(english(refused.error()).find("does not let programs make calendars") != std::string::npos);
  }
  Maker inside(
      [](const Asked& asked) {
        return multistatus("<D:response><D:href>" + asked.target +
                           "</D:href><D:status>HTTP/1.1 507 Full</D:status></D:response>");
      },
      "");
  CHECK(create_at(inside).error().http_status == 507);
}
