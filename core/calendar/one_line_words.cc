#include "core/calendar/one_line_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace goodturn::calendar {
namespace {

struct VerbEntry {
  std::string_view word;
  LineVerb verb;
};
constexpr VerbEntry verbs[] = {
    {"gave", {LineKind::gave, {}}},
    {"give", {LineKind::gave, {}}},
    {"introduced", {LineKind::gave, GiveKind::introduction}},
    {"helped", {LineKind::gave, GiveKind::help}},
    {"thanked", {LineKind::gave, GiveKind::thanks}},
    {"received", {LineKind::received, {}}},
    {"got", {LineKind::received, {}}},
    {"promised", {LineKind::promised, {}}},
    {"promise", {LineKind::promised, {}}},
    {"met", {LineKind::met, {}}},
    {"meet", {LineKind::met, {}}},
    {"called", {LineKind::called, {}}},
    {"call", {LineKind::called, {}}},
    {"phoned", {LineKind::called, {}}},
    {"mailed", {LineKind::mailed, {}}},
    {"mail", {LineKind::mailed, {}}},
    {"emailed", {LineKind::mailed, {}}},
    {"e-mailed", {LineKind::mailed, {}}},
    {"wrote", {LineKind::mailed, {}}},
    {"note", {LineKind::note, {}}},
    {"noted", {LineKind::note, {}}},
    {"ask", {LineKind::ask, {}}},
    {"asked", {LineKind::ask, {}}},
};

struct GiveEntry {
  std::string_view word;
  GiveWord give;
};
constexpr GiveEntry gives[] = {
    {"intro", {GiveKind::introduction, false}},
    {"intros", {GiveKind::introduction, false}},
    {"introduction", {GiveKind::introduction, false}},
    {"introductions", {GiveKind::introduction, false}},
    {"introduce", {GiveKind::introduction, true}},
    {"info", {GiveKind::information, false}},
    {"information", {GiveKind::information, false}},
    {"article", {GiveKind::information, true}},
    {"paper", {GiveKind::information, true}},
    {"book", {GiveKind::information, true}},
    {"link", {GiveKind::information, true}},
    {"news", {GiveKind::information, true}},
    {"advice", {GiveKind::advice, false}},
    {"tip", {GiveKind::advice, true}},
    {"tips", {GiveKind::advice, true}},
    {"help", {GiveKind::help, false}},
    {"opportunity", {GiveKind::opportunity, false}},
    {"job", {GiveKind::opportunity, true}},
    {"lead", {GiveKind::opportunity, true}},
    {"referral", {GiveKind::referral, false}},
    {"recommendation", {GiveKind::referral, true}},
    {"feedback", {GiveKind::feedback, false}},
    {"review", {GiveKind::feedback, true}},
    {"thanks", {GiveKind::thanks, false}},
    {"thank-you", {GiveKind::thanks, false}},
    {"public-recognition", {GiveKind::public_recognition, false}},
    {"recognition", {GiveKind::public_recognition, false}},
    {"praise", {GiveKind::public_recognition, true}},
    {"access", {GiveKind::access, false}},
    {"invitation", {GiveKind::access, true}},
    {"invite", {GiveKind::access, true}},
    {"co-creation", {GiveKind::co_creation, false}},
    {"emotional-support", {GiveKind::emotional_support, false}},
    {"support", {GiveKind::emotional_support, false}},
    {"comfort", {GiveKind::emotional_support, true}},
};

struct AskEntry {
  std::string_view word;
  AskKind kind;
};
constexpr AskEntry asks[] = {
    {"informational-interview", AskKind::informational_interview},
    {"interview", AskKind::informational_interview},
    {"referral", AskKind::referral},
    {"recommendation", AskKind::referral},
    {"warm-application", AskKind::warm_application},
    {"application", AskKind::warm_application},
    {"intro", AskKind::introduction},
    {"introduction", AskKind::introduction},
    {"advice", AskKind::advice},
    {"tips", AskKind::advice},
    {"sponsor", AskKind::sponsor},
    {"sponsorship", AskKind::sponsor},
    {"feedback", AskKind::feedback},
    {"review", AskKind::feedback},
};

constexpr std::string_view weekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                         "thursday", "friday", "saturday"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Entry, std::size_t Count>
const Entry* entry_of(const Entry (&entries)[Count], std::string_view word) {
  const auto* found = std::find_if(std::begin(entries), std::end(entries),
                                   [&](const Entry& entry) { return entry.word == word; });
  return found == std::end(entries) ? nullptr : found;
}

/// 0 is Sunday; full names and their first three letters.
std::optional<unsigned> weekday_of(std::string_view word) {
  for (unsigned i = 0; i < std::size(weekdays); ++i)
    if (word == weekdays[i] || word == weekdays[i].substr(0, 3)) return i;
  return std::nullopt;
}

}  // namespace

