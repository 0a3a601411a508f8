// Observed mail as the use cases see it: what is taken, whom it touches, what is forgotten.
#include <chrono>
#include <iostream>

#include "helper/json/json.h"
#include "helper/mail/mail.h"
#include "helper/people/records.h"
#include "helper/reports/balance_report.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;
using relations::LeftOut;
using relations::MailHeaders;

namespace {

Instant at(const std::string& iso) { return parse_instant(iso).value(); }

MailHeaders message(const std::string& id, const std::string& from, std::vector<std::string> recipients,
                    const std::string& iso) {
  MailHeaders headers;
  headers.message_id = id;
  headers.from = from;
  headers.recipients = std::move(recipients);
  headers.at = at(iso);
  return headers;
}

MailHeaders from_ada(const std::string& id, const std::string& iso) {
  return message(id, "Ada@example.org", {"alex@example.org"}, iso);
}

MailHeaders to_ada(const std::string& id, const std::string& iso) {
  return message(id, "me@alias.example.org", {"ada@example.org"}, iso);
}

MailBatch batch(std::vector<MailHeaders> messages) {
  return {"account1", "in", {"me@alias.example.org"}, std::move(messages), std::nullopt};
}

/// Ada and Ben in the book; the folder "in" of "account1" is watched.
void set_up(TestWorld& test) {
  test.server.put("book/", "1.vcf",
                  card("ada", "Ada", "EMAIL:ada@example.org\r\nEMAIL:ada@work.example.org\r\n"));
  test.server.put("book/", "2.vcf", card("ben", "Ben", "EMAIL:ben@example.org\r\n"));
  test.set_up();
  test.sync();
  REQUIRE(watch_mail(test.world(), {{"account1", "Mail", {{"in", "Inbox", std::nullopt}}, 0}}));
}

MailTaken take(TestWorld& test, std::vector<MailHeaders> messages) {
  const auto taken = take_mail(test.world(), batch(std::move(messages)));
  REQUIRE(taken);
  return *taken;
}

std::vector<relations::Touch> touches(TestWorld& test, const std::string& uid) {
  const auto snapshot = Snapshot::read(test.world());
  REQUIRE(snapshot);
  return (*snapshot)->by_uid(Uid(uid))->contact.touches;
}

Json person(TestWorld& test, const std::string& uid) {
  const auto snapshot = Snapshot::read(test.world());
  const auto items = Items::open(test.world());
  REQUIRE((snapshot && items));
  return json_of_person(**snapshot, *(*snapshot)->by_uid(Uid(uid)), *items, Language::en);
}

void log_mail(TestWorld& test, const std::string& iso, std::optional<Direction> direction) {
  LogEntry entry;
  entry.channel = Channel::mail;
  entry.direction = direction;
  entry.at = at(iso);
  entry.text = "by hand";
  REQUIRE(log_entry(test.world(), test.undo(), Uid("ada"), entry));
}

}  // namespace

TEST_CASE("mail becomes touches and moments of the person with the address, and a second run adds nothing") {
  TestWorld test;
  set_up(test);
  const std::vector messages = {from_ada("m1", "2026-11-10T08:00:00Z"), to_ada("m2", "2026-11-10T09:00:00Z"),
                                from_ada("m3", "2026-11-10T10:00:00Z"),
                                from_ada("m4", "2026-11-12T10:00:00Z")};
  const MailTaken first = take(test, messages);
  CHECK(first.fresh == 4);
  CHECK(first.left_out.empty());
  const auto made = touches(test, "ada");
  REQUIRE(made.size() == 4);
  CHECK(made[1].direction == Direction::out);
  CHECK(made[1].weight == Approx(0.4));
  CHECK(made[0].weight == Approx(0.2));
  CHECK(touches(test, "ben").empty());
  const Json before = person(test, "ada");
  REQUIRE(before["timeline"].size() == 3);
  CHECK(before["timeline"][0]["title"] == "They wrote");
  CHECK(before["timeline"][1]["title"] == "They wrote 2 mails");
  CHECK(before["timeline"][2]["title"] == "You wrote");
  CHECK(before["timeline"][2]["kind"] == "mail");
  CHECK(before["last_contact"] == "2026-11-12");
  const MailTaken second = take(test, messages);
  CHECK(second.fresh == 0);
  CHECK(second.known == 4);
  CHECK(person(test, "ada") == before);
}

