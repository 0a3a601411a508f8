#include "helper/json/figure.h"
#include "helper/json/reports.h"

namespace goodturn::helper {
namespace {

std::string_view word_of(relations::BalanceWord word) {
  switch (word) {
    case relations::BalanceWord::within:
      return "within";
    case relations::BalanceWord::gives_more:
      return "gives-more";
    case relations::BalanceWord::receives_more:
      return "receives-more";
    case relations::BalanceWord::not_enough:
      break;
  }
  return "not-enough";
}

Json row_json(const BalanceRow& row) {
  return {{"person", json_of(row.who)},
          {"tie", to_string(row.kind)},
          {"balance", json_of(row.balance)},
          {"word", word_of(row.word)},
          {"gave", row.gave},
          {"received", row.received},
          {"starts", json_of(row.starts)},
          {"starts_one_sided", row.starts_one_sided},
          {"debt", row.debt}};
}

Json owed_json(const OwedRow& row) {
  return {{"person", json_of(row.who)}, {"record", row.record.value},
          {"day", to_iso(row.day)},     {"kind", to_string(row.kind)},
          {"size", row.size},           {"weight", row.weight},
          {"thanked", row.thanked},     {"text", row.text}};
}

Json thanks_json(const ThanksRow& row) {
  return {{"person", json_of(row.who)},
          {"record", row.record.value},
          {"day", to_iso(row.day)},
          {"due", to_iso(row.due)},
          {"kind", to_string(row.kind)}};
}

Json one_way_json(const OneWayRow& row) {
  Json json = {{"person", json_of(row.who)}, {"gave", row.gave}, {"text", row.text}};
  if (row.last_received) json["last_received"] = to_iso(*row.last_received);
  return json;
}

Json idea_json(const GiveIdea& idea) {
  return {{"person", json_of(idea.who)}, {"kind", to_string(idea.kind)}, {"text", idea.text}};
}

template <class Row>
Json rows_json(const std::vector<Row>& rows, Json (*json_of_row)(const Row&)) {
  Json list = Json::array();
  for (const Row& row : rows) list.push_back(json_of_row(row));
  return list;
}

}  // namespace

Json json_of(const relations::Answers& answers) {
  return {{"yes", answers.yes},
          {"no", answers.no},
          {"open", answers.open},
          {"no_answer", answers.no_answer},
          {"withdrawn", answers.withdrawn}};
}

Json json_of(const BalanceReport& report) {
  return {{"people", rows_json(report.people, row_json)},
          {"owed", rows_json(report.owed, owed_json)},
          {"thanks_due", rows_json(report.thanks_due, thanks_json)},
          {"thanked", json_of(report.thanked)},
          {"taking", json_of(report.taking)},
          {"is_taking", report.is_taking},
          {"ideas", rows_json(report.ideas, idea_json)},
          {"one_way", rows_json(report.one_way, one_way_json)},
          {"beyond_energy", report.beyond_energy},
          {"unprompted", json_of(report.unprompted)},
          {"outside", json_of(report.outside)},
          {"referrals_below", json_of(report.referrals_below)},
          {"belonging_due", json_of(report.belonging_due)},
          {"asks", json_of(report.answers)},
          {"yes_rate", json_of(report.yes_rate)},
          {"may_ask", report.may_ask},
          {"hints", report.hints}};
}

}  // namespace goodturn::helper