std::optional<LineVerb> verb_of(std::string_view word) {
  const VerbEntry* entry = entry_of(verbs, word);
  return entry ? std::optional(entry->verb) : std::nullopt;
}

std::optional<GiveWord> give_word(std::string_view word) {
  const GiveEntry* entry = entry_of(gives, word);
  return entry ? std::optional(entry->give) : std::nullopt;
}

std::optional<AskKind> ask_word(std::string_view word) {
  const AskEntry* entry = entry_of(asks, word);
  return entry ? std::optional(entry->kind) : std::nullopt;
}

std::optional<int> size_word(std::string_view word) {
  constexpr std::string_view small[] = {"small", "little", "quick"};
  constexpr std::string_view big[] = {"big", "large", "huge"};
  if (is_one_of(word, small)) return 1;
  return is_one_of(word, big) ? std::optional(3) : std::nullopt;
}

bool is_article(std::string_view word) {
  constexpr std::string_view articles[] = {"a", "an", "the", "some", "my"};
  return is_one_of(word, articles);
}

bool is_small_word(std::string_view word) {
  constexpr std::string_view small[] = {
      "to",   "with",  "from",  "for",    "about", "on",      "in",       "at",       "by",       "of",
      "and",  "&",     "or",    "me",     "him",   "her",     "them",     "us",       "it",       "you",
      "i",    "that",  "this",  "we",     "he",    "she",     "they",     "someone",  "somebody", "everyone",
      "back", "again", "today", "people", "until", "friends", "tomorrow", "yesterday"};
  return is_one_of(word, small) || is_article(word) || is_one_of(word, weekdays);
}

bool is_name_title(std::string_view word) {
  constexpr std::string_view titles[] = {"dr", "prof", "mr", "mrs", "ms"};
  return is_one_of(word, titles);
}

bool is_name_particle(std::string_view word) {
  constexpr std::string_view particles[] = {"van", "von", "de", "der", "den", "del", "della",
                                            "di",  "da",  "la", "le",  "bin", "al",  "ter"};
  return is_one_of(word, particles);
}

std::optional<Day> plain_day(std::string_view word, Day today) {
  if (word == "today") return today;
  if (word == "tomorrow") return today + std::chrono::days(1);
  if (word == "yesterday") return today - std::chrono::days(1);
  // Without the hyphens it might be any number.
  return word.find('-') == std::string_view::npos ? std::nullopt : parse_day(word);
}

std::optional<Day> weekday_near(std::string_view word, Day today, Toward toward) {
  const auto wanted = weekday_of(word);
  if (!wanted) return std::nullopt;
  const std::chrono::weekday day(*wanted), now(today);
  const std::chrono::days ahead = day - now, behind = now - day;
  constexpr std::chrono::days week(7);
  if (toward == Toward::future) return today + (ahead.count() == 0 ? week : ahead);
  return today - (behind.count() == 0 ? week : behind);
}

}  // namespace goodturn::calendar