TEST_CASE("who began the threads is told by the report on balance, and late replies begin nothing") {
  TestWorld test;
  set_up(test);
  // Twenty threads ten days apart: the user began all but one; each is answered after five days of silence.
  std::vector<MailHeaders> messages;
  for (int thread = 0; thread < 20; ++thread) {
    const std::string id = "t" + std::to_string(thread), iso = "2026-03-01T09:00:00Z";
    const bool by_user = thread != 7;
    MailHeaders first = by_user ? to_ada(id, iso) : from_ada(id, iso);
    MailHeaders reply = by_user ? from_ada(id + "-re", iso) : to_ada(id + "-re", iso);
    first.at += std::chrono::days(10 * thread);
    reply.at = first.at + std::chrono::days(5);
    reply.thread = id;
    messages.insert(messages.end(), {first, reply});
  }
  CHECK(take(test, messages).fresh == 40);
  const auto snapshot = Snapshot::read(test.world());
  REQUIRE(snapshot);
  const BalanceReport report = balance_report(**snapshot, test.world().now(), Language::en);
  REQUIRE(report.people.size() == 1);
  const BalanceRow& ada = report.people.front();
  CHECK(ada.who.uid == Uid("ada"));
  CHECK(ada.starts_one_sided);
  CHECK(ada.starts.value.value() == Approx(19 / 20.0));
  CHECK(ada.starts.text == "You began 19 of 20 conversations; nearly always you.");
  CHECK(ada.starts.evidence == "95 % 76 %–99 %");
}

TEST_CASE("the last talk of a mail has no words") {
  TestWorld test;
  set_up(test);
  take(test, {to_ada("m1", "2026-11-10T09:00:00Z")});
  const auto snapshot = Snapshot::read(test.world());
  const auto& talk = (*snapshot)->by_uid(Uid("ada"))->contact.last_talk;
  REQUIRE(talk);
  CHECK(talk->channel == Channel::mail);
  CHECK(talk->about.empty());
}

TEST_CASE("what is no contact is counted by reason and not kept") {
  TestWorld test;
  set_up(test);
  MailHeaders list = from_ada("m1", "2026-11-10T09:00:00Z");
  list.list = true;
  MailHeaders robot = from_ada("m2", "2026-11-10T09:00:00Z");
  robot.auto_submitted = "auto-replied";
  const MailTaken taken = take(test, {list, robot, robot, from_ada("m3", "2027-01-01T09:00:00Z")});
  CHECK(taken.fresh == 0);
  CHECK(taken.left_out == std::map<LeftOut, std::size_t>{
                              {LeftOut::list, 1}, {LeftOut::automatic, 2}, {LeftOut::unreadable, 1}});
  CHECK(mail_state(test.world())->messages == 0);
  CHECK(touches(test, "ada").empty());
}

TEST_CASE("a mail logged by hand is the observed one of that day and direction, and its words stay") {
  TestWorld test;
  set_up(test);
  log_mail(test, "2026-11-10T07:00:00Z", std::nullopt);       // no direction: the same mail
  log_mail(test, "2026-11-11T07:00:00Z", Direction::out);     // the same
  log_mail(test, "2026-11-12T07:00:00Z", Direction::out);     // another one: observed is only an answer
  log_mail(test, "2026-11-13T07:00:00Z", Direction::mutual);  // no mail was observed that day
  take(test, {from_ada("m1", "2026-11-10T09:00:00Z"), to_ada("m2", "2026-11-11T09:00:00Z"),
              from_ada("m3", "2026-11-12T09:00:00Z")});
  CHECK(touches(test, "ada").size() == 5);
  const Json timeline = person(test, "ada")["timeline"];
  CHECK(std::count_if(timeline.begin(), timeline.end(),
                      [](const Json& moment) { return moment.value("text", "") == "by hand"; }) == 4);
}

TEST_CASE("one mail to two addresses of a person is one touch, and a person of no book has none") {
  TestWorld test;
  set_up(test);
  take(test,
       {message("m1", "alex@example.org", {"ada@example.org", "ada@work.example.org", "zoe@example.org"},
                "2026-11-10T09:00:00Z")});
  const auto made = touches(test, "ada");
  REQUIRE(made.size() == 1);
  CHECK(made[0].weight == Approx(0.4 / 3));
  const auto state = mail_state(test.world());
  CHECK(state->messages == 1);
  CHECK(state->people == 1);
}

