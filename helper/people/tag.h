// Tagging a person: roles and free tags as CATEGORIES of the card, written back to its server.
#pragma once

#include <string>
#include <vector>

#include "helper/index/snapshot.h"
#include "helper/items/undo.h"

namespace goodturn::helper {

struct TagEdit {
  std::vector<std::string> add;
  std::vector<std::string> remove;
};

struct Tagged {
  bool sent = false;            ///< false: kept here, goes out with the next sync
  std::vector<Said> note = {};  ///< why it was not sent yet, or which tag stays; empty when all is done
  std::string undo = {};        ///< empty when nothing changed
};

/// Whether tags of this person's card may be changed, and if not, what to do about it.
struct TagPermission {
  bool allowed = false;
  Said hint = {};  ///< an English sentence, as an Error has it, when not allowed
};
[[nodiscard]] TagPermission may_tag(const sync::Collection& collection);
/// A person may be tagged when one of their cards may; else the hint is that of their first card.
[[nodiscard]] TagPermission may_tag(const Person& person, const Items& items);

/// Gives each card the tags it had; what cannot be sent now goes out with the next sync. A card that is gone
/// is passed over.
Result<void> give_back(World& world, const std::vector<TagsBack>& tags);

/// Edits every card of the person whose book takes tags: a tag that is taken away must go from each card or
/// the person keeps it, and who turned write-back on for a book expects it to show the person's tags. Cards
/// in other books stay as they are; a tag that only they still carry is named in the note. Stores the edited
/// cards first, then sends each with its condition; a card that changed on the server is merged and sent
/// again. Undoing gives each card back what it had. Errors: not_found, forbidden (write-back is off or the
/// books are read-only), invalid (empty tag or line break in it).
Result<Tagged> edit_tags(World& world, UndoLog& undo, const Uid& person, const TagEdit& edit);

/// Somebody whose tags stayed as they were.
struct Untagged {
  Uid person;
  Error why;
};

struct TaggedPeople {
  std::size_t changed = 0;         ///< people of whom a card changed
  std::vector<Untagged> untagged;  ///< who could not be tagged, in the order asked for
  Tagged rest;                     ///< of all together: one undo takes everything back
};

/// The same for many people at once: all local edits or none, then each card is sent until a server fails.
/// People who are gone or whose books take no tags are named and left alone. Errors: invalid.
Result<TaggedPeople> tag_people(World& world, UndoLog& undo, const std::vector<Uid>& people,
                                const TagEdit& edit);

}  // namespace goodturn::helper
