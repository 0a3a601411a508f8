#include "tests/bench/ranking/messages.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace goodturn::bench {
namespace {

constexpr int longest_line = 4096;

struct Closer {
  void operator()(gzFile file) const { gzclose(file); }
};
using File = std::unique_ptr<gzFile_s, Closer>;

/// The text up to the next comma, which is taken off as well.
std::string_view cut_field(std::string_view& line) {
  const std::size_t comma = line.find(',');
  const std::string_view field = line.substr(0, comma);
  line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
  return field;
}

class Reader {
 public:
  explicit Reader(MessageSet& set) : set_(set) {}

  /// False for a line of another form.
  bool take(std::string_view line) {
    const std::string_view sender = cut_field(line), recipient = cut_field(line), seconds = line;
    std::int64_t at = 0;
    const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), at);
    if (sender.empty() || recipient.empty() || error != std::errc() || end != seconds.data() + seconds.size())
      return false;
    if (sender != recipient)
      set_.messages.push_back({number_of(sender), number_of(recipient), Instant(std::chrono::seconds(at))});
    return true;
  }

 private:
  std::int32_t number_of(std::string_view name) {
    const auto [place, is_new] =
        numbers_.try_emplace(std::string(name), static_cast<std::int32_t>(set_.people.size()));
    if (is_new) set_.people.emplace_back(name);
    return place->second;
  }

  MessageSet& set_;
  std::unordered_map<std::string, std::int32_t> numbers_;
};

/// The next line without its end; nullopt at the end of the file.
std::optional<std::string_view> next_line(gzFile file, char (&buffer)[longest_line]) {
  if (gzgets(file, buffer, longest_line) == nullptr) return std::nullopt;
  std::string_view line(buffer);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Result<MessageSet> read_messages(const std::string& path) {
  const File file(gzopen(path.c_str(), "rb"));
  if (!file) return fail(ErrorKind::storage, "The file cannot be read.", path);
  MessageSet set;
  set.name = std::filesystem::path(path).filename().string();
  set.name.resize(std::min(set.name.size(), set.name.find('.')));
  set.channel = set.name.find("call") != std::string::npos ? Channel::call : Channel::mail;

  Reader reader(set);
  char buffer[longest_line];
  next_line(file.get(), buffer);
  for (int number = 2; const auto line = next_line(file.get(), buffer); ++number)
    if (!reader.take(*line) || set.messages.size() > most_messages)
      return fail(ErrorKind::parse, "Line " + std::to_string(number) + " is not sender,recipient,seconds.",
                  path);
  // A truncated or damaged gzip stream ends early, which the lines alone do not show.
  int state = Z_OK;
  gzerror(file.get(), &state);
  if (state != Z_OK) return fail(ErrorKind::storage, "The file is damaged.", path);
  std::stable_sort(set.messages.begin(), set.messages.end(),
                   [](const Message& a, const Message& b) { return a.at < b.at; });
  return set;
}

Result<std::vector<std::string>> read_egos(const std::string& path) {
  std::ifstream file(path);
  if (!file) return fail(ErrorKind::storage, "The file cannot be read.", path);
  std::vector<std::string> egos;
  for (std::string line; std::getline(file, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty()) egos.push_back(line);
  }
  return egos;
}

}  // namespace goodturn::bench
