#include "core/suggest/words.h"

#include <algorithm>

#include "core/calendar/topic.h"

namespace goodturn::suggest {
namespace {

std::string_view manner_of(Channel channel, Direction direction) {
  if (direction == Direction::in) return "heard";
  switch (channel) {
    case Channel::meeting:
      return "met";
    case Channel::call:
      return "spoke";
    case Channel::mail:
    case Channel::message:
      return "wrote";
    case Channel::social:
    case Channel::post:
      break;
  }
  return "other";
}

const relations::Touch* last_touch(const Contact& contact) {
  const relations::Touch* last = nullptr;
  for (const relations::Touch& touch : contact.touches)
    if (touch.weight > 0 && (last == nullptr || touch.at >= last->at)) last = &touch;
  return last;
}

}  // namespace

std::optional<Said> last_contact_in(std::string_view key, const Contact& contact, Day today) {
  const relations::Touch* last = last_touch(contact);
  if (last == nullptr) return std::nullopt;
  const std::string how(manner_of(last->channel, last->direction));
  return Said(key, {{"how", how}, {"day", said_day(last->day, today)}});
}

std::optional<Said> last_contact_said(const Contact& contact, std::string topic, Day today) {
  auto said = last_contact_in(topic.empty() ? "brief.last" : "brief.last_about", contact, today);
  if (said && !topic.empty()) said->arguments.push_back({"topic", std::move(topic)});
  return said;
}

void add_last_contact(const View& view, Suggestion& suggestion) {
  if (auto last = last_contact_said(view.contact, "", view.now.today))
    suggestion.why.push_back(std::move(*last));
}

bool is_last_contact(const LastTalk& talk, const Contact& contact) {
  const relations::Touch* last = last_touch(contact);
  return last != nullptr && last->day == talk.day && last->channel == talk.channel;
}

Said talk_said(std::string_view key, const LastTalk& talk, Day today) {
  return Said(key, {{"how", std::string(manner_of(talk.channel, talk.direction))},
                    {"day", said_day(talk.day, today)},
                    {"topic", topic(talk.about)}});
}

std::string gift_word(std::optional<GiveKind> kind) {
  if (!kind) return "other";
  std::string word(to_string(*kind));
  std::replace(word.begin(), word.end(), '-', '_');
  return word;
}

std::string topic(std::string_view text) { return shortened(calendar::topic_of(text)); }

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

std::string noted_words(std::string_view text, Evidence& evidence) {
  return evidence.words.emplace_back(shortened(text));
}

}  // namespace goodturn::suggest
