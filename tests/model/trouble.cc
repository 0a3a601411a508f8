#include "tests/model/trouble.h"

#include <algorithm>

namespace goodturn::model {

const Trouble::Rates& Trouble::rates_of(int trouble) {
  static constexpr Rates rates[] = {{0, 0, 0, 0, 0, 0}, {50, 20, 10, 30, 30, 30}, {200, 50, 20, 60, 60, 60}};
  return rates[trouble];
}

Trouble::Trouble(Town& town, Machine& machine, Chance& chance)
    : town_(town),
      machine_(machine),
      rate_(rates_of(town.history.trouble)),
      chance_(chance),
      items_(~Chance(chance).next()),
      crowd_(~Chance(items_).next()) {
  tests::Faults& faults = town_.server->faults;
  faults.before_call = [this](std::string_view name) { return before(name); };
  faults.after_call = [this](std::string_view) { return after(); };
  faults.before_item = [this](const Href& href) { return before_item(href); };
  // Many more steps than calls, and most of them only read.
  machine_.store().step = [this] {
    if (chance_.permille(rate_.killed / 5)) throw Killed();
  };
}

Trouble::~Trouble() {
  machine_.store().step = [] {};
  tests::Faults& faults = town_.server->faults;
  faults.before_call = nullptr;
  faults.after_call = nullptr;
  faults.before_item = nullptr;
  faults.look_empty = false;
  faults.hidden.clear();
}

bool Trouble::blanks_the_server() { return Chance(items_.next()).permille(rate_.glitch); }

std::optional<Error> Trouble::before(std::string_view call) {
  if (chance_.permille(rate_.killed)) throw Killed();
  change_something();
  if (town_.history.crowded) crowd_in(call);
  if (call == "changes") glitch();
  if (town_.blank && (call == "create" || call == "update" || call == "remove"))
    return told(Error{ErrorKind::server, "no disk", "", 500, {}});
  if (chance_.permille(rate_.lost)) return told(Error{ErrorKind::network, "lost request", "", 0, {}});
  if (chance_.permille(rate_.refused)) return told(Error{ErrorKind::server, "out of order", "", 500, {}});
  if (chance_.permille(rate_.refused))
    return told(Error{ErrorKind::too_many, "too many", "", 429, std::chrono::seconds(5)});
  return std::nullopt;
}

std::optional<Error> Trouble::after() {
  town_.server->faults.look_empty = false;
  if (chance_.permille(rate_.killed)) {
    town_.tell("killed after a call");
    throw Killed();
  }
  if (!chance_.permille(rate_.lost)) return std::nullopt;
  return told(chance_.below(4) == 0 ? Error{ErrorKind::server, "lost answer, said as 500", "", 500, {}}
                                    : Error{ErrorKind::network, "lost answer", "", 0, {}});
}

std::optional<Error> Trouble::before_item(const Href& href) {
  if (!items_.permille(rate_.refused)) return std::nullopt;
  town_.tell("refused: " + href.value);
  // What was created with a lost answer and moved stands there, unknown to its maker, who creates it again.
  if (const auto found = town_.server->resources.find(href.value); found != town_.server->resources.end())
    town_.unseen.insert(uid_in(found->second.text));
  else if (const auto moved = moved_.find(href.value); moved != moved_.end())
    town_.unseen.insert(moved->second);
  return Error{ErrorKind::server, "out of order", href.value, 503, {}};
}

std::optional<Error> Trouble::told(Error error) {
  town_.tell(error.what);
  return error;
}

void Trouble::change_something() {
  if (chance_.permille(rate_.user))
    chance_.below(5) == 0 ? town_.local_delete(machine_, chance_.below(8))
                          : town_.local_edit(machine_, chance_.below(8), chance_);
  if (chance_.permille(rate_.other))
    chance_.below(6) == 0 ? town_.remote_delete(chance_.below(8))
                          : town_.remote_edit(chance_.below(8), chance_);
}

void Trouble::crowd_in(std::string_view call) {
  if (crowd_.permille(rate_.user / 3)) town_.local_create(machine_);
  // What is done to a blank server goes with it.
  if (town_.blank) return;
  if (call == "changes" && crowd_.permille(4 * rate_.other)) town_.remember();
  if (crowd_.permille(rate_.other / 3)) town_.remote_create();
  if (crowd_.permille(rate_.other)) move_one();
  if (!crowd_.permille(2 * rate_.other)) return;
  crowd_.below(5) == 0 ? town_.stale_delete(crowd_.below(8)) : town_.stale_edit(crowd_.below(8), crowd_);
}

/// Where the listing had left it out already, or it moves on and on, or was created with a lost answer and
/// had another name by now, no client can know where it stands.
void Trouble::move_one() {
  const auto [uid, from] = town_.move(crowd_.below(8));
  if (uid.empty()) return;
  moved_[from] = uid;
  if (++moves_[uid] == 1 && !glitched_ && !waits_elsewhere(uid, from)) return;
  town_.unseen.insert(uid);
  town_.oracle.may_return(uid);
}

/// Whether the machine has an item of that UID under another name, which no server has as far as it knows.
bool Trouble::waits_elsewhere(const std::string& uid, const std::string& href) {
  const auto step = std::exchange(machine_.store().step, [] {});
  const auto unsent = machine_.store().unsent(machine_.id());
  machine_.store().step = step;
  return std::any_of(unsent->begin(), unsent->end(),
                     [&](const sync::Unsent& one) { return one.uid.value == uid && one.href.value != href; });
}

void Trouble::glitch() {
  tests::FakeServer& server = *town_.server;
  server.faults.look_empty = chance_.permille(rate_.glitch);
  server.faults.hidden.clear();
  if (chance_.permille(rate_.glitch))
    for (const auto& [href, resource] : server.resources)
      if (chance_.below(2) == 0) server.faults.hidden.insert(href);
  glitched_ = glitched_ || server.faults.look_empty || !server.faults.hidden.empty();
  for (const auto& [href, resource] : server.resources)
    if (server.faults.look_empty || server.faults.hidden.contains(href)) note_hidden(href, resource.text);
  if (server.faults.look_empty) town_.tell("the listing is empty");
  if (!server.faults.hidden.empty()) town_.tell("the listing is cut");
}

/// No client can know that a missing item stands under a name that it never saw and is not shown.
void Trouble::note_hidden(const std::string& href, const std::string& text) {
  const auto step = std::exchange(machine_.store().step, [] {});
  if (!machine_.store().base_mark(machine_.id(), Href(href))->has_value()) {
    town_.unseen.insert(uid_in(text));
    town_.oracle.may_return(uid_in(text));
  }
  machine_.store().step = step;
}

}  // namespace goodturn::model
