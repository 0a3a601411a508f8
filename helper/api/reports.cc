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
    return language_of(app, call).map([&](Language language) {
      return reply_of(json_of(make(**snapshot, app.world.now(), language, call)));
    });
  };
}

}  // namespace

void add_report_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["getNetworkReport"] =
      report_endpoint(app, [](const Snapshot& snapshot, Now now, Language language, const Call&) {
        return network_report(snapshot, now, language, two_seconds());
      });
  endpoints["getRolesReport"] =
      report_endpoint(app, [](const Snapshot& snapshot, Now now, Language language, const Call& call) {
        const bool friends = call.parameters.value("friends", false);
        return roles_report(snapshot, now, language, friends ? Friends::included : Friends::left_out);
      });
  endpoints["getBalanceReport"] =
      report_endpoint(app, [](const Snapshot& snapshot, Now now, Language language, const Call&) {
        return balance_report(snapshot, now, language);
      });
  endpoints["getGoalsReport"] =
      report_endpoint(app, [](const Snapshot& snapshot, Now now, Language language, const Call&) {
        return goals_report(snapshot, now, language);
      });
  endpoints["getTrendReport"] =
      report_endpoint(app, [](const Snapshot& snapshot, Now now, Language language, const Call&) {
        return trend_report(snapshot, now, language);
      });
}

}  // namespace goodturn::helper
