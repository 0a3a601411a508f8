#include "helper/sync/collection_run.h"

#include <algorithm>
#include <set>

#include "core/sync/plan.h"
#include "helper/sync/asked.h"
#include "helper/sync/gone.h"
#include "helper/sync/look.h"
#include "helper/sync/sending.h"
#include "helper/sync/settle.h"
#include "helper/sync/survey.h"
#include "helper/sync/taking.h"
#include "helper/sync/titles.h"

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
        survey_(world, remote, collection),
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
    if (auto looked = look(dry); !looked) return looked;
    if (auto read = survey_.read_local(); !read) return read;
    if (!dry)
      if (auto followed = follow_moves(); !followed) return followed;
    if (auto planned = plan(); !planned) return planned;
    if (dry) return print_plan(plan_lines);
    if (auto taken = take_texts(); !taken) return taken;
    if (auto finished = remove_and_finish(); !finished) return finished;
    return send_changes();
  }

 private:
  [[nodiscard]] const sync::Listing& listing() const { return survey_.listing(); }
  [[nodiscard]] bool may_write() const { return collection_.write_back && !collection_.read_only; }

  Result<void> look(bool dry) {
    const sync::OnItem at_once = [this](sync::RemoteItem item) {
      return taking_.take(std::move(item), Pace::fast);
    };
    if (auto looked = survey_.look(dry ? nullptr : at_once); !looked) return looked;
    const std::vector<sync::ItemError>& refused = listing().refused;
    report_.item_errors.insert(report_.item_errors.end(), refused.begin(), refused.end());
    if (auto stored = taking_.store(); !stored) return stored;
    // The plan sees what was stored here, and tells of doubles itself.
    report_.warnings.clear();
    return {};
  }

  Result<void> follow_moves() {
    const auto undecided = survey_.follow_moves();
    if (!undecided) return fail(undecided.error());
    for (const sync::ItemError& one : *undecided) leave_out(one);
    return {};
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

  [[nodiscard]] std::string words_for_unsendable() const {
    const bool one = plan_.unsendable == 1;
    return std::to_string(plan_.unsendable) + (one ? " change made here is" : " changes made here are") +
           " not sent, because " +
           (collection_.read_only ? "the server only lets you read this collection."
                                  : "writing to this collection is switched off.") +
           (one ? " It stays here." : " They stay here.");
  }

  Result<void> print_plan(std::vector<std::string>& plan_lines) {
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
    taking_.expect(total);
    if (auto stored = taking_.store(); !stored) return stored;
    if (lacking.empty()) return {};
    const auto errors = remote_.fetch(
        lacking, [this](sync::RemoteItem item) { return taking_.take(std::move(item), Pace::slow); });
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
    return send_waiting(world_, remote_, collection_.id, left_, options_, report_);
  }

  static bool sends(sync::Verb verb) {
    return verb == sync::Verb::push || verb == sync::Verb::create_remote || verb == sync::Verb::delete_remote;
  }

  World& world_;
  RemoteCollection& remote_;
  const sync::Collection& collection_;
  const SyncOptions& options_;
  sync::CollectionReport& report_;
  Survey survey_;
  Taking taking_;
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
