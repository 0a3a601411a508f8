// What must hold for any file that somebody wants to import.
#include <string>

#include "core/calendar/split.h"
#include "core/imports/messages.h"
#include "core/imports/split.h"
#include "core/imports/tables.h"
#include "core/imports/utf16.h"
#include "core/text/charset.h"
#include "core/text/document.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/require.h"

namespace goodturn::fuzz {
namespace {

void check_one_card(const imports::ImportedCard& card) {
  const auto document = text::Document::parse(card.text);
  require(document.components().size() == 1 && document.components().front().name == "VCARD", "one card");
  require(document.components().front().children.empty(), "nothing inside a card");
  require(text::uid_of(document) == card.uid.value, "a card with its UID");
  require(document.all(document.components().front(), "FN").size() == 1, "a card with one name");
}

void check_one_piece(const calendar::Piece& piece) {
  require(text::Document::parse(piece.text).find("VCALENDAR") != nullptr, "an item in its calendar");
  require(!piece.components().empty(), "an item with its components");
  const auto named = text::Document::parse(imports::with_uid(piece.text, Uid("fuzz")));
  require(!piece.uid.empty() || !text::uid_of(named).empty(), "an item with a UID");
}

void check_table(const imports::ImportedTable& table) {
  for (const imports::ImportedCard& card : table.cards) check_one_card(card);
  for (const imports::ColumnUse& use : table.columns) require(use.cells > 0, "no column without cells");
}

}  // namespace

void check_import(std::string_view bytes) {
  for (const imports::SingleItem& card : imports::split_cards(bytes)) {
    require(!card.uid.empty(), "a card with a UID");
    require(text::Document::parse(card.text).find("VCARD") != nullptr, "a card that is one");
  }
  if (const auto pieces = calendar::split(text::Document::parse(bytes)))
    for (const calendar::Piece& piece : *pieces) check_one_piece(piece);
  if (const auto text = imports::from_utf16(bytes)) require(text::is_utf8(*text), "UTF-8 of UTF-16");
  const auto rows = imports::read_csv(bytes);
  if (const auto table = imports::read_table(rows)) check_table(*table);
  if (const auto messages = imports::read_messages(rows))
    require(messages->left_out <= messages->messages, "no more left out than there was");
}

}  // namespace goodturn::fuzz
