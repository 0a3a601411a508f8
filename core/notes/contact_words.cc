#include "core/notes/contact_words.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace goodturn::notes {
namespace {

struct Word {
  std::string_view word;
  Channel channel;
  bool is_past = false;  ///< a verb that tells what was
};

constexpr Word words[] = {
    {"meeting", Channel::meeting},
    {"met", Channel::meeting, true},
    {"saw", Channel::meeting, true},
    {"visited", Channel::meeting, true},
    {"lunch", Channel::meeting},
    {"dinner", Channel::meeting},
    {"breakfast", Channel::meeting},
    {"coffee", Channel::meeting},
    {"visit", Channel::meeting},
    {"walk", Channel::meeting},
    {"treffen", Channel::meeting},
    {"besprechung", Channel::meeting},
    {"termin", Channel::meeting},
    {"mittagessen", Channel::meeting},
    {"abendessen", Channel::meeting},
    {"frühstück", Channel::meeting},
    {"kaffee", Channel::meeting},
    {"besuch", Channel::meeting},
    {"traf", Channel::meeting, true},
    {"getroffen", Channel::meeting, true},
    {"sah", Channel::meeting, true},
    {"besuchte", Channel::meeting, true},
    {"call", Channel::call},
    {"phone", Channel::call},
    {"video", Channel::call},
    {"zoom", Channel::call},
    {"conversation", Channel::call},
    {"called", Channel::call, true},
    {"phoned", Channel::call, true},
    {"talked", Channel::call, true},
    {"spoke", Channel::call, true},
    {"telefonat", Channel::call},
    {"anruf", Channel::call},
    {"gespräch", Channel::call},
    {"telefoniert", Channel::call, true},
    {"telefonierte", Channel::call, true},
    {"angerufen", Channel::call, true},
    {"sprach", Channel::call, true},
    {"gesprochen", Channel::call, true},
    {"mail", Channel::mail},
    {"email", Channel::mail},
    {"e-mail", Channel::mail},
    {"letter", Channel::mail},
    {"mailed", Channel::mail, true},
    {"emailed", Channel::mail, true},
    {"e-mailed", Channel::mail, true},
    {"wrote", Channel::mail, true},
    {"brief", Channel::mail},
    {"schrieb", Channel::mail, true},
    {"geschrieben", Channel::mail, true},
    {"gemailt", Channel::mail, true},
    {"mailte", Channel::mail, true},
    {"message", Channel::message},
    {"chat", Channel::message},
    {"sms", Channel::message},
    {"texted", Channel::message, true},
    {"messaged", Channel::message, true},
    {"chatted", Channel::message, true},
    {"nachricht", Channel::message},
    {"gechattet", Channel::message, true},
};

/// Behind a noun: what makes it an event and not an order.
constexpr std::string_view followers[] = {"with", "mit", "about", "über", "on", "over",
                                          "zu",   "zum", "zur",   "from", "von"};

std::string lower(std::string_view text) {
  std::string plain(text);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto c = static_cast<unsigned char>(plain[i]);
    if (c >= 'A' && c <= 'Z') plain[i] = static_cast<char>(c - 'A' + 'a');
    // Ä, Ö, Ü are C3 84, C3 96, C3 9C; the small ones are 0x20 further.
    const bool follows_c3 = i > 0 && static_cast<unsigned char>(plain[i - 1]) == 0xC3;
    if (follows_c3 && (c == 0x84 || c == 0x96 || c == 0x9C)) plain[i] = static_cast<char>(c + 0x20);
  }
  return plain;
}

const Word* find(std::string_view word) {
  const std::string wanted = lower(word);
  const auto found =
      std::find_if(std::begin(words), std::end(words), [&](const Word& one) { return one.word == wanted; });
  return found == std::end(words) ? nullptr : &*found;
}

bool is_written(Channel channel) { return channel == Channel::mail || channel == Channel::message; }

Contact contact_of(const Word& word, bool from) {
  if (!is_written(word.channel)) return {word.channel, Direction::mutual};
  return {word.channel, from ? Direction::in : Direction::out};
}

constexpr std::string_view blanks = " \t";

}  // namespace

std::optional<Contact> contact_of_word(std::string_view word) {
  const Word* found = find(word);
  return found == nullptr ? std::nullopt : std::optional(contact_of(*found, false));
}

std::optional<Contact> contact_in(std::string_view text) {
  const bool in_brackets = text.starts_with('(');
  if (in_brackets) text.remove_prefix(1);
  const std::size_t end = std::min(text.find_first_of(" \t:,;.()"), text.size());
  const Word* word = find(text.substr(0, end));
  if (word == nullptr) return std::nullopt;
  text.remove_prefix(end);
  if (in_brackets) return text.starts_with(')') ? std::optional(contact_of(*word, false)) : std::nullopt;
  const std::size_t next = std::min(text.find_first_not_of(blanks), text.size());
  const bool ends = next == text.size() || (next == 0 && text[0] != '(');
  text.remove_prefix(next);
  const std::string follower = lower(text.substr(0, std::min(text.find_first_of(blanks), text.size())));
  const bool from = follower == "from" || follower == "von";
  const bool goes_on = std::find(std::begin(followers), std::end(followers), follower) != std::end(followers);
  return word->is_past || ends || goes_on ? std::optional(contact_of(*word, from)) : std::nullopt;
}

}  // namespace goodturn::notes
