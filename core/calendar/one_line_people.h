// The people whom a one-line entry names.
#pragma once

#include <cstddef>
#include <vector>

#include "core/calendar/one_line.h"
#include "core/calendar/one_line_token.h"
#include "core/calendar/one_line_words.h"

namespace goodturn::calendar {

/// What is known of the places in a line before its people are.
struct LinePlaces {
  std::size_t end = 0;         ///< of what is understood: the place of "::", or behind the last word
  std::size_t direct = 1;      ///< the first word behind the verb that may be a name
  std::size_t kind_first = 0;  ///< 0: no word says the kind
  std::size_t kind_last = 0;
};

/// Takes the names out of the words of a line, as read_one_line says. True when those of something received
/// name only whom it led to.
bool take_people(std::vector<LineToken>& tokens, LinePlaces place, const LineWords& words, OneLine& line);

}  // namespace goodturn::calendar
