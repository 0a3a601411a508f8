#include "helper/sync/sending.h"

#include "helper/sync/push.h"

namespace goodturn::helper {
namespace {

/// So many refusals of the server in a row end the sending of a collection for now.
constexpr int most_failures = 3;

/// Failures that the next item would meet again, and the server's wish to be left alone.
bool concerns_all(const Error& error) {
  const ErrorKind kind = error.kind;
  return error.retry_after || kind == ErrorKind::network || kind == ErrorKind::timeout ||
         kind == ErrorKind::auth || kind == ErrorKind::too_many || kind == ErrorKind::cancelled ||
         kind == ErrorKind::storage || kind == ErrorKind::suspicious;
}

}  // namespace

Result<void> send_waiting(World& world, RemoteCollection& remote, sync::CollectionId collection,
                          const std::set<Href>& waiting, const SyncOptions& options,
                          sync::CollectionReport& report) {
  int failures = 0;
  for (const Href& href : waiting) {
    if (options.cancelled()) return fail(ErrorKind::cancelled, "Cancelled. What was stored stays.");
    const auto pushed = push_item(world, remote, collection, href);
    if (pushed) {
      failures = 0;
      if (*pushed == Pushed::sent) ++report.sent;
      continue;
    }
    if (concerns_all(pushed.error())) return fail(pushed.error());
    report.item_errors.push_back({href, pushed.error()});
    if (pushed.error().kind == ErrorKind::server && ++failures == most_failures) return fail(pushed.error());
  }
  return {};
}

}  // namespace goodturn::helper
