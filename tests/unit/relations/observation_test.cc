// Which mail is contact, and which is not.
#include <catch2/catch.hpp>

#include "core/relations/initiation.h"
#include "core/relations/mail_account.h"
#include "core/relations/observation.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

const std::set<std::string> own = {"alex@example.org", "alex@work.example.org"};
const Instant now = parse_instant("2026-11-22T09:00:00Z").value();

MailHeaders from_ada() {
  MailHeaders headers;
  headers.message_id = "one@example.org";
  headers.at = now - std::chrono::hours(2);
  headers.from = "Ada@Example.org";
  headers.recipients = {"alex@example.org"};
  return headers;
}

MailHeaders to(std::vector<std::string> recipients) {
  MailHeaders headers = from_ada();
  headers.from = "ALEX@example.org";
  headers.recipients = std::move(recipients);
  return headers;
}

LeftOut reason(const MailHeaders& headers) {
  const auto observation = observe(headers, own, now);
  REQUIRE_FALSE(observation);
  return observation.error();
}

Observation taken(const MailHeaders& headers) {
  const auto observation = observe(headers, own, now);
  REQUIRE(observation);
  return *observation;
}

}  // namespace

TEST_CASE("a mail to the user is a contact with its sender") {
  const Observation observation = taken(from_ada());
  CHECK(observation.direction == Direction::in);
  CHECK(observation.people == std::vector<std::string>{"ada@example.org"});
  CHECK(observation.recipients == 1);
  CHECK(observation.at == now - std::chrono::hours(2));
}

TEST_CASE("a mail of the user is a contact with its recipients, each once and without the user") {
  const Observation observation =
      taken(to({"ben@example.org", " Ada@example.org ", "ada@example.org", "alex@work.example.org"}));
  CHECK(observation.direction == Direction::out);
  CHECK(observation.people == std::vector<std::string>{"ada@example.org", "ben@example.org"});
  CHECK(observation.recipients == 2);
}

TEST_CASE("five recipients are company, six a circular") {
  std::vector<std::string> others;
  for (const char* name : {"a", "b", "c", "d", "e"}) others.push_back(std::string(name) + "@example.org");
  CHECK(taken(to(others)).recipients == 5);
  MailHeaders received = from_ada();
  received.recipients = others;
  CHECK(reason(received) == LeftOut::circular);  // and the user, who got it through an alias or Bcc
  others.pop_back();
  others.push_back("alex@example.org");
  received.recipients = others;
  CHECK(taken(received).recipients == 5);
  others.push_back("f@example.org");
  CHECK(taken(to(others)).recipients == 5);  // the own address does not count
  others.push_back("g@example.org");
  CHECK(reason(to(others)) == LeftOut::circular);
}

TEST_CASE("mailing lists and bulk mail are no contact") {
  MailHeaders headers = from_ada();
  headers.list = true;
  CHECK(reason(headers) == LeftOut::list);
  for (const char* word : {"bulk", "List", " BULK ", "junk"}) {
    headers = from_ada();
    headers.precedence = word;
    CHECK(reason(headers) == LeftOut::list);
  }
  headers.precedence = "first-class";
  CHECK(taken(headers).recipients == 1);
}

TEST_CASE("what a machine sent is no contact") {
  for (const char* word :
       {"auto-replied", "Auto-Generated", "auto-notified; owner-email=\"x@example.org\""}) {
    MailHeaders headers = from_ada();
    headers.auto_submitted = word;
    CHECK(reason(headers) == LeftOut::automatic);
  }
  MailHeaders headers = from_ada();
  headers.auto_submitted = "No; comment";
  CHECK(taken(headers).recipients == 1);
  headers.auto_reply = true;
  CHECK(reason(headers) == LeftOut::automatic);
  headers = from_ada();
  headers.precedence = "auto_reply";
  CHECK(reason(headers) == LeftOut::automatic);
  headers = from_ada();
  headers.null_return_path = true;
  CHECK(reason(headers) == LeftOut::automatic);
}

TEST_CASE("a mail between the user's own addresses is no contact") {
  CHECK(reason(to({"alex@work.example.org"})) == LeftOut::self);
  CHECK(reason(to({})) == LeftOut::self);
}

TEST_CASE("drafts, junk and trash are no contact, whatever else they are") {
  for (const auto& [place, wanted] :
       {std::pair(MailPlace::unsent, LeftOut::unsent), std::pair(MailPlace::junk, LeftOut::junk),
        std::pair(MailPlace::trash, LeftOut::trash)}) {
    MailHeaders headers = from_ada();
    headers.place = place;
    headers.list = true;
    CHECK(reason(headers) == wanted);
  }
}

TEST_CASE("a mail without sender or Message-ID, or from the future, is not readable") {
  MailHeaders headers = from_ada();
  headers.from = " ";
  CHECK(reason(headers) == LeftOut::unreadable);
  headers = from_ada();
  headers.message_id.clear();
  CHECK(reason(headers) == LeftOut::unreadable);
  headers = from_ada();
  headers.at = now + std::chrono::hours(23);
  CHECK(taken(headers).recipients == 1);  // a clock that is a little ahead
  headers.at = now + std::chrono::hours(25);
  CHECK(reason(headers) == LeftOut::unreadable);
}

TEST_CASE("a touch of mail weighs by direction and recipients") {
  const ObservedMail mail{{1}, {2}, now, Direction::in, 2, true};
  const Touch touch = touch_of(mail, Day(std::chrono::days(7)));
  CHECK(touch.channel == Channel::mail);
  CHECK(touch.weight == Approx(0.4 * 0.5 / 2));
  CHECK(touch.reply);
  CHECK(touch.day == Day(std::chrono::days(7)));
}

TEST_CASE("an answer starts no conversation, however late it comes") {
  const auto at = [](int day) { return now + std::chrono::days(day); };
  std::vector<Touch> touches;
  for (const auto& [day, direction, reply] :
       {std::tuple(0, Direction::out, false), std::tuple(5, Direction::in, true),
        std::tuple(20, Direction::in, false), std::tuple(21, Direction::out, true)})
    touches.push_back(touch_of({{1}, {2}, at(day), direction, 1, reply}, Day{}));
  const auto starts = conversation_starts(touches, [&](std::size_t i) { return touches[i].reply; });
  CHECK(starts == ConversationStarts{1, 1, 0});
}

TEST_CASE("spans that touch are one; behind a gap only the later one counts") {
  const auto span = [](int from, int until) {
    return ReadSpan{now + std::chrono::hours(from), now + std::chrono::hours(until)};
  };
  CHECK(joined(span(0, 5), span(5, 9)) == span(0, 9));
  CHECK(joined(span(3, 9), span(0, 4)) == span(0, 9));
  CHECK(joined(span(0, 9), span(2, 3)) == span(0, 9));
  CHECK(joined(span(0, 3), span(5, 9)) == span(5, 9));
  CHECK(joined(span(5, 9), span(0, 3)) == span(5, 9));
}

TEST_CASE("every reason has a word of its own") {
  std::set<std::string_view> words;
  for (const LeftOut one : all_left_out) words.insert(to_string(one));
  CHECK(words.size() == std::size(all_left_out));
  CHECK_FALSE(words.contains(""));
}
