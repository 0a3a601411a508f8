// Every reachable pair of words, on every kind of server, stopped before and after every call of the store
// and of the server, with every request and answer lost, every call of the store refused, cancelled at every
// moment, and killed while it recovers from a fault: after going on the end is the same, with the same
// conflicts, trash and change log, and the next run is silent.
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

/// How the server comes by a version of its own that was never agreed on.
enum class Twin { none, same_name, other_name };

/// What must stand at the end on a server that keeps what it is sent.
struct Wanted {
  bool item = true;
  std::size_t conflicts = 0;
  std::optional<sync::TrashReason> trash{};
  std::size_t writes = 0;
};

struct Cell {
  Change local;
  Change remote;
  Wanted wanted;
  Twin twin = Twin::none;  ///< made on both sides with one UID, as two machines with stable UIDs do
};

/// With a base each side is same, edited or gone; without one it is absent or new.
std::vector<Cell> reachable() {
  using enum Change;
  return {{same, same, {}},
          {same, edited, {}},
          {same, gone, {.item = false, .trash = sync::TrashReason::gone}},
          {edited, same, {.writes = 1}},
          {edited, edited, {.conflicts = 1, .writes = 1}},
          {edited, gone, {.writes = 1}},
          {gone, same, {.item = false, .writes = 1}},
          {gone, edited, {.trash = sync::TrashReason::overruled}},
          {gone, gone, {.item = false}},
          {edited, absent, {.writes = 1}},
          {absent, edited, {}},
          {edited, edited, {.conflicts = 1, .writes = 1}, Twin::same_name},
          {edited, edited, {.conflicts = 1, .writes = 1}, Twin::other_name}};
}

std::string card(const std::string& uid, const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\n" + lines + "END:VCARD\r\n";
}

const std::string agreed = card("x", "FN:v1\r\nCATEGORIES:v2\r\nTEL:v3\r\n");
const std::string mine = card("x", "FN:v4\r\nCATEGORIES:v2,v5\r\nTEL:v3\r\n");
const std::string theirs = card("x", "FN:v6\r\nCATEGORIES:v2\r\nTEL:v3\r\nTEL:v7\r\n");

constexpr std::size_t most_rows = 1000;

enum class Fault { none, kill, lose_request, lose_answer, say_500, refuse_store, cancel };

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
    fills_ = rewriting == filling_server;
    server_->faults.rewrite = [rewriting](const std::string& text) { return rewritten(rewriting, text); };
    const Href href = machine_.open()->href_for(Uid("x"));
    for (const char* uid : {"y", "z"}) server_->put("/fake/" + std::string(uid), card(uid, "FN:v9\r\n"));
    const bool based =
        cell.twin == Twin::none && cell.local != Change::absent && cell.remote != Change::absent;
    if (based) server_->put(href.value, rewritten(rewriting, agreed));
    REQUIRE(machine_.sync() == End::done);
    if (cell.local == Change::edited) machine_.put(href.value, mine);
    if (cell.local == Change::gone) machine_.remove(href.value);
    const std::string there = cell.twin == Twin::other_name ? "/fake/another" : href.value;
    if (cell.remote == Change::edited) server_->put(there, rewritten(rewriting, theirs));
    if (cell.remote == Change::gone) server_->erase(href.value);
  }

  /// One sync with a fault at the n-th step (kill), call of the store (refuse_store), asking whether to
  /// cancel, or request (else); counted from 1.
  End run(Fault fault, int at) {
    steps_ = requests_ = calls_ = asked_ = 0;
    machine_.store().refuse = [this, fault, at]() -> std::optional<Error> {
      if (++calls_ != at || fault != Fault::refuse_store) return std::nullopt;
      return Error{ErrorKind::storage, "The disk is full.", "", 0, {}};
    };
    machine_.cancelled = [this, fault, at] { return ++asked_ >= at && fault == Fault::cancel; };
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
    machine_.store().refuse = nullptr;
    machine_.cancelled = [] { return false; };
    server_->faults.before_call = nullptr;
    server_->faults.after_call = nullptr;
    return end;
  }

  /// Server and machine, by meaning; and what is kept for the user: conflicts, trash and change log.
  std::string state() {
    std::string text;
    for (const auto& [href, resource] : server_->resources)
      text += "there " + href + " " + meaning(resource.text);
    for (const auto& [href, item] : machine_.items()) text += "here " + href + " " + meaning(item);
    std::multiset<std::string> rows;
    const auto conflicts = store_.conflicts();
    for (const sync::ConflictRow& row : *conflicts)
      rows.insert("conflict " + row.href.value + " " + std::to_string(static_cast<int>(row.cause)) + " " +
                  row.local_line + " / " + row.remote_value + "\n");
    const auto trash = store_.trash();
    for (const sync::Trashed& row : *trash)
      rows.insert("trash " + row.href.value + " " + std::to_string(static_cast<int>(row.reason)) + " " +
                  meaning(row.text));
    const auto writes = store_.writes(most_rows);
    // What a server puts in again of itself cannot be told from an edit of somebody else: after a lost answer
    // the same text is sent once more then, and stands in the log as what was there before.
    for (const sync::LoggedWrite& row : *writes)
      rows.insert("write " + row.href.value + " " + std::to_string(static_cast<int>(row.kind)) + " " +
                  (fills_ ? "" : meaning(row.before)) + meaning(row.after));
    for (const std::string& row : rows) text += row;
    return text;
  }

  /// Holds the end against the cell, where the server keeps what it is sent.
  void check_wanted(const Wanted& wanted) {
    bool item = false;
    for (const auto& [href, text] : machine_.items()) item = item || uid_in(text) == "x";
    CHECK(item == wanted.item);
    CHECK(store_.conflicts()->size() == wanted.conflicts);
    CHECK(store_.writes(most_rows)->size() == wanted.writes);
    const auto trash = store_.trash();
    REQUIRE(trash->size() == (wanted.trash ? 1 : 0));
    if (wanted.trash) CHECK(trash->front().reason == *wanted.trash);
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
  [[nodiscard]] int calls() const { return calls_; }
  [[nodiscard]] int asked() const { return asked_; }
  void next_sync() { (void)machine_.sync(); }

 private:
  static std::string meaning(const std::string& text) {
    return to_hex(text::content_hash(text::Document::parse(text))) + "\n";
  }

  ModelClock clock_;
  MemoryStore store_;
  std::shared_ptr<tests::FakeServer> server_ = std::make_shared<tests::FakeServer>();
  Machine machine_;
  bool fills_ = false;
  int steps_ = 0;
  int requests_ = 0;
  int calls_ = 0;
  int asked_ = 0;
};

