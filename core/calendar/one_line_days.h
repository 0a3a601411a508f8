// When a one-line entry happened, and when what it promises is due.
#pragma once

#include <span>

#include "core/base/result.h"
#include "core/calendar/one_line.h"
#include "core/calendar/one_line_token.h"
#include "core/calendar/one_line_words.h"

namespace goodturn::calendar {

/// Takes the days out of the words of a line, each with its "by" or "on", into `happened` and `due`; the
/// second of a kind is left in the text. A day behind "about" is part of what it was about. Fails with
/// ErrorKind::invalid, saying what to write, when a day is still to come and the line tells of something that
/// happened, when it cannot be read (line_day_at), and when it may as well belong to the text.
Result<void> take_days(std::span<LineToken> tokens, const LineWords& words, Day today, OneLine& line);

}  // namespace goodturn::calendar
