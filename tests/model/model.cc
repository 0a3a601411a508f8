#include "tests/model/model.h"

#include <algorithm>

#include "tests/model/town.h"

namespace goodturn::model {
namespace {

constexpr int most_rounds = 12;

/// In per mille: how often a thing goes wrong at a call, by the history's trouble.
struct Rates {
  std::uint32_t lost, refused, killed, user, other, glitch;
};
constexpr Rates rates[] = {{0, 0, 0, 0, 0, 0}, {50, 20, 10, 30, 30, 30}, {200, 50, 20, 60, 60, 60}};

class Run {
 public:
  Run(const History& history, const Setting& setting, std::string* trace)
      : town_(history, setting, trace), history_(history) {}

  std::optional<std::string> judge() {
    for (const Step& step : history_.steps) {
      take(step);
      if (noisy_) return noisy_;
    }
    return settle();
  }

 private:
  void tell(const std::string& what) { town_.tell(what); }

  // What happens in a step.

  void take(const Step& step) {
    Chance chance(step.seed);
    Machine& machine = *machines_[step.machine];
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
        return town_.move(step.item);
      case Act::lose_token:
        return town_.lose_tokens();
      case Act::pass_days:
        tell("days pass");
        return town_.clock.pass(std::chrono::hours(24) * (1 + chance.below(10)));
      case Act::flip_read_only:
        server_->faults.read_only = !server_->faults.read_only;
        return tell(server_->faults.read_only ? "read-only" : "writable");
    }
  }

  // What goes wrong inside a sync.

  void sync(Machine& machine, Chance& chance) {
    const Rates& rate = rates[history_.trouble];
    server_->faults.before_call = [&](std::string_view name) { return before(machine, chance, rate, name); };
    server_->faults.after_call = [&](std::string_view) { return after(chance, rate); };
    // By numbers of its own, so that the older seeds are still the same histories but for this.
    Chance items(~Chance(chance).next());
    server_->faults.before_item = [&](const Href& href) { return before_item(items, rate, href); };
    // Many more steps than calls, and most of them only read.
    machine.store().step = [&] {
      if (chance.permille(rate.killed / 5)) throw Killed();
    };
    town_.in_sync = true;
    const End end = machine.sync(chance.below(4) == 0);
    town_.in_sync = false;
    machine.store().step = [] {};
    calm();
    // Whether these arrived cannot be told for sure once somebody else deletes or rewrites them.
    const auto open = machine.store().intents();
    for (const sync::Intent& intent : *open) {
      oracle_.may_return(uid_in(intent.text));
      unknown_.merge(values_in(intent.text));
    }
    if (history_.trouble == 0 && end == End::done && chance.below(4) == 0) noisy_ = noise_after(machine);
    tell("sync " + std::string(end == End::done     ? "done"
                               : end == End::killed ? "killed"
                                                    : "failed: " + describe(*machine.error())));
  }

  /// Where nothing went wrong the next sync is silent at once.
  std::optional<std::string> noise_after(Machine& machine) {
    if (!machine.report().item_errors.empty() || !machine.report().warnings.empty()) return std::nullopt;
    const int writes = server_->writes;
    const int fetches = server_->fetches;
    if (machine.sync() != End::done) return "the sync after a good one fails";
    if (server_->writes != writes) return "the sync after a good one writes";
    if (etags_tell() && server_->fetches != fetches) return "the sync after a good one asks for texts";
    return std::nullopt;
  }

  /// Without etags, or with new ones each time, only the text tells that nothing changed.
  [[nodiscard]] bool etags_tell() const {
    return history_.etags != Etags::flaky && history_.etags != Etags::none;
  }

  void calm() {
    server_->faults.before_call = nullptr;
    server_->faults.after_call = nullptr;
    server_->faults.before_item = nullptr;
    server_->faults.look_empty = false;
    server_->faults.hidden.clear();
  }

  std::optional<Error> before(Machine& machine, Chance& chance, const Rates& rate, std::string_view name) {
    if (chance.permille(rate.killed)) throw Killed();
    if (chance.permille(rate.user))
      chance.below(5) == 0 ? town_.local_delete(machine, chance.below(8))
                           : town_.local_edit(machine, chance.below(8), chance);
    if (chance.permille(rate.other))
      chance.below(6) == 0 ? town_.remote_delete(chance.below(8))
                           : town_.remote_edit(chance.below(8), chance);
    if (name == "changes") glitch(machine, chance, rate);
    if (chance.permille(rate.lost)) return told(Error{ErrorKind::network, "lost request", "", 0, {}});
    if (chance.permille(rate.refused)) return told(Error{ErrorKind::server, "out of order", "", 500, {}});
    if (chance.permille(rate.refused))
      return told(Error{ErrorKind::too_many, "too many", "", 429, std::chrono::seconds(5)});
    return std::nullopt;
  }

  std::optional<Error> before_item(Chance& chance, const Rates& rate, const Href& href) {
    if (!chance.permille(rate.refused)) return std::nullopt;
    tell("refused: " + href.value);
    // What was created with a lost answer and moved stands there, unknown to its maker, who creates it again.
    if (const auto found = server_->resources.find(href.value); found != server_->resources.end())
      unseen_.insert(uid_in(found->second.text));
    return Error{ErrorKind::server, "out of order", href.value, 503, {}};
  }

  std::optional<Error> told(Error error) {
    tell(error.what);
    return error;
  }

