// What must hold for any bytes at all; shared by the fuzz targets and the replay of their corpus.
#pragma once

#include <string_view>

namespace goodturn::fuzz {

/// Round trip, self-equality and tag edits of a card. Prints what broke and aborts.
void check_card(std::string_view bytes);
/// Round trip, readings, updates and the feed of a calendar. Prints what broke and aborts.
void check_calendar(std::string_view bytes);
/// A file to import: every card that comes out is one card with its UID.
void check_import(std::string_view bytes);

}  // namespace goodturn::fuzz
