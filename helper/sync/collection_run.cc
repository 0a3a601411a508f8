#include "helper/sync/collection_run.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "core/sync/merge.h"
#include "core/sync/plan.h"
#include "helper/items/items.h"
#include "helper/sync/base_of.h"
#include "helper/sync/push.h"

namespace goodturn::helper {
namespace {

/// Items per transaction: a commit costs 5 ms whatever it holds, and 2,000 items take 0.1 s, for which the
/// pages can wait.
constexpr std::size_t most_at_once = 2000;
/// Items that come one by one from a slow server are stored after so many.
constexpr std::size_t fetched_at_once = 500;

bool is_item(const text::Document& document) { return document.find("VCARD") || document.find("VCALENDAR"); }

/// A text of the server with what is read from it, each once.
struct Taken {
  const sync::RemoteItem& remote;
  const text::Document document = text::Document::parse(remote.text);
};

class CollectionRun {
 public:
  CollectionRun(World& world, RemoteCollection& remote, const sync::Collection& collection,
                const SyncOptions& options, sync::CollectionReport& report)
      : world_(world), remote_(remote), collection_(collection), options_(options), report_(report) {}

  Result<void> run(std::vector<std::string>& plan_lines) {
    if (options_.dry_run == DryRun::no)
      if (auto settled = settle_intents(world_, remote_, collection_.id); !settled) return settled;
    tell(Progress::Phase::listing, 0, 0);
    auto listed = list();
    if (!listed) return listed;
    if (auto planned = plan(); !planned) return planned;
    report_.unchanged = static_cast<int>(plan_.unchanged);
    report_.warnings = plan_.warnings;
    if (options_.dry_run == DryRun::yes) {
      std::istringstream lines(sync::print(plan_));
      for (std::string line; std::getline(lines, line);) plan_lines.push_back(line);
      return {};
    }
    if (auto fetched = take_texts(); !fetched) return fetched;
    if (auto removed = remove_gone(); !removed) return removed;
    if (auto stored = store_token(); !stored) return stored;
    return send_changes();
  }

 private:
  void tell(Progress::Phase phase, std::size_t done, std::size_t total) const {
    options_.on_progress({phase, "", collection_.name, done, total});
  }

  Result<void> list() {
    auto listing = remote_.changes(collection_.token, [this](sync::RemoteItem item) -> Result<void> {
      Href href = item.href;
      inline_.insert_or_assign(std::move(href), std::move(item));
      return {};
    });
    if (!listing) return fail(listing.error());
    listing_ = std::move(*listing);
    report_.item_errors = listing_.refused;
    return {};
  }

  Result<void> plan() {
    const auto lock = world_.lock();
    auto marks = world_.store.base_marks(collection_.id);
    if (!marks) return fail(marks.error());
    marks_ = std::move(*marks);
    for (const sync::BaseMark& mark : marks_) by_href_.emplace(mark.href, &mark);
    sync::Guards guards;
    guards.confirmed = options_.deletions_confirmed;
    guards.may_write = collection_.write_back && !collection_.read_only;
    std::vector<sync::Unsent> unsent;
    if (guards.may_write) {
      auto visited = world_.store.each_item(collection_.id, [&](const sync::Item& item) -> Result<void> {
        if (!by_href_.contains(item.href)) unsent.push_back({item.href, item.uid});
        return {};
      });
      if (!visited) return visited;
    }
    plan_ = sync::make_plan(marks_, unsent, listing_, guards);
    return {};
  }

  Result<void> take_texts() {
    std::vector<Href> missing;
    std::size_t total = 0;
    for (const sync::Step& step : plan_.steps) {
      if (step.verb != sync::Verb::fetch) continue;
      ++total;
      locals_.emplace(step.href, step.local);
      if (const auto found = inline_.find(step.href); found != inline_.end())
        ready_.push_back(std::move(found->second));
      else
        missing.push_back(step.href);
    }
    inline_.clear();
    total_ = total;
    if (auto stored = store_ready(); !stored) return stored;
    const auto errors = remote_.fetch(missing, [this](sync::RemoteItem item) -> Result<void> {
      ready_.push_back(std::move(item));
      return ready_.size() < fetched_at_once ? Result<void>{} : store_ready();
    });
    if (!errors) return fail(errors.error());
    if (auto stored = store_ready(); !stored) return stored;
    take_errors(*errors);
    return {};
  }

