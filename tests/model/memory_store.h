// Store and Index in memory: the promises of core/ports.h without a disk, fast enough for millions of syncs.
#pragma once

#include <map>

#include "core/ports.h"

namespace goodturn::model {

/// A transaction that fails, or is left by something thrown, leaves the state before it. The index is kept
/// for nobody: it is derived and takes no part in what the model checks.
class MemoryStore : public Store, public Index {
 public:
  using Key = std::pair<sync::CollectionId, Href>;

  Result<void> transact(const std::function<Result<void>()>& work) override;
  Result<sync::AccountId> add_account(const sync::Account& account) override;
  Result<void> update_account(const sync::Account& account) override;
  Result<void> remove_account(sync::AccountId account) override;
  Result<std::vector<sync::Account>> accounts() override;
  Result<sync::CollectionId> put_collection(const sync::Collection& collection) override;
  Result<std::vector<sync::Collection>> collections() override;
  Result<void> remove_collection(sync::CollectionId collection) override;

  Result<std::optional<sync::Item>> item(sync::CollectionId collection, const Href& href) override;
  Result<std::vector<sync::Item>> items_with_uid(const Uid& uid) override;
  Result<void> each_item(sync::CollectionId collection,
                         const std::function<Result<void>(const sync::Item&)>& visit) override;
  Result<void> put_item(const sync::Item& item) override;
  Result<void> remove_item(sync::CollectionId collection, const Href& href) override;

  Result<std::vector<sync::BaseMark>> base_marks(sync::CollectionId collection) override;
  Result<std::optional<sync::Base>> base(sync::CollectionId collection, const Href& href) override;
  Result<void> put_base(const sync::Base& base) override;
  Result<void> remove_base(sync::CollectionId collection, const Href& href) override;
  Result<void> put_agreed(const sync::Item& item, const sync::Base& base) override;
  Result<void> move_item(sync::CollectionId collection, const Href& from, const Href& to) override;
  Result<std::optional<sync::BaseMark>> base_mark(sync::CollectionId collection, const Href& href) override;
  Result<std::vector<sync::BaseMark>> changed_marks(sync::CollectionId collection) override;
  Result<std::vector<sync::Unsent>> unsent(sync::CollectionId collection) override;
  Result<std::size_t> count_bases(sync::CollectionId collection) override;

  Result<std::vector<sync::LeftOut>> left_out(sync::CollectionId collection) override;
  Result<void> put_left_out(sync::CollectionId collection, const sync::LeftOut& name) override;
  Result<void> remove_left_out(sync::CollectionId collection, const Href& href) override;

  Result<std::int64_t> put_intent(const sync::Intent& intent) override;
  Result<void> remove_intent(std::int64_t id) override;
  Result<std::vector<sync::Intent>> intents() override;
  Result<void> add_conflict(const sync::ConflictRow& conflict) override;
  Result<std::vector<sync::ConflictRow>> conflicts() override;
  Result<void> remove_conflict(std::int64_t id) override;
  Result<void> add_trash(const sync::Trashed& trashed) override;
  Result<std::vector<sync::Trashed>> trash() override;
  Result<void> remove_trash(std::int64_t id) override;
  Result<void> purge_trash(Instant until) override;
  Result<void> add_write(const sync::LoggedWrite& write) override;
  Result<std::vector<sync::LoggedWrite>> writes(std::size_t most) override;
  Result<std::optional<sync::LoggedWrite>> logged_write(std::int64_t id) override;
  Result<std::optional<sync::LoggedWrite>> last_write(sync::CollectionId collection,
                                                      const Href& href) override;
  Result<void> mark_undone(std::int64_t id) override;
  Result<void> purge_writes(Instant until) override;
  Result<std::optional<std::string>> setting(std::string_view key) override;
  Result<void> set_setting(std::string_view key, std::string_view value) override;

  Result<void> add(sync::CollectionId, const Href&, const relations::Derived&) override { return {}; }
  Result<void> replace(sync::CollectionId, const Href&, const relations::Derived&) override { return {}; }
  Result<void> erase(sync::CollectionId, const Href&) override { return {}; }
  Result<void> clear() override { return {}; }
  Result<void> each_person(const std::function<void(const Origin&, people::Card)>&) override { return {}; }
  Result<void> each_meeting(const std::function<void(const Origin&, relations::Meeting)>&) override {
    return {};
  }
  Result<void> each_record(const std::function<void(const Origin&, calendar::Record)>&) override {
    return {};
  }
  Result<void> each_journal(const std::function<void(const Origin&, relations::JournalRow)>&) override {
    return {};
  }
  Result<void> each_follow_up(const std::function<void(const Origin&, calendar::FollowUp)>&) override {
    return {};
  }

 private:
  struct State {
    std::vector<sync::Account> accounts;
    std::vector<sync::Collection> collections;
    std::map<Key, sync::Item> items;
    std::map<Key, sync::Base> bases;
    std::map<Key, sync::LeftOut> left_out;
    std::vector<sync::Intent> intents;
    std::vector<sync::ConflictRow> conflicts;
    std::vector<sync::Trashed> trash;
    std::vector<sync::LoggedWrite> writes;
    std::map<std::string, std::string, std::less<>> settings;
    std::int64_t last_id = 0;
  };
  [[nodiscard]] sync::BaseMark mark_of(const sync::Base& base) const;

  State state_;
  bool in_transaction_ = false;
};

}  // namespace goodturn::model
