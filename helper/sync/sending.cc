#include "helper/sync/sending.h"

#include <iterator>

#include "helper/sync/failures.h"
#include "helper/sync/push.h"

namespace goodturn::helper {
namespace {

/// So many refusals of the server in a row end the sending of a collection for now.
constexpr int most_failures = 3;
/// Writes that are read back with one request.
constexpr std::size_t most_unread = 50;

Result<void> finish(ReadBack& read_back, sync::CollectionReport& report) {
  const auto finished = read_back.finish();
  auto unread = read_back.take_unread();
  std::move(unread.begin(), unread.end(), std::back_inserter(report.item_errors));
  return finished;
}

}  // namespace

Result<void> send_waiting(World& world, RemoteCollection& remote, sync::CollectionId collection,
                          const std::vector<Href>& waiting, const Cancelled& cancelled,
                          sync::CollectionReport& report) {
  ReadBack read_back(world, remote, collection);
  int failures = 0;
  for (const Href& href : waiting) {
    if (cancelled()) return fail(ErrorKind::cancelled, "Cancelled. What was stored stays.");
    const auto pushed = push_item(world, remote, collection, href, read_back);
    if (pushed) {
      failures = 0;
      if (*pushed == Pushed::sent) ++report.sent;
      if (read_back.waiting() == most_unread)
        if (auto finished = finish(read_back, report); !finished) return finished;
      continue;
    }
    if (concerns_all(pushed.error())) return fail(pushed.error());
    report.item_errors.push_back({href, pushed.error()});
    if (pushed.error().kind == ErrorKind::server && ++failures == most_failures) return fail(pushed.error());
  }
  return finish(read_back, report);
}

}  // namespace goodturn::helper
