#include "helper/sync/collection_run.h"

#include <algorithm>
#include <set>

#include "core/sync/plan.h"
#include "helper/sync/asked.h"
#include "helper/sync/change_here.h"
#include "helper/sync/gone.h"
#include "helper/sync/look.h"
#include "helper/sync/outbox.h"
#include "helper/sync/survey.h"
#include "helper/sync/taking.h"
#include "helper/sync/titles.h"
#include "helper/sync/unreadable.h"

namespace goodturn::helper {
namespace {

class CollectionRun {
 public:
  CollectionRun(World& world, RemoteCollection& remote, const sync::Collection& collection,
                const SyncOptions& options, sync::CollectionReport& report)
      : world_(world),
        remote_(remote),
        collection_(collection),
        options_(options),
        report_(report),
        remainder_(world, collection.id, report),
        survey_(world, remote, collection, remainder_),
        taking_(world, collection, options, report, remainder_),
        outbox_(world, remote, collection.id, options, report) {}

  // Order matters: what is open is settled before the listing, so that it shows our own writes as agreed;
  // moves are followed before the plan, so that they do not look like deletions; texts are taken before
  // anything is removed, so that an item that stands elsewhere already is found there; the token comes after
  // both; sending comes last, so that nothing is sent that the server's changes would have altered.
  Result<void> run(std::vector<Said>& plan_lines) {
    const bool dry = options_.dry_run == DryRun::yes;
    if (!dry)
      if (auto settled = outbox_.settle(); !settled) return settled;
    options_.on_progress({Progress::Phase::listing, "", collection_.name, 0, 0});
    if (auto looked = look(dry); !looked) return looked;
    if (auto read = survey_.read_local(); !read) return read;
    if (!dry)
      if (auto followed = survey_.follow_moves(); !followed) return followed;
    if (auto planned = plan(); !planned) return planned;
    if (dry) return print_plan(plan_lines);
    if (auto taken = take_texts(); !taken) return taken;
    if (auto finished = remove_and_finish(); !finished) return finished;
    if (auto told = tell_unreadable(); !told) return told;
    return send_changes();
  }

 private:
  [[nodiscard]] const sync::Listing& listing() const { return survey_.listing(); }
  [[nodiscard]] bool may_write() const { return collection_.write_back && !collection_.read_only; }

  Result<void> look(bool dry) {
    const sync::OnItem at_once = [this](sync::RemoteItem item) {
      return taking_.take(std::move(item), Pace::fast);
    };
    if (auto read = remainder_.read(); !read) return read;
    if (auto looked = survey_.look(dry ? nullptr : at_once); !looked) return looked;
    if (auto asked = survey_.ask_again(); !asked) return asked;
    const std::vector<sync::ItemError>& refused = listing().refused;
    report_.item_errors.insert(report_.item_errors.end(), refused.begin(), refused.end());
    if (auto stored = taking_.store(); !stored) return stored;
    // Of doubles the plan tells, for which it has to see what was stored.
    if (report_.warnings.empty()) survey_.take_as_compared();
    report_.warnings.clear();
    return {};
  }

  Result<void> plan() {
    const auto lock = world_.lock();
    const auto asked = asked_before(world_, collection_.id);
    if (!asked) return fail(asked.error());
    asked_ = *asked;
    sync::Guards guards;
    guards.may_write = may_write();
    guards.names_left_out = survey_.has_left_out();
    if (options_.deletions_confirmed) {
      guards.agreed_here = asked_.here;
      guards.agreed_there = asked_.there;
    }
    if (!listing().complete) {
      const auto known = count_known();
      if (!known) return fail(known.error());
      guards.known = *known;
    }
    plan_ = sync::make_plan(survey_.marks(), survey_.unsent(), listing(), guards);
    // What was stored with the listing is new, though it is as agreed by now.
    report_.unchanged = std::max(static_cast<int>(plan_.unchanged) - report_.added, 0);
    report_.held_back = !plan_.suspicions.empty();
    report_.warnings = plan_.warnings;
    if (plan_.unsendable > 0) report_.warnings.push_back(words_for_unsendable());
    return {};
  }

  /// Only deletions are measured against it.
  Result<std::size_t> count_known() {
    const bool deletes =
        !listing().removed.empty() || std::any_of(survey_.marks().begin(), survey_.marks().end(),
                                                  [](const sync::BaseMark& mark) { return mark.local_gone; });
    return deletes ? world_.store.count_bases(collection_.id) : Result<std::size_t>(survey_.marks().size());
  }

  [[nodiscard]] Said words_for_unsendable() const {
    const auto count = static_cast<std::int64_t>(plan_.unsendable);
    return collection_.read_only ? Said("syncs.unsendable_read_only", {{"count", count}})
                                 : Said("syncs.unsendable_off", {{"count", count}});
  }

  Result<void> print_plan(std::vector<Said>& plan_lines) {
    const auto titles = titles_for(world_, remote_, collection_.id, plan_, survey_);
    if (!titles) return fail(titles.error());
    const auto lines = sync::lines_of(plan_, collection_.name, *titles);
    plan_lines.insert(plan_lines.end(), lines.begin(), lines.end());
    return {};
  }

