// Odd items on real servers. What another program managed to store comes here as it is, once. What is sent
// from here is kept there, or refused: then the user is told, the own version stays, and all others go on.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "core/text/document.h"
#include "tests/interop_habits/odd_items.h"
#include "tests/interop_machines/machine.h"
#include "tests/interop_shapes/kept.h"
#include "tests/support/independent_reader.h"

using namespace goodturn;
using namespace goodturn::tests;
using text::Document;

namespace {

bool same_meaning(const std::string& left, const std::string& right) {
  return text::semantically_equal(Document::parse(left), Document::parse(right));
}

/// Cyrus gives a 4.0 as 3.0 to those who do not ask for it.
http::Headers accepted(const std::string& text) {
  if (text.find("VERSION:4.0") == std::string::npos) return {};
  return {{"Accept", "text/vcard;version=4.0"}};
}

/// A collection on a server with good items and odd ones, and a computer that has it.
class Trial {
 public:
  Trial(const ServerProcess& server, bool cards)
      : server_(server.name()),
        cards_(cards),
        odd_(cards ? odd_cards() : odd_events()),
        kept_(server, cards, cards ? "odd-cards" : "odd-events"),
        machine_((fill(), server.url()), kept_.name(), 1) {}

  /// What others stored comes as it is, and only once.
  void take_in() {
    const auto report = machine_.attempt();
    CHECK(report.added == static_cast<int>(kept_.texts().size()));
    for (const sync::ItemError& one : report.item_errors) {
      INFO(one.href.value << ": " << describe(one.error));
      CHECK(one.error.kind == ErrorKind::parse);
      CHECK_FALSE(Document::parse(machine_.texts().at(one.href.value)).find(cards_ ? "VCARD" : "VCALENDAR"));
    }
    compare();
    CHECK(moved(machine_.attempt()) == 0);
  }

  /// The same from here.
  void send() {
    std::map<std::string, const OddItem*> sent;
    for (std::size_t number = 0; number < odd_.size(); ++number) {
      const std::string uid = "here-" + std::to_string(number);
      sent[machine_.add(uid, text_of(odd_[number], uid)).value] = &odd_[number];
    }
    const Href good = machine_.add("here-good", item("here-good", "Sent"));
    const auto before = machine_.texts();
    check_sent(sent, before, machine_.attempt());
    CHECK_FALSE(kept_.send("GET", good.value, {}, {}).body.empty());
    const auto after = all_there();
    // What was refused is tried again, and told again; nothing else moves.
    const auto again = machine_.attempt();
    CHECK(moved(again) == 0);
    CHECK(all_there() == after);
    ask_independent_reader();
  }

  [[nodiscard]] std::set<std::string> told() {
    const auto values = machine_.kept_values();
    return {values.begin(), values.end()};
  }

 private:
  [[nodiscard]] std::string item(const std::string& uid, const std::string& name) const {
    return cards_ ? good_card(uid, name) : good_event(uid, name);
  }
  [[nodiscard]] std::string ending() const { return cards_ ? ".vcf" : ".ics"; }

  void fill() {
    for (const std::string uid : {"good-1", "good-2", "good-3"})
      REQUIRE(taken(kept_.put(uid + ending(), item(uid, "Good"))));
    for (std::size_t number = 0; number < odd_.size(); ++number) {
      const std::string uid = "there-" + std::to_string(number);
      const int status = kept_.put(uid + ending(), text_of(odd_[number], uid));
      INFO(server_ << " answers " << status << " to: " << odd_[number].name);
      CHECK(status == odd_[number].answers.at(server_));
    }
  }

  void compare() {
    const auto there = kept_.texts();
    const auto here = machine_.texts();
    CHECK(here.size() == there.size());
    for (const auto& [href, text] : there) {
      INFO(href << "\n" << text);
      REQUIRE(here.contains(href));
      CHECK(same_meaning(here.at(href), text));
    }
  }

  void check_sent(const std::map<std::string, const OddItem*>& sent,
                  const std::map<std::string, std::string>& before, const sync::CollectionReport& report) {
    std::map<std::string, Error> refused;
    for (const sync::ItemError& one : report.item_errors) refused.emplace(one.href.value, one.error);
    const auto here = machine_.texts();
    int expected = 1;
    for (const auto& [href, odd] : sent) {
      INFO(server_ << ": " << odd->name << " "
                   << (refused.count(href) > 0 ? describe(refused.at(href)) : ""));
      const auto there = kept_.send("GET", href, accepted(here.at(href)), {});
      const auto again = odd->again.find(server_);
      if (taken(again == odd->again.end() ? odd->answers.at(server_) : again->second)) {
        ++expected;
        CHECK(refused.count(href) == 0);
        REQUIRE(there.status == 200);
        CHECK(same_meaning(here.at(href), there.body));
      } else {
        CHECK(there.status == 404);
        REQUIRE(refused.count(href) == 1);
        const ErrorKind kind = refused.at(href).kind;
        CHECK((kind == ErrorKind::invalid || kind == ErrorKind::forbidden));
        CHECK(here.at(href) == before.at(href));
      }
    }
    CHECK(report.sent == expected);
  }

  /// Of what stands there; what was refused is only here. Items without a UID are taken away first: two that
  /// are otherwise the same stop a reader that knows items by their UIDs.
  void ask_independent_reader() {
    std::vector<std::string> texts;
    for (const auto& [href, text] : machine_.texts()) {
      if (kept_.send("GET", href, {}, {}).status != 200) continue;
      if (text::uid_of(Document::parse(text)).empty())
        REQUIRE(taken(kept_.send("DELETE", href, {}, {}).status));
      else
        texts.push_back(text);
    }
    CHECK(read_independently(machine_.book_url(), texts, cards_ ? "vcf" : "ics") != Reading::differs);
  }

  /// Everything as the server gives it.
  std::map<std::string, std::string> all_there() {
    std::map<std::string, std::string> all;
    for (const auto& [href, text] : machine_.texts()) all[href] = kept_.send("GET", href, {}, {}).body;
    return all;
  }

  std::string server_;
  bool cards_;
  std::vector<OddItem> odd_;
  Kept kept_;
  Machine machine_;
};

/// What the user is told that the server did not keep of what was sent.
struct Told {
  std::set<std::string> of_cards{};
  std::set<std::string> of_events{};
};

void try_on(const std::string& name, const Told& told = {}) {
  const auto server = ServerProcess::start(name);
  if (!server) return;
  for (const bool cards : {true, false}) {
    INFO(name << (cards ? " cards" : " events"));
    Trial trial(*server, cards);
    trial.take_in();
    trial.send();
    CHECK(trial.told() == (cards ? told.of_cards : told.of_events));
  }
}

}  // namespace

TEST_CASE("odd items on radicale", "[interop]") { try_on("radicale"); }
TEST_CASE("odd items on xandikos", "[interop]") { try_on("xandikos"); }
TEST_CASE("odd items on Cyrus", "[interop]") { try_on("cyrus"); }
TEST_CASE("odd items on sabre/dav", "[interop]") { try_on("sabre"); }
// Of two cards in one they make one that is neither.
TEST_CASE("odd items on DAViCal", "[.soak]") {
  try_on("davical", {{"First", "Second", "here-3", "here-3-b"}, {}});
}
// An end before the start trades places with it.
TEST_CASE("odd items on SOGo", "[.soak]") {
  try_on("sogo", {{"First", "Second", "here-3", "here-3-b"}, {"20260301T090000Z", "20260301T100000Z"}});
}
