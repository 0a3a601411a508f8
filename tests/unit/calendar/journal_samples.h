// One form for all journal items, so that each is held against the same tests.
#pragma once

#include "core/calendar/ask.h"
#include "core/calendar/community.h"
#include "core/calendar/goal.h"
#include "core/calendar/identity.h"
#include "core/calendar/introduction.h"
#include "core/calendar/pair_sign.h"
#include "core/calendar/question.h"
#include "core/calendar/role_term.h"
#include "core/calendar/script.h"
#include "core/calendar/venue.h"
#include "tests/unit/calendar/journal_form.h"
#include "tests/unit/calendar/profile_samples.h"

namespace goodturn::calendar::samples {

template <>
struct Form<Ask> {
  static constexpr JournalKind kind = JournalKind::ask;
  static constexpr auto read = read_ask;
  static constexpr auto write = write_ask;
  static constexpr auto update = update_ask;
  static Ask full() {
    return {Uid("goodturn-1"),   ada,           first_day, AskKind::warm_application,
            AskState::no_answer, "Call, again", other_day, "A job"};
  }
  static Changes<Ask> changes() {
    return {[](Ask& i) { i.uid = Uid("goodturn-2"); },  [](Ask& i) { i.person.uid = eve.uid; },
            [](Ask& i) { i.person.name = eve.name; },   [](Ask& i) { i.day = other_day; },
            [](Ask& i) { i.kind = AskKind::referral; }, [](Ask& i) { i.state = AskState::withdrawn; },
            [](Ask& i) { i.next_step = "Thank them"; }, [](Ask& i) { i.due = first_day; },
            [](Ask& i) { i.text = "A talk"; }};
  }
  static std::vector<std::string*> texts(Ask& i) { return {&i.person.name, &i.next_step, &i.text}; }
};

template <>
struct Form<Introduction> {
  static constexpr JournalKind kind = JournalKind::introduction;
  static constexpr auto read = read_introduction;
  static constexpr auto write = write_introduction;
  static constexpr auto update = update_introduction;
  static Introduction full() {
    return {Uid("goodturn-1"), {ada, bob},     first_day, "Ada needs, Bob offers",
            Consent::yes,      Consent::asked, other_day, "They met"};
  }
  static Changes<Introduction> changes() {
    return {[](Introduction& i) { i.uid = Uid("goodturn-2"); },
            [](Introduction& i) { i.people.a.uid = eve.uid; },
            [](Introduction& i) { i.people.b.uid = eve.uid; },
            [](Introduction& i) { i.people.a.name = eve.name; },
            [](Introduction& i) { i.people.b.name = eve.name; },
            [](Introduction& i) { i.day = other_day; },
            [](Introduction& i) { i.reason = "Sailing"; },
            [](Introduction& i) { i.consent_a = Consent::no; },
            [](Introduction& i) { i.consent_b = Consent::yes; },
            [](Introduction& i) { i.sent = first_day; },
            [](Introduction& i) { i.outcome = "A company"; }};
  }
  static std::vector<std::string*> texts(Introduction& i) { return {&i.reason, &i.outcome}; }
};

template <>
struct Form<Goal> {
  static constexpr JournalKind kind = JournalKind::goal;
  static constexpr auto read = read_goal;
  static constexpr auto write = write_goal;
  static constexpr auto update = update_goal;
  static Goal full() {
    return {Uid("goodturn-1"),
            {"VP; Research", "Head, \\R&D"},
            {"Compilers"},
            {"Example Ltd", "Acme\nLtd"},
            {ada.uid, bob.uid},
            first_day,
            0,
            2,
            2.35,
            "For the team"};
  }
  static Changes<Goal> changes() {
    return {[](Goal& i) { i.uid = Uid("goodturn-2"); },  [](Goal& i) { i.titles = {"CTO"}; },
            [](Goal& i) { i.industries = {"a", "b"}; },  [](Goal& i) { i.companies = {"Initech"}; },
            [](Goal& i) { i.targets = {eve.uid}; },      [](Goal& i) { i.deadline = other_day; },
            [](Goal& i) { i.weekly_touches = 1000; },    [](Goal& i) { i.weekly_asks = 7; },
            [](Goal& i) { i.weekly_hours = 1.0 / 3.0; }, [](Goal& i) { i.purpose = "For all"; }};
  }
  static std::vector<std::string*> texts(Goal& i) { return {&i.purpose}; }
};

template <>
struct Form<Script> {
  static constexpr JournalKind kind = JournalKind::script;
  static constexpr auto read = read_script;
  static constexpr auto write = write_script;
  static constexpr auto update = update_script;
  static Script full() {
    return {Uid("goodturn-1"),
            "Thanks; short",
            "After help, always",
            "Dear {firstName},\n\nthank you.",
            first_day,
            3,
            4};
  }
  static Changes<Script> changes() {
    return {[](Script& i) { i.uid = Uid("goodturn-2"); }, [](Script& i) { i.name = "Hello"; },
            [](Script& i) { i.trigger = "First mail"; },  [](Script& i) { i.text = "Dear {name}"; },
            [](Script& i) { i.last_used = other_day; },   [](Script& i) { i.answered = 1'000'000; },
            [](Script& i) { i.unanswered = 1; }};
  }
  static std::vector<std::string*> texts(Script& i) { return {&i.name, &i.trigger, &i.text}; }
};

template <>
struct Form<Community> {
  static constexpr JournalKind kind = JournalKind::community;
  static constexpr auto read = read_community;
  static constexpr auto write = write_community;
  static constexpr auto update = update_community;
  static Community full() {
    return {Uid("goodturn-1"), "Sailing, etc.", CommunityKind::personal, {ada.uid, bob.uid}, "Every May"};
  }
  static Changes<Community> changes() {
    return {[](Community& i) { i.uid = Uid("goodturn-2"); },
            [](Community& i) { i.name = "Compilers"; },
            [](Community& i) { i.kind = CommunityKind::interest; },
            [](Community& i) { i.kind = CommunityKind::practice; },
            [](Community& i) {
              i.members = {eve.uid, ada.uid};
            },
            [](Community& i) { i.text = "Online"; }};
  }
  static std::vector<std::string*> texts(Community& i) { return {&i.name, &i.text}; }
};

template <>
struct Form<Question> {
  static constexpr JournalKind kind = JournalKind::question;
  static constexpr auto read = read_question;
  static constexpr auto write = write_question;
  static constexpr auto update = update_question;
  static Question full() {
    return {Uid("goodturn-1"),
            Uid("goodturn-community-1"),
            "Linkers, etc.",
            stamp,
            stamp + std::chrono::seconds(3001),
            "Which linker, and why?"};
  }
  static Changes<Question> changes() {
    return {[](Question& i) { i.uid = Uid("goodturn-2"); },
            [](Question& i) { i.community = Uid("goodturn-community-2"); },
            [](Question& i) { i.community_name = "Compilers"; },
            [](Question& i) { i.asked = stamp - std::chrono::hours(1); },
            [](Question& i) { i.answered = stamp + std::chrono::hours(1); },
            [](Question& i) { i.text = "Which compiler?"; }};
  }
  static std::vector<std::string*> texts(Question& i) { return {&i.text}; }
};

template <>
struct Form<Venue> {
  static constexpr JournalKind kind = JournalKind::venue;
  static constexpr auto read = read_venue;
  static constexpr auto write = write_venue;
  static constexpr auto update = update_venue;
  static Venue full() {
    return {Uid("goodturn-1"), "C++ days", "conference; big", {Uid("event,1"), Uid("event-2")}, "Good talks"};
  }
  static Changes<Venue> changes() {
    return {[](Venue& i) { i.uid = Uid("goodturn-2"); }, [](Venue& i) { i.name = "Choir"; },
            [](Venue& i) { i.type = "club"; }, [](Venue& i) { i.events = {Uid("event-3")}; },
            [](Venue& i) { i.text = "Loud"; }};
  }
  static std::vector<std::string*> texts(Venue& i) { return {&i.name, &i.type, &i.text}; }
};

template <>
struct Form<RoleTerm> {
  static constexpr JournalKind kind = JournalKind::role_term;
  static constexpr auto read = read_role_term;
  static constexpr auto write = write_role_term;
  static constexpr auto update = update_role_term;
  static RoleTerm full() { return {Uid("goodturn-1"), ada, "sounding-board", first_day, other_day, "Lunch"}; }
  static Changes<RoleTerm> changes() {
    return {[](RoleTerm& i) { i.uid = Uid("goodturn-2"); },
            [](RoleTerm& i) { i.person.uid = eve.uid; },
            [](RoleTerm& i) { i.person.name = eve.name; },
            [](RoleTerm& i) { i.role = "cold"; },
            [](RoleTerm& i) { i.since = other_day; },
            [](RoleTerm& i) { i.until = first_day; },
            [](RoleTerm& i) { i.text = "Mail"; }};
  }
  static std::vector<std::string*> texts(RoleTerm& i) { return {&i.person.name, &i.role, &i.text}; }
};

template <>
struct Form<PairSign> {
  static constexpr JournalKind kind = JournalKind::pair;
  static constexpr auto read = read_pair_sign;
  static constexpr auto write = write_pair_sign;
  static constexpr auto update = update_pair_sign;
  static PairSign full() {
    return {Uid("goodturn-1"), {ada, bob}, PairEvidence::user_said, first_day, "School"};
  }
  static Changes<PairSign> changes() {
    return {[](PairSign& i) { i.uid = Uid("goodturn-2"); },
            [](PairSign& i) { i.people.a.uid = eve.uid; },
            [](PairSign& i) { i.people.b.uid = eve.uid; },
            [](PairSign& i) { i.people.a.name = eve.name; },
            [](PairSign& i) { i.people.b.name = eve.name; },
            [](PairSign& i) { i.evidence = PairEvidence::user_denied; },
            [](PairSign& i) { i.day = other_day; },
            [](PairSign& i) { i.text = "Told me"; }};
  }
  static std::vector<std::string*> texts(PairSign& i) { return {&i.text}; }
};

template <>
struct Form<Identity> {
  static constexpr JournalKind kind = JournalKind::identity;
  static constexpr auto read = read_identity;
  static constexpr auto write = write_identity;
  static constexpr auto update = update_identity;
  static Identity full() { return {Uid("goodturn-1"), {ada, bob}, Verdict::same, first_day, "One address"}; }
  static Changes<Identity> changes() {
    return {
        [](Identity& i) { i.uid = Uid("goodturn-2"); }, [](Identity& i) { i.cards.a.uid = eve.uid; },
        [](Identity& i) { i.cards.b.uid = eve.uid; },   [](Identity& i) { i.cards.a.name = eve.name; },
        [](Identity& i) { i.cards.b.name = eve.name; }, [](Identity& i) { i.verdict = Verdict::different; },
        [](Identity& i) { i.day = other_day; },         [](Identity& i) { i.text = "Met both"; }};
  }
  static std::vector<std::string*> texts(Identity& i) { return {&i.text}; }
};

/// Texts that break careless writers: escapes, folds inside letters, borders, line breaks.
inline std::vector<std::string> awkward_texts() {
  std::vector<std::string> texts = {
      "",
      ",;\\:\"^'",
      "\\n is no line break, \\\\n neither",
      "a\nb\n\nc\n",
      " space around \t",
      "END:VJOURNAL\nBEGIN:VJOURNAL\nX-GOODTURN-KIND:note",
      "=E9=\n=",
      "{firstName} #tag @name",
      std::string(500, 'x'),
      std::string("a\0b", 3),
  };
  // The fold falls on every byte of a letter once.
  for (std::size_t shift = 60; shift < 68; ++shift) {
    std::string text(shift, 'x');
    for (int i = 0; i < 60; ++i) text += i % 2 == 0 ? "\xC3\xA9" : "\xF0\x9F\x98\x80";
    texts.push_back(text);
  }
  return texts;
}

}  // namespace goodturn::calendar::samples
