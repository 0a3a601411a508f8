// The English words of a one-line entry.
#include "core/calendar/one_line_words.h"

namespace goodturn::calendar {
namespace {

constexpr LineTable::Verb verbs[] = {
    {"gave", LineKind::gave, {}},
    {"give", LineKind::gave, {}},
    {"introduced", LineKind::gave, GiveKind::introduction},
    {"helped", LineKind::gave, GiveKind::help},
    {"thanked", LineKind::gave, GiveKind::thanks},
    {"received", LineKind::received, {}},
    {"got", LineKind::received, {}},
    {"promised", LineKind::promised, {}},
    {"promise", LineKind::promised, {}},
    {"met", LineKind::met, {}},
    {"meet", LineKind::met, {}},
    {"called", LineKind::called, {}},
    {"call", LineKind::called, {}},
    {"phoned", LineKind::called, {}},
    {"mailed", LineKind::mailed, {}},
    {"mail", LineKind::mailed, {}},
    {"emailed", LineKind::mailed, {}},
    {"e-mailed", LineKind::mailed, {}},
    {"wrote", LineKind::mailed, {}},
    {"note", LineKind::note, {}},
    {"noted", LineKind::note, {}},
    {"ask", LineKind::ask, {}},
    {"asked", LineKind::ask, {}},
    {"question", LineKind::question, {}},
    {"saw", LineKind::met, {}},
    {"spoke", LineKind::called, {}},
    {"talked", LineKind::called, {}},
    {"sent", LineKind::gave, {}},
};

constexpr LineTable::Give gives[] = {
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

constexpr LineTable::Ask asks[] = {
    {"informational-interview", {AskKind::informational_interview, false}},
    {"interview", {AskKind::informational_interview, false}},
    {"referral", {AskKind::referral, false}},
    {"recommendation", {AskKind::referral, true}},
    {"warm-application", {AskKind::warm_application, false}},
    {"application", {AskKind::warm_application, false}},
    {"intro", {AskKind::introduction, false}},
    {"introduction", {AskKind::introduction, false}},
    {"advice", {AskKind::advice, false}},
    {"tips", {AskKind::advice, true}},
    {"sponsor", {AskKind::sponsor, false}},
    {"sponsorship", {AskKind::sponsor, false}},
    {"feedback", {AskKind::feedback, false}},
    {"review", {AskKind::feedback, true}},
    {"introduce", {AskKind::introduction, false}},
};

constexpr LineTable::Join joints[] = {{"from", Joint::from}, {"to", Joint::to},  {"with", Joint::with},
                                      {"and", Joint::both},  {"&", Joint::both}, {"by", Joint::by},
                                      {"until", Joint::by},  {"on", Joint::on}};

constexpr std::string_view small_sizes[] = {"small", "little", "quick"};
constexpr std::string_view big_sizes[] = {"big", "large", "huge"};
constexpr std::string_view articles[] = {"a", "an", "the", "some", "my"};
constexpr std::string_view small_words[] = {
    "for",  "about", "in",   "at",    "of",     "or",      "me",      "him",      "her",
    "them", "us",    "it",   "you",   "i",      "we",      "he",      "she",      "they",
    "that", "this",  "back", "again", "people", "friends", "someone", "somebody", "everyone"};
constexpr std::string_view weekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                         "thursday", "friday", "saturday"};
constexpr LineTable::DayWord day_words[] = {{"yesterday", -1}, {"today", 0}, {"tonight", 0}, {"tomorrow", 1}};
constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view ones[] = {"a", "an", "one"};
constexpr std::string_view numbers[] = {"two",   "three", "four", "five", "six",
                                        "seven", "eight", "nine", "ten"};
constexpr std::string_view day_units[] = {"day", "days"};
constexpr std::string_view week_units[] = {"week", "weeks"};
constexpr std::string_view longer_units[] = {"month",   "months",   "year",    "years",
                                             "quarter", "quarters", "weekend", "weekends"};
constexpr std::string_view last_words[] = {"last"};
constexpr std::string_view this_words[] = {"this"};
constexpr std::string_view next_words[] = {"next", "coming"};
constexpr std::string_view about_words[] = {"about", "of", "regarding", "re"};
constexpr std::string_view for_words[] = {"for"};
constexpr std::string_view fillers[] = {"up", "briefly", "quickly", "again", "just"};
constexpr std::string_view bridges[] = {"then", "later", "also", "afterwards"};
constexpr std::string_view others[] = {"others", "other", "more", "people"};

}  // namespace

const LineTable& english_table() {
  static const LineTable table = {
      verbs,      gives,      asks,   joints, small_sizes, big_sizes, articles,   small_words,  weekdays,
      3,          day_words,  months, ones,   numbers,     day_units, week_units, longer_units, last_words,
      this_words, next_words, "ago",  false,  about_words, for_words, fillers,    bridges,      others};
  return table;
}

}  // namespace goodturn::calendar
