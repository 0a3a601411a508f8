// Changes to lines instead of bytes: most of what single bytes become is no card and no calendar any more.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

constexpr std::string_view telling[] = {"BEGIN:VCARD\r\n",
                                        "END:VCARD\r\n",
                                        "BEGIN:VCALENDAR\r\n",
                                        "END:VCALENDAR\r\n",
                                        "BEGIN:VEVENT\r\n",
                                        "END:VEVENT\r\n",
                                        "BEGIN:VTODO\r\n",
                                        "END:VTODO\r\n",
                                        "BEGIN:VJOURNAL\r\n",
                                        "END:VJOURNAL\r\n",
                                        "BEGIN:VALARM\r\n",
                                        "END:VALARM\r\n",
                                        "UID:1\r\n",
                                        "UID:2\r\n",
                                        "TEL:1\r\n",
                                        "TEL:2\r\n",
                                        "NOTE:one\r\n",
                                        "NOTE:two\r\n",
                                        "FN:Ada\r\n",
                                        "FN:Bo\r\n",
                                        "N:Example;Ada;;;\r\n",
                                        "N:Other;Ada;Eve\r\n",
                                        "CATEGORIES:a,b\r\n",
                                        "CATEGORIES:b,c\r\n",
                                        "item1.TEL:1\r\n",
                                        "item1.X-ABLABEL:x\r\n",
                                        "item1.URL:y\r\n",
                                        "item2.X-ABLABEL:z\r\n",
                                        "STATUS:COMPLETED\r\n",
                                        "STATUS:CANCELLED\r\n",
                                        "DUE;VALUE=DATE:20261130\r\n",
                                        "SUMMARY:new\\, words\r\n",
                                        "RECURRENCE-ID:20261122T100000Z\r\n",
                                        "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=\r\n",
                                        "=A9\r\n",
                                        " folded\r\n",
                                        "AGENT:\r\n",
                                        "%%\n",
                                        "VERSION:2.1\r\n",
                                        "X-A:1\r\n",
                                        "\r\n"};

std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    lines.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(end);
  }
  return lines;
}

/// Moves, repeats, removes or adds lines.
void change(std::vector<std::string>& lines, std::minstd_rand& random) {
  const auto below = [&](std::size_t count) { return random() % std::max<std::size_t>(count, 1); };
  const auto place = [&](std::size_t more) {
    return lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size() + more));
  };
  switch (lines.empty() ? 0 : below(5)) {
    case 0:
      lines.insert(place(1), std::string(telling[below(std::size(telling))]));
      return;
    case 1:
      lines.erase(place(0));
      return;
    case 2: {
      const std::string copy = *place(0);
      lines.insert(place(1), copy);
      return;
    }
    case 3:
      std::swap(*place(0), *place(0));
      return;
    default:
      *place(0) = telling[below(std::size(telling))];
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  std::minstd_rand random(seed);
  if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, most);
  std::vector<std::string> lines = lines_of({reinterpret_cast<const char*>(data), size});
  for (auto times = 1 + random() % 3; times > 0; --times) change(lines, random);
  std::string text;
  for (const std::string& line : lines) text += line;
  text.resize(std::min(text.size(), most));
  std::memcpy(data, text.data(), text.size());
  return text.size();
}
