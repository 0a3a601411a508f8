// The German words of a one-line entry. Nouns have capitals there, so a name ends at a word that the table
// knows, at a small word or at a mark; what runs on is nobody's name and is asked back.
#include "core/calendar/one_line_words.h"

namespace goodturn::calendar {
namespace {

constexpr LineTable::Verb verbs[] = {
    {"gab", LineKind::gave, {}},
    {"gegeben", LineKind::gave, {}},
    {"vorgestellt", LineKind::gave, GiveKind::introduction},
    {"geholfen", LineKind::gave, GiveKind::help},
    {"half", LineKind::gave, GiveKind::help},
    {"gedankt", LineKind::gave, GiveKind::thanks},
    {"dankte", LineKind::gave, GiveKind::thanks},
    {"erhielt", LineKind::received, {}},
    {"erhalten", LineKind::received, {}},
    {"bekam", LineKind::received, {}},
    {"bekommen", LineKind::received, {}},
    {"versprach", LineKind::promised, {}},
    {"versprochen", LineKind::promised, {}},
    {"traf", LineKind::met, {}},
    {"getroffen", LineKind::met, {}},
    {"angerufen", LineKind::called, {}},
    {"telefonierte", LineKind::called, {}},
    {"telefoniert", LineKind::called, {}},
    {"schrieb", LineKind::mailed, {}},
    {"geschrieben", LineKind::mailed, {}},
    {"mailte", LineKind::mailed, {}},
    {"gemailt", LineKind::mailed, {}},
    {"notiz", LineKind::note, {}},
    {"notiert", LineKind::note, {}},
    {"bat", LineKind::ask, {}},
    {"gebeten", LineKind::ask, {}},
    {"fragte", LineKind::ask, {}},
    {"gefragt", LineKind::ask, {}},
    {"frage", LineKind::question, {}},
    {"sah", LineKind::met, {}},
    {"sprach", LineKind::called, {}},
    {"gesprochen", LineKind::called, {}},
    {"rief", LineKind::called, {}, "an"},
    {"stellte", LineKind::gave, GiveKind::introduction, "vor"},
    {"schickte", LineKind::gave, {}},
    {"geschickt", LineKind::gave, {}},
};

constexpr LineTable::Give gives[] = {
    {"vorstellung", {GiveKind::introduction, false}},
    {"bekanntschaft", {GiveKind::introduction, false}},
    {"intro", {GiveKind::introduction, false}},
    {"info", {GiveKind::information, false}},
    {"information", {GiveKind::information, false}},
    {"artikel", {GiveKind::information, true}},
    {"aufsatz", {GiveKind::information, true}},
    {"buch", {GiveKind::information, true}},
    {"link", {GiveKind::information, true}},
    {"rat", {GiveKind::advice, false}},
    {"ratschlag", {GiveKind::advice, false}},
    {"tipp", {GiveKind::advice, true}},
    {"tipps", {GiveKind::advice, true}},
    {"hilfe", {GiveKind::help, false}},
    {"gelegenheit", {GiveKind::opportunity, false}},
    {"chance", {GiveKind::opportunity, false}},
    {"stelle", {GiveKind::opportunity, true}},
    {"empfehlung", {GiveKind::referral, false}},
    {"r\xC3\xBC"
     "ckmeldung",
     {GiveKind::feedback, false}},
    {"feedback", {GiveKind::feedback, false}},
    {"dank", {GiveKind::thanks, false}},
    {"anerkennung", {GiveKind::public_recognition, false}},
    {"lob", {GiveKind::public_recognition, true}},
    {"zugang", {GiveKind::access, false}},
    {"einladung", {GiveKind::access, true}},
    {"zusammenarbeit", {GiveKind::co_creation, false}},
    {"beistand", {GiveKind::emotional_support, false}},
    {"zuspruch", {GiveKind::emotional_support, false}},
    {"trost", {GiveKind::emotional_support, true}},
};

constexpr LineTable::Ask asks[] = {
    {"informationsgespr\xC3\xA4"
     "ch",
     {AskKind::informational_interview, false}},
    {"empfehlung", {AskKind::referral, false}},
    {"bewerbung", {AskKind::warm_application, false}},
    {"vorstellung", {AskKind::introduction, false}},
    {"bekanntschaft", {AskKind::introduction, false}},
    {"intro", {AskKind::introduction, false}},
    {"rat", {AskKind::advice, false}},
    {"ratschlag", {AskKind::advice, false}},
    {"tipps", {AskKind::advice, true}},
    {"f\xC3\xB6rderung", {AskKind::sponsor, false}},
    {"r\xC3\xBC"
     "ckmeldung",
     {AskKind::feedback, false}},
    {"feedback", {AskKind::feedback, false}},
};

constexpr LineTable::Join joints[] = {{"von", Joint::from}, {"vom", Joint::from}, {"an", Joint::to},
                                      {"zu", Joint::to},    {"mit", Joint::with}, {"und", Joint::both},
                                      {"&", Joint::both},   {"bis", Joint::by},   {"am", Joint::on}};

constexpr std::string_view small_sizes[] = {"klein", "kleine", "kleinen", "kleiner", "kleines"};
constexpr std::string_view big_sizes[] = {"gro\xC3\x9F",
                                          "gro\xC3\x9F"
                                          "e",
                                          "gro\xC3\x9F"
                                          "en",
                                          "gro\xC3\x9F"
                                          "er",
                                          "gro\xC3\x9F"
                                          "es"};
constexpr std::string_view articles[] = {"ein", "eine", "einen", "einem", "einer", "der",    "die",
                                         "das", "den",  "dem",   "mein",  "meine", "meinen", "etwas"};
constexpr std::string_view small_words[] = {"f\xC3\xBCr",
                                            "\xC3\xBC"
                                            "ber",
                                            "in",
                                            "im",
                                            "bei",
                                            "beim",
                                            "zum",
                                            "zur",
                                            "um",
                                            "wegen",
                                            "nach",
                                            "auf",
                                            "aus",
                                            "vor",
                                            "oder",
                                            "mir",
                                            "ihm",
                                            "ihr",
                                            "ihnen",
                                            "uns",
                                            "ich",
                                            "er",
                                            "sie",
                                            "es",
                                            "wir",
                                            "dass",
                                            "wie",
                                            "wieder",
                                            "jemand",
                                            "jemandem"};
constexpr std::string_view weekdays[] = {"sonntag",    "montag",  "dienstag", "mittwoch",
                                         "donnerstag", "freitag", "samstag"};
constexpr LineTable::DayWord day_words[] = {{"vorgestern", -2},
                                            {"gestern", -1},
                                            {"heute", 0},
                                            {"morgen", 1},
                                            {"\xC3\xBC"
                                             "bermorgen",
                                             2}};
constexpr std::string_view months[] = {"januar", "februar", "m\xC3\xA4rz", "april",   "mai",      "juni",
                                       "juli",   "august",  "september",   "oktober", "november", "dezember"};
constexpr std::string_view ones[] = {"ein", "eine", "einem", "einer", "einen"};
constexpr std::string_view numbers[] = {"zwei",
                                        "drei",
                                        "vier",
                                        "f\xC3\xBC"
                                        "nf",
                                        "sechs",
                                        "sieben",
                                        "acht",
                                        "neun",
                                        "zehn"};
constexpr std::string_view day_units[] = {"tag", "tage", "tagen"};
constexpr std::string_view week_units[] = {"woche", "wochen"};
constexpr std::string_view longer_units[] = {"monat", "monate", "monaten", "monats",    "jahr",
                                             "jahre", "jahren", "quartal", "wochenende"};
constexpr std::string_view last_words[] = {"letzten", "letzte",  "letztes",     "letzter",   "vorigen",
                                           "vorige",  "voriges", "vergangenen", "vergangene"};
constexpr std::string_view this_words[] = {"diesen", "diese", "dieses", "diesem"};
constexpr std::string_view next_words[] = {
    "n\xC3\xA4"
    "chsten",
    "n\xC3\xA4"
    "chste",
    "n\xC3\xA4"
    "chstes",
    "kommenden",
    "kommende",
    "kommendes"};
constexpr std::string_view about_words[] = {
    "\xC3\xBC"
    "ber",
    "wegen", "um"};
constexpr std::string_view for_words[] = {"f\xC3\xBCr"};
constexpr std::string_view fillers[] = {"kurz", "wieder", "nur", "noch"};
constexpr std::string_view bridges[] = {"dann", "danach", "auch",
                                        "sp\xC3\xA4"
                                        "ter"};
constexpr std::string_view others[] = {"weitere", "weiteren", "andere", "anderen"};

}  // namespace

const LineTable& german_table() {
  static const LineTable table = {
      verbs,      gives,      asks,   joints, small_sizes, big_sizes, articles,   small_words,  weekdays,
      2,          day_words,  months, ones,   numbers,     day_units, week_units, longer_units, last_words,
      this_words, next_words, "vor",  true,   about_words, for_words, fillers,    bridges,      others};
  return table;
}

}  // namespace goodturn::calendar
