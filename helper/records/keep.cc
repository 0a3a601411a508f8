#include "helper/records/keep.h"

#include <array>
#include <map>

#include "helper/accounts/accounts.h"
#include "helper/index/rebuild.h"
#include "helper/records/move.h"

namespace goodturn::helper {
namespace {

/// Journal or follow-ups: what differs between the two.
struct Part {
  std::string_view key;
  std::string_view server_name;
  sync::Components holds;
  const sync::Collection& (Items::*now)() const;
  const sync::Collection& (Items::*local)() const;
};

constexpr sync::Components journals{false, false, false, true};
constexpr sync::Components tasks{false, false, true, false};
constexpr std::array<Part, 2> parts = {{
    {journal_key, server_journal_name, journals, &Items::journal, &Items::local_journal},
    {follow_ups_key, server_follow_ups_name, tasks, &Items::follow_ups, &Items::local_follow_ups},
}};

/// The user said "only here", so records found on a server are not taken into use unasked.
constexpr std::string_view only_here = "here";

bool fits(const sync::Collection& collection, const Part& part) {
  const bool holds = part.holds.journals ? collection.holds.journals : collection.holds.tasks;
  return holds && !collection.read_only;
}

Result<RecordsPart> part_in(World& world, const sync::Collection& collection) {
  if (collection.account == sync::local_account) return RecordsPart{collection, ""};
  const auto account = find_account(world, collection.account);
  if (!account) return fail(account.error());
  return RecordsPart{collection, account->name};
}

/// The collection the user named, or one of ours from an earlier time; nullopt: none yet.
Result<std::optional<sync::Collection>> existing(World& world, const Part& part, sync::AccountId account,
                                                 std::optional<sync::CollectionId> wanted) {
  const auto collections = world.store.collections();
  if (!collections) return fail(collections.error());
  for (const sync::Collection& one : *collections) {
    if (one.account != account) continue;
    if (wanted ? one.id != *wanted : one.name != part.server_name) continue;
    if (fits(one, part)) return one;
    if (wanted)
      return fail(ErrorKind::invalid,
                  Said("\"{name}\" cannot take them: it is read-only or holds other kinds of items.",
                       {{"name", one.name}}));
  }
  if (wanted)
    return fail(ErrorKind::not_found,
                "This account has no such collection. List them with `collection list`.");
  return std::nullopt;
}

/// Takes a collection into use for one part, in the caller's transaction.
Result<sync::Collection> take_into_use(World& world, const Part& part, sync::Collection collection) {
  collection.enabled = true;
  collection.write_back = true;
  // The same whether it was made here or found, after a kill or by another computer.
  if (!collection.holds.events) collection.counts_as_meetings = false;
  const auto id = world.store.put_collection(collection);
  if (!id) return fail(id.error());
  collection.id = *id;
  if (auto set = world.store.set_setting(part.key, std::to_string(*id)); !set) return fail(set.error());
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  if (const auto again = reindex_collection(world, *items, *id); !again) return fail(again.error());
  if (auto moved = move_records(world, *items, ((*items).*part.local)(), collection, Leave::nothing); !moved)
    return fail(moved.error());
  ++world.generation;  // another row may count now
  return collection;
}

/// Leaves the collection of an account; what it holds is brought here first.
Result<void> leave(World& world, const Part& part) {
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  sync::Collection carried = ((*items).*part.now)();
  const sync::Collection& local = ((*items).*part.local)();
  if (carried.id == local.id) return {};
  if (auto copied = move_records(world, *items, carried, local, Leave::copies); !copied) return copied;
  carried.enabled = false;
  carried.write_back = false;
  if (const auto put = world.store.put_collection(carried); !put) return fail(put.error());
  auto renewed = Items::open(world);
  if (!renewed) return fail(renewed.error());
  const auto again = reindex_collection(world, *renewed, carried.id);
  return again ? Result<void>{} : fail(again.error());
}

/// Keeps one part on the account; a refusal of the server is an error here and a note of the whole.
class Keeper {
  template <class Work>
  auto locked(Work work) {
    const auto lock = world_.lock();
    return work();
  }

 public:
  Keeper(World& world, const sync::Account& account, Source& source)
      : world_(world), account_(account), source_(source) {}

  Result<void> keep(const Part& part, std::optional<sync::CollectionId> wanted) {
    auto found = locked([&] { return existing(world_, part, account_.id, wanted); });
    if (!found) return fail(found.error());
    if (!*found) {
      auto made = create(part);
      if (!made) return fail(made.error());
      *found = std::move(*made);
    }
    return locked([&] {
      return world_.store.transact([&]() -> Result<void> {
        if (auto left = leave_other(part, **found); !left) return left;
        const auto used = take_into_use(world_, part, **found);
        return used ? Result<void>{} : fail(used.error());
      });
    });
  }

 private:
  Result<sync::Collection> create(const Part& part) {
    auto made = source_.create_collection(part.server_name, part.holds);
    if (!made) return made;
    made->account = account_.id;
    made->counts_as_meetings = false;
    return made;
  }

