#include "core/sign_in/missing_certificate.h"
#include "helper/json/json.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view word_of(sync::AccountKind kind) {
  switch (kind) {
    case sync::AccountKind::dav:
      return "dav";
    case sync::AccountKind::vdir:
      return "vdir";
    case sync::AccountKind::feed:
      return "feed";
  }
  return "";
}

constexpr std::string_view word_of(Progress::Phase phase) {
  switch (phase) {
    case Progress::Phase::started:
      return "started";
    case Progress::Phase::listing:
      return "listing";
    case Progress::Phase::fetching:
      return "fetching";
    case Progress::Phase::indexing:
      return "indexing";
    case Progress::Phase::finished:
      return "finished";
  }
  return "";
}

Json json_of(const sync::CollectionReport& report, Language language) {
  Json item_errors = Json::array();
  for (const sync::ItemError& one : report.item_errors)
    item_errors.push_back({{"href", one.href.value},
                           {"kind", to_string(one.error.kind)},
                           {"what", in_words(one.error, language)}});
  return {{"name", report.name},          {"added", report.added},
          {"changed", report.changed},    {"removed", report.removed},
          {"sent", report.sent},          {"unchanged", report.unchanged},
          {"item_errors", item_errors},   {"warnings", in_words(report.warnings, language)},
          {"held_back", report.held_back}};
}

std::string_view word_of(sign_in::Kind kind) {
  switch (kind) {
    case sign_in::Kind::password:
      return "password";
    case sign_in::Kind::token:
      return "token";
    case sign_in::Kind::oauth:
      return "oauth";
  }
  return "password";
}

Json json_of(const sync::AccountReport& report, Language language) {
  Json errors = Json::array();
  for (const Error& error : report.errors) {
    Json one = {{"kind", to_string(error.kind)}, {"what", in_words(error, language)}};
    if (!error.where.empty()) one["where"] = error.where;
    errors.push_back(std::move(one));
  }
  Json collections = Json::array();
  for (const sync::CollectionReport& collection : report.collections)
    collections.push_back(json_of(collection, language));
  return {{"name", report.name},
          {"errors", std::move(errors)},
          {"warnings", in_words(report.warnings, language)},
          {"collections", std::move(collections)}};
}

}  // namespace

Json json_of(const sync::Account& account) {
  Json json = {{"id", account.id},
               {"kind", word_of(account.kind)},
               {"name", account.name},
               {"url", account.url},
               {"own_addresses", account.own_addresses}};
  if (!account.user.empty()) json["user"] = account.user;
  json["sign_in"] = word_of(account.sign_in.kind);
  if (account.sign_in.withdrawn) json["withdrawn"] = true;
  if (!account.sign_in.certificate.empty()) json["certificate"] = account.sign_in.certificate;
  if (!account.sign_in.client_certificate.empty())
    json["client_certificate"] = account.sign_in.client_certificate;
  return json;
}

Json json_of(const CollectionRow& row) {
  const sync::Collection& one = row.collection;
  Json json = {{"id", one.id},
               {"account", one.account},
               {"account_name", row.account_name},
               {"name", one.name},
               {"kind", one.holds.cards ? "address-book" : "calendar"},
               {"read_only", one.read_only},
               {"enabled", one.enabled},
               {"counts_as_meetings", one.counts_as_meetings},
               {"write_back", one.write_back},
               {"items", row.items}};
  if (!one.color.empty()) json["color"] = one.color;
  if (one.last_sync) json["last_sync"] = to_iso(*one.last_sync);
  return json;
}

Json json_of(const SyncResult& result, bool finished, Language language) {
  Json accounts = Json::array();
  for (const sync::AccountReport& account : result.accounts) accounts.push_back(json_of(account, language));
  Json json = {{"finished", finished},
               {"cancelled", result.cancelled},
               {"summary", in_words(summary_of(result), language)},
               {"accounts", std::move(accounts)}};
  if (result.dry_run == DryRun::yes) json["plan"] = in_words(result.plan_lines, language);
  return json;
}

Json json_of(const SyncState& state, Language language) {
  if (state.result) return json_of(*state.result, !state.running, language);
  SyncResult nothing;
  Json json = json_of(nothing, !state.running, language);
  json["summary"] = state.error ? in_words(*state.error, language)
                                : in_words(Said(state.running ? "syncs.running" : "syncs.not_yet"), language);
  return json;
}

Json sync_event(const SyncState& state, Language language) {
  const Progress& progress = state.progress;
  Json json = {{"phase", word_of(progress.phase)}, {"done", progress.done}, {"total", progress.total}};
  if (!progress.account.empty()) json["account"] = progress.account;
  if (!progress.collection.empty()) json["collection"] = progress.collection;
  if (progress.phase == Progress::Phase::finished) json["report"] = json_of(state, language);
  return json;
}

Json json_of(const Error& error, Language language) {
  const ErrorFace face = face_of(error.kind);
  Json json = {{"type", "urn:goodturn:error:" + std::string(to_string(error.kind))},
               {"title", face.title},
               {"status", face.status},
               {"detail", in_words(error, language)},
               {"kind", to_string(error.kind)}};
  if (!error.where.empty()) json["where"] = error.where;
  if (!error.certificate.empty()) json["certificate"] = error.certificate;
  if (sign_in::wants_certificate(error)) json["wants_certificate"] = true;
  return json;
}

std::string print(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace goodturn::helper
