#include "helper/json/reports.h"
#include "helper/api/routes.h"

namespace goodturn::helper {
namespace {

/// An endpoint that makes a report of the present snapshot.
template <class MakeReport>
Endpoint report_endpoint(Application& app, MakeReport make) {
  return [&app, make](const Call& call) -> Result<Reply> {
    const auto snapshot = app.snapshots.get(app.world);
    if (!snapshot) return fail(snapshot.error());
    return reply_of(json_of(make(**snapshot, app.world.now(), call)));
  };
}

}  // namespace

void add_report_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["getNetworkReport"] = report_endpoint(app, [](const Snapshot& snapshot, Now now, const Call&) {
    return network_report(snapshot, now, two_seconds());
  });
  endpoints["getRolesReport"] = report_endpoint(app, [](const Snapshot& snapshot, Now now, const Call& call) {
    const bool friends = call.parameters.value("friends", false);
    return roles_report(snapshot, now, friends ? Friends::included : Friends::left_out);
  });
  endpoints["getBalanceReport"] = report_endpoint(
      app, [](const Snapshot& snapshot, Now now, const Call&) { return balance_report(snapshot, now); });
  endpoints["getGoalsReport"] = report_endpoint(
      app, [](const Snapshot& snapshot, Now now, const Call&) { return goals_report(snapshot, now); });
  endpoints["getTrendReport"] = report_endpoint(
      app, [](const Snapshot& snapshot, Now now, const Call&) { return trend_report(snapshot, now); });
}

}  // namespace goodturn::helper
