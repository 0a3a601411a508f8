#include "tests/support/shapes/shapes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goodturn::tests {
namespace {

using Name = std::pair<const char*, const char*>;

// The first eight can be written in Windows-1252.
constexpr std::size_t western_names = 8;
constexpr std::array<Name, 18> names{{{"Ada", "Example"},
                                      {"Åse", "Prøve"},
                                      {"Jörg", "Beispiel"},
                                      {"Zoë", "Voorbeeld"},
                                      {"Íñigo", "Ejemplo"},
                                      {"Anne-Marie", "d'Exemple"},
                                      {"François", "Modèle"},
                                      {"Lee", "Sample"},
                                      {"Łukasz", "Przykład"},
                                      {"Иван", "Пример"},
                                      {"Δήμητρα", "Παράδειγμα"},
                                      {"太郎", "見本"},
                                      {"보람", "보기"},
                                      {"سارة", "مثال"},
                                      {"שרה", "דוגמה"},
                                      {"ธันวา", "ตัวอย่าง"},
                                      {"Dụ", "Nguyễn"},
                                      {"🦊", "Zoe\u0308"}}};

std::string replaced(std::string text, const std::string& mark, const std::string& by) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
    text.replace(at, mark.size(), by);
  return text;
}

/// UTF-8 of code points below 256 as one byte each.
std::string as_latin1(const std::string& text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80 || at + 1 == text.size()) {
      bytes += text[at];
    } else if (first < 0xc4) {
      bytes += static_cast<char>(((first & 3) << 6) | (static_cast<unsigned char>(text[++at]) & 0x3f));
    } else {
      bytes += '?';
      while (at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xc0) == 0x80) ++at;
    }
  }
  return bytes;
}

std::string quoted(const std::string& text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && c != '=')
      result += c;
    else
      result += {'=', digits[byte >> 4], digits[byte & 15]};
  }
  return result;
}

std::string written(const std::string& text, Charset charset) {
  if (charset == Charset::quoted_utf8) return quoted(text);
  return charset == Charset::quoted_windows ? quoted(as_latin1(text)) : text;
}

/// A few kB in the alphabet of base64, other ones for each number.
std::string photo(std::size_t number) {
  static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text = "/9j/4AAQSkZJRgABAQ";
  while (text.size() < 1198 + 400 * (number % 5)) text += alphabet[(text.size() * 31 + number * 7) % 64];
  return text + "==";
}

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + mark.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

/// `line` in pieces of `width` octets joined by `joint`; with `whole` characters stay in one piece.
std::string cut(const std::string& line, std::size_t width, const std::string& joint, bool whole) {
  std::string text;
  std::size_t room = width;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t length = 1;
    while (whole && at + length < line.size() &&
           (static_cast<unsigned char>(line[at + length]) & 0xc0) == 0x80)
      ++length;
    if (length > room) {
      text += joint;
      room = width - 1;
    }
    text += line.substr(at, length);
    at += length;
    room -= length;
  }
  return text;
}

std::string folded(const std::string& line, Folding folding, const std::string& ending) {
  constexpr std::size_t width = 75;
  const bool base64 = line.size() > 1000;
  switch (folding) {
    case Folding::octets:
      return cut(line, width, ending + " ", true);
    case Folding::anywhere:
      return cut(line, width, ending + " ", false);
    case Folding::base64:
      return base64 ? cut(line, width, ending + "  ", true) : line;
    case Folding::soft:
      return base64 ? cut(line, width, ending + " ", true) + ending : line;
    case Folding::never:
      break;
  }
  return line;
}

std::string uid_of(std::string program, std::size_t number) {
  for (char& c : program)
    c = c == ' ' || c == '.' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  const std::string digits = std::to_string(number);
  switch (number % 4) {
    case 0:
      return "urn:uuid:00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
    case 1:
      return program + "-" + digits;
    case 2:
      return program + "_" + digits + "@example.org";
    default:
      return "040000008200E00074C5B7101A82E008" + std::string(8 - digits.size(), '0') + digits;
  }
}

