// Directed, timestamped messages of many people: what the evaluation replays.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::bench {

/// One message to one recipient; people are indices into MessageSet::people.
struct Message {
  std::int32_t sender = 0;
  std::int32_t recipient = 0;
  Instant at{};
};

struct MessageSet {
  std::string name;                 ///< file name up to the first dot
  Channel channel = Channel::mail;  ///< call when the name says so, else mail
  std::vector<std::string> people;  ///< identifiers as the file has them
  std::vector<Message> messages;    ///< ascending by time
  std::vector<std::string> egos;    ///< whose ties are looked at; empty: everybody's
};

/// Larger files are refused, so that memory stays below about half a gigabyte.
inline constexpr std::size_t most_messages = 16'000'000;

/// Reads `sender,recipient,unix_seconds` lines, gzip or plain, after one heading line. Messages to oneself
/// are left out. ErrorKind::storage when the file cannot be read, ErrorKind::parse with the line number for a
/// line of another form or more than `most_messages` lines.
[[nodiscard]] Result<MessageSet> read_messages(const std::string& path);

/// One identifier a line. ErrorKind::storage when the file cannot be read.
[[nodiscard]] Result<std::vector<std::string>> read_egos(const std::string& path);

}  // namespace goodturn::bench
