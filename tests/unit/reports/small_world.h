// A few people with a history, put together by hand, behind the real index.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/journals.h"
#include "helper/index/snapshot.h"
#include "helper/reports/figure.h"
#include "tests/unit/helper/test_world.h"

namespace goodturn::helper {

/// Today is Sunday, 22 November 2026. UIDs are lower-case words; "ada" has the address ada@example.org.
class SmallWorld {
 public:
  SmallWorld();

  static constexpr Day today{std::chrono::days(20779)};
  static Day ago(int days) { return today - std::chrono::days(days); }
  [[nodiscard]] Now now() { return test_.world().now(); }

  /// A card; the name is the UID with a capital letter.
  void person(const std::string& uid, const std::string& organisation = {},
              const std::vector<std::string>& tags = {});
  /// Any card.
  void card(people::Card card);
  /// One hour with these people, and so many others who are in no address book.
  void meeting(int days_ago, const std::vector<std::string>& uids, int others = 0);
  /// A noted touch.
  void touch(const std::string& uid, int days_ago, Channel channel = Channel::mail,
             Direction direction = Direction::out);
  void record(calendar::Record record);
  void gave(const std::string& uid, int days_ago, GiveKind kind = GiveKind::help, int size = 1,
            bool asked = false);
  void received(const std::string& uid, int days_ago, GiveKind kind = GiveKind::help, int size = 1);
  void ask(const std::string& uid, int days_ago, AskState state);
  /// A person with three mails in the last weeks: a tie that is alive.
  void living(const std::string& uid, const std::string& organisation = {},
              const std::vector<std::string>& tags = {});
  /// A reminder about the person that left the list without an answer.
  void shown(const std::string& uid, int days_ago);
  /// The user's word on a pair.
  void pair(const std::string& a, const std::string& b, PairEvidence evidence = PairEvidence::user_said);
  /// A noted role, in days ago; still held without `until`.
  void term(const std::string& uid, const std::string& role, int since, std::optional<int> until = {});
  /// Any other journal item.
  template <class Item>
  void journal(const Item& item) {
    const std::string text = calendar::journal_text(item, nullptr, now().instant);
    relations::Derived derived;
    derived.journal = {calendar::journal_kind(text::Document::parse(text)).value(), text};
    add(derived);
  }
  void profile(calendar::Profile profile, const std::string& uid);
  void own(const calendar::OwnProfile& own) { journal(own); }

  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot();

 private:
  void add(relations::Derived derived);
  calendar::Record made(RecordKind kind, const std::string& uid, int days_ago);

  TestWorld test_;
  sync::CollectionId collection_ = 0;
  std::vector<relations::Derived> rows_;  ///< in the order of the calls; the first written_ are in the index
  std::size_t written_ = 0;
  int count_ = 0;
};

[[nodiscard]] std::vector<std::string> names_of(const std::vector<Who>& people);

}  // namespace goodturn::helper
