#include "core/sync/plan.h"

#include <algorithm>
#include <map>
#include <optional>

namespace goodturn::sync {
namespace {

using Members = std::map<Href, Etag>;

/// What the listing says of an agreed item.
Change remote_of(const BaseMark& mark, const Members& members, const Members& removed, bool complete) {
  if (const auto listed = members.find(mark.href); listed != members.end())
    return listed_change(mark, listed->second);
  return complete || removed.contains(mark.href) ? Change::gone : Change::same;
}

bool sends(Verb verb) {
  return verb == Verb::create_remote || verb == Verb::push || verb == Verb::delete_remote;
}

/// The verb as far as etags tell; a remote edit is looked at before anything is decided.
Verb verb_of(Change local, Change remote) {
  return remote == Change::edited ? Verb::fetch : decide(local, remote);
}

class Planner {
 public:
  explicit Planner(const Guards& guards) : guards_(guards) {}

  void add(const Href& href, const Etag& etag, Change local, Change remote) {
    const Verb verb = verb_of(local, remote);
    if (remote == Change::gone) ++gone_there_;
    const bool held = sends(verb) && !guards_.may_write && remote != Change::gone;
    if (held) ++plan_.unsendable;
    if (verb == Verb::nothing || held)
      ++plan_.unchanged;
    else
      plan_.steps.push_back({verb, href, etag, local, remote});
  }

  /// Takes deletions of one kind out of the plan when they are too many to be believed.
  void guard(Verb verb, std::size_t agreed, std::size_t known) {
    const std::size_t deletions = plan_.count(verb);
    // Items that changed here and are gone there are no deletions, but of the server nothing is left.
    const std::size_t missing = verb == Verb::delete_local ? gone_there_ : deletions;
    const bool emptied = deletions > 0 && missing == known;
    const bool many = deletions > guards_.few && deletions * 100 > guards_.percent * known;
    if (deletions <= agreed || (!emptied && !many)) return;
    // What looks emptied is not written to either: with what we create it would look alive the next time.
    const bool all = emptied && verb == Verb::delete_local;
    std::erase_if(plan_.steps,
                  [&](const Step& step) { return step.verb == verb || (all && step.verb != Verb::fetch); });
    plan_.suspicions.push_back({verb, deletions, known, emptied});
    plan_.warnings.push_back(words(plan_.suspicions.back()));
    plan_.store_token = false;
  }

  Plan finish() && {
    std::sort(plan_.steps.begin(), plan_.steps.end(),
              [](const Step& left, const Step& right) { return left.href < right.href; });
    return std::move(plan_);
  }

  Plan& plan() { return plan_; }

 private:
  static Said words(const Suspicion& suspicion) {
    const auto count = static_cast<std::int64_t>(suspicion.emptied ? suspicion.known : suspicion.deletions);
    return Said("syncs.held_back", {{"side", suspicion.verb == Verb::delete_local ? "there" : "here"},
                                    {"left", suspicion.emptied ? "none" : "some"},
                                    {"count", count},
                                    {"known", static_cast<std::int64_t>(suspicion.known)}});
  }

  Guards guards_;
  Plan plan_;
  std::size_t gone_there_ = 0;  ///< agreed items that the server does not have any more
};

/// A UID under two names is not merged and not deleted; the user is told.
void warn_of_doubles(std::span<const BaseMark> marks, Plan& plan) {
  std::map<Uid, std::vector<const BaseMark*>> places;
  for (const BaseMark& mark : marks)
    if (!mark.uid.empty()) places[mark.uid].push_back(&mark);
  for (const auto& [uid, found] : places)
    if (found.size() > 1)
      plan.warnings.push_back(Said("syncs.several", {{"count", static_cast<std::int64_t>(found.size())},
                                                     {"first", found[0]->href.value},
                                                     {"second", found[1]->href.value}}));
}

Members members_of(const Listing& listing) {
  Members members;
  for (const Member& member : listing.members) members.insert_or_assign(member.href, member.etag);
  return members;
}

Members removed_of(const Listing& listing) {
  Members removed;
  for (const Href& href : listing.removed) removed.emplace(href, Etag());
  return removed;
}

/// A plan has no other verbs: what to do with a remote edit is settled by its text.
std::string_view message_for(Verb verb) {
  switch (verb) {
    case Verb::push:
      return "syncs.would_send";
    case Verb::create_remote:
      return "syncs.would_create_there";
    case Verb::delete_local:
      return "syncs.would_delete_here";
    case Verb::delete_remote:
      return "syncs.would_delete_there";
    case Verb::forget:
      return "syncs.would_forget";
    default:
      return "syncs.would_fetch";
  }
}

}  // namespace

std::size_t Plan::count(Verb verb) const {
  return static_cast<std::size_t>(
      std::count_if(steps.begin(), steps.end(), [&](const Step& step) { return step.verb == verb; }));
}

Plan make_plan(std::span<const BaseMark> marks, std::span<const Unsent> unsent, const Listing& listing,
               const Guards& guards) {
  Planner planner(guards);
  Members members = members_of(listing);
  const Members removed = removed_of(listing);
  // A token that came with an empty listing may belong to a glitch: what the server has would never be
  // named again.
  planner.plan().store_token =
      guards.names_left_out || !listing.members.empty() || (!listing.complete && !listing.removed.empty());
  for (const BaseMark& mark : marks) {
    const Change remote = remote_of(mark, members, removed, listing.complete);
    const auto listed = members.find(mark.href);
    const Etag etag = remote == Change::edited ? listed->second : mark.etag;
    planner.add(mark.href, etag, local_change(mark), remote);
    members.erase(mark.href);
  }
  for (const Unsent& item : unsent) {
    const auto listed = members.find(item.href);
    const bool taken = listed != members.end();
    planner.add(item.href, taken ? listed->second : Etag(), Change::edited,
                taken ? Change::edited : Change::absent);
    members.erase(item.href);
  }
  for (const auto& [href, etag] : members) planner.add(href, etag, Change::absent, Change::edited);
  const std::size_t known = guards.known.value_or(marks.size());
  planner.guard(Verb::delete_local, guards.agreed_here, known);
  planner.guard(Verb::delete_remote, guards.agreed_there, known);
  warn_of_doubles(marks, planner.plan());
  return std::move(planner).finish();
}

std::vector<Said> lines_of(const Plan& plan, const std::string& name, const Titles& titles) {
  std::vector<Said> lines;
  for (const Step& step : plan.steps) {
    const auto title = titles.find(step.href);
    const bool titled = title != titles.end();
    lines.push_back(Said(message_for(step.verb),
                         {{"titled", titled ? "yes" : "no"},
                          {"title", titled ? std::vector<Said>{title->second} : std::vector<Said>{}},
                          {"place", step.href.value}}));
  }
  lines.push_back(
      Said("syncs.to_do", {{"collection", name}, {"count", static_cast<std::int64_t>(plan.steps.size())}}));
  for (const Said& warning : plan.warnings)
    lines.push_back(Said("syncs.stopped", {{"warning", std::vector<Said>{warning}}}));
  return lines;
}

}  // namespace goodturn::sync