  Result<void> take_texts() {
    std::vector<Href> lacking;
    std::size_t total = 0;
    for (const sync::Step& step : plan_.steps) {
      if (step.verb != sync::Verb::fetch) continue;
      ++total;
      if (auto text = survey_.take_text(step.href))
        taking_.add(std::move(*text));
      else
        lacking.push_back(step.href);
    }
    survey_.drop_texts();
    survey_.drop_members();
    taking_.expect(total);
    if (auto stored = taking_.store(); !stored) return stored;
    if (lacking.empty()) return {};
    const auto errors = remote_.fetch(
        lacking, [this](sync::RemoteItem item) { return taking_.take(std::move(item), Pace::slow); });
    if (!errors) return fail(errors.error());
    for (const sync::ItemError& one : *errors) remainder_.unread(one, listed_etag(one.href));
    return taking_.store();
  }

  /// Of a step of the plan, which are in href order; empty where there is none.
  [[nodiscard]] Etag listed_etag(const Href& href) const {
    const auto step =
        std::lower_bound(plan_.steps.begin(), plan_.steps.end(), href,
                         [](const sync::Step& one, const Href& name) { return one.href < name; });
    return step != plan_.steps.end() && step->href == href ? step->etag : Etag();
  }

  Result<void> remove_and_finish() {
    std::vector<Href> doubtful;
    std::set<Href> weighed;
    for (const sync::Step& step : plan_.steps) {
      if (step.remote != sync::Change::gone) continue;
      doubtful.push_back(step.href);
      if (step.verb == sync::Verb::delete_local) weighed.insert(step.href);
    }
    auto confirmed = confirm_gone(remote_, doubtful);
    if (!confirmed) return fail(confirmed.error());
    in_doubt_ = !plan_.suspicions.empty() || !confirmed->present.empty();
    for (sync::RemoteItem& item : confirmed->present) taking_.add(std::move(item));
    for (const sync::ItemError& one : confirmed->unknown) remainder_.unconfirmed(one);
    if (auto stored = taking_.store(); !stored) return stored;
    taking_.report_findings();
    const auto lock = world_.lock();
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    return world_.store.transact([&]() -> Result<void> {
      for (const Href& href : doubtful) {
        if (!confirmed->gone.contains(href)) continue;
        const auto open = is_open_again(href, weighed.contains(href));
        if (!open) return fail(open.error());
        if (*open) {
          remainder_.waits({href, Etag(), true});
          continue;
        }
        auto waiting = remove_gone(world_, *items, collection_.id, href, report_);
        if (!waiting) return fail(waiting.error());
        if (!waiting->empty()) outbox_.add(*waiting);
      }
      return store_token();
    });
  }

  /// Whether what changed here since the plan was made leaves open what a vanished item means. `weighed`: it
  /// was as agreed then, and the guards saw its deletion. As agreed only now, no guard has seen it; changed
  /// or deleted only now, it may stand under a name that could not be read.
  Result<bool> is_open_again(const Href& href, bool weighed) {
    const auto mark = world_.store.base_mark(collection_.id, href);
    if (!mark) return fail(mark.error());
    const auto change = *mark ? change_here(world_, collection_.id, **mark) : sync::Change::absent;
    if (!change) return fail(change.error());
    const bool same = *change == sync::Change::same;
    return weighed ? !same && survey_.may_stand_elsewhere(href) : same;
  }

  Result<void> store_token() {
    if (auto asked = remember_asked(world_, collection_.id, asked_, plan_); !asked) return asked;
    const auto collections = world_.store.collections();
    if (!collections) return fail(collections.error());
    const bool with_token = plan_.store_token && !in_doubt_;
    for (sync::Collection stored : *collections) {
      if (stored.id != collection_.id) continue;
      if (with_token) stored.token = listing().token;
      stored.last_sync = world_.clock.now();
      if (const auto put = world_.store.put_collection(stored); !put) return fail(put.error());
    }
    if (auto left = remainder_.store(with_token); !left) return left;
    return survey_.is_whole() && with_token ? mark_compared(world_, collection_.id) : Result<void>{};
  }

  /// What is no item is named when it comes, and again when everything is compared: it stays unread until
  /// somebody mends it there.
  Result<void> tell_unreadable() {
    if (!listing().complete) return {};
    const auto lock = world_.lock();
    auto words = words_for_unreadable(world_, collection_.id, survey_.marks(), report_);
    if (!words) return fail(words.error());
    if (*words) report_.warnings.push_back(std::move(**words));
    return {};
  }

  Result<void> send_changes() {
    if (!may_write()) return {};
    for (const sync::Step& step : plan_.steps)
      if (step.remote != sync::Change::gone && sends(step.verb)) outbox_.add(step.href);
    for (const Href& href : taking_.to_send()) outbox_.add(href);
    return outbox_.send(remainder_, in_doubt_);
  }

  static bool sends(sync::Verb verb) {
    return verb == sync::Verb::push || verb == sync::Verb::create_remote || verb == sync::Verb::delete_remote;
  }

  World& world_;
  RemoteCollection& remote_;
  const sync::Collection& collection_;
  const SyncOptions& options_;
  sync::CollectionReport& report_;
  Remainder remainder_;
  Survey survey_;
  Taking taking_;
  Outbox outbox_;
  Asked asked_;
  sync::Plan plan_;
  bool in_doubt_ = false;  ///< deletions wait for the user, or something is there that the listing hides
};

}  // namespace

Result<void> sync_collection(World& world, RemoteCollection& remote, const sync::Collection& collection,
                             const SyncOptions& options, sync::CollectionReport& report,
                             std::vector<Said>& plan_lines) {
  return CollectionRun(world, remote, collection, options, report).run(plan_lines);
}

}  // namespace goodturn::helper
