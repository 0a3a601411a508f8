#include "helper/api/routes.h"
#include "helper/api/worded.h"
#include "helper/people/own_language.h"
#include "helper/words/words.h"

namespace goodturn::helper {

Endpoint worded(Application& application, Endpoint endpoint) {
  return [&application, endpoint = std::move(endpoint)](const Call& call) -> Result<Reply> {
    auto reply = endpoint(call);
    if (reply) return reply;
    Error error = reply.error();
    reword(error, Said(in_words(error, language_of(application, call).value_or(Language::en))));
    return fail(std::move(error));
  };
}

Endpoints endpoints(Application& application) {
  Endpoints all;
  add_sync_endpoints(all, application);
  add_week_endpoints(all, application);
  add_people_endpoints(all, application);
  add_sign_in_endpoints(all, application);
  add_account_endpoints(all, application);
  add_history_endpoints(all, application);
  add_duplicates_endpoints(all, application);
  add_records_endpoints(all, application);
  add_mail_endpoints(all, application);
  add_report_endpoints(all, application);
  add_journal_endpoints(all, application);
  add_meeting_endpoints(all, application);
  add_own_endpoints(all, application);
  add_erasure_endpoints(all, application);
  add_import_endpoints(all, application);
  add_writing_endpoints(all, application);
  for (auto& [id, endpoint] : all) endpoint = worded(application, std::move(endpoint));
  return all;
}

Result<Language> language_of(Application& application, const Call& call) {
  const auto with = [&](Language own) { return accepted_language(call.accept_language, own); };
  // A request that names one of ours need not wait for the database.
  if (with(Language::en) == with(Language::de)) return with(Language::en);
  return own_language(application.world);
}

}  // namespace goodturn::helper
