// Titles of the moments in a timeline.
#pragma once

#include <string>

#include "core/calendar/ask.h"
#include "core/calendar/introduction.h"
#include "core/calendar/role_term.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// "Asked for feedback, answered: yes".
[[nodiscard]] Said ask_title(const calendar::Ask& ask);
/// "Introduced to Bob Example", or "To be introduced to Bob Example" while it is not sent.
[[nodiscard]] Said introduction_title(const calendar::Introduction& introduction, const std::string& other);
/// "Role: mentor".
[[nodiscard]] Said role_title(const calendar::RoleTerm& term);
/// "No longer mentor".
[[nodiscard]] Said role_ended_title(const calendar::RoleTerm& term);
/// Its own, else what its kind says.
[[nodiscard]] Said title_of(const Moment& moment);
/// The Markdown note that says so, below the folder of notes; else empty. The kind is the whole title of such
/// a moment, and the file stands beside it.
[[nodiscard]] std::string note_file_of(const Moment& moment);
[[nodiscard]] Said title_with_file(const std::string& file);

}  // namespace goodturn::helper
