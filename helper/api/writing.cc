#include "helper/people/writing.h"
#include "helper/api/routes.h"
#include "helper/json/figure.h"

namespace goodturn::helper {
namespace {

std::string_view word_of(relations::AskGround ground) {
  switch (ground) {
    case relations::AskGround::gave:
      return "gave";
    case relations::AskGround::offered_help:
      return "offered-help";
    case relations::AskGround::role:
      return "role";
    case relations::AskGround::none:
      break;
  }
  return "none";
}

Json json_of(const Recipient& recipient) {
  Json json = {{"person", helper::json_of(recipient.person)},
               {"email", recipient.email},
               {"layer", recipient.layer},
               {"ask_small", recipient.ask_small},
               {"may_ask", recipient.gate.is_open()},
               {"ground", word_of(recipient.gate.ground)},
               {"gives", recipient.gate.gives}};
  if (recipient.last_contact) json["last_contact"] = to_iso(*recipient.last_contact);
  if (recipient.gate.since) json["since"] = to_iso(*recipient.gate.since);
  return json;
}

Json json_of(const Reader& reader) {
  Json json = {{"person", helper::json_of(reader.person)}, {"interests", reader.interests}};
  if (!reader.email.empty()) json["email"] = reader.email;
  return json;
}

template <class Row>
Json list_json(const std::vector<Row>& rows) {
  Json list = Json::array();
  for (const Row& row : rows) list.push_back(json_of(row));
  return list;
}

}  // namespace

void add_writing_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["lookAtRecipients"] = [&app](const Call& call) -> Result<Reply> {
    const auto snapshot = app.snapshots.get(app.world);
    if (!snapshot) return fail(snapshot.error());
    const auto emails = call.body.at("emails").get<std::vector<std::string>>();
    return reply_of({{"people", list_json(recipients_of(**snapshot, app.world.now().today, emails))}});
  };
  endpoints["findReaders"] = [&app](const Call& call) -> Result<Reply> {
    const auto snapshot = app.snapshots.get(app.world);
    if (!snapshot) return fail(snapshot.error());
    const Readers readers = readers_of(**snapshot, call.body.at("text").get<std::string>());
    return reply_of({{"people", list_json(readers.people)}, {"interests_known", readers.interests_known}});
  };
}

}  // namespace goodturn::helper
