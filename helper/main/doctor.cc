#include <cstdlib>
#include <filesystem>

#include "adapters/store/backups.h"
#include "helper/main/bridge_note.h"
#include "helper/main/serve.h"
#include "helper/main/service.h"
#include "helper/main/version.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;

/// One link of the chain after the other; remembers whether all are well.
class Examination {
 public:
  explicit Examination(Console& console) : console_(console) {}

  void good(const std::string& what) { note("ok", what, ""); }
  void bad(const std::string& what, const std::string& advice) {
    all_well_ = false;
    note("problem", what, advice);
  }

  [[nodiscard]] Language language() const { return console_.language(); }

  Exit end() {
    console_.answer({{"checks", checks_}});
    return all_well_ ? Exit::ok : Exit::failed;
  }

 private:
  void note(const std::string& state, const std::string& what, const std::string& advice) {
    console_.line((state == "ok" ? "ok       " : "problem  ") + what);
    if (!advice.empty()) console_.line("         → " + advice);
    checks_.push_back({{"state", state}, {"what", what}, {"advice", advice}});
  }

  Console& console_;
  bool all_well_ = true;
  Json checks_ = Json::array();
};

void look_at_accounts(Examination& examination, World& world) {
  const auto accounts = world.store.accounts();
  if (!accounts)
    return examination.bad(
        "The accounts cannot be read: " + in_words(accounts.error(), examination.language()), "");
  if (accounts->empty())
    return examination.bad("No account is set up.",
                           "Add one: goodturn account add URL --user USER --password-file FILE");
  for (const sync::Account& account : *accounts) {
    auto source = open_account(world, account, [] { return false; });
    const auto found = source ? (*source)->discover() : Result<sync::Discovered>(fail(source.error()));
    if (found)
      examination.good("Account \"" + account.name + "\" answers with " +
                       std::to_string(found->collections.size()) + " collections.");
    else
      examination.bad("Account \"" + account.name + "\": " + in_words(found.error(), examination.language()),
                      account.url);
  }
}

void look_at_database(Examination& examination, Home& home) {
  if (auto sound = home.store().check(); sound)
    examination.good("The database is sound.");
  else
    examination.bad(in_words(sound.error(), examination.language()), "");
  const auto copies = store::backups_of(database_file(home.folder()));
  examination.good(copies.empty()
                       ? "There is no copy of the database yet; the first is made once there are items."
                       : "Copies of the database: " + std::to_string(copies.size()) + ", the newest " +
                             copies.front().file.string());
}

void look_at_host(Examination& examination) {
  const char* home = std::getenv("HOME");
  const fs::path name = "native-messaging-hosts/goodturn_helper.json";
  std::error_code ignored;
  const bool there = (home && fs::exists(fs::path(home) / ".mozilla" / name, ignored)) ||
                     fs::exists(fs::path("/usr/lib/mozilla") / name, ignored);
  if (there)
    examination.good("Thunderbird can start the helper.");
  else
    examination.bad("Thunderbird does not know the helper yet.",
                    "Run `make install` and restart Thunderbird.");
}

void look_at_bridge(Examination& examination, const fs::path& home) {
  if (const auto note = read_bridge_note(home))
    examination.good("A helper is running on port " + std::to_string(note->port) + " (process " +
                     std::to_string(note->pid) + ").");
  else
    examination.good("No helper is running; Thunderbird or `goodturn open` starts one.");
}

}  // namespace

Exit doctor(Console& console, const Place& place) {
  console.line("Goodturn " GOODTURN_VERSION ", home " + place.home.string());
  Examination examination(console);
  auto home = Home::open(place.home, Access::read, place.now);
  if (home) {
    look_at_database(examination, **home);
    examination.good("Passwords are kept in: " + (*home)->secrets().place());
    look_at_accounts(examination, (*home)->world());
  } else {
    examination.bad(in_words(home.error(), examination.language()), "");
  }
  look_at_bridge(examination, place.home);
  look_at_host(examination);
  return examination.end();
}

}  // namespace goodturn::helper
