#include "helper/api/routes.h"
#include "helper/notes/writing.h"
#include "helper/people/duplicates.h"
#include "helper/people/own_language.h"
#include "helper/people/shown.h"
#include "helper/week/feed.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

Result<Reply> week_reply(Application& app, const Call& call) {
  const auto week = this_week(app.world, Publish::yes);
  if (!week) return fail(week.error());
  return language_of(app, call).map([&](Language language) { return reply_of(json_of(*week, language)); });
}

Result<Reply> act(Application& app, const Call& call) {
  Answer answer;
  answer.action = *parse_action(call.body.at("action").get<std::string>());
  if (call.body.contains("snooze")) answer.snooze = parse_snooze(call.body["snooze"].get<std::string>());
  if (call.body.contains("until")) answer.until = parse_day(call.body["until"].get<std::string>());
  if (call.body.contains("channel")) answer.channel = parse_channel(call.body["channel"].get<std::string>());
  answer.note = call.body.value("note", "");
  const Uid uid(call.parameters.at("id").get<std::string>());
  const auto answered = answer_follow_up(app.world, app.undo, uid, answer);
  if (!answered) return fail(answered.error());
  app.changed();
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  Json json = {{"suggestion", json_of(answered->entry, *language)}, {"undo", answered->undo}};
  if (answered->slower_cadence) json["slower_cadence"] = *answered->slower_cadence;
  return reply_of(std::move(json));
}

/// What of a note could not be taken back, unless it is among `known`.
Result<Json> left_in_notes(Application& app, const std::set<Uid>& known, Language language) {
  const auto lock = app.world.lock();
  const auto lines = last_note_lines(app.world);
  if (!lines) return fail(lines.error());
  Json told = Json::array();
  for (const NoteLine& line : *lines)
    if (line.state == NoteLine::State::left && !known.contains(line.record))
      told.push_back(in_words(
          Said("markdown.told", {{"file", line.path}, {"why", in_words(Said(line.problem), language)}}),
          language));
  return told;
}

Result<Reply> undo(Application& app, const Call& call) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto known = left_note_lines(app.world);
  if (!known) return fail(known.error());
  if (auto done = app.undo.apply(app.world, call.body.at("undo").get<std::string>()); !done)
    return fail(done.error());
  app.changed();
  auto notes = left_in_notes(app, *known, *language);
  if (!notes) return fail(notes.error());
  return reply_of({{"left_in_notes", std::move(*notes)}});
}

Result<Reply> get_feed(Application& app, const Call& call) {
  const auto feed = serve_feed(app.world);
  if (!feed) return fail(feed.error());
  const int status = call.if_none_match == feed->etag ? 304 : 200;
  return Reply{status, {}, feed->text, "text/calendar; charset=utf-8", feed->etag};
}

Result<Reply> put_feed(Application& app, const Call& call) {
  if (call.if_match.empty())
    return fail(ErrorKind::invalid, "Send If-Match or If with the ETag of the calendar that was changed.");
  const auto etag = take_feed(app.world, app.undo, call.if_match, call.raw_body);
  if (!etag) return fail(etag.error());
  app.changed();
  return Reply{204, {}, "", "text/calendar; charset=utf-8", *etag};
}

Result<Reply> settings_reply(Application& app) {
  const auto lock = app.world.lock();
  const auto budget = weekly_budget(app.world);
  if (!budget) return fail(budget.error());
  const auto region = phone_region(app.world);
  if (!region) return fail(region.error());
  const auto balance = shows_balance(app.world);
  if (!balance) return fail(balance.error());
  const auto language = chosen_language(app.world);
  if (!language) return fail(language.error());
  return reply_of({{"weekly_budget", *budget},
                   {"phone_region", *region},
                   {"show_balance", *balance},
                   {"language", *language ? to_string(**language) : "desktop"}});
}

Result<Reply> edit_settings(Application& app, const Call& call) {
  if (call.body.contains("weekly_budget")) {
    if (auto set = set_weekly_budget(app.world, call.body["weekly_budget"].get<int>()); !set)
      return fail(set.error());
    app.changed();
  }
  if (call.body.contains("phone_region")) {
    if (auto set = set_phone_region(app.world, call.body["phone_region"].get<std::string>()); !set)
      return fail(set.error());
    app.changed();
  }
  if (call.body.contains("show_balance")) {
    if (auto set = show_balance(app.world, call.body["show_balance"].get<bool>()); !set)
      return fail(set.error());
    app.changed();
  }
  if (call.body.contains("language")) {
    const auto language = parse_language(call.body["language"].get<std::string>());
    if (auto set = choose_language(app.world, language); !set) return fail(set.error());
    app.changed();
  }
  return settings_reply(app);
}

Reply address_reply(const std::string& url) {
  return reply_of({{"url", url}, {"webcal", "webcal" + url.substr(url.find(':'))}});
}

}  // namespace

void add_week_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["getWeek"] = [&app](const Call& call) { return week_reply(app, call); };
  endpoints["actOnSuggestion"] = [&app](const Call& call) { return act(app, call); };
  endpoints["undo"] = [&app](const Call& call) { return undo(app, call); };
  endpoints["getCalendar"] = [&app](const Call& call) { return get_feed(app, call); };
  endpoints["putCalendar"] = [&app](const Call& call) { return put_feed(app, call); };
  endpoints["getFeed"] = [&app](const Call& call) { return get_feed(app, call); };
  endpoints["putFeed"] = [&app](const Call& call) { return put_feed(app, call); };
  endpoints["getSettings"] = [&app](const Call&) { return settings_reply(app); };
  endpoints["editSettings"] = [&app](const Call& call) { return edit_settings(app, call); };
  endpoints["getFeedAddress"] = [&app](const Call&) { return app.feed.url().map(address_reply); };
  endpoints["resetFeedAddress"] = [&app](const Call&) { return app.feed.renew().map(address_reply); };
}

}  // namespace goodturn::helper
