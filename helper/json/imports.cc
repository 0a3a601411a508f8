#include "helper/json/imports.h"

#include <map>

#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

std::string_view word_of(ImportKind kind) {
  switch (kind) {
    case ImportKind::card:
      return "person";
    case ImportKind::event:
      return "event";
    case ImportKind::record:
      return "note";
  }
  return "";
}

Json json_of(const ImportLikeness& like) {
  Json reasons = Json::array();
  for (const people::Reason& reason : like.reasons) {
    Json json = {{"sign", people::to_string(reason.sign)}};
    if (!reason.value.empty()) json["value"] = reason.value;
    reasons.push_back(std::move(json));
  }
  return {{"uid", like.person.value},
          {"name", like.name},
          {"certainty", people::to_string(like.certainty)},
          {"reasons", std::move(reasons)}};
}

Json json_of(const ImportSource& source) {
  Json columns = Json::array();
  for (const imports::ColumnUse& use : source.columns)
    columns.push_back(
        {{"column", use.column}, {"becomes", imports::to_string(use.becomes)}, {"cells", use.cells}});
  return {{"name", source.name},
          {"program", source.program},
          {"items", source.items},
          {"columns", std::move(columns)}};
}

/// {"new": 3, …}: how many entries of one kind have each fate.
Json counts_of(const ImportPlan& plan, ImportKind kind) {
  Json counts = Json::object();
  for (const ImportFate fate :
       {ImportFate::fresh, ImportFate::unsure, ImportFate::known, ImportFate::erased}) {
    std::size_t count = 0;
    for (const ImportEntry& entry : plan.entries) count += entry.kind == kind && entry.fate == fate ? 1 : 0;
    counts[std::string(to_string(fate))] = count;
  }
  return counts;
}

}  // namespace

Json json_of(const ImportEntry& entry) {
  Json json = {{"name", entry.name},
               {"uid", entry.uid.value},
               {"fate", to_string(entry.fate)},
               {"kind", word_of(entry.kind)}};
  if (entry.like && entry.fate == ImportFate::unsure) json["like"] = json_of(*entry.like);
  return json;
}

Json json_of(const ImportPlan& plan, std::size_t most, Language language) {
  Json sources = Json::array(), entries = Json::array(), books = Json::array();
  for (const ImportSource& source : plan.sources) sources.push_back(json_of(source));
  for (const ImportBook& book : plan.books.open)
    books.push_back({{"id", book.id}, {"name", book.name}, {"account", book.account}});
  std::map<std::pair<ImportKind, ImportFate>, std::size_t> shown;
  for (const ImportEntry& entry : plan.entries)
    if (shown[{entry.kind, entry.fate}]++ < most) entries.push_back(json_of(entry));
  return {{"sources", std::move(sources)},
          {"not_read", plan.not_read},
          {"people", counts_of(plan, ImportKind::card)},
          {"events", counts_of(plan, ImportKind::event)},
          {"notes", counts_of(plan, ImportKind::record)},
          {"messages_left_out", plan.messages_left_out},
          {"entries", std::move(entries)},
          {"people_into", in_words(Said("import.people"), language)},
          {"events_into", in_words(Said("import.calendar"), language)},
          {"books", std::move(books)},
          {"books_closed", plan.books.closed}};
}

}  // namespace goodturn::helper
