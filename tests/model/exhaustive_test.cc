// Every reachable pair of words, on every kind of server, stopped before and after every call of the store
// and of the server, and with every request and answer lost: after going on the end is the same, and the next
// run is silent.
#include <array>
#include <catch2/catch.hpp>
#include <iostream>

#include "core/sync/change.h"
#include "tests/model/cards.h"
#include "tests/model/history.h"
#include "tests/model/machine.h"
#include "tests/model/memory_store.h"

using namespace goodturn;
using namespace goodturn::model;
using sync::Change;

namespace {

struct Cell {
  Change local;
  Change remote;
};

/// With a base each side is same, edited or gone; without one it is absent or new.
std::vector<Cell> reachable() {
  std::vector<Cell> cells;
  for (const Change local : {Change::same, Change::edited, Change::gone})
    for (const Change remote : {Change::same, Change::edited, Change::gone}) cells.push_back({local, remote});
  cells.push_back({Change::edited, Change::absent});  // new here
  cells.push_back({Change::absent, Change::edited});  // new there
  return cells;
}

std::string card(const std::string& uid, const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\n" + lines + "END:VCARD\r\n";
}

const std::string agreed = card("x", "FN:v1\r\nCATEGORIES:v2\r\nTEL:v3\r\n");
const std::string mine = card("x", "FN:v4\r\nCATEGORIES:v2,v5\r\nTEL:v3\r\n");
const std::string theirs = card("x", "FN:v6\r\nCATEGORIES:v2\r\nTEL:v3\r\nTEL:v7\r\n");

enum class Fault { none, kill, lose_request, lose_answer, say_500 };

struct Kind {
  Etags etags = Etags::good;
  int rewriting = 0;
  bool inline_texts = false;
};

/// One machine and one server with three items, in the state of a cell.
class Place {
 public:
  Place(const Cell& cell, const Kind& kind)
      : machine_(store_, store_, clock_,
                 [this] { return std::make_unique<tests::FakeCollection>(server_); }) {
    server_->faults.flaky_etags = kind.etags == Etags::flaky;
    server_->faults.silent_writes = kind.etags == Etags::silent;
    server_->faults.weak_etags = kind.etags == Etags::weak;
    server_->faults.no_etags = kind.etags == Etags::none;
    server_->faults.inline_texts = kind.inline_texts;
    const int rewriting = kind.rewriting;
    server_->faults.rewrite = [rewriting](const std::string& text) { return rewritten(rewriting, text); };
    const Href href = machine_.open()->href_for(Uid("x"));
    for (const char* uid : {"y", "z"}) server_->put("/fake/" + std::string(uid), card(uid, "FN:v9\r\n"));
    const bool based = cell.local != Change::absent && cell.remote != Change::absent;
    if (based) server_->put(href.value, rewritten(rewriting, agreed));
    REQUIRE(machine_.sync() == End::done);
    if (cell.local == Change::edited) machine_.put(href.value, mine);
    if (cell.local == Change::gone) machine_.remove(href.value);
    if (cell.remote == Change::edited) server_->put(href.value, rewritten(rewriting, theirs));
    if (cell.remote == Change::gone) server_->erase(href.value);
  }

  /// One sync with a fault at the n-th step (kill) or request (else); counted from 1.
  End run(Fault fault, int at) {
    steps_ = requests_ = 0;
    const auto step = [&, fault, at] {
      if (++steps_ == at && fault == Fault::kill) throw Killed();
    };
    machine_.store().step = step;
    server_->faults.before_call = [&, step, fault, at](std::string_view) -> std::optional<Error> {
      step();
      if (++requests_ != at || fault != Fault::lose_request) return std::nullopt;
      return Error{ErrorKind::network, "The request was lost.", "", 0, {}};
    };
    server_->faults.after_call = [&, step, fault, at](std::string_view) -> std::optional<Error> {
      step();
      if (requests_ != at) return std::nullopt;
      if (fault == Fault::lose_answer) return Error{ErrorKind::network, "The answer was lost.", "", 0, {}};
      if (fault == Fault::say_500) return Error{ErrorKind::server, "Out of order, it says.", "", 500, {}};
      return std::nullopt;
    };
    const End end = machine_.sync();
    machine_.store().step = [] {};
    server_->faults.before_call = nullptr;
    server_->faults.after_call = nullptr;
    return end;
  }

