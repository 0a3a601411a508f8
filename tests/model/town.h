// The town of a history: a server, the user's machines, other programs, and what they do to each other.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/model/cards.h"
#include "tests/model/memory_store.h"
#include "tests/model/model.h"
#include "tests/model/oracle.h"

namespace goodturn::model {

/// Everything that a history acts on. The acts tell the oracle who wrote, saw and replaced what.
class Town {
 public:
  Town(const History& history, const Setting& setting, std::string* trace);
  Town(const Town&) = delete;
  Town& operator=(const Town&) = delete;

  /// Adds a line to the trace, if there is one.
  void tell(const std::string& what);

  // `number` chooses among the items of that moment; nothing happens when there is none.
  void local_edit(Machine& machine, std::size_t number, Chance& chance);
  void local_delete(Machine& machine, std::size_t number);
  void local_create(Machine& machine);
  void remote_edit(std::size_t number, Chance& chance);
  void remote_delete(std::size_t number);
  void remote_create();
  void remember();
  void stale_edit(std::size_t number, Chance& chance);
  void stale_delete(std::size_t number);
  /// Gives what was moved: its UID and the name it had; both empty: nothing.
  std::pair<std::string, std::string> move(std::size_t number);
  void lose_tokens();

  const History& history;
  ModelClock clock;
  Oracle oracle;
  std::shared_ptr<tests::FakeServer> server;
  std::vector<std::unique_ptr<Machine>> machines;
  std::set<std::pair<Machine*, std::string>> notes;  ///< who noted something about whom
  bool in_sync = false;                              ///< a machine is at it while the act happens
  bool blank = false;                                ///< the server has lost its disk for now
  std::set<std::string> deleted_meanwhile;           ///< UIDs that the user deleted during the last sync
  std::set<std::string> unseen;  ///< UIDs that a cut listing or a refused text kept from a machine

 private:
  void add_machine(const Setting& setting, int number);
  void set_up_server();
  std::unique_ptr<RemoteCollection> open_client();
  FreshValue fresh(bool local);
  std::string new_item(const std::string& uid, bool local);
  void note_edit(const std::string& before, const std::string& after);
  std::string kept_of(const std::string& sent);

  std::string* trace_;
  Setting::Wrap client_;
  std::vector<std::unique_ptr<MemoryStore>> stores_;
  std::map<std::string, std::string> remembered_;  ///< what a program without conditions has read
  int last_uid_ = 0;
  int moves_ = 0;
};

}  // namespace goodturn::model
