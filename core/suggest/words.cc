#include "core/suggest/words.h"

#include <array>

namespace goodturn::suggest {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::string_view verb_of(Channel channel) {
  switch (channel) {
    case Channel::meeting:
      return "You last met on ";
    case Channel::call:
      return "You last spoke on ";
    case Channel::mail:
    case Channel::message:
      return "You last wrote on ";
    case Channel::social:
    case Channel::post:
      return "You were last in touch on ";
  }
  return "";
}

}  // namespace

std::string date_words(Day day, Day today) {
  const std::chrono::year_month_day date(day), present(today);
  std::string words = std::to_string(static_cast<unsigned>(date.day()));
  words.append(" ").append(months[static_cast<unsigned>(date.month()) - 1]);
  if (date.year() != present.year()) words.append(" ").append(std::to_string(static_cast<int>(date.year())));
  return words;
}

std::string days_words(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

std::optional<std::string> last_contact_words(const Contact& contact, Day today) {
  const relations::Touch* last = nullptr;
  for (const relations::Touch& touch : contact.touches)
    if (touch.weight > 0 && (last == nullptr || touch.at >= last->at)) last = &touch;
  if (last == nullptr) return std::nullopt;
  if (last->direction == Direction::in)
    return "You last heard from this contact on " + date_words(last->day, today);
  return std::string(verb_of(last->channel)) + date_words(last->day, today);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 80;
  std::string line;
  for (const char c : text) {
    const bool is_space = static_cast<unsigned char>(c) <= ' ';
    if (!is_space) line += c;
    if (is_space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  if (line.size() <= most) return line;
  std::size_t end = most - 3;  // room for the ellipsis
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + "…";
}

std::string quoted(std::string_view text, Evidence& evidence) {
  evidence.words.push_back(shortened(text));
  return "“" + evidence.words.back() + "”";
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace goodturn::suggest
