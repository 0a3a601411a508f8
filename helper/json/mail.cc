#include "helper/json/json.h"

namespace goodturn::helper {
namespace {

using relations::MailPlace;

Json json_of(const relations::MailAccount& account) {
  Json folders = Json::array();
  for (const relations::MailFolder& folder : account.folders) {
    Json json = {{"id", folder.id}, {"name", folder.name}};
    if (folder.read) {
      json["read_from"] = to_iso(folder.read->from);
      json["read_until"] = to_iso(folder.read->until);
    }
    folders.push_back(std::move(json));
  }
  return {{"id", account.id}, {"name", account.name}, {"folders", folders}, {"messages", account.messages}};
}

MailPlace place_of(const std::string& word) {
  if (word == "unsent") return MailPlace::unsent;
  if (word == "junk") return MailPlace::junk;
  if (word == "trash") return MailPlace::trash;
  return MailPlace::kept;
}

Instant instant_of(const Json& body, const char* key) {
  return parse_instant(body.at(key).get<std::string>()).value_or(Instant::max());
}

relations::MailHeaders headers_of(const Json& body) {
  relations::MailHeaders headers;
  headers.message_id = body.at("id").get<std::string>();
  headers.thread = body.value("thread", "");
  headers.at = instant_of(body, "at");
  headers.from = body.at("from").get<std::string>();
  headers.recipients = body.at("recipients").get<std::vector<std::string>>();
  headers.place = place_of(body.value("place", "kept"));
  headers.list = body.value("list", false);
  headers.precedence = body.value("precedence", "");
  headers.auto_submitted = body.value("auto_submitted", "");
  headers.auto_reply = body.value("auto_reply", false);
  headers.null_return_path = body.value("null_return_path", false);
  return headers;
}

}  // namespace

Json json_of(const MailState& state) {
  Json accounts = Json::array();
  for (const relations::MailAccount& account : state.accounts) accounts.push_back(json_of(account));
  Json json = {{"accounts", accounts}, {"messages", state.messages}, {"people", state.people}};
  if (state.oldest) json["oldest"] = to_iso(*state.oldest);
  if (state.newest) json["newest"] = to_iso(*state.newest);
  return json;
}

Json json_of(const MailTaken& taken) {
  Json left_out = Json::object();
  for (const auto& [reason, count] : taken.left_out)
    left_out[std::string(relations::to_string(reason))] = count;
  return {{"fresh", taken.fresh}, {"known", taken.known}, {"left_out", left_out}};
}

MailBatch mail_batch_of(const Json& body) {
  MailBatch batch;
  batch.account = body.at("account").get<std::string>();
  batch.folder = body.at("folder").get<std::string>();
  batch.own_addresses = body.at("own_addresses").get<std::vector<std::string>>();
  for (const Json& message : body.at("messages")) batch.messages.push_back(headers_of(message));
  if (body.contains("read"))
    batch.read = relations::ReadSpan{instant_of(body["read"], "from"), instant_of(body["read"], "until")};
  return batch;
}

std::vector<relations::MailAccount> mail_choice_of(const Json& body) {
  std::vector<relations::MailAccount> accounts;
  for (const Json& one : body.at("accounts")) {
    relations::MailAccount account{one.at("id").get<std::string>(), one.at("name").get<std::string>(), {}, 0};
    for (const Json& folder : one.at("folders"))
      account.folders.push_back(
          {folder.at("id").get<std::string>(), folder.at("name").get<std::string>(), std::nullopt});
    accounts.push_back(std::move(account));
  }
  return accounts;
}

}  // namespace goodturn::helper
