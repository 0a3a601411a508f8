#include "helper/json/figure.h"
#include "helper/json/reports.h"

namespace goodturn::helper {
namespace {

std::string_view word_of(network::EchoWord word) {
  switch (word) {
    case network::EchoWord::echo:
      return "echo";
    case network::EchoWord::hint:
      return "hint";
    case network::EchoWord::balanced:
      break;
  }
  return "balanced";
}

std::string_view word_of(network::Leaning leaning) {
  switch (leaning) {
    case network::Leaning::hedgehog:
      return "hedgehog";
    case network::Leaning::coyote:
      return "coyote";
    case network::Leaning::both:
      return "both";
    case network::Leaning::balanced:
      break;
  }
  return "balanced";
}

std::string_view word_of(network::ReadinessAdvice advice) {
  switch (advice) {
    case network::ReadinessAdvice::build_now:
      return "build-now";
    case network::ReadinessAdvice::warm_contacts_first:
      return "warm-contacts-first";
    case network::ReadinessAdvice::none:
      break;
  }
  return "none";
}

Json json_of(const Group& group) { return helper::json_of(group.people); }

Json groups_json(const std::vector<Group>& groups) {
  Json list = Json::array();
  for (const Group& group : groups) list.push_back(json_of(group));
  return list;
}

Json pairs_json(const Circles& circles) {
  const network::PairCounts& pairs = circles.pairs;
  return {{"pairs", pairs.pairs},
          {"known", pairs.known()},
          {"unknown", pairs.unknown()},
          {"said", pairs.said},
          {"inferred", pairs.inferred},
          {"denied", pairs.denied},
          {"figure", helper::json_of(circles.pairs_known)}};
}

Json members_json(const std::vector<Member>& members) {
  Json list = Json::array();
  for (const Member& member : members)
    list.push_back({{"person", helper::json_of(member.person)},
                    {"liveliness", relations::to_string(member.liveliness)},
                    {"layer", member.layer}});
  return list;
}

Json acquainted_json(const std::vector<KnownPair>& pairs) {
  Json list = Json::array();
  for (const KnownPair& pair : pairs) list.push_back({pair.first, pair.second});
  return list;
}

Json circles_json(const Circles& circles) {
  Json json = {{"members", members_json(circles.members)},
               {"acquainted", acquainted_json(circles.acquainted)},
               {"pairs", pairs_json(circles)},
               {"effective_size", helper::json_of(circles.effective_size)},
               {"efficiency", helper::json_of(circles.efficiency)},
               {"constraint", helper::json_of(circles.constraint)},
               {"constraint_by_time", helper::json_of(circles.constraint_by_time)},
               {"clustering", helper::json_of(circles.clustering)},
               {"pockets", helper::json_of(circles.pockets)},
               {"pocket_groups", groups_json(circles.pocket_groups)},
               {"cliques", groups_json(circles.cliques)},
               {"echo",
                {{"word", word_of(circles.echo_word)},
                 {"figure", helper::json_of(circles.echo)},
                 {"people", json_of(circles.echo_group)}}},
               {"leaning", {{"word", word_of(circles.leaning)}, {"text", circles.leaning_text}}}};
  if (!circles.cliques_note.empty()) json["cliques_note"] = circles.cliques_note;
  return json;
}

Json dimension_json(const Dimension& dimension) {
  Json groups = Json::array();
  for (const GroupShare& group : dimension.groups)
    groups.push_back(
        {{"group", group.group}, {"people", group.people}, {"heads", group.heads}, {"time", group.time}});
  return {{"name", dimension.name},
          {"own", dimension.is_own},
          {"known", dimension.known},
          {"unknown", dimension.unknown},
          {"heads", helper::json_of(dimension.heads)},
          {"time", helper::json_of(dimension.time)},
          {"homophily", helper::json_of(dimension.homophily)},
          {"groups", std::move(groups)}};
}

Json behaviours_json(const SixBehaviours& six) {
  Json cells = Json::array();
  for (const Side side : all_sides)
    for (const Purpose purpose : all_purposes) {
      Json cell = {{"side", to_string(side)},
                   {"purpose", to_string(purpose)},
                   {"count", six.cells.count(side, purpose)}};
      if (const auto share = six.cells.share(side, purpose)) cell["share"] = *share;
      cells.push_back(std::move(cell));
    }
  Json unknown = Json::array();
  for (const UnknownDomain& one : six.unknown)
    unknown.push_back({{"domain", one.domain}, {"touches", one.touches}});
  return {{"cells", std::move(cells)},
          {"unknown_side", six.cells.unknown_side},
          {"evenness", helper::json_of(six.evenness)},
          {"unknown_domains", std::move(unknown)}};
}

Json venues_json(const std::vector<VenueView>& venues) {
  Json list = Json::array();
  for (const auto& [venue, text] : venues) {
    Json json = {{"type", venue.type}, {"events", venue.events}, {"kept", venue.kept}, {"text", text}};
    if (venue.yield) json["yield"] = *venue.yield;
    list.push_back(std::move(json));
  }
  return list;
}

Json communities_json(const std::vector<CommunityView>& communities) {
  Json list = Json::array();
  for (const CommunityView& one : communities) {
    Json json = {{"uid", one.uid.value},
                 {"name", one.name},
                 {"members", helper::json_of(one.members)},
                 {"living", one.living}};
    if (one.kind) json["kind"] = calendar::to_string(*one.kind);
    if (one.answer) json["answer"] = helper::json_of(*one.answer);
    list.push_back(std::move(json));
  }
  return list;
}

Json crisis_json(const Crisis& crisis) {
  return {{"readiness", helper::json_of(crisis.readiness)}, {"roles", helper::json_of(crisis.roles)},
          {"bench", helper::json_of(crisis.bench)},         {"balanced", helper::json_of(crisis.balanced)},
          {"warm", helper::json_of(crisis.warm)},           {"advice", word_of(crisis.advice)}};
}

}  // namespace

Json json_of(const Ladder& ladder) {
  Json rungs = Json::array();
  for (const Rung& rung : ladder.rungs)
    rungs.push_back({{"class", to_string(rung.of)},
                     {"reach", json_of(rung.reach)},
                     {"contacts", json_of(rung.contacts)},
                     {"strangers", json_of(rung.strangers)}});
  Json json = {{"upward", json_of(ladder.upward)}, {"rungs", std::move(rungs)}, {"notes", ladder.notes}};
  if (ladder.rungs.empty())
    json["boss_missing"] = json_of(ladder.boss_missing);
  else
    json["boss"] = json_of(ladder.boss);
  return json;
}

Json json_of(const NetworkReport& report) {
  Json variety = Json::array();
  for (const Dimension& dimension : report.variety) variety.push_back(dimension_json(dimension));
  return {{"active", json_of(report.active)},
          {"circles", circles_json(report.circles)},
          {"variety", std::move(variety)},
          {"behaviours", behaviours_json(report.habits.behaviours)},
          {"depth", json_of(report.habits.depth)},
          {"follow_up", json_of(report.habits.follow_up)},
          {"venues", venues_json(report.habits.venues)},
          {"communities", communities_json(report.habits.communities)},
          {"ladder", json_of(report.ladder)},
          {"crisis", crisis_json(report.crisis)}};
}

}  // namespace goodturn::helper
