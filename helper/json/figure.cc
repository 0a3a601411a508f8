#include "helper/json/figure.h"

namespace goodturn::helper {

Json json_of(const Figure& figure) {
  Json json = {{"text", figure.text}};
  if (!figure.evidence.empty()) json["evidence"] = figure.evidence;
  if (figure.value) json["value"] = *figure.value;
  return json;
}

Json json_of(const Who& who) { return {{"uid", who.uid.value}, {"name", who.name}}; }

Json json_of(const std::vector<Who>& people) {
  Json list = Json::array();
  for (const Who& who : people) list.push_back(json_of(who));
  return list;
}

}  // namespace goodturn::helper
