// All journal items of Goodturn beside the plain records, each kind in its own list.
#pragma once

#include <optional>
#include <vector>

#include "core/calendar/ask.h"
#include "core/calendar/community.h"
#include "core/calendar/goal.h"
#include "core/calendar/identity.h"
#include "core/calendar/introduction.h"
#include "core/calendar/own_profile.h"
#include "core/calendar/pair_sign.h"
#include "core/calendar/profile.h"
#include "core/calendar/question.h"
#include "core/calendar/role_term.h"
#include "core/calendar/script.h"
#include "core/calendar/venue.h"

namespace goodturn::calendar {

/// In the order in which they were added.
struct Journals {
  std::vector<Ask> asks;
  std::vector<Introduction> introductions;
  std::vector<Goal> goals;
  std::vector<Script> scripts;
  std::vector<Community> communities;
  std::vector<Question> questions;
  std::vector<Venue> venues;
  std::vector<RoleTerm> role_terms;
  std::vector<PairSign> pair_signs;
  std::vector<Profile> profiles;
  std::vector<Identity> identities;
  OwnProfile self;  ///< the first one added; empty fields when there is none
  bool has_self = false;
};

/// Adds what the first VJOURNAL of the document says; false when it is none of these kinds.
bool add_journal(Journals& journals, const text::Document& document);

/// An item as text: a new one without `stored`, else the stored document with only the lines of changed
/// fields touched. `stamp` as in the write and update functions of each kind.
[[nodiscard]] std::string journal_text(const Ask& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Introduction& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Goal& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Script& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Community& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Question& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Venue& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const RoleTerm& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const PairSign& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Profile& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const Identity& item, const text::Document* stored, Instant stamp);
[[nodiscard]] std::string journal_text(const OwnProfile& item, const text::Document* stored, Instant stamp);

/// The UID in the first VJOURNAL; empty when there is none.
[[nodiscard]] Uid journal_uid(const text::Document& document);

}  // namespace goodturn::calendar
