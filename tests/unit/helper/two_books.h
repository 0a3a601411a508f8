// Two address books that have one person on two cards.
#pragma once

#include "helper/people/duplicates.h"
#include "helper/people/identity.h"
#include "tests/unit/helper/test_world.h"

namespace goodturn::helper {

using Words = std::vector<std::string>;

/// Ada in the books "book" (u-ada) and "work" (u-work, as "A. Berg"), and Bob (u-bob); a past meeting with
/// each address of Ada. Synchronised.
void two_books(TestWorld& test);
[[nodiscard]] std::shared_ptr<const Snapshot> snapshot(TestWorld& test);
[[nodiscard]] Duplicates duplicates(TestWorld& test);
/// Everybody's name, sorted.
[[nodiscard]] Words names(TestWorld& test);
/// Merges and gives back how to undo it.
std::string merge(TestWorld& test, const std::vector<Uid>& people = {Uid("u-ada"), Uid("u-work")});

}  // namespace goodturn::helper
