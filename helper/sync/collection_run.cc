#include "helper/sync/collection_run.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "core/sync/plan.h"
#include "helper/sync/asked.h"
#include "helper/sync/gone.h"
#include "helper/sync/look.h"
#include "helper/sync/push.h"
#include "helper/sync/settle.h"
#include "helper/sync/taking.h"

namespace goodturn::helper {
namespace {

/// So many refusals of the server in a row end the sending of a collection for now.
constexpr int most_failures = 3;

class CollectionRun {
 public:
  CollectionRun(World& world, RemoteCollection& remote, const sync::Collection& collection,
                const SyncOptions& options, sync::CollectionReport& report)
      : world_(world),
        remote_(remote),
        collection_(collection),
        options_(options),
        report_(report),
        taking_(world, collection, options, report) {}

  // Order matters: what is open is settled before the listing, so that it shows our own writes as agreed;
  // moves are followed before the plan, so that they do not look like deletions; texts are taken before
  // anything is removed, so that an item that stands elsewhere already is found there; the token comes after
  // both; sending comes last, so that nothing is sent that the server's changes would have altered.
  Result<void> run(std::vector<std::string>& plan_lines) {
    const bool dry = options_.dry_run == DryRun::yes;
    if (!dry)
      if (auto settled = settle_intents(world_, remote_, collection_.id); !settled) return settled;
    options_.on_progress({Progress::Phase::listing, "", collection_.name, 0, 0});
    auto looked = look_at(world_, remote_, collection_);
    if (!looked) return fail(looked.error());
    looked_ = std::move(*looked);
    report_.item_errors = looked_.listing.refused;
    if (auto read = read_local(); !read) return read;
    if (!dry)
      if (auto followed = follow_moves(); !followed) return followed;
    if (auto planned = plan(); !planned) return planned;
    if (dry) return print_plan(plan_lines);
    if (auto taken = take_texts(); !taken) return taken;
    if (auto finished = remove_and_finish(); !finished) return finished;
    return send_changes();
  }

 private:
  [[nodiscard]] const sync::Listing& listing() const { return looked_.listing; }
  [[nodiscard]] bool may_write() const { return collection_.write_back && !collection_.read_only; }

  /// Of a delta only the items that it names or that changed here are read: a sync costs by what changed.
  Result<void> read_local() {
    const auto lock = world_.lock();
    auto marks = listing().complete ? world_.store.base_marks(collection_.id)
                                    : world_.store.changed_marks(collection_.id);
    if (!marks) return fail(marks.error());
    marks_ = std::move(*marks);
    for (const sync::BaseMark& mark : marks_) known_.insert(mark.href);
    if (!listing().complete) {
      for (const sync::Member& member : listing().members)
        if (auto added = add_mark(member.href); !added) return added;
      for (const Href& href : listing().removed)
        if (auto added = add_mark(href); !added) return added;
    }
    auto unsent = world_.store.unsent(collection_.id);
    if (!unsent) return fail(unsent.error());
    unsent_ = std::move(*unsent);
    return {};
  }

  Result<void> add_mark(const Href& href) {
    if (known_.contains(href)) return {};
    auto mark = world_.store.base_mark(collection_.id, href);
    if (!mark) return fail(mark.error());
    if (!*mark) return {};
    known_.insert(href);
    marks_.push_back(std::move(**mark));
    return {};
  }

  [[nodiscard]] std::vector<sync::BaseMark> missing_marks() const {
    std::unordered_set<Href> named;
    if (listing().complete)
      for (const sync::Member& member : listing().members) named.insert(member.href);
    else
      named.insert(listing().removed.begin(), listing().removed.end());
    std::vector<sync::BaseMark> missing;
    for (const sync::BaseMark& mark : marks_)
      if (named.contains(mark.href) != listing().complete) missing.push_back(mark);
    return missing;
  }

  [[nodiscard]] std::vector<Href> fresh_hrefs() const {
    std::unordered_set<Href> here = known_;
    for (const sync::Unsent& item : unsent_) here.insert(item.href);
    std::vector<Href> fresh;
    for (const sync::Member& member : listing().members)
      if (!here.contains(member.href)) fresh.push_back(member.href);
    return fresh;
  }

