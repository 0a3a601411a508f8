#include "tests/model/model.h"

#include "tests/model/taken_away.h"
#include "tests/model/town.h"
#include "tests/model/trouble.h"
#include "tests/model/verdict.h"

namespace goodturn::model {
namespace {

constexpr int most_rounds = 12;

const char* word_of(End end) { return end == End::done ? "done" : end == End::killed ? "killed" : "failed"; }

class Run {
 public:
  Run(const History& history, const Setting& setting, std::string* trace)
      : town_(history, setting, trace),
        history_(history),
        at_end_(setting.at_end),
        may_go_blank_(!setting.server && !setting.client) {}

  std::optional<std::string> judge() {
    for (const Step& step : history_.steps) {
      take(step);
      if (wrong_) return wrong_;
    }
    return settle();
  }

 private:
  void take(const Step& step) {
    Chance chance(step.seed);
    Machine& machine = *town_.machines[step.machine];
    switch (step.act) {
      case Act::sync:
        return sync(machine, chance);
      case Act::local_edit:
        return town_.local_edit(machine, step.item, chance);
      case Act::local_delete:
        return town_.local_delete(machine, step.item);
      case Act::local_create:
        return town_.local_create(machine);
      case Act::remote_edit:
        return town_.remote_edit(step.item, chance);
      case Act::remote_delete:
        return town_.remote_delete(step.item);
      case Act::remote_create:
        return town_.remote_create();
      case Act::remember:
        return town_.remember();
      case Act::stale_edit:
        return town_.stale_edit(step.item, chance);
      case Act::stale_delete:
        return town_.stale_delete(step.item);
      case Act::move:
        town_.move(step.item);
        return;
      case Act::lose_token:
        return town_.lose_tokens();
      case Act::pass_days:
        town_.tell("days pass");
        return town_.clock.pass(std::chrono::hours(24) * (1 + chance.below(10)));
      case Act::flip_read_only:
        server_->faults.read_only = !server_->faults.read_only;
        return town_.tell(server_->faults.read_only ? "read-only" : "writable");
    }
  }

  void sync(Machine& machine, Chance& chance) {
    const End end = [&] {
      Trouble trouble(town_, machine, chance);
      const bool blank = may_go_blank_ && trouble.blanks_the_server();
      return watched(machine, chance.below(4) == 0, blank);
    }();
    // Whether these arrived cannot be told for sure once somebody else deletes or rewrites them.
    const auto open = machine.store().intents();
    for (const sync::Intent& intent : *open) {
      town_.oracle.may_return(uid_in(intent.text));
      unknown_.merge(values_in(intent.text));
    }
    if (history_.trouble == 0 && end == End::done && chance.below(4) == 0) wrong_ = noise_after(machine);
    town_.tell("sync " + std::string(word_of(end)) +
               (end == End::failed ? ": " + describe(*machine.error()) : ""));
  }

  /// One sync, held against what it took away. `blank`: the server has lost its disk meanwhile, so that it
  /// lists nothing, knows no name, and refuses writes; afterwards all is there again.
  End watched(Machine& machine, bool confirmed, bool blank) {
    const TakenAway taken(machine);
    std::map<std::string, tests::FakeServer::Resource> away;
    town_.deleted_meanwhile.clear();
    town_.in_sync = true;
    if ((town_.blank = blank)) {
      note_blank(machine);
      std::swap(away, server_->resources);
      town_.tell("the server is blank");
    }
    server_->faults.forget_tokens = blank;
    const End end = machine.sync(confirmed);
    server_->faults.forget_tokens = town_.in_sync = town_.blank = false;
    if (blank) {
      std::swap(away, server_->resources);
      note_blank(machine);
    }
    note_unread(machine);
    auto wrong = taken.judge(*server_, {town_.deleted_meanwhile, town_.unseen, blank, confirmed});
    if (wrong && !wrong_) wrong_ = std::move(wrong);
    return end;
  }

  /// What the machine says it could not read may stand under a new name of something that it has.
  void note_unread(Machine& machine) {
    for (const sync::ItemError& one : machine.report().item_errors)
      if (const auto found = server_->resources.find(one.href.value); found != server_->resources.end())
        town_.unseen.insert(uid_in(found->second.text));
  }

  /// What changed here and is gone there is new again: what both had agreed on is forgotten.
  void note_blank(Machine& machine) {
    const auto step = std::exchange(machine.store().step, [] {});
    for (const auto& [href, resource] : server_->resources) {
      const auto mark = machine.store().base_mark(machine.id(), Href(href));
      if (*mark && (*mark)->local_same) continue;
      town_.unseen.insert(uid_in(resource.text));
      town_.oracle.may_return(uid_in(resource.text));
    }
    machine.store().step = step;
  }

  /// Where nothing went wrong the next sync is silent at once.
  std::optional<std::string> noise_after(Machine& machine) {
    if (!machine.report().item_errors.empty() || !machine.report().warnings.empty()) return std::nullopt;
    // Something was sent to a name that is gone without a word: the next listing is complete, to tell why.
    if (history_.forgets_passing && machine.collection().token.empty()) return std::nullopt;
    const int writes = server_->writes;
    const int fetches = server_->fetches;
    if (machine.sync() != End::done) return "the sync after a good one fails";
    if (server_->writes != writes) return "the sync after a good one writes";
    if (history_.etags_tell() && server_->fetches != fetches)
      return "the sync after a good one asks for texts";
    return std::nullopt;
  }

  std::optional<std::string> settle() {
    server_->faults.read_only = false;
    town_.tell("everything settles");
    for (int round = 0; round < most_rounds; ++round) {
      town_.clock.pass(std::chrono::hours(25));
      const int writes = server_->writes;
      bool calm_round = round > 1;
      for (const auto& machine : town_.machines) {
        calm_round = watched(*machine, true, false) == End::done && calm_round;
        if (wrong_) return wrong_;
        calm_round = calm_round && machine->report().item_errors.empty();
      }
      if (calm_round && writes == server_->writes && difference(town_).empty()) return check();
    }
    return "it does not settle: " + difference(town_);
  }

  std::optional<std::string> check() {
    if (auto wrong = what_is_wrong(town_, unknown_)) return wrong;
    return at_end_ ? at_end_(town_.machines.front()->items()) : std::nullopt;
  }

  Town town_;
  const History& history_;
  tests::FakeServer* server_ = town_.server.get();
  decltype(Setting::at_end) at_end_;
  std::optional<std::string> wrong_;
  bool may_go_blank_;      ///< the server is one in memory
  std::set<int> unknown_;  ///< values in writes whose outcome was unknown for a time: the log may miss them
};

}  // namespace

std::optional<std::string> run(const History& history, const Setting& setting, std::string* trace) {
  return Run(history, setting, trace).judge();
}

History shrunk(History history, const Setting& setting) {
  for (std::size_t part = history.steps.size() / 2; part > 0; part /= 2) {
    for (std::size_t at = 0; at + part <= history.steps.size();) {
      History shorter = history;
      const auto first = shorter.steps.begin() + static_cast<std::ptrdiff_t>(at);
      shorter.steps.erase(first, first + static_cast<std::ptrdiff_t>(part));
      if (run(shorter, setting))
        history = std::move(shorter);
      else
        at += part;
    }
  }
  return history;
}

}  // namespace goodturn::model