  /// Gone between listing and fetching is no failure: the next listing says so.
  void take_errors(const std::vector<sync::ItemError>& errors) {
    for (const sync::ItemError& one : errors)
      if (one.error.kind != ErrorKind::not_found) {
        report_.item_errors.push_back(one);
        left_out_ = true;
      }
  }

  /// Stores the ready items in batches.
  Result<void> store_ready() {
    while (!ready_.empty()) {
      if (options_.cancelled()) return fail(ErrorKind::cancelled, "Cancelled. What was stored stays.");
      const std::size_t count = std::min(most_at_once, ready_.size());
      const auto lock = world_.lock();
      auto items = Items::open(world_);
      if (!items) return fail(items.error());
      auto stored = world_.store.transact([&]() -> Result<void> {
        for (std::size_t i = 0; i < count; ++i)
          if (auto taken = take(*items, ready_[i]); !taken) return taken;
        return {};
      });
      if (!stored) return stored;
      ready_.erase(ready_.begin(), ready_.begin() + static_cast<std::ptrdiff_t>(count));
      done_ += count;
      tell(Progress::Phase::fetching, done_, total_);
    }
    return {};
  }

  Result<void> take(Items& items, const sync::RemoteItem& remote) {
    const auto found = by_href_.find(remote.href);
    const sync::BaseMark* mark = found == by_href_.end() ? nullptr : found->second;
    const auto expected = locals_.find(remote.href);
    sync::Change local = expected == locals_.end() ? sync::Change::absent : expected->second;
    const Taken taken{remote};
    const sync::Base base = base_of(collection_.id, remote, taken.document);
    const auto change = sync::remote_change(mark ? std::optional(mark->hash) : std::nullopt, base.hash);
    const auto present = world_.store.item(collection_.id, remote.href);
    if (!present) return fail(present.error());
    // The user may have edited since the plan was made: what is stored now counts.
    if (*present && mark && local == sync::Change::same)
      if (const auto old = world_.store.base(collection_.id, remote.href);
          old && *old && (*old)->text != (*present)->text)
        local = sync::Change::edited;
    const bool equal = *present && same_meaning((*present)->text, remote.text);
    return apply(items, sync::settle(local, change, equal), taken, base, *present, mark != nullptr);
  }

  Result<void> apply(Items& items, sync::Verb verb, const Taken& taken, const sync::Base& base,
                     const std::optional<sync::Item>& present, bool known) {
    const sync::RemoteItem& remote = taken.remote;
    if (!is_item(taken.document))
      report_.item_errors.push_back(
          {remote.href,
           {ErrorKind::parse,
            "This is neither a card nor a calendar item. It is kept as it is and left alone.",
            "",
            0,
            {}}});
    switch (verb) {
      case sync::Verb::merge:
        return merge(items, remote, base, *present);
      case sync::Verb::push:
      case sync::Verb::delete_remote:
        return world_.store.put_base(base);  // the etag moved; sent later
      default:
        break;
    }
    // Only the etag moved: the local text stays as it is, so that nothing counts as changed.
    const bool only_etag = verb == sync::Verb::adopt && known && present;
    ++(only_etag ? report_.unchanged : known ? report_.changed : report_.added);
    // The item goes first: then the store need not keep its text a second time for the base.
    const sync::Item item = item_of(collection_.id, remote, taken.document);
    if (auto put = items.put(item, taken.document); !put) return put;
    return world_.store.put_base(base);
  }

  Result<void> merge(Items& items, const sync::RemoteItem& remote, const sync::Base& base,
                     const sync::Item& local) {
    const auto old = world_.store.base(collection_.id, remote.href);
    if (!old) return fail(old.error());
    const sync::Merged merged = sync::merge(*old ? (*old)->text : "", local.text, remote.text);
    for (sync::ConflictRow conflict : merged.conflicts) {
      conflict.collection = collection_.id;
      conflict.href = remote.href;
      conflict.at = world_.clock.now();
      if (auto kept = world_.store.add_conflict(conflict); !kept) return kept;
    }
    if (auto stored = world_.store.put_base(base); !stored) return stored;
    ++report_.changed;
    merged_.push_back(remote.href);
    sync::Item item = item_of(collection_.id, remote);
    item.text = merged.text;
    return items.put(item);
  }

