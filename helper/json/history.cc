#include "helper/history/words.h"
#include "helper/json/json.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view word_of(sync::Cause cause) {
  switch (cause) {
    case sync::Cause::clash:
      return "clash";
    case sync::Cause::clobbered:
      return "clobbered";
    case sync::Cause::dropped:
      return "dropped";
  }
  return "";
}

constexpr std::string_view word_of(sync::IntentKind kind) {
  switch (kind) {
    case sync::IntentKind::create:
      return "create";
    case sync::IntentKind::update:
      return "update";
    case sync::IntentKind::remove:
      return "remove";
  }
  return "";
}

}  // namespace

Json json_of(const std::vector<ConflictView>& conflicts, Language language) {
  Json list = Json::array();
  for (const ConflictView& view : conflicts)
    list.push_back({{"id", view.row.id},
                    {"at", to_iso(view.row.at)},
                    {"cause", word_of(view.row.cause)},
                    {"collection_name", view.collection_name},
                    {"item", in_words(view.item, language)},
                    {"property", view.row.property},
                    {"property_words", in_words(words_for(view.row.property), language)},
                    {"here", view.row.local_value},
                    {"there", view.row.remote_value},
                    {"both_possible", view.both_possible}});
  return {{"conflicts", std::move(list)}};
}

Json json_of(const WritePage& page, Language language) {
  Json list = Json::array();
  for (const WriteView& view : page.writes)
    list.push_back({{"id", view.row.id},
                    {"at", to_iso(view.row.at)},
                    {"kind", word_of(view.row.kind)},
                    {"account_name", view.account_name},
                    {"collection_name", view.collection_name},
                    {"item", in_words(view.item, language)},
                    {"lines", in_words(view.lines, language)},
                    {"undone", view.row.undone},
                    {"may_undo", view.may_undo}});
  return {{"changes", std::move(list)}, {"total", page.total}};
}

Json json_of(const std::vector<TrashView>& trash, Language language) {
  Json list = Json::array();
  for (const TrashView& view : trash)
    list.push_back({{"id", view.row.id},
                    {"at", to_iso(view.row.at)},
                    {"reason", in_words(view.reason, language)},
                    {"collection_name", view.collection_name},
                    {"item", in_words(view.item, language)}});
  return {{"entries", std::move(list)}};
}

}  // namespace goodturn::helper