  void glitch(Machine& machine, Chance& chance, const Rates& rate) {
    server_->faults.look_empty = chance.permille(rate.glitch);
    server_->faults.hidden.clear();
    if (chance.permille(rate.glitch))
      for (const auto& [href, resource] : server_->resources)
        if (chance.below(2) == 0) server_->faults.hidden.insert(href);
    for (const auto& [href, resource] : server_->resources)
      if (server_->faults.look_empty || server_->faults.hidden.contains(href))
        note_hidden(machine, href, resource.text);
    if (server_->faults.look_empty) tell("the listing is empty");
    if (!server_->faults.hidden.empty()) tell("the listing is cut");
  }

  /// No client can know that a missing item stands under a name that it never saw and is not shown.
  void note_hidden(Machine& machine, const std::string& href, const std::string& text) {
    const auto step = std::exchange(machine.store().step, [] {});
    if (!machine.store().base_mark(machine.id(), Href(href))->has_value()) {
      unseen_.insert(uid_in(text));
      oracle_.may_return(uid_in(text));
    }
    machine.store().step = step;
  }

  std::optional<Error> after(Chance& chance, const Rates& rate) {
    server_->faults.look_empty = false;
    if (chance.permille(rate.killed)) {
      tell("killed after a call");
      throw Killed();
    }
    if (!chance.permille(rate.lost)) return std::nullopt;
    return told(chance.below(4) == 0 ? Error{ErrorKind::server, "lost answer, said as 500", "", 500, {}}
                                     : Error{ErrorKind::network, "lost answer", "", 0, {}});
  }

  // The end.

  std::optional<std::string> settle() {
    server_->faults.read_only = false;
    tell("everything settles");
    for (int round = 0; round < most_rounds; ++round) {
      town_.clock.pass(std::chrono::hours(25));
      const int writes = server_->writes;
      bool calm_round = round > 1;
      for (const auto& machine : machines_) {
        calm_round = machine->sync(true) == End::done && calm_round;
        calm_round = calm_round && machine->report().item_errors.empty();
      }
      if (calm_round && writes == server_->writes && all_equal()) return check();
    }
    return "it does not settle: " + difference();
  }

  bool all_equal() { return difference().empty(); }

  std::string difference() {
    std::string text;
    for (const auto& machine : machines_) {
      const auto items = machine->items();
      for (const auto& [href, resource] : server_->resources)
        if (const auto found = items.find(href); found == items.end())
          text += "only there: " + href + "\n" + resource.text;
        else if (!same(found->second, resource.text))
          text += "here:\n" + found->second + "there:\n" + resource.text;
      for (const auto& [href, item] : items)
        if (!server_->resources.contains(href)) text += "only here: " + href + "\n" + item;
    }
    return text;
  }

  static bool same(const std::string& left, const std::string& right) {
    return left == right ||
           text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
  }

  std::optional<std::string> check() {
    if (auto wrong = check_values()) return wrong;
    std::set<std::string> uids;
    for (const auto& [href, resource] : server_->resources) {
      const std::string uid = uid_in(resource.text);
      if (!uids.insert(uid).second && !unseen_.contains(uid)) return "doubled: " + resource.text;
      if (oracle_.came_back(resource.text)) return "came back: " + resource.text;
    }
    for (const auto& [machine, uid] : town_.notes)
      if (!machine->has_note(uid)) return "the record about " + uid + " is gone";
    for (const auto& machine : machines_) {
      Store& store = machine->store();
      if (!store.intents()->empty()) return "an intent stays open";
      if (!store.unsent(machine->id())->empty() || !store.changed_marks(machine->id())->empty())
        return "something waits to be sent";
    }
    return check_silence();
  }

  std::optional<std::string> check_values() {
    std::set<int> kept;
    std::set<int> logged = unknown_;
    for (const auto& [href, resource] : server_->resources) kept.merge(values_in(resource.text));
    for (const auto& machine : machines_) {
      Store& store = machine->store();
      const auto conflicts = store.conflicts();
      const auto trash = store.trash();
      const auto writes = store.writes(1000);
      for (const sync::ConflictRow& row : *conflicts) {
        kept.merge(values_in(row.local_value));
        kept.merge(values_in(row.local_line));
      }
      for (const sync::Trashed& row : *trash) kept.merge(values_in(row.text));
      for (const sync::LoggedWrite& row : *writes) {
        logged.merge(values_in(row.before));
        logged.merge(values_in(row.after));
      }
    }
    const auto lost = oracle_.lost(kept, logged);
    if (lost.empty()) return std::nullopt;
    std::string text = "lost:";
    for (const int value : lost) text += " v" + std::to_string(value);
    return text;
  }

  std::optional<std::string> check_silence() {
    const int writes = server_->writes;
    const int fetches = server_->fetches;
    for (const auto& machine : machines_)
      if (machine->sync() != End::done) return "a quiet sync fails";
    if (server_->writes != writes) return "a second sync writes";
    if (etags_tell() && server_->fetches != fetches) return "a second sync asks for texts";
    return std::nullopt;
  }

  Town town_;
  const History& history_;
  Oracle& oracle_ = town_.oracle;
  tests::FakeServer* server_ = town_.server.get();
  const std::vector<std::unique_ptr<Machine>>& machines_ = town_.machines;
  std::optional<std::string> noisy_;
  std::set<int> unknown_;  ///< values in writes whose outcome was unknown for a time: the log may miss them
  std::set<std::string> unseen_;  ///< UIDs that a cut listing or a refused text kept from a machine
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
