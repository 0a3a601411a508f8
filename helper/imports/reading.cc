#include "helper/imports/reading.h"

#include <algorithm>

#include "core/calendar/split.h"
#include "core/imports/card_writer.h"
#include "core/imports/split.h"
#include "core/imports/utf16.h"
#include "helper/imports/monica.h"

namespace goodturn::helper {
namespace {

FileReading reading_of(std::string program, std::vector<imports::SingleItem> items, ImportKind kind) {
  FileReading reading;
  reading.program = std::move(program);
  for (imports::SingleItem& item : items)
    reading.entries.push_back({"", item.uid, ImportFate::fresh, kind, std::move(item.text)});
  return reading;
}

std::optional<FileReading> read_rows(const std::vector<imports::CsvRow>& rows) {
  FileReading reading;
  if (auto messages = imports::read_messages(rows)) {
    reading.program = "LinkedIn";
    reading.messages = std::move(*messages);
    return reading;
  }
  auto table = imports::read_table(rows);
  if (!table) return std::nullopt;
  reading.program = imports::program_of(table->kind);
  reading.columns = std::move(table->columns);
  for (imports::ImportedCard& card : table->cards)
    reading.entries.push_back(
        {std::move(card.name), card.uid, ImportFate::fresh, ImportKind::card, std::move(card.text)});
  return reading;
}

/// Cards and calendars say so; a table need not be taken apart into lines to see that it is none.
bool has_components(std::string_view bytes) {
  constexpr std::string_view begin = "BEGIN";
  const auto same = [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b; };
  return std::search(bytes.begin(), bytes.end(), begin.begin(), begin.end(), same) != bytes.end();
}

imports::SingleItem item_of(calendar::Piece piece) {
  if (!piece.uid.empty()) return {Uid(piece.uid), std::move(piece.text)};
  const Uid uid = imports::imported_uid({std::string(piece.components())});
  return {uid, imports::with_uid(piece.text, uid)};
}

Result<std::optional<FileReading>> read_components(std::string_view bytes) {
  if (!has_components(bytes)) return std::nullopt;
  if (auto cards = imports::split_cards(bytes); !cards.empty())
    return reading_of("vCard", std::move(cards), ImportKind::card);
  auto pieces = calendar::split(text::Document::parse(bytes));
  if (!pieces) return fail(pieces.error());
  if (pieces->empty()) return std::nullopt;
  std::vector<imports::SingleItem> items;
  for (calendar::Piece& piece : *pieces) items.push_back(item_of(std::move(piece)));
  return reading_of("iCalendar", std::move(items), ImportKind::event);
}

}  // namespace

Result<std::optional<FileReading>> read_import(std::string_view bytes) {
  const auto decoded = imports::from_utf16(bytes);
  if (decoded) bytes = *decoded;
  if (auto items = read_components(bytes); !items || *items) return items;
  if (auto monica = read_monica(bytes)) return monica;
  return read_rows(imports::read_csv(bytes));
}

}  // namespace goodturn::helper
