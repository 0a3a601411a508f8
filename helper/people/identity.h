// The user's word about who is one person. No card is changed: each word is a record in the Journal
// collection, and other computers that share it see the same people.
#pragma once

#include <string>
#include <vector>

#include "helper/index/snapshot.h"
#include "helper/items/undo.h"

namespace goodturn::helper {

struct Decided {
  std::vector<Uid> cards;  ///< that the word is about, ascending
  std::string undo;
};

/// Makes the people of these cards one person, with all cards that each of them has already. A word from
/// earlier that two of them are not the same is replaced.
/// Errors: not_found; invalid (fewer than two people).
Result<Decided> merge_people(World& world, UndoLog& undo, const std::vector<Uid>& people);

/// Takes one card out of the person it was joined to; what the others are to each other stays. The card and
/// they are remembered as not the same, so that nothing proposes them again. Errors: not_found; invalid (the
/// person has one card, or several with this one UID).
Result<Decided> split_person(World& world, UndoLog& undo, const Uid& card);

/// Remembers that these are different people: nothing proposes any two of them, or of their cards, again.
/// Errors: not_found; invalid (fewer than two people, or two of the cards are one person).
Result<Decided> keep_apart(World& world, UndoLog& undo, const std::vector<Uid>& people);

}  // namespace goodturn::helper
