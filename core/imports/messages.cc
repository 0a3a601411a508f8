#include "core/imports/messages.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/imports/columns.h"

namespace goodturn::imports {
namespace {

constexpr std::size_t rows_above_the_head = 10;
constexpr std::size_t most_recipients = 5;

/// Where the columns stand.
class MessageHead {
 public:
  static std::optional<MessageHead> read(const CsvRow& row) {
    MessageHead head;
    for (std::size_t at = 0; at < row.size(); ++at) head.places_.emplace(column_key(row[at]), at);
    for (const char* needed : {"from", "sender profile url", "recipient profile urls", "date"})
      if (!head.places_.contains(needed)) return std::nullopt;
    return head;
  }

  [[nodiscard]] std::string_view cell(const CsvRow& row, const char* column) const {
    const auto found = places_.find(column);
    if (found == places_.end() || found->second >= row.size()) return {};
    return row[found->second];
  }

 private:
  std::map<std::string, std::size_t, std::less<>> places_;
};

struct Message {
  Instant at{};
  std::string sender;
  std::vector<std::string> recipients;
};

std::vector<std::string> profiles_in(std::string_view cell) {
  std::vector<std::string> profiles;
  while (true) {
    const auto end = cell.find_first_of(",;\n");
    if (std::string key = profile_key(cell.substr(0, end)); !key.empty()) profiles.push_back(std::move(key));
    if (end == std::string_view::npos) return profiles;
    cell.remove_prefix(end + 1);
  }
}

/// "2024-03-01 09:30:12 UTC", with or without the zone.
std::optional<Instant> moment_of(std::string_view cell) {
  constexpr std::size_t size = 19;
  if (cell.size() < size || cell[10] != ' ') return std::nullopt;
  std::string iso(cell.substr(0, size));
  iso[10] = 'T';
  return parse_instant(iso + "Z");
}

std::optional<Message> message_of(const MessageHead& head, const CsvRow& row) {
  const std::string folder = lower(head.cell(row, "folder"));
  if (folder == "spam" || folder == "draft" || lower(head.cell(row, "is message draft")) == "yes")
    return std::nullopt;
  const auto at = moment_of(head.cell(row, "date"));
  Message message{at.value_or(Instant{}), profile_key(head.cell(row, "sender profile url")),
                  profiles_in(head.cell(row, "recipient profile urls"))};
  if (!at || message.sender.empty() || message.recipients.empty() ||
      message.recipients.size() > most_recipients)
    return std::nullopt;
  return message;
}

/// The profile in the most messages; empty where two are in equally many.
std::string own_profile(const std::vector<Message>& messages) {
  std::map<std::string, std::size_t> counts;
  for (const Message& message : messages) {
    std::set<std::string> both(message.recipients.begin(), message.recipients.end());
    both.insert(message.sender);
    for (const std::string& profile : both) ++counts[profile];
  }
  std::string most;
  std::size_t count = 0;
  bool is_alone = false;
  for (const auto& [profile, messages_with] : counts) {
    if (messages_with < count) continue;
    is_alone = messages_with > count;
    most = profile;
    count = messages_with;
  }
  return is_alone ? most : "";
}

class Days {
 public:
  explicit Days(std::string own) : own_(std::move(own)) {}

  void add(const Message& message) {
    if (message.sender != own_) ++of(message.sender, message.at).from_them;
    for (const std::string& recipient : message.recipients)
      if (recipient != own_ && (message.sender == own_ || own_.empty()))
        ++of(recipient, message.at).from_user;
  }

  std::vector<MessageDay> take() {
    std::vector<MessageDay> days;
    for (auto& [key, day] : days_) days.push_back(std::move(day));
    return days;
  }

 private:
  MessageDay& of(const std::string& profile, Instant at) {
    const Day day = std::chrono::floor<std::chrono::days>(at);
    MessageDay& found = days_.try_emplace({profile, day}, MessageDay{profile, at, 0, 0}).first->second;
    found.first = std::min(found.first, at);
    return found;
  }

  std::string own_;
  std::map<std::pair<std::string, Day>, MessageDay> days_;
};

}  // namespace

std::string profile_key(std::string_view url) {
  const std::string plain = lower(url);
  const auto host = plain.find("linkedin.");
  const auto path = plain.find('/', host == std::string::npos ? plain.size() : host);
  constexpr std::string_view people = "/in/";
  if (path == std::string::npos || !std::string_view(plain).substr(path).starts_with(people)) return {};
  const auto end = plain.find_first_of("/?# \t\r\n", path + people.size());
  const std::string key = plain.substr(path, end == std::string::npos ? end : end - path);
  return key.size() > people.size() ? key : std::string();
}

std::optional<MessageTable> read_messages(const std::vector<CsvRow>& rows) {
  for (std::size_t at = 0; at < rows.size() && at < rows_above_the_head; ++at) {
    const auto head = MessageHead::read(rows[at]);
    if (!head) continue;
    std::vector<Message> messages;
    for (std::size_t row = at + 1; row < rows.size(); ++row)
      if (auto message = message_of(*head, rows[row])) messages.push_back(std::move(*message));
    Days days(own_profile(messages));
    for (const Message& message : messages) days.add(message);
    const std::size_t all = rows.size() - at - 1;
    return MessageTable{days.take(), all, all - messages.size()};
  }
  return std::nullopt;
}

}  // namespace goodturn::imports
