#include "helper/api/routes.h"

namespace goodturn::helper {

Endpoints endpoints(Application& application) {
  Endpoints all;
  add_sync_endpoints(all, application);
  add_week_endpoints(all, application);
  add_people_endpoints(all, application);
  add_account_endpoints(all, application);
  add_history_endpoints(all, application);
  add_duplicates_endpoints(all, application);
  add_records_endpoints(all, application);
  add_mail_endpoints(all, application);
  add_report_endpoints(all, application);
  add_journal_endpoints(all, application);
  add_meeting_endpoints(all, application);
  add_own_endpoints(all, application);
  add_writing_endpoints(all, application);
  return all;
}

}  // namespace goodturn::helper
