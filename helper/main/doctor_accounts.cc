// The links to the servers, folders and feeds.
#include <algorithm>

#include "adapters/system/clock.h"
#include "helper/main/doctor_parts.h"
#include "helper/main/sources.h"

namespace goodturn::helper {
namespace {

/// A clock that differs by more than this makes signing in, certificates and the order of changes fail.
constexpr auto clock_limit = std::chrono::minutes(5);

bool never() { return false; }

/// What to do about an account that does not answer; its sentence says what is wrong.
Said advice_for(const Error& error, const sync::Account& account) {
  const std::string id = std::to_string(account.id);
  if (!error.certificate.empty())
    return Said("doctor.certificate_do", {{"id", id}, {"certificate", error.certificate}});
  if (error.kind == ErrorKind::auth) return Said("doctor.password_do", {{"id", id}});
  return Said(account.url);
}

/// A message about a collection, whose places `kind` and `name` are filled.
Said described(std::string_view key, const sync::Collection& collection) {
  const sync::Components& holds = collection.holds;
  const char* kind = holds.cards                                        ? "cards"
                     : holds.events || !(holds.tasks || holds.journals) ? "events"
                     : holds.tasks                                      ? "tasks"
                                                                        : "journals";
  return Said(key, {{"kind", kind}, {"name", collection.name}});
}

/// Asks what changed since the last sync, as a sync would, and drops the answer.
Result<void> read(Source& source, const sync::Collection& collection) {
  const auto opened = source.open(collection);
  if (!opened) return fail(opened.error());
  const auto drop = [](const sync::RemoteItem&) { return Result<void>(); };
  const auto listed =
      collection.token.empty() ? (*opened)->list_all() : (*opened)->changes(collection.token, drop);
  if (!listed) return fail(listed.error());
  return {};
}

/// A branch of doctor.collection.
std::string rights_of(const sync::Collection& offered, const sync::Collection& kept) {
  if (offered.read_only) return "read";
  if (!kept.holds.cards) return "written";
  return kept.write_back ? "tagged" : "untagged";
}

void look_at_collection(Examination& examination, Source& source, const sync::Collection& kept,
                        const std::vector<sync::Collection>& offered) {
  const auto found =
      std::find_if(offered.begin(), offered.end(), [&](const auto& one) { return one.url == kept.url; });
  if (found == offered.end())
    return examination.bad(described("doctor.collection_gone", kept),
                           Said("doctor.collection_gone_do", {{"id", std::to_string(kept.id)}}));
  if (const auto answered = read(source, kept); !answered) {
    Said failed = described("doctor.collection_failed", kept);
    failed.arguments.push_back({"error", examination.words(answered.error())});
    return examination.bad(failed, Said(kept.url));
  }
  Said told = described("doctor.collection", kept);
  told.arguments.push_back({"rights", rights_of(*found, kept)});
  if (found->read_only && kept.write_back)
    examination.hint(told, Said("doctor.collection_do"));
  else
    examination.good(told);
}

void look_at_clock(Examination& examination, const sync::Account& account) {
  const auto there = time_at(account);
  if (!there || !*there) return;  // a folder, or a server that does not say
  const auto ahead = std::chrono::duration_cast<std::chrono::minutes>(system::SystemClock().now() - **there);
  if (std::chrono::abs(ahead) < clock_limit) return examination.good(Said("doctor.clocks"));
  examination.bad(Said("doctor.clock", {{"ahead", said_flag(ahead.count() > 0)},
                                        {"minutes", std::to_string(std::chrono::abs(ahead).count())},
                                        {"account", account.name}}),
                  Said("doctor.clock_do"));
}

void look_at_account(Examination& examination, World& world, const sync::Account& account,
                     const std::vector<sync::Collection>& kept) {
  auto source = open_account(world, account, never);
  const auto found = source ? (*source)->discover() : Result<sync::Discovered>(fail(source.error()));
  if (!found)
    return examination.bad(Said("doctor.account_failed",
                                {{"account", account.name}, {"error", examination.words(found.error())}}),
                           advice_for(found.error(), account));
  examination.good(
      Said("doctor.account", {{"account", account.name}, {"count", said_number(found->collections.size())}}));
  for (const Said& odd : found->notes) examination.hint(odd);
  look_at_clock(examination, account);
  for (const sync::Collection& collection : kept)
    if (collection.account == account.id && collection.enabled)
      look_at_collection(examination, **source, collection, found->collections);
}

}  // namespace

void look_at_accounts(Examination& examination, World& world) {
  const auto accounts = world.store.accounts();
  if (!accounts)
    return examination.bad(Said("doctor.accounts_failed", {{"error", examination.words(accounts.error())}}));
  const auto collections = world.store.collections();
  if (!collections)
    return examination.bad(
        Said("doctor.accounts_failed", {{"error", examination.words(collections.error())}}));
  if (accounts->empty()) return examination.bad(Said("doctor.no_account"), Said("doctor.no_account_do"));
  for (const sync::Account& account : *accounts) look_at_account(examination, world, account, *collections);
}

}  // namespace goodturn::helper
