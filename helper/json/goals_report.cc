#include "helper/json/figure.h"
#include "helper/json/reports.h"

namespace goodturn::helper {
namespace {

Json way_json(const Way& way) {
  Json json = {{"via", json_of(way.via)}, {"text", way.text}};
  if (way.steps) json["steps"] = *way.steps;
  return json;
}

Json target_json(const Target& target) {
  return {{"person", json_of(target.who)},
          {"way", way_json(target.way)},
          {"rating", target.rating},
          {"text", target.text}};
}

Json count_json(const WeekCount& count) { return {{"done", count.done}, {"planned", count.planned}}; }

Json goal_json(const GoalView& view) {
  Json targets = Json::array();
  for (const Target& target : view.targets) targets.push_back(target_json(target));
  Json json = {{"uid", view.goal.uid.value},
               {"titles", view.goal.titles},
               {"industries", view.goal.industries},
               {"companies", view.goal.companies},
               {"purpose", view.goal.purpose},
               {"completeness", json_of(view.completeness)},
               {"missing", view.missing},
               {"targets", std::move(targets)},
               {"touches", count_json(view.touches)},
               {"asks", count_json(view.asks)}};
  if (view.goal.deadline) json["deadline"] = to_iso(*view.goal.deadline);
  return json;
}

Json decision_maker_json(const DecisionMaker& one) {
  Json powers = Json::array();
  for (const Power power : one.powers) powers.push_back(to_string(power));
  return {{"person", json_of(one.who)}, {"powers", std::move(powers)}, {"way", way_json(one.way)}};
}

Json ask_json(const OpenAsk& ask) {
  Json json = {{"id", ask.id.value},
               {"person", json_of(ask.who)},
               {"kind", to_string(ask.kind)},
               {"day", to_iso(ask.day)}};
  if (!ask.next_step.empty()) json["next_step"] = ask.next_step;
  return json;
}

}  // namespace

Json json_of(const GoalsReport& report) {
  Json goals = Json::array(), makers = Json::array(), asks = Json::array();
  for (const GoalView& view : report.goals) goals.push_back(goal_json(view));
  for (const DecisionMaker& one : report.decision_makers) makers.push_back(decision_maker_json(one));
  for (const OpenAsk& ask : report.open_asks) asks.push_back(ask_json(ask));
  Json json = {{"goals", std::move(goals)},
               {"decision_makers", std::move(makers)},
               {"decision_reach", json_of(report.decision_reach)},
               {"ladder", json_of(report.ladder)},
               {"asks", json_of(report.asks)},
               {"open_asks", std::move(asks)},
               {"told", json_of(report.told)},
               {"not_told", json_of(report.not_told)},
               {"prongs",
                {{"social", report.prongs[0]},
                 {"branding", report.prongs[1]},
                 {"leads", report.prongs[2]},
                 {"figure", json_of(report.prongs_text)}}}};
  if (report.goals.empty()) json["goals_missing"] = json_of(report.goals_missing);
  return json;
}

}  // namespace goodturn::helper
