#include "core/relations/observation.h"

#include <algorithm>
#include <optional>

namespace goodturn::relations {
namespace {

constexpr std::size_t most_recipients = 5;
constexpr std::chrono::days clock_skew{1};

std::string lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return low;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The keyword of a header whose parameters follow a semicolon.
std::string keyword(std::string_view value) { return lower(trimmed(value.substr(0, value.find(';')))); }

std::optional<LeftOut> left_out_by_place(MailPlace place) {
  switch (place) {
    case MailPlace::kept:
      return std::nullopt;
    case MailPlace::unsent:
      return LeftOut::unsent;
    case MailPlace::junk:
      return LeftOut::junk;
    case MailPlace::trash:
      return LeftOut::trash;
  }
  return std::nullopt;
}

bool from_list(const MailHeaders& headers) {
  const std::string precedence = keyword(headers.precedence);
  return headers.list || precedence == "bulk" || precedence == "list" || precedence == "junk";
}

bool from_machine(const MailHeaders& headers) {
  const std::string submitted = keyword(headers.auto_submitted);
  return (!submitted.empty() && submitted != "no") || headers.auto_reply || headers.null_return_path ||
         keyword(headers.precedence) == "auto_reply";
}

std::optional<LeftOut> left_out_by_headers(const MailHeaders& headers, Instant now) {
  if (const auto placed = left_out_by_place(headers.place)) return placed;
  if (headers.message_id.empty() || plain_address(headers.from).empty() || headers.at > now + clock_skew)
    return LeftOut::unreadable;
  if (from_list(headers)) return LeftOut::list;
  if (from_machine(headers)) return LeftOut::automatic;
  return std::nullopt;
}

/// Recipients besides the user, each once.
std::vector<std::string> others_of(const MailHeaders& headers, const std::set<std::string>& own) {
  std::set<std::string> others;
  for (const std::string& recipient : headers.recipients)
    if (std::string address = plain_address(recipient); !address.empty() && !own.contains(address))
      others.insert(std::move(address));
  return {others.begin(), others.end()};
}

}  // namespace

std::string_view to_string(LeftOut reason) {
  switch (reason) {
    case LeftOut::unsent:
      return "unsent";
    case LeftOut::junk:
      return "junk";
    case LeftOut::trash:
      return "trash";
    case LeftOut::unreadable:
      return "unreadable";
    case LeftOut::list:
      return "list";
    case LeftOut::automatic:
      return "automatic";
    case LeftOut::circular:
      return "circular";
    case LeftOut::self:
      return "self";
    case LeftOut::forgotten:
      return "forgotten";
  }
  return "";
}

std::string plain_address(std::string_view address) { return lower(trimmed(address)); }

tl::expected<Observation, LeftOut> observe(const MailHeaders& headers, const std::set<std::string>& own,
                                           Instant now) {
  if (const auto reason = left_out_by_headers(headers, now)) return tl::unexpected(*reason);
  const std::string from = plain_address(headers.from);
  std::vector<std::string> others = others_of(headers, own);
  const bool sent = own.contains(from);
  // The user is a recipient of what lies in their mailbox, also where an alias or Bcc brought it there.
  const std::size_t recipients = others.size() + (sent ? 0 : 1);
  if (recipients > most_recipients) return tl::unexpected(LeftOut::circular);
  if (recipients == 0) return tl::unexpected(LeftOut::self);
  Observation made{headers.message_id,
                   headers.thread,
                   headers.at,
                   sent ? Direction::out : Direction::in,
                   sent ? std::move(others) : std::vector{from},
                   static_cast<int>(recipients)};
  return made;
}

Touch touch_of(const ObservedMail& mail, Day day) {
  return {mail.at,
          day,
          Channel::mail,
          mail.direction,
          touch_weight(Channel::mail, mail.direction, mail.recipients),
          mail.reply};
}

}  // namespace goodturn::relations
