// The endpoints by subject; endpoints.cc puts them together.
#pragma once

#include "helper/api/endpoints.h"

namespace goodturn::helper {

using Endpoints = std::map<std::string, Endpoint, std::less<>>;

void add_sync_endpoints(Endpoints& endpoints, Application& application);
void add_week_endpoints(Endpoints& endpoints, Application& application);
void add_people_endpoints(Endpoints& endpoints, Application& application);
void add_account_endpoints(Endpoints& endpoints, Application& application);
void add_sign_in_endpoints(Endpoints& endpoints, Application& application);
void add_history_endpoints(Endpoints& endpoints, Application& application);
void add_duplicates_endpoints(Endpoints& endpoints, Application& application);
void add_records_endpoints(Endpoints& endpoints, Application& application);
void add_mail_endpoints(Endpoints& endpoints, Application& application);
void add_report_endpoints(Endpoints& endpoints, Application& application);
void add_journal_endpoints(Endpoints& endpoints, Application& application);
void add_meeting_endpoints(Endpoints& endpoints, Application& application);
void add_own_endpoints(Endpoints& endpoints, Application& application);
void add_erasure_endpoints(Endpoints& endpoints, Application& application);
void add_import_endpoints(Endpoints& endpoints, Application& application);
void add_writing_endpoints(Endpoints& endpoints, Application& application);

/// A body that fits AccountRequest of the contract. Errors: those of a sign-in that it names.
[[nodiscard]] Result<AccountRequest> account_request_of(const Application& application, const Json& body);
/// The language of an answer: what the request accepts, else the helper's own. Errors: storage.
[[nodiscard]] Result<Language> language_of(Application& application, const Call& call);

[[nodiscard]] inline Reply reply_of(Json json, int status = 200) {
  return {status, std::move(json), "", "", {}};
}

}  // namespace goodturn::helper
