// messages.csv of LinkedIn: who, when and how often, and nothing of what was written.
#include "core/imports/messages.h"

#include <catch2/catch.hpp>

using namespace goodturn::imports;

namespace {

const std::string head = "FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\n";
std::string profile(const std::string& name) { return "https://www.linkedin.example.org/in/" + name; }
std::string row(const std::string& from, const std::string& to, const std::string& date,
                const std::string& folder = "INBOX") {
  return "x," + profile(from) + ",y," + profile(to) + ',' + date + ",text," + folder + '\n';
}
MessageTable table(const std::string& rows) { return read_messages(read_csv(head + rows)).value(); }

}  // namespace

TEST_CASE("profiles are compared without site, country, case and query") {
  CHECK(profile_key("https://de.linkedin.example.org/in/Ada-Example/?trk=x") == "/in/ada-example");
  CHECK(profile_key("linkedin.example.org/in/ada-example") == "/in/ada-example");
  CHECK(profile_key("https://www.linkedin.example.org/company/example").empty());
  CHECK(profile_key("https://www.linkedin.example.org/in/").empty());
  CHECK(profile_key("https://ada.example.org/in/ada").empty());
  CHECK(profile_key("").empty());
}

TEST_CASE("messages are counted by day and direction; the user stands in most of them") {
  const auto read =
      table(row("ada", "me", "2025-01-02 10:00:00 UTC") + row("me", "ada", "2025-01-02 09:00:00 UTC") +
            row("ada", "me", "2025-01-03 00:00:00 UTC") + row("me", "bob", "2025-01-03 00:00:00 UTC"));
  REQUIRE(read.days.size() == 3);
  CHECK(read.days[0].profile == "/in/ada");
  CHECK(goodturn::to_iso(read.days[0].first) == "2025-01-02T09:00:00Z");
  CHECK((read.days[0].from_them == 1 && read.days[0].from_user == 1));
  CHECK((read.days[1].from_them == 1 && read.days[1].from_user == 0));
  CHECK((read.days[2].profile == "/in/bob" && read.days[2].from_user == 1));
  CHECK((read.messages == 4 && read.left_out == 0));
}

TEST_CASE("with one conversation nobody knows who the user is: both count as the other one") {
  const auto read = table(row("ada", "me", "2025-01-02 10:00:00 UTC"));
  REQUIRE(read.days.size() == 2);
  CHECK((read.days[0].profile == "/in/ada" && read.days[0].from_them == 1));
  CHECK((read.days[1].profile == "/in/me" && read.days[1].from_user == 1));
}

TEST_CASE("spam, drafts, dates that are none and messages to many are left out") {
  const std::string many = profile("a") + ';' + profile("b") + ';' + profile("c") + ';' + profile("d") + ';' +
                           profile("e") + ';' + profile("f");
  const auto read =
      table(row("ada", "me", "2025-01-02 10:00:00 UTC", "SPAM") + row("ada", "me", "soon") +
            row("ada", "me", "2025-01-02 10:00:00 UTC", "DRAFT") + "x,,y,,2025-01-02 10:00:00 UTC,t,\n" +
            "x," + profile("me") + ",y," + many + ",2025-01-02 10:00:00 UTC,t,INBOX\n");
  CHECK(read.days.empty());
  CHECK((read.messages == 5 && read.left_out == 5));
  CHECK_FALSE(read_messages(read_csv("First Name,Last Name\nA,B\n")));
}