  /// Server and machine, by meaning; and which of our values are kept for the user.
  std::string state() {
    std::string text;
    for (const auto& [href, resource] : server_->resources)
      text += "there " + href + " " + meaning(resource.text);
    for (const auto& [href, item] : machine_.items()) text += "here " + href + " " + meaning(item);
    return text;
  }

  /// Values of `mine` and `theirs` that are neither in an item nor among what is kept for the user.
  std::set<int> lost(const Cell& cell) {
    std::set<int> wanted;
    if (cell.local == Change::edited) wanted.merge(values_in(mine));
    if (cell.remote == Change::edited) wanted.merge(values_in(theirs));
    std::set<int> kept;
    for (const auto& [href, item] : machine_.items()) kept.merge(values_in(item));
    const auto conflicts = store_.conflicts();
    for (const sync::ConflictRow& row : *conflicts) kept.merge(values_in(row.local_line));
    for (const int value : kept) wanted.erase(value);
    wanted.erase(1);  // the agreed name, replaced by whoever edited
    return wanted;
  }

  bool silent(Etags etags) {
    const int writes = server_->writes;
    const int fetches = server_->fetches;
    if (machine_.sync() != End::done || server_->writes != writes) return false;
    return etags == Etags::flaky || etags == Etags::none || server_->fetches == fetches;
  }

  [[nodiscard]] int steps() const { return steps_; }
  [[nodiscard]] int requests() const { return requests_; }
  void next_sync() { (void)machine_.sync(); }

 private:
  static std::string meaning(const std::string& text) {
    return to_hex(text::content_hash(text::Document::parse(text))) + "\n";
  }

  ModelClock clock_;
  MemoryStore store_;
  std::shared_ptr<tests::FakeServer> server_ = std::make_shared<tests::FakeServer>();
  Machine machine_;
  int steps_ = 0;
  int requests_ = 0;
};

struct Count {
  int kills = 0;
  int faults = 0;
};

void check(const Cell& cell, const Kind& kind, Fault fault, int at, const std::string& wanted) {
  Place place(cell, kind);
  (void)place.run(fault, at);
  place.next_sync();
  place.next_sync();
  INFO(to_string(cell.local) << " here, " << to_string(cell.remote) << " there, etags "
                             << static_cast<int>(kind.etags) << ", server " << name_of_server(kind.rewriting)
                             << (kind.inline_texts ? ", texts inside" : "") << ", fault "
                             << static_cast<int>(fault) << " at " << at);
  REQUIRE(place.state() == wanted);
  REQUIRE(place.lost(cell) == std::set<int>{});
  REQUIRE(place.silent(kind.etags));
}

Count check_all(const Cell& cell, const Kind& kind) {
  Place reference(cell, kind);
  REQUIRE(reference.run(Fault::none, 0) == End::done);
  const int steps = reference.steps();
  const int requests = reference.requests();
  reference.next_sync();
  const std::string wanted = reference.state();
  REQUIRE(reference.silent(kind.etags));
  // A run that goes on after a stop may take more steps, but none before the stop.
  for (int at = 1; at <= steps; ++at) check(cell, kind, Fault::kill, at, wanted);
  for (const Fault fault : {Fault::lose_request, Fault::lose_answer, Fault::say_500})
    for (int at = 1; at <= requests; ++at) check(cell, kind, fault, at, wanted);
  return {steps, 3 * requests};
}

}  // namespace

TEST_CASE("every pair of words survives a stop at every step and a fault at every request") {
  constexpr std::array<int, 4> servers = {0, 1, filling_server, 8};
  Count all;
  int cells = 0;
  for (const Cell& cell : reachable())
    for (const Etags etags : {Etags::good, Etags::flaky, Etags::silent, Etags::weak, Etags::none})
      for (const int rewriting : servers)
        for (const bool inline_texts : {false, true}) {
          const Count one = check_all(cell, {etags, rewriting, inline_texts});
          all.kills += one.kills;
          all.faults += one.faults;
          ++cells;
        }
  std::cout << cells << " pairs and servers, " << all.kills << " stops, " << all.faults << " faults\n";
}
