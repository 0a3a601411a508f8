// messages.csv of LinkedIn's data export: who wrote to whom, and when. What was written is not read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/imports/csv.h"

namespace goodturn::imports {

/// The address of a LinkedIn profile as one text for comparing: "/in/ada-example" of
/// "https://de.linkedin.com/in/Ada-Example/?trk=x". Empty for any other address.
[[nodiscard]] std::string profile_key(std::string_view url);

/// What somebody and the user wrote to each other on one day (UTC).
struct MessageDay {
  std::string profile;  ///< profile_key() of the other one
  Instant first{};      ///< the first message of that day
  std::size_t from_them = 0;
  std::size_t from_user = 0;
};

struct MessageTable {
  std::vector<MessageDay> days;  ///< by profile, then by day
  std::size_t messages = 0;      ///< rows below the head
  /// Messages that say nothing about two people: without a date or profile, drafts, spam, and those to more
  /// than five, as with mail (features.md).
  std::size_t left_out = 0;
};

/// nullopt when no row among the first ten is the head of such a table. The user is whose profile stands in
/// the most messages; where two stand in equally many, both count as the other one.
[[nodiscard]] std::optional<MessageTable> read_messages(const std::vector<CsvRow>& rows);

}  // namespace goodturn::imports
