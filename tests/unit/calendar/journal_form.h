// What every sample of a journal item offers to the tests, and the people and days that samples share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/calendar/journal.h"

namespace goodturn::calendar::samples {

using namespace std::string_literals;

inline const Instant stamp = *parse_instant("2026-11-22T01:00:00Z");
inline const Day first_day = *parse_day("2026-11-22");
inline const Day other_day = *parse_day("1999-12-31");

inline const NamedPerson ada = {Uid("urn:uuid:1,\"x\";\\"), "Ada; Example, \"née\""};
inline const NamedPerson bob = {Uid("urn:uuid:2"), "Bob\\Example"};
inline const NamedPerson eve = {Uid("urn:uuid:3"), "Eve Example"};

template <class Item>
using Changes = std::vector<std::function<void(Item&)>>;

/// What the tests need of a kind of item: reading, writing, an example with every field set, one change of
/// each field, and its texts.
template <class Item>
struct Form;

}  // namespace goodturn::calendar::samples