  /// An item that vanished under one name and came under another was moved: its base moves with it, so that
  /// changes made here are still changes and nothing counts as deleted.
  Result<void> follow_moves() {
    const std::vector<sync::BaseMark> missing = missing_marks();
    const std::vector<Href> fresh = missing.empty() ? std::vector<Href>() : fresh_hrefs();
    if (fresh.empty()) return {};
    const auto texts = texts_of(fresh);
    if (!texts) return fail(texts.error());
    const auto moves = [&] {
      const auto lock = world_.lock();
      return find_moves(world_, collection_.id, missing, *texts);
    }();
    if (!moves) return fail(moves.error());
    std::vector<Href> old;
    for (const auto& [from, to] : *moves) old.push_back(from);
    const auto confirmed = confirm_gone(remote_, old);
    if (!confirmed) return fail(confirmed.error());
    const auto lock = world_.lock();
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    return world_.store.transact([&]() -> Result<void> {
      for (sync::BaseMark& mark : marks_) {
        if (!confirmed->gone.contains(mark.href)) continue;
        const Href& to = moves->at(mark.href);
        if (auto kept = keep_under(world_, *items, collection_.id, mark.href, to); !kept) return kept;
        mark.href = to;
      }
      return {};
    });
  }

  /// The texts of new members: what the listing did not bring is fetched, and kept for take_texts().
  Result<std::vector<sync::RemoteItem>> texts_of(const std::vector<Href>& hrefs) {
    std::vector<Href> lacking;
    for (const Href& href : hrefs)
      if (!looked_.texts.contains(href)) lacking.push_back(href);
    const auto errors = remote_.fetch(lacking, [this](sync::RemoteItem item) -> Result<void> {
      Href href = item.href;
      looked_.texts.insert_or_assign(std::move(href), std::move(item));
      return {};
    });
    if (!errors) return fail(errors.error());
    std::vector<sync::RemoteItem> texts;
    for (const Href& href : hrefs)
      if (const auto found = looked_.texts.find(href); found != looked_.texts.end())
        texts.push_back(found->second);
    return texts;
  }

  Result<void> plan() {
    const auto lock = world_.lock();
    const auto asked = asked_before(world_, collection_.id);
    if (!asked) return fail(asked.error());
    asked_ = *asked;
    sync::Guards guards;
    guards.may_write = may_write();
    if (options_.deletions_confirmed) {
      guards.agreed_here = asked_.here;
      guards.agreed_there = asked_.there;
    }
    if (!listing().complete) {
      const auto known = count_known();
      if (!known) return fail(known.error());
      guards.known = *known;
    }
    plan_ = sync::make_plan(marks_, unsent_, listing(), guards);
    report_.unchanged = static_cast<int>(plan_.unchanged);
    report_.held_back = !plan_.suspicions.empty();
    report_.warnings = plan_.warnings;
    if (plan_.unsendable > 0) report_.warnings.push_back(words_for_unsendable());
    return {};
  }

  /// Only deletions are measured against it.
  Result<std::size_t> count_known() {
    const bool deletes =
        !listing().removed.empty() ||
        std::any_of(marks_.begin(), marks_.end(), [](const sync::BaseMark& mark) { return mark.local_gone; });
    return deletes ? world_.store.count_bases(collection_.id) : Result<std::size_t>(marks_.size());
  }

  [[nodiscard]] std::string words_for_unsendable() const {
    const bool one = plan_.unsendable == 1;
    return std::to_string(plan_.unsendable) + (one ? " change made here is" : " changes made here are") +
           " not sent, because " +
           (collection_.read_only ? "the server only lets you read this collection."
                                  : "writing to this collection is switched off.") +
           (one ? " It stays here." : " They stay here.");
  }

  Result<void> print_plan(std::vector<std::string>& plan_lines) const {
    std::istringstream lines(sync::print(plan_));
    for (std::string line; std::getline(lines, line);) plan_lines.push_back(line);
    return {};
  }

  Result<void> take_texts() {
    std::vector<Href> lacking;
    std::size_t total = 0;
    for (const sync::Step& step : plan_.steps) {
      if (step.verb != sync::Verb::fetch) continue;
      ++total;
      if (const auto found = looked_.texts.find(step.href); found != looked_.texts.end())
        taking_.add(std::move(found->second));
      else
        lacking.push_back(step.href);
    }
    looked_.texts.clear();
    taking_.expect(total);
    if (auto stored = taking_.store(); !stored) return stored;
    if (lacking.empty()) return {};
    const auto errors = remote_.fetch(
        lacking, [this](sync::RemoteItem item) -> Result<void> { return taking_.take(std::move(item)); });
    if (!errors) return fail(errors.error());
    for (const sync::ItemError& one : *errors) leave_out(one);
    return taking_.store();
  }