  /// What a complete listing no longer names is asked for once more before it goes: a listing that was
  /// filtered or cut must not delete (security.md 3.3, rule 8).
  Result<void> confirm_gone() {
    if (!listing_.complete) return {};
    std::vector<Href> doubtful;
    for (const sync::Step& step : plan_.steps)
      if (step.verb == sync::Verb::delete_local) {
        doubtful.push_back(step.href);
        locals_.emplace(step.href, step.local);
      }
    const auto errors = remote_.fetch(doubtful, [this](sync::RemoteItem item) -> Result<void> {
      alive_.insert(item.href);
      ready_.push_back(std::move(item));
      return {};
    });
    if (!errors) return fail(errors.error());
    for (const sync::ItemError& one : *errors)
      if (one.error.kind != ErrorKind::not_found) alive_.insert(one.href);
    left_out_ = left_out_ || !alive_.empty();
    return store_ready();
  }

  Result<void> remove_gone() {
    if (auto confirmed = confirm_gone(); !confirmed) return confirmed;
    const auto lock = world_.lock();
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    return world_.store.transact([&]() -> Result<void> {
      for (const sync::Step& step : plan_.steps) {
        if (step.verb != sync::Verb::delete_local && step.verb != sync::Verb::forget) continue;
        if (alive_.contains(step.href)) continue;
        if (step.verb == sync::Verb::delete_local) {
          if (auto removed = items->remove(collection_.id, step.href); !removed) return removed;
          ++report_.removed;
        }
        if (auto removed = world_.store.remove_base(collection_.id, step.href); !removed) return removed;
      }
      return {};
    });
  }

  Result<void> store_token() {
    const auto lock = world_.lock();
    const auto collections = world_.store.collections();
    if (!collections) return fail(collections.error());
    for (sync::Collection stored : *collections) {
      if (stored.id != collection_.id) continue;
      if (plan_.store_token && !left_out_) stored.token = listing_.token;
      stored.last_sync = world_.clock.now();
      if (const auto put = world_.store.put_collection(stored); !put) return fail(put.error());
    }
    return {};
  }

  Result<void> send_changes() {
    std::vector<Href> hrefs = merged_;
    for (const sync::Step& step : plan_.steps)
      if (step.verb == sync::Verb::push || step.verb == sync::Verb::create_remote ||
          step.verb == sync::Verb::delete_remote)
        hrefs.push_back(step.href);
    if (!collection_.write_back || collection_.read_only) return {};
    for (const Href& href : hrefs) {
      if (options_.cancelled()) return fail(ErrorKind::cancelled, "Cancelled. What was stored stays.");
      const auto pushed = push_item(world_, remote_, collection_.id, href);
      if (!pushed)
        report_.item_errors.push_back({href, pushed.error()});
      else if (*pushed == Pushed::sent)
        ++report_.sent;
    }
    return {};
  }

  World& world_;
  RemoteCollection& remote_;
  const sync::Collection& collection_;
  const SyncOptions& options_;
  sync::CollectionReport& report_;
  sync::Listing listing_;
  std::unordered_map<Href, sync::RemoteItem> inline_;
  std::vector<sync::BaseMark> marks_;
  std::unordered_map<Href, const sync::BaseMark*> by_href_;
  std::unordered_map<Href, sync::Change> locals_;
  sync::Plan plan_;
  std::vector<sync::RemoteItem> ready_;
  std::vector<Href> merged_;
  std::unordered_set<Href> alive_;  ///< missing from the listing, yet there
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  bool left_out_ = false;
};

}  // namespace

Result<void> sync_collection(World& world, RemoteCollection& remote, const sync::Collection& collection,
                             const SyncOptions& options, sync::CollectionReport& report,
                             std::vector<std::string>& plan_lines) {
  return CollectionRun(world, remote, collection, options, report).run(plan_lines);
}

}  // namespace goodturn::helper