struct Count {
  int kills = 0;
  int faults = 0;
};

/// `kill_at`: where the sync after the fault is killed; 0: nowhere. Gives how many steps that sync took.
int check(const Cell& cell, const Kind& kind, Fault fault, int at, const std::string& wanted,
          int kill_at = 0) {
  Place place(cell, kind);
  (void)place.run(fault, at);
  (void)place.run(Fault::kill, kill_at);
  const int steps = place.steps();
  place.next_sync();
  place.next_sync();
  INFO(to_string(cell.local) << " here, " << to_string(cell.remote) << " there, etags "
                             << static_cast<int>(kind.etags) << ", server " << name_of_server(kind.rewriting)
                             << (kind.inline_texts ? ", texts inside" : "") << ", fault "
                             << static_cast<int>(fault) << " at " << at << ", twin "
                             << static_cast<int>(cell.twin) << ", then killed at " << kill_at);
  REQUIRE(place.state() == wanted);
  REQUIRE(place.lost(cell) == std::set<int>{});
  REQUIRE(place.silent(kind.etags));
  return steps;
}

constexpr std::array<Fault, 3> request_faults = {Fault::lose_request, Fault::lose_answer, Fault::say_500};

Count check_all(const Cell& cell, const Kind& kind) {
  Place reference(cell, kind);
  REQUIRE(reference.run(Fault::none, 0) == End::done);
  const int steps = reference.steps();
  const int requests = reference.requests();
  const int calls = reference.calls();
  const int asked = reference.asked();
  reference.next_sync();
  const std::string wanted = reference.state();
  REQUIRE(reference.silent(kind.etags));
  if (kind.rewriting == 0) reference.check_wanted(cell.wanted);
  // A run that goes on after a stop may take more steps, but none before the stop.
  for (int at = 1; at <= steps; ++at) check(cell, kind, Fault::kill, at, wanted);
  for (const Fault fault : request_faults)
    for (int at = 1; at <= requests; ++at) check(cell, kind, fault, at, wanted);
  for (int at = 1; at <= calls; ++at) check(cell, kind, Fault::refuse_store, at, wanted);
  for (int at = 1; at <= asked; ++at) check(cell, kind, Fault::cancel, at, wanted);
  return {steps, 3 * requests + calls + asked};
}

/// A fault at each request, then a kill at each step of the sync that recovers from it.
int check_recoveries(const Cell& cell, const Kind& kind) {
  Place reference(cell, kind);
  REQUIRE(reference.run(Fault::none, 0) == End::done);
  const int requests = reference.requests();
  reference.next_sync();
  const std::string wanted = reference.state();
  int pairs = 0;
  for (const Fault fault : request_faults)
    for (int at = 1; at <= requests; ++at) {
      const int steps = check(cell, kind, fault, at, wanted);
      for (int kill_at = 1; kill_at <= steps; ++kill_at) check(cell, kind, fault, at, wanted, kill_at);
      pairs += steps;
    }
  return pairs;
}

constexpr std::array<Etags, 5> all_etags = {Etags::good, Etags::flaky, Etags::silent, Etags::weak,
                                            Etags::none};
constexpr std::array<int, 4> servers = {0, 1, filling_server, 8};

}  // namespace

TEST_CASE("every pair of words survives a stop at every step and a fault at every request") {
  Count all;
  int cells = 0;
  // All pairs on the first kind of server first: what is wrong with any shows soon.
  for (const Etags etags : all_etags)
    for (const int rewriting : servers)
      for (const bool inline_texts : {false, true})
        for (const Cell& cell : reachable()) {
          const Count one = check_all(cell, {etags, rewriting, inline_texts});
          all.kills += one.kills;
          all.faults += one.faults;
          ++cells;
        }
  std::cout << cells << " pairs and servers, " << all.kills << " stops, " << all.faults << " faults\n";
  CHECK(all.faults > 0);
}

TEST_CASE("every pair of words survives a fault at every request and then a stop at every step") {
  int pairs = 0;
  for (const Etags etags : all_etags)
    for (const int rewriting : servers)
      for (const Cell& cell : reachable()) pairs += check_recoveries(cell, {etags, rewriting, false});
  std::cout << pairs << " faults with a stop behind them\n";
  CHECK(pairs > 0);
}
