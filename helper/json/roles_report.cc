#include "helper/json/figure.h"
#include "helper/json/reports.h"

namespace goodturn::helper {
namespace {

Json holder_json(const Holder& holder) {
  Json json = {{"person", json_of(holder.who)},
               {"liveliness", relations::to_string(holder.liveliness)},
               {"opportunities", holder.opportunities}};
  if (holder.since) json["since"] = to_iso(*holder.since);
  if (holder.last_contact) json["last_contact"] = to_iso(*holder.last_contact);
  return json;
}

Json seat_json(const Seat& seat) {
  Json holders = Json::array(), candidates = Json::array();
  for (const Holder& holder : seat.holders) holders.push_back(holder_json(holder));
  for (const Candidate& one : seat.candidates)
    candidates.push_back({{"person", json_of(one.who)}, {"reasons", one.reasons}});
  Json json = {{"role", seat.role},
               {"need", seat.need},
               {"active", seat.active},
               {"holders", std::move(holders)},
               {"candidates", std::move(candidates)},
               {"text", seat.text}};
  if (!seat.gloss.empty()) json["gloss"] = seat.gloss;
  return json;
}

Json closed_json(const std::vector<ClosedRole>& closed) {
  Json list = Json::array();
  for (const ClosedRole& one : closed)
    list.push_back({{"person", json_of(one.who)},
                    {"role", one.role},
                    {"since", to_iso(one.since)},
                    {"until", to_iso(one.until)}});
  return list;
}

}  // namespace

Json json_of(const RolesReport& report) {
  Json seats = Json::array();
  for (const Seat& seat : report.seats) seats.push_back(seat_json(seat));
  Json json = {{"filled", json_of(report.filled)},
               {"roles_met", json_of(report.roles_met)},
               {"active", json_of(report.active)},
               {"concentration", json_of(report.concentration)},
               {"seats", std::move(seats)},
               {"friends_among_mentors", json_of(report.friends_among_mentors)},
               {"mentors_are_friends", report.mentors_are_friends},
               {"hard_feedback", json_of(report.hard_feedback)},
               {"hard_feedback_due", report.hard_feedback_is_due},
               {"closed", closed_json(report.closed)},
               {"friends_included", report.friends == Friends::included},
               {"friends_only", json_of(report.friends_only)}};
  if (!report.carrier.uid.empty()) json["carrier"] = json_of(report.carrier);
  return json;
}

}  // namespace goodturn::helper
