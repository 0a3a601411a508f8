// What many why-texts have in common. No pronouns for people, no blame, no advice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/said.h"
#include "core/base/time.h"
#include "core/suggest/contact.h"
#include "core/suggest/scene.h"
#include "core/suggest/suggestion.h"

namespace goodturn::suggest {

/// A message about the last touch of weight > 0, with its places `how` and `day`; nullopt without any.
[[nodiscard]] std::optional<Said> last_contact_in(std::string_view key, const Contact& contact, Day today);
/// "You last met on 30 October.": the message "brief.last", with a topic "brief.last_about".
[[nodiscard]] std::optional<Said> last_contact_said(const Contact& contact, std::string topic, Day today);
/// The same as one more sentence of the why-text, where there is a last contact.
void add_last_contact(const View& view, Suggestion& suggestion);
/// Whether the talk is the last touch of weight > 0.
[[nodiscard]] bool is_last_contact(const LastTalk& talk, const Contact& contact);
/// A message about a talk, with its places `how`, `day` and `topic`.
[[nodiscard]] Said talk_said(std::string_view key, const LastTalk& talk, Day today);
/// How a kind of gift is called in the choices of a message: "public_recognition"; "other" without one.
[[nodiscard]] std::string gift_word(std::optional<GiveKind> kind);
/// What the text is about (calendar::topic_of), shortened.
[[nodiscard]] std::string topic(std::string_view text);
/// The text on one line, at most 80 bytes, cut between characters with "…".
[[nodiscard]] std::string shortened(std::string_view text);
/// The text on one line, remembered among the words that the evidence holds: the user's own, to be quoted.
[[nodiscard]] std::string noted_words(std::string_view text, Evidence& evidence);

}  // namespace goodturn::suggest