  /// Gone between listing and fetching is no failure: the next listing says so.
  void leave_out(const sync::ItemError& one) {
    if (one.error.kind == ErrorKind::not_found) return;
    left_out_ = true;
    report_.item_errors.push_back(one);
  }

  Result<void> remove_and_finish() {
    std::vector<Href> doubtful;
    for (const sync::Step& step : plan_.steps)
      if (step.remote == sync::Change::gone) doubtful.push_back(step.href);
    auto confirmed = confirm_gone(remote_, doubtful);
    if (!confirmed) return fail(confirmed.error());
    left_out_ = left_out_ || !confirmed->present.empty();
    for (sync::RemoteItem& item : confirmed->present) taking_.add(std::move(item));
    for (const sync::ItemError& one : confirmed->unknown) leave_out(one);
    if (auto stored = taking_.store(); !stored) return stored;
    taking_.report_findings();
    const auto lock = world_.lock();
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    return world_.store.transact([&]() -> Result<void> {
      for (const Href& href : doubtful) {
        if (!confirmed->gone.contains(href)) continue;
        auto waiting = remove_gone(world_, *items, collection_.id, href, report_);
        if (!waiting) return fail(waiting.error());
        if (!waiting->empty()) left_.insert(std::move(*waiting));
      }
      return store_token();
    });
  }

  Result<void> store_token() {
    if (auto asked = remember_asked(world_, collection_.id, asked_, plan_); !asked) return asked;
    const auto collections = world_.store.collections();
    if (!collections) return fail(collections.error());
    for (sync::Collection stored : *collections) {
      if (stored.id != collection_.id) continue;
      if (plan_.store_token && !left_out_) stored.token = listing().token;
      stored.last_sync = world_.clock.now();
      if (const auto put = world_.store.put_collection(stored); !put) return fail(put.error());
    }
    return listing().complete && plan_.store_token && !left_out_ ? mark_compared(world_, collection_.id)
                                                                 : Result<void>{};
  }

  Result<void> send_changes() {
    if (!may_write()) return {};
    for (const sync::Step& step : plan_.steps)
      if (step.remote != sync::Change::gone && sends(step.verb)) left_.insert(step.href);
    left_.insert(taking_.to_send().begin(), taking_.to_send().end());
    int failures = 0;
    for (const Href& href : left_) {
      if (options_.cancelled()) return fail(ErrorKind::cancelled, "Cancelled. What was stored stays.");
      const auto pushed = push_item(world_, remote_, collection_.id, href);
      if (pushed) {
        failures = 0;
        if (*pushed == Pushed::sent) ++report_.sent;
        continue;
      }
      if (concerns_all(pushed.error().kind)) return fail(pushed.error());
      report_.item_errors.push_back({href, pushed.error()});
      if (pushed.error().kind == ErrorKind::server && ++failures == most_failures)
        return fail(pushed.error());
    }
    return {};
  }

  static bool sends(sync::Verb verb) {
    return verb == sync::Verb::push || verb == sync::Verb::create_remote || verb == sync::Verb::delete_remote;
  }

  /// Failures that the next item would meet again: the rest waits for the next sync.
  static bool concerns_all(ErrorKind kind) {
    return kind == ErrorKind::network || kind == ErrorKind::timeout || kind == ErrorKind::auth ||
           kind == ErrorKind::too_many || kind == ErrorKind::cancelled || kind == ErrorKind::storage ||
           kind == ErrorKind::suspicious;
  }

  World& world_;
  RemoteCollection& remote_;
  const sync::Collection& collection_;
  const SyncOptions& options_;
  sync::CollectionReport& report_;
  Taking taking_;
  Looked looked_;
  std::vector<sync::BaseMark> marks_;
  std::unordered_set<Href> known_;
  std::vector<sync::Unsent> unsent_;
  Asked asked_;
  sync::Plan plan_;
  std::set<Href> left_;  ///< what waits to be sent
  bool left_out_ = false;
};

}  // namespace

Result<void> sync_collection(World& world, RemoteCollection& remote, const sync::Collection& collection,
                             const SyncOptions& options, sync::CollectionReport& report,
                             std::vector<std::string>& plan_lines) {
  return CollectionRun(world, remote, collection, options, report).run(plan_lines);
}

}  // namespace goodturn::helper
