// One computer of a user: a store of its own, an account on a real server, and the use cases over both.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "tests/support/no_phones.h"
#include "tests/support/test_folder.h"
#include "tests/unit/helper/test_world.h"

namespace goodturn::tests {

class Machine {
 public:
  /// `number`: tells the UIDs and times of several machines apart. The collection named `book` is used.
  Machine(const std::string& url, const std::string& book, int number);

  /// The items here, by UID.
  [[nodiscard]] std::map<std::string, std::string> cards();
  /// The same by href, whatever their UIDs.
  [[nodiscard]] std::map<std::string, std::string> texts();
  /// Gives an item another text.
  void replace(const std::string& href, const std::string& text);
  void put(const std::string& uid, const std::string& text);
  /// Replaces `old_text` by `new_text` in an item.
  void edit(const std::string& uid, const std::string& old_text, const std::string& new_text);
  void remove(const std::string& uid);
  /// The local values that lost a clash and are kept, in the order they came.
  [[nodiscard]] std::vector<std::string> kept_values();
  /// One sync without errors. True where anything came, went or was sent.
  bool sync();
  /// One sync, whatever it meets: the report about the collection. Fails the test where the account had to be
  /// left.
  sync::CollectionReport attempt();
  /// A new item under the name that its UID leads to; gives that. `text` may lack the UID.
  Href add(const std::string& uid, const std::string& text);
  [[nodiscard]] std::string book_url();

 private:
  [[nodiscard]] sync::Collection book();
  [[nodiscard]] sync::Item item(const std::string& uid);

  TestFolder folder_;
  std::string book_name_;
  std::unique_ptr<store::SqliteStore> store_;
  ical::IcalRecurrence recurrence_{"Europe/Berlin"};
  helper::MemorySecrets secrets_;
  helper::TurnedClock clock_;
  helper::CountingRandom random_;
  NoPhones phones_;
  helper::Writer writer_;
  std::atomic<std::uint64_t> generation_ = 0;
  std::optional<helper::World> world_;
};

}  // namespace goodturn::tests