  /// From one account to another: the records come here first and go there then.
  Result<void> leave_other(const Part& part, const sync::Collection& chosen) {
    const auto items = Items::open(world_);
    if (!items) return fail(items.error());
    return ((*items).*part.now)().id == chosen.id ? Result<void>{} : leave(world_, part);
  }

  World& world_;
  const sync::Account& account_;
  Source& source_;
};

/// How many records of ours each collection holds.
using Counts = std::map<sync::CollectionId, std::size_t>;

Result<Counts> count_records(World& world, const Part& part) {
  Counts counts;
  const auto ours = [](const Uid& uid) { return uid.value.starts_with("goodturn-"); };
  auto read = part.holds.journals
                  ? world.index.each_record([&](const Index::Origin& origin, const calendar::Record& record) {
                      if (ours(record.uid)) ++counts[origin.collection];
                    })
                  : world.index.each_follow_up([&](const Index::Origin& origin, const calendar::FollowUp&) {
                      ++counts[origin.collection];
                    });
  if (!read) return fail(read.error());
  return counts;
}

/// The collection of an account with the most records, or made for them, when this computer has chosen no
/// place yet.
Result<std::optional<sync::Collection>> found_on_account(World& world, const Part& part, LookAt look_at) {
  const auto chosen = world.store.setting(part.key);
  if (!chosen) return fail(chosen.error());
  if (*chosen) return std::nullopt;
  const auto counts = look_at == LookAt::names ? Result<Counts>(Counts{}) : count_records(world, part);
  if (!counts) return fail(counts.error());
  const auto collections = world.store.collections();
  if (!collections) return fail(collections.error());
  std::optional<sync::Collection> best;
  std::size_t most = 0;
  for (const sync::Collection& one : *collections) {
    if (one.account == sync::local_account || !one.enabled || !fits(one, part)) continue;
    const auto found = counts->find(one.id);
    std::size_t weight = found == counts->end() ? 0 : found->second;
    if (one.name == part.server_name) ++weight;  // made for this, and still empty
    if (weight <= most) continue;
    most = weight;
    best = one;
  }
  return best;
}

}  // namespace

Result<RecordsPlace> records_place(World& world) {
  const auto lock = world.lock();
  const auto items = Items::open(world);
  if (!items) return fail(items.error());
  auto journal = part_in(world, items->journal());
  if (!journal) return fail(journal.error());
  auto follow_ups = part_in(world, items->follow_ups());
  if (!follow_ups) return fail(follow_ups.error());
  return RecordsPlace{std::move(*journal), std::move(*follow_ups), {}};
}

Result<RecordsPlace> keep_on_account(World& world, const KeepRequest& request, const Cancelled& cancelled) {
  const auto account = find_account(world, request.account);
  if (!account) return fail(account.error());
  if (account->kind == sync::AccountKind::feed)
    return fail(ErrorKind::forbidden, "A feed can only be read. Choose a server or a folder.");
  auto source = open_account(world, *account, cancelled);
  if (!source) return fail(source.error());
  // Another computer may have made the collections since this one looked last.
  if (const auto looked = refresh_account(world, *account, **source); !looked) return fail(looked.error());
  Keeper keeper(world, *account, **source);
  const std::array<std::optional<sync::CollectionId>, 2> wanted = {request.journal, request.follow_ups};
  std::vector<Said> notes;
  std::optional<Error> first;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto kept = keeper.keep(parts[i], wanted[i]);
    if (kept) continue;
    if (kept.error().kind != ErrorKind::forbidden) return fail(kept.error());
    notes.push_back(in_a_row({said_of(kept.error()), Said("account.stay_here")}));
    if (!first) first = kept.error();
  }
  if (notes.size() == parts.size()) return fail(*first);
  auto place = records_place(world);
  if (place) place->notes = std::move(notes);
  return place;
}

Result<RecordsPlace> keep_here(World& world) {
  const auto lock = world.lock();
  auto done = world.store.transact([&]() -> Result<void> {
    for (const Part& part : parts) {
      if (auto left = leave(world, part); !left) return left;
      if (auto set = world.store.set_setting(part.key, only_here); !set) return set;
    }
    return {};
  });
  if (!done) return fail(done.error());
  ++world.generation;
  return records_place(world);
}

Result<std::vector<sync::Collection>> adopt_records(World& world, LookAt look_at) {
  const auto lock = world.lock();
  std::vector<sync::Collection> adopted;
  auto done = world.store.transact([&]() -> Result<void> {
    for (const Part& part : parts) {
      auto found = found_on_account(world, part, look_at);
      if (!found) return fail(found.error());
      if (!*found) continue;
      auto used = take_into_use(world, part, **found);
      if (!used) return fail(used.error());
      adopted.push_back(std::move(*used));
    }
    return {};
  });
  if (!done) return fail(done.error());
  return adopted;
}

Result<void> bring_home(World& world, sync::AccountId account) {
  for (const Part& part : parts) {
    const auto items = Items::open(world);
    if (!items) return fail(items.error());
    if (((*items).*part.now)().account != account) continue;
    if (auto left = leave(world, part); !left) return left;
    if (auto set = world.store.set_setting(part.key, only_here); !set) return set;
  }
  return {};
}

}  // namespace goodturn::helper
