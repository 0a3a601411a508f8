// A store in front of another one, with a step before and after each call: where a test stops the program.
#pragma once

#include <type_traits>

#include "core/ports.h"

namespace goodturn::model {

/// Passes every call on. step() may throw: the call then did not happen (before) or its end was not seen
/// (after); inside transact() the inner store rolls back. refuse() is asked before each call and before each
/// commit: an Error is the answer, and nothing happened.
class SteppedStore : public Store {
 public:
  explicit SteppedStore(Store& inner) : inner_(inner) {}
  std::function<void()> step = [] {};
  std::function<std::optional<Error>()> refuse;

  Result<void> transact(const std::function<Result<void>()>& work) override {
    return around([&] {
      return inner_.transact([&]() -> Result<void> {
        auto done = work();
        if (!done || !refuse) return done;
        const auto error = refuse();
        return error ? fail(*error) : done;
      });
    });
  }
  Result<sync::AccountId> add_account(const sync::Account& account) override {
    return around([&] { return inner_.add_account(account); });
  }
  Result<void> update_account(const sync::Account& account) override {
    return around([&] { return inner_.update_account(account); });
  }
  Result<void> remove_account(sync::AccountId account) override {
    return around([&] { return inner_.remove_account(account); });
  }
  Result<std::vector<sync::Account>> accounts() override {
    return around([&] { return inner_.accounts(); });
  }
  Result<sync::CollectionId> put_collection(const sync::Collection& collection) override {
    return around([&] { return inner_.put_collection(collection); });
  }
  Result<std::vector<sync::Collection>> collections() override {
    return around([&] { return inner_.collections(); });
  }
  Result<void> remove_collection(sync::CollectionId collection) override {
    return around([&] { return inner_.remove_collection(collection); });
  }
  Result<std::optional<sync::Item>> item(sync::CollectionId collection, const Href& href) override {
    return around([&] { return inner_.item(collection, href); });
  }
  Result<std::vector<sync::Item>> items_with_uid(const Uid& uid) override {
    return around([&] { return inner_.items_with_uid(uid); });
  }
  Result<void> each_item(sync::CollectionId collection,
                         const std::function<Result<void>(const sync::Item&)>& visit) override {
    return around([&] { return inner_.each_item(collection, visit); });
  }
  Result<void> put_item(const sync::Item& item) override {
    return around([&] { return inner_.put_item(item); });
  }
  Result<void> remove_item(sync::CollectionId collection, const Href& href) override {
    return around([&] { return inner_.remove_item(collection, href); });
  }
  Result<std::vector<sync::BaseMark>> base_marks(sync::CollectionId collection) override {
    return around([&] { return inner_.base_marks(collection); });
  }
  Result<std::optional<sync::Base>> base(sync::CollectionId collection, const Href& href) override {
    return around([&] { return inner_.base(collection, href); });
  }
  Result<void> put_base(const sync::Base& base) override {
    return around([&] { return inner_.put_base(base); });
  }
  Result<void> remove_base(sync::CollectionId collection, const Href& href) override {
    return around([&] { return inner_.remove_base(collection, href); });
  }
  Result<void> put_agreed(const sync::Item& item, const sync::Base& base) override {
    return around([&] { return inner_.put_agreed(item, base); });
  }
  Result<void> move_item(sync::CollectionId collection, const Href& from, const Href& to) override {
    return around([&] { return inner_.move_item(collection, from, to); });
  }
  Result<std::optional<sync::BaseMark>> base_mark(sync::CollectionId collection, const Href& href) override {
    return around([&] { return inner_.base_mark(collection, href); });
  }
  Result<std::vector<sync::BaseMark>> changed_marks(sync::CollectionId collection) override {
    return around([&] { return inner_.changed_marks(collection); });
  }
  Result<std::vector<sync::Unsent>> unsent(sync::CollectionId collection) override {
    return around([&] { return inner_.unsent(collection); });
  }
  Result<std::size_t> count_bases(sync::CollectionId collection) override {
    return around([&] { return inner_.count_bases(collection); });
  }
  Result<std::vector<sync::LeftOut>> left_out(sync::CollectionId collection) override {
    return around([&] { return inner_.left_out(collection); });
  }
  Result<void> put_left_out(sync::CollectionId collection, const sync::LeftOut& name) override {
    return around([&] { return inner_.put_left_out(collection, name); });
  }
  Result<void> remove_left_out(sync::CollectionId collection, const Href& href) override {
    return around([&] { return inner_.remove_left_out(collection, href); });
  }
  Result<std::int64_t> put_intent(const sync::Intent& intent) override {
    return around([&] { return inner_.put_intent(intent); });
  }
  Result<void> remove_intent(std::int64_t id) override {
    return around([&] { return inner_.remove_intent(id); });
  }
  Result<std::vector<sync::Intent>> intents() override {
    return around([&] { return inner_.intents(); });
  }
  Result<void> add_conflict(const sync::ConflictRow& conflict) override {
    return around([&] { return inner_.add_conflict(conflict); });
  }
  Result<std::vector<sync::ConflictRow>> conflicts() override {
    return around([&] { return inner_.conflicts(); });
  }
  Result<void> remove_conflict(std::int64_t id) override {
    return around([&] { return inner_.remove_conflict(id); });
  }
  Result<void> add_trash(const sync::Trashed& trashed) override {
    return around([&] { return inner_.add_trash(trashed); });
  }
  Result<std::vector<sync::Trashed>> trash() override {
    return around([&] { return inner_.trash(); });
  }
  Result<void> remove_trash(std::int64_t id) override {
    return around([&] { return inner_.remove_trash(id); });
  }
  Result<void> purge_trash(Instant until) override {
    return around([&] { return inner_.purge_trash(until); });
  }
  Result<void> add_write(const sync::LoggedWrite& write) override {
    return around([&] { return inner_.add_write(write); });
  }
  Result<std::vector<sync::LoggedWrite>> writes(std::size_t most) override {
    return around([&] { return inner_.writes(most); });
  }
  Result<std::optional<sync::LoggedWrite>> logged_write(std::int64_t id) override {
    return around([&] { return inner_.logged_write(id); });
  }
  Result<std::optional<sync::LoggedWrite>> last_write(sync::CollectionId collection,
                                                      const Href& href) override {
    return around([&] { return inner_.last_write(collection, href); });
  }
  Result<void> mark_undone(std::int64_t id) override {
    return around([&] { return inner_.mark_undone(id); });
  }
  Result<void> purge_writes(Instant until) override {
    return around([&] { return inner_.purge_writes(until); });
  }
  Result<std::optional<std::string>> setting(std::string_view key) override {
    return around([&] { return inner_.setting(key); });
  }
  Result<void> set_setting(std::string_view key, std::string_view value) override {
    return around([&] { return inner_.set_setting(key, value); });
  }

 private:
  template <class Call>
  std::invoke_result_t<Call> around(Call call) {
    step();
    if (refuse)
      if (const auto error = refuse()) return fail(*error);
    auto result = call();
    step();
    return result;
  }

  Store& inner_;
};

}  // namespace goodturn::model
