#include "helper/mail/mail.h"
#include "helper/api/routes.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t few_messages = 10;  ///< what arrives by itself comes in batches of at most this size

Result<Reply> take(Application& app, const Call& call) {
  const MailBatch batch = mail_batch_of(call.body);
  if (batch.read && batch.read->until < batch.read->from)
    return fail(ErrorKind::invalid, "The span that was read ends before it begins.");
  const auto taken = take_mail(app.world, batch);
  if (!taken) return fail(taken.error());
  // A first run sends many full batches; open pages look again when a part of it is complete.
  if (batch.read || batch.messages.size() <= few_messages) app.changed();
  return reply_of(json_of(*taken));
}

Result<Reply> watch(Application& app, const Call& call) {
  if (auto watched = watch_mail(app.world, mail_choice_of(call.body)); !watched) return fail(watched.error());
  const auto state = mail_state(app.world);
  if (!state) return fail(state.error());
  app.changed();
  return reply_of(json_of(*state));
}

Result<Reply> forget(Application& app, const Call& call) {
  const Json& scope = call.parameters;
  const auto forgotten = forget_mail(
      app.world, {scope.value("all", false), scope.value("address", ""), scope.value("account", "")});
  if (!forgotten) return fail(forgotten.error());
  const auto state = mail_state(app.world);
  if (!state) return fail(state.error());
  app.changed();
  return reply_of({{"forgotten", *forgotten}, {"state", json_of(*state)}});
}

}  // namespace

void add_mail_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["getMail"] = [&app](const Call&) -> Result<Reply> {
    const auto state = mail_state(app.world);
    if (!state) return fail(state.error());
    return reply_of(json_of(*state));
  };
  endpoints["watchMail"] = [&app](const Call& call) { return watch(app, call); };
  endpoints["observeMail"] = [&app](const Call& call) { return take(app, call); };
  endpoints["forgetMail"] = [&app](const Call& call) { return forget(app, call); };
}

}  // namespace goodturn::helper
