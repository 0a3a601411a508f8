// Cards and events in the shapes that programs write them in: what each program is known to do, written down
// as facts and filled with invented people. The facts come from the programs' own exports, their
// documentation and the defect reports about them; no file of anyone was taken over.
#pragma once

#include <string>
#include <vector>

namespace goodturn::tests {

struct Shape {
  std::string program;  ///< who writes like this
  std::string uid;
  std::string text;  ///< bytes as the program writes them: its folding, its line ends, its charset
};

/// How a program breaks long lines.
enum class Folding {
  octets,    ///< RFC 6350 §3.2, RFC 5545 §3.1: 75 octets, never inside a character
  anywhere,  ///< at 75 octets, inside characters, too (older Google and BlackBerry)
  base64,    ///< only lines of base64, by two spaces at 76 (Apple)
  soft,      ///< quoted-printable soft breaks, base64 by one space with an empty line behind (vCard 2.1)
  never      ///< not at all
};

enum class Charset { utf8, quoted_utf8, quoted_windows, latin1 };

/// One program's way of writing. Lines are separated by \n here. {n} is the number of the item, {uid} its
/// UID, {given} and {family} a name, {photo} a few kB of base64.
struct Dialect {
  const char* program;
  const char* head;  ///< from BEGIN to the lines that every item has
  const char* foot;
  std::vector<const char*> parts;  ///< what some items have besides
  Folding folding = Folding::octets;
  const char* ending = "\r\n";
  Charset charset = Charset::utf8;  ///< of the names that are filled in
};

/// The same for events. The lines of an item: `head`, the time zone, the components, END:VCALENDAR.
struct EventDialect {
  const char* program;
  const char* head;   ///< of the calendar
  const char* zone;   ///< the name of its time zone
  const char* event;  ///< what every event has besides UID and times
  std::vector<const char*> parts;
  Folding folding = Folding::octets;
};

[[nodiscard]] std::vector<Dialect> online_card_dialects();  ///< Apple, Google, Microsoft, Fastmail
[[nodiscard]] std::vector<Dialect>
desktop_card_dialects();                                   ///< Evolution, KDE, Thunderbird, Nextcloud, DAVx5
[[nodiscard]] std::vector<Dialect> phone_card_dialects();  ///< vCard 2.1: Android, Nokia, BlackBerry, Outlook
[[nodiscard]] std::vector<EventDialect> event_dialects();
/// Recurrences and other things that an event can be; {tz} stands for the dialect's zone. The lines of
/// further components with the same UID (exceptions) follow after lines of "---".
[[nodiscard]] std::vector<const char*> event_kinds();

/// At least 300 of each, the same ones every time, each with a UID of its own.
[[nodiscard]] std::vector<Shape> card_shapes();
[[nodiscard]] std::vector<Shape> event_shapes();

}  // namespace goodturn::tests
