#include "helper/accounts/change.h"
#include "helper/api/routes.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

std::optional<std::string> word_at(const Json& body, const char* name) {
  return body.contains(name) ? std::optional(body[name].get<std::string>()) : std::nullopt;
}

Result<Reply> start(Application& app, const Call& call) {
  const Json& body = call.body;
  const bool again = body.contains("account");
  const auto begun = again ? app.sign_ins.begin_again(body["account"].get<sync::AccountId>())
                           : app.sign_ins.begin({body.value("issuer", ""), body.value("client_id", ""),
                                                 body.value("client_secret", ""), body.value("scope", "")});
  if (!begun) return fail(begun.error());
  return reply_of({{"id", begun->id}, {"address", begun->address}}, 201);
}

Result<Reply> state(Application& app, const Call& call) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto found = app.sign_ins.state(call.parameters.at("id").get<std::string>());
  if (!found) return fail(found.error());
  if (found->waiting) return reply_of({{"state", "waiting"}});
  if (!found->error) return reply_of({{"state", "done"}});
  return reply_of(
      {{"state", "failed"},
       {"error", {{"kind", to_string(found->error->kind)}, {"what", in_words(*found->error, *language)}}}});
}

Result<Reply> cancel(Application& app, const Call& call) {
  if (auto gone = app.sign_ins.cancel(call.parameters.at("id").get<std::string>()); !gone)
    return fail(gone.error());
  return reply_of(Json::object());
}

Result<Reply> change(Application& app, const Call& call) {
  const Json& body = call.body;
  SignInChange change;
  change.user = word_at(body, "user");
  change.password = word_at(body, "password");
  change.token = word_at(body, "token");
  change.certificate = word_at(body, "certificate");
  change.client_certificate = word_at(body, "client_certificate");
  change.passphrase = word_at(body, "passphrase");
  if (const auto id = word_at(body, "sign_in")) {
    const auto grant = app.sign_ins.grant(*id);
    if (!grant) return fail(grant.error());
    change.grant = *grant;
  }
  const auto account = change_sign_in(app.world, call.parameters.at("id").get<sync::AccountId>(), change,
                                      [] { return false; });
  if (!account) return fail(account.error());
  app.changed();
  return reply_of(json_of(*account));
}

}  // namespace

Result<AccountRequest> account_request_of(const Application& app, const Json& body) {
  AccountRequest request{body.at("url").get<std::string>(), body.value("user", ""),
                         body.value("password", ""), body.value("name", ""),
                         body.value("leave_out", std::vector<std::string>())};
  request.sign_in.certificate = body.value("certificate", "");
  request.sign_in.client_certificate = body.value("client_certificate", "");
  request.passphrase = body.value("passphrase", "");
  if (const auto token = word_at(body, "token")) {
    request.sign_in.kind = sign_in::Kind::token;
    request.password = *token;
  }
  if (const auto id = word_at(body, "sign_in")) {
    auto grant = app.sign_ins.grant(*id);
    if (!grant) return fail(grant.error());
    request.grant = std::move(*grant);
  }
  return request;
}

void add_sign_in_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["startSignIn"] = [&app](const Call& call) { return start(app, call); };
  endpoints["getSignIn"] = [&app](const Call& call) { return state(app, call); };
  endpoints["cancelSignIn"] = [&app](const Call& call) { return cancel(app, call); };
  endpoints["changeSignIn"] = [&app](const Call& call) { return change(app, call); };
}

}  // namespace goodturn::helper
