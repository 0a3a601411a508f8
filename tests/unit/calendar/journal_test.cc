// Asks, introductions, goals and the other journal items: every field survives, and what is wrong is absent.
#include "core/calendar/journal.h"

#include <catch2/catch.hpp>

#include "core/calendar/record.h"
#include "tests/unit/calendar/journal_samples.h"

using namespace goodturn;
using namespace goodturn::calendar;
using namespace goodturn::calendar::samples;
using text::Document;

namespace {

bool has(const std::string& text, const std::string& line) {
  return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// A journal of this kind with further lines.
Document journal(const std::string& kind, const std::string& lines) {
  return Document::parse(
      "BEGIN:VCALENDAR\nBEGIN:VJOURNAL\nUID:j\nDTSTART;VALUE=DATE:20260103\nX-GOODTURN-KIND:" + kind + "\n" +
      lines + "END:VJOURNAL\nEND:VCALENDAR\n");
}

}  // namespace

TEMPLATE_TEST_CASE("every field of a journal item survives writing, reading and being changed alone", "", Ask,
                   Introduction, Goal, Script, Community, Question, Venue, RoleTerm, PairSign, Profile,
                   OwnProfile, Identity) {
  using Item = Form<TestType>;
  const TestType full = Item::full();
  const std::string text = Item::write(full, stamp);
  CHECK(Item::read(Document::parse(text)) == full);
  CHECK(Item::read(Document::parse(Item::write(TestType{}, stamp))) == TestType{});
  std::size_t changes = 0;
  for (const auto& change : Item::changes()) {
    INFO("change " << changes++);
    TestType changed = TestType{};
    change(changed);
    CHECK_FALSE(changed == TestType{});
    CHECK(Item::read(Document::parse(Item::write(changed, stamp))) == changed);
    TestType other = full;
    change(other);
    CHECK(Item::read(Document::parse(Item::update(Document::parse(text), other, stamp))) == other);
  }
  CHECK(Item::update(Document::parse(text), full, stamp + std::chrono::hours(1)) == text);
}

TEMPLATE_TEST_CASE("a journal item is private, invites nobody and keeps one line per name", "", Ask,
                   Introduction, Goal, Script, Community, Question, Venue, RoleTerm, PairSign, Profile,
                   OwnProfile, Identity) {
  using Item = Form<TestType>;
  const std::string text = Item::write(Item::full(), stamp);
  const std::string kind(to_string(Item::kind));
  CHECK(journal_kind(Document::parse(text)) == Item::kind);
  CHECK(count_of(text, "BEGIN:VJOURNAL") == 1);
  for (const std::string& line :
       {"CLASS:PRIVATE"s, "CATEGORIES:net," + kind, "X-GOODTURN-KIND:" + kind, "DTSTAMP:20261122T010000Z"s})
    CHECK(has(text, line));
  for (const char* never : {"ATTENDEE", "ORGANIZER", "VALARM"}) CHECK(text.find(never) == std::string::npos);
  const Document document = Document::parse(text);
  for (const text::Line& line : document.lines()) {
    const std::string name = line.name();
    if (!name.starts_with("X-") && name != "CONTACT") continue;
    INFO(name);
    CHECK(count_of(text, "\r\n" + name + ":") + count_of(text, "\r\n" + name + ";") == 1);
  }
}

TEMPLATE_TEST_CASE("awkward texts survive in every text, folded at 75 octets", "", Ask, Introduction, Goal,
                   Script, Community, Question, Venue, RoleTerm, PairSign, Profile, OwnProfile, Identity) {
  using Item = Form<TestType>;
  for (const std::string& awkward : awkward_texts()) {
    INFO(awkward);
    TestType item = Item::full();
    for (std::string* text : Item::texts(item)) *text = awkward;
    const std::string written = Item::write(item, stamp);
    CHECK(Item::read(Document::parse(written)) == item);
    for (std::size_t at = 0; at < written.size();) {
      const std::size_t end = written.find("\r\n", at);
      REQUIRE(end != std::string::npos);
      REQUIRE(end - at <= 75);
      REQUIRE(written.substr(at, end - at).find_first_of("\r\n") == std::string::npos);
      at = end + 2;
    }
  }
}

TEMPLATE_TEST_CASE("an item of another kind is none", "", Ask, Introduction, Goal, Script, Community,
                   Question, Venue, RoleTerm, PairSign, Profile, OwnProfile, Identity) {
  using Item = Form<TestType>;
  const std::string kind(to_string(Item::kind));
  for (const std::string& text :
       {""s, "BEGIN:VTODO\nX-GOODTURN-KIND:" + kind + "\nEND:VTODO\n",
        "BEGIN:VJOURNAL\nUID:1\nEND:VJOURNAL\n"s, "BEGIN:VJOURNAL\nX-GOODTURN-KIND:note\nEND:VJOURNAL\n"s,
        write_record(Record{}, stamp)}) {
    const Document document = Document::parse(text);
    CHECK_FALSE(Item::read(document));
    CHECK(Item::update(document, Item::full(), stamp) == text);
  }
  // The bare item: everything absent, and a document that ends early.
  CHECK(Item::read(Document::parse("BEGIN:VJOURNAL\nX-GOODTURN-KIND: " + kind + " ")) == TestType{});
}

TEST_CASE("wrong words and numbers read as absent") {
  const auto ask = read_ask(journal("ASK", "X-GOODTURN-ASK-KIND:money\nX-GOODTURN-ASK-STATE:\n"));
  REQUIRE(ask);
  CHECK(ask->kind == AskKind::advice);
  CHECK(ask->state == AskState::open);
  CHECK(to_iso(ask->day) == "2026-01-03");
  const auto goal = read_goal(journal("goal",
                                      "X-GOODTURN-WEEKLY-TOUCHES:five\nX-GOODTURN-WEEKLY-ASKS:-1\n"
                                      "X-GOODTURN-WEEKLY-HOURS:nan\nX-GOODTURN-DUE:someday\n"
                                      "X-GOODTURN-TITLES:, VP \\,,R\\\\\\,D;\\\n"));
  REQUIRE(goal);
  CHECK(goal->weekly_touches == 5);
  CHECK(goal->weekly_asks == 0);
  CHECK(goal->weekly_hours == 0);
  CHECK_FALSE(goal->deadline);
  CHECK(goal->titles == std::vector<std::string>{"VP", "R,D;\\"});
  for (const char* hours : {"inf", "1e300", "-2", "169", "1,5", "0x1p3", "2h"})
    CHECK(read_goal(journal("goal", "X-GOODTURN-WEEKLY-HOURS:" + std::string(hours) + "\n"))->weekly_hours ==
          0);
  CHECK(read_goal(journal("goal", "X-GOODTURN-WEEKLY-HOURS:1.5\n"))->weekly_hours == 1.5);
  for (const char* count : {"1000001", "99999999999999999999", "3 4", "+3", ""})
    CHECK(read_script(journal("script", "X-GOODTURN-ANSWERED:" + std::string(count) + "\n"))->answered == 0);
  CHECK_FALSE(read_community(journal("community", "X-GOODTURN-COMMUNITY-KIND:club\n"))->kind);
  CHECK_FALSE(read_pair_sign(journal("pair", "X-GOODTURN-EVIDENCE:surely\n"))->evidence);
  CHECK_FALSE(read_identity(journal("identity", "X-GOODTURN-VERDICT:samee\n"))->verdict);
  CHECK(read_identity(journal("identity", "X-GOODTURN-VERDICT:Different\n"))->verdict == Verdict::different);
  CHECK_FALSE(read_role_term(journal("role-term", "X-GOODTURN-UNTIL:20260230\n"))->until);
}

TEST_CASE("an introduction with a wrong consent is not agreed to") {
  const auto introduction = read_introduction(
      journal("introduction", "X-GOODTURN-CONSENT-A:yes!\nX-GOODTURN-CONSENT-B:YES\nX-GOODTURN-SENT:x\n"));
  REQUIRE(introduction);
  CHECK(introduction->consent_a == Consent::not_asked);
  CHECK(introduction->consent_b == Consent::yes);
  CHECK_FALSE(introduction->sent);
}

TEST_CASE("a pair keeps its places where one side is missing") {
  for (const auto& [line, a, b] : std::initializer_list<std::tuple<const char*, const char*, const char*>>{
           {"X-GOODTURN-CONTACTS:,b\n", "", "b"},
           {"X-GOODTURN-CONTACTS:a\n", "a", ""},
           {"X-GOODTURN-CONTACTS: a\\\\\\,1 \\, b ,c\n", "a,1", "b"},
           {"X-GOODTURN-CONTACTS:\n", "", ""},
           {"", "", ""}}) {
    const auto sign = read_pair_sign(journal("pair", line));
    REQUIRE(sign);
    CHECK(sign->people.a.uid.value == a);
    CHECK(sign->people.b.uid.value == b);
  }
}

TEST_CASE("an identity says in its title what was decided") {
  const auto title = [](std::optional<Verdict> verdict) {
    Identity identity;
    identity.cards = {ada, bob};
    identity.verdict = verdict;
    return write_identity(identity, stamp);
  };
  CHECK(has(title(Verdict::same), "SUMMARY:same person: Ada\\; Example\\, \"née\"\\, Bob\\\\Example"));
  CHECK(has(title(Verdict::different),
            "SUMMARY:not the same person: Ada\\; Example\\, \"née\"\\, Bob\\\\Example"));
  CHECK(has(title({}), "SUMMARY:identity: Ada\\; Example\\, \"née\"\\, Bob\\\\Example"));
}

TEST_CASE("a list is one TEXT without a comma or a backslash, which servers would take apart") {
  PairSign sign;
  sign.people = {{Uid("urn:uuid:1"), "Ada, Countess"}, {Uid("urn:uuid:2"), "Bob"}};
  const std::string text = write_pair_sign(sign, stamp);
  CHECK(has(text, "X-GOODTURN-CONTACTS:urn:uuid:1\\nurn:uuid:2"));
  CHECK(has(text, "X-GOODTURN-NAMES:Ada%2c Countess\\nBob"));
  CHECK(read_pair_sign(Document::parse(text)) == sign);
  Goal goal;
  goal.titles = {"VP, Research", "CTO"};
  CHECK(has(write_goal(goal, stamp), "X-GOODTURN-TITLES:VP%2c Research\\nCTO"));
}

TEST_CASE("a word of a newer program stays while other lines change") {
  const Document document =
      journal("ask", "X-GOODTURN-ASK-KIND:podcast\nX-GOODTURN-ASK-STATE:open\nDESCRIPTION:a\n");
  Ask ask = *read_ask(document);
  ask.state = AskState::yes;
  const std::string text = update_ask(document, ask, stamp);
  CHECK(text.find("\nX-GOODTURN-ASK-KIND:podcast\n") != std::string::npos);
  CHECK(text.find("\nX-GOODTURN-ASK-STATE:yes\n") != std::string::npos);
  CHECK(read_ask(Document::parse(text)) == ask);
}

TEST_CASE("two machines give one thing one UID") {
  const Uid a("urn:uuid:a"), b("urn:uuid:b");
  const Day day = *parse_day("2026-11-22"), later = day + std::chrono::days(1);
  CHECK(pair_sign_uid(a, b) == pair_sign_uid(b, a));
  CHECK(introduction_uid(a, b, day) == introduction_uid(b, a, day));
  CHECK(identity_uid(a, b) == identity_uid(b, a));
  const std::vector<Uid> uids = {pair_sign_uid(a, b),
                                 pair_sign_uid(a, a),
                                 identity_uid(a, b),
                                 introduction_uid(a, b, day),
                                 introduction_uid(a, b, later),
                                 role_term_uid(a, "mentor", day),
                                 role_term_uid(b, "mentor", day),
                                 role_term_uid(a, "ally", day),
                                 role_term_uid(a, "mentor", later),
                                 script_uid("x"),
                                 community_uid("x"),
                                 venue_uid("x"),
                                 venue_uid("y"),
                                 derived_uid(JournalKind::venue, {"ab", "c"}),
                                 derived_uid(JournalKind::venue, {"a", "bc"})};
  for (std::size_t i = 0; i < uids.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(uids[i] == uids[j]);
  // Written on disks and servers for years: the form may never change.
  CHECK(pair_sign_uid(a, b).value.starts_with("goodturn-pair-"));
  CHECK(pair_sign_uid(a, b).value.size() == std::string("goodturn-pair-").size() + 32);
}