std::string filled(std::string text, const std::string& uid, std::size_t number) {
  text = replaced(std::move(text), "{n}", std::to_string(number));
  text = replaced(std::move(text), "{d}", std::to_string(1 + number % 9));
  text = replaced(std::move(text), "{uid}", uid);
  return replaced(std::move(text), "{photo}", photo(number));
}

std::string finished(const std::string& lines, Folding folding, const std::string& ending) {
  std::string text;
  for (const std::string& line : split(lines, "\n")) text += folded(line, folding, ending) + ending;
  return text;
}

Shape card(const Dialect& dialect, const std::string& parts, std::size_t number) {
  const bool western = dialect.charset == Charset::quoted_windows || dialect.charset == Charset::latin1;
  const Name& name = names[number % (western ? western_names : names.size())];
  Shape shape{dialect.program, uid_of(dialect.program, number), {}};
  std::string text = dialect.head + ("\n" + parts) + "\n" + dialect.foot;
  text = filled(std::move(text), shape.uid, number);
  text = replaced(std::move(text), "{given}", written(name.first, dialect.charset));
  text = replaced(std::move(text), "{family}", written(name.second, dialect.charset));
  if (dialect.charset == Charset::latin1) text = as_latin1(text);
  shape.text = finished(text, dialect.folding, dialect.ending);
  return shape;
}

std::string zone_of(const std::string& name) {
  return "BEGIN:VTIMEZONE\nTZID:" + name +
         "\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
         "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZNAME:CET\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
         "DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
         "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZNAME:CEST\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
}

Shape event(const EventDialect& dialect, const std::string& kind, const std::string& part,
            std::size_t number) {
  Shape shape{dialect.program, uid_of(dialect.program, number), {}};
  std::string text = std::string(dialect.head) + "\n";
  if (kind.find("{tz}") != std::string::npos) text += zone_of(dialect.zone);
  for (const std::string& times : split(kind, "\n---\n"))
    text += "BEGIN:VEVENT\nUID:{uid}\n" + std::string(dialect.event) + "\n" + part + "\n" + times +
            "\nEND:VEVENT\n";
  text = replaced(filled(text + "END:VCALENDAR", shape.uid, number), "{tz}",
                  std::string(dialect.zone).find(' ') == std::string::npos
                      ? dialect.zone
                      : "\"" + std::string(dialect.zone) + "\"");
  shape.text = finished(text, dialect.folding, "\r\n");
  return shape;
}

}  // namespace

/// Every part alone, and twice with others of its program.
std::vector<Shape> card_shapes() {
  std::vector<Dialect> dialects = online_card_dialects();
  for (const auto& more : {desktop_card_dialects(), phone_card_dialects()})
    dialects.insert(dialects.end(), more.begin(), more.end());
  std::vector<Shape> shapes;
  for (const Dialect& dialect : dialects) {
    const auto& parts = dialect.parts;
    for (std::size_t at = 0; at < parts.size(); ++at) {
      shapes.push_back(card(dialect, parts[at], shapes.size() + 1));
      for (const auto& [second, third] : {std::pair<std::size_t, std::size_t>(3, 5), {1, 7}}) {
        const std::string more = std::string(parts[at]) + "\n" + parts[(at + second) % parts.size()] + "\n" +
                                 parts[(at + third) % parts.size()];
        shapes.push_back(card(dialect, more, shapes.size() + 1));
      }
    }
  }
  return shapes;
}

/// Every kind of event as every program writes it, and every third one once more with other lines.
std::vector<Shape> event_shapes() {
  std::vector<Shape> shapes;
  const auto kinds = event_kinds();
  for (const EventDialect& dialect : event_dialects()) {
    const auto& parts = dialect.parts;
    for (std::size_t at = 0; at < kinds.size(); ++at)
      shapes.push_back(event(dialect, kinds[at], parts[at % parts.size()], shapes.size() + 1));
    for (std::size_t at = 0; at < kinds.size(); at += 3)
      shapes.push_back(event(dialect, kinds[at], parts[(at + 1) % parts.size()], shapes.size() + 1));
  }
  return shapes;
}

}  // namespace goodturn::tests