TEST_CASE("a folder that was not chosen is refused and nothing is kept") {
  TestWorld test;
  set_up(test);
  MailBatch other = batch({from_ada("m1", "2026-11-10T09:00:00Z")});
  other.folder = "sent";
  CHECK(take_mail(test.world(), other).error().kind == ErrorKind::forbidden);
  REQUIRE(watch_mail(test.world(), {}));
  CHECK(take_mail(test.world(), batch({from_ada("m1", "2026-11-10T09:00:00Z")})).error().kind ==
        ErrorKind::forbidden);
  CHECK(mail_state(test.world())->messages == 0);
  CHECK(watch_mail(test.world(), {{"a", "A", {}, 0}, {"a", "A", {}, 0}}).error().kind == ErrorKind::invalid);
}

TEST_CASE("forgetting takes the touches away, and wants exactly one scope") {
  TestWorld test;
  set_up(test);
  const std::vector messages = {
      from_ada("m1", "2026-11-10T09:00:00Z"),
      message("m2", "ben@example.org", {"alex@example.org"}, "2026-11-10T09:00:00Z")};
  take(test, messages);
  const std::uint64_t generation = test.world().generation;
  CHECK(*forget_mail(test.world(), {false, " ADA@example.org", ""}) == 1);
  CHECK(test.world().generation > generation);
  CHECK(touches(test, "ada").empty());
  CHECK(touches(test, "ben").size() == 1);
  CHECK(take(test, messages).left_out.at(LeftOut::forgotten) == 1);
  CHECK(*forget_mail(test.world(), {false, "", "account1"}) == 1);
  CHECK(touches(test, "ben").empty());
  CHECK(mail_state(test.world())->accounts.empty());
  for (const MailScope& scope : {MailScope{}, MailScope{true, "a@example.org", ""}, MailScope{true, "", "a"}})
    CHECK(forget_mail(test.world(), scope).error().kind == ErrorKind::invalid);
  CHECK(forget_mail(test.world(), {false, "", "account1"}).error().kind == ErrorKind::not_found);
  CHECK(*forget_mail(test.world(), {true, "", ""}) == 0);
}

TEST_CASE("the span of a batch is kept with its messages") {
  TestWorld test;
  set_up(test);
  MailBatch one = batch({from_ada("m1", "2026-11-10T09:00:00Z")});
  one.read = relations::ReadSpan{at("2026-11-01T00:00:00Z"), at("2026-11-18T00:00:00Z")};
  REQUIRE(take_mail(test.world(), one));
  const auto state = mail_state(test.world());
  CHECK(state->accounts.front().folders.front().read == one.read);
  CHECK(state->oldest == at("2026-11-10T09:00:00Z"));
}

TEST_CASE("an observation among 10,000 people") {
  TestWorld test;
  for (int i = 0; i < 10000; ++i) {
    const std::string name = "p" + std::to_string(i);
    test.server.put("book/", name + ".vcf", card(name, name, "EMAIL:" + name + "@example.org\r\n"));
  }
  test.set_up();
  test.sync();
  REQUIRE(watch_mail(test.world(), {{"account1", "Mail", {{"in", "Inbox", std::nullopt}}, 0}}));
  const auto run = [](const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  };
  std::vector<MailHeaders> year;
  for (int i = 0; i < 20000; ++i) {
    MailHeaders one = message("y" + std::to_string(i), "p" + std::to_string(i % 997) + "@example.org",
                              {"alex@example.org"}, "2026-11-10T09:00:00Z");
    one.at -= std::chrono::minutes(20 * i);
    year.push_back(std::move(one));
  }
  const double before = run([&] { CHECK(Snapshot::read(test.world())); });
  const double first = run([&] {
    for (std::size_t i = 0; i < year.size(); i += 500)
      take(test, {year.begin() + static_cast<std::ptrdiff_t>(i),
                  year.begin() + static_cast<std::ptrdiff_t>(i + 500)});
  });
  double one = 0;
  for (int i = 0; i < 20; ++i)
    one += run([&] {
             take(test, {message("n" + std::to_string(i), "p5@example.org", {"alex@example.org"},
                                 "2026-11-17T09:00:00Z")});
           }) /
           20;
  const double after = run([&] { CHECK(Snapshot::read(test.world())); });
  std::cout << "10,000 people: 20,000 messages in batches of 500 in " << first << " ms; one message " << one
            << " ms; snapshot without mail " << before << " ms, with it " << after << " ms\n";
  CHECK(one < 50);
  CHECK(touches(test, "p5").size() == 21 + 20);
}
