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
std::string advice_for(const Error& error, const sync::Account& account) {
  const std::string sign_in = "goodturn account sign-in " + std::to_string(account.id);
  if (!error.certificate.empty())
    return "With the same fingerprint from whoever runs the server: " + sign_in + " --accept-certificate " +
           error.certificate;
  if (error.kind == ErrorKind::auth)
    return sign_in + " --password-file FILE. Many servers want an app password: goodturn account providers";
  return account.url;
}

std::string described(const sync::Collection& collection) {
  const sync::Components& holds = collection.holds;
  const char* kind = holds.cards                                        ? "Address book"
                     : holds.events || !(holds.tasks || holds.journals) ? "Calendar"
                     : holds.tasks                                      ? "Task list"
                                                                        : "Journal";
  return std::string(kind) + " \"" + collection.name + "\"";
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

std::string rights_of(const sync::Collection& offered, const sync::Collection& kept) {
  if (offered.read_only) return "can be read, not written.";
  if (!kept.holds.cards) return "can be read and written.";
  return kept.write_back ? "can be read and written; tags are written to it."
                         : "can be read and written; tags are not written to it, as long as Write tags back "
                           "is off.";
}

void look_at_collection(Examination& examination, Source& source, const sync::Collection& kept,
                        const std::vector<sync::Collection>& offered) {
  const auto found =
      std::find_if(offered.begin(), offered.end(), [&](const auto& one) { return one.url == kept.url; });
  if (found == offered.end())
    return examination.bad(
        described(kept) + " is not there any more.",
        "Nothing is removed here. If that is right: goodturn collection disable " + std::to_string(kept.id));
  if (const auto answered = read(source, kept); !answered)
    return examination.bad(described(kept) + ": " + examination.words(answered.error()), kept.url);
  const std::string told = described(kept) + " " + rights_of(*found, kept);
  if (found->read_only && kept.write_back)
    examination.hint(told, "Its tags stay here. Ask its owner for the right to write.");
  else
    examination.good(told);
}

void look_at_clock(Examination& examination, const sync::Account& account) {
  const auto there = time_at(account);
  if (!there || !*there) return;  // a folder, or a server that does not say
  const auto ahead = std::chrono::duration_cast<std::chrono::minutes>(system::SystemClock().now() - **there);
  if (std::chrono::abs(ahead) < clock_limit) return examination.good("Its clock and this computer's agree.");
  examination.bad("This computer's clock is " + std::to_string(std::chrono::abs(ahead).count()) +
                      " minutes " + (ahead.count() > 0 ? "ahead of" : "behind") + " that of account \"" +
                      account.name + "\".",
                  "Let the system set its time by itself: timedatectl set-ntp true");
}

void look_at_account(Examination& examination, World& world, const sync::Account& account,
                     const std::vector<sync::Collection>& kept) {
  auto source = open_account(world, account, never);
  const auto found = source ? (*source)->discover() : Result<sync::Discovered>(fail(source.error()));
  if (!found)
    return examination.bad("Account \"" + account.name + "\": " + examination.words(found.error()),
                           advice_for(found.error(), account));
  examination.good("Account \"" + account.name + "\" answers with " +
                   counted(found->collections.size(), "collection") + ".");
  for (const Said& odd : found->notes) examination.hint(in_words(odd, examination.language()), "");
  look_at_clock(examination, account);
  for (const sync::Collection& collection : kept)
    if (collection.account == account.id && collection.enabled)
      look_at_collection(examination, **source, collection, found->collections);
}

}  // namespace

void look_at_accounts(Examination& examination, World& world) {
  const auto accounts = world.store.accounts();
  if (!accounts)
    return examination.bad("The accounts cannot be read: " + examination.words(accounts.error()), "");
  const auto collections = world.store.collections();
  if (!collections)
    return examination.bad("The accounts cannot be read: " + examination.words(collections.error()), "");
  if (accounts->empty())
    return examination.bad("No account is set up.",
                           "Add one: goodturn account add URL --user USER --password-file FILE");
  for (const sync::Account& account : *accounts) look_at_account(examination, world, account, *collections);
}

}  // namespace goodturn::helper
