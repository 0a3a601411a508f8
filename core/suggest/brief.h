// What helps to go into a meeting prepared: about each person, and about the event itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/said.h"
#include "core/suggest/circle.h"
#include "core/suggest/contact.h"

namespace goodturn::suggest {

inline constexpr std::size_t most_facts = 3;

struct PersonBrief {
  Uid person;
  std::string name;
  std::vector<Said> facts;  ///< at most three, what matters most first; never empty
  Said question;            ///< one to ask
  Said offer;               ///< one thing to give, or the honest sentence that nothing is noted
};

/// Facts: an open promise of the user, a favour that was not thanked for, a hard time or a new job, the last
/// contact and what it was about, the newest note, what the person needs, what both like, where they work.
/// Offer: what was promised, what the user offers for a need, an article that suits, what moves the person.
/// Source: features.md row 75.
[[nodiscard]] PersonBrief brief_of(const Contact& contact, const Circle& circle, Now now);

/// Notes on an event: one that is called "networking" (features.md row 77); one of several people, or with
/// nobody the user knows, that touches no interest of the user (row 78). `others`: how many take part besides
/// the user; `known`: those of them who are contacts. Empty when there is nothing to say.
[[nodiscard]] std::vector<Said> event_notes(std::string_view summary, std::size_t others,
                                            const std::vector<const Contact*>& known,
                                            const calendar::OwnProfile& own);

}  // namespace goodturn::suggest
