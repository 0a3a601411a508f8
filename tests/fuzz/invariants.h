// What must hold for any bytes at all, else it prints what broke and aborts; shared by the fuzz targets and
// the replay of their corpus.
#pragma once

#include <string_view>

namespace goodturn::fuzz {

/// Round trip, self-equality and tag edits of a card. Prints what broke and aborts.
void check_card(std::string_view bytes);
/// Round trip, readings, updates and the feed of a calendar. Prints what broke and aborts.
void check_calendar(std::string_view bytes);
/// A file to import: every card that comes out is one card with its UID.
void check_import(std::string_view bytes);
/// Three versions of an item, apart by lines of "%%": what either side wrote is in the merge or told as lost,
/// and merging once more changes nothing.
void check_merge(std::string_view bytes);
/// A calendar program's answer to the feed: it speaks of served tasks only, each once; the feed itself
/// changes nothing, nor does an answer that is cut off.
void check_feed_put(std::string_view bytes);
/// A calendar that libical takes without complaint: components, properties and texts are the same there.
void check_against_libical(std::string_view bytes);

}  // namespace goodturn::fuzz
