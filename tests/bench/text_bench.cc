// How fast items are read, against a memchr line scan of the same bytes in the same run.
// Prints min/median of 5 runs; the target in servers.md C is to stay far above libical's 32 MB/s.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "core/text/document.h"

namespace {

using goodturn::text::Document;

constexpr int items = 10'000;
constexpr int runs = 5;

/// A card of about 1.4 kB with a folded photo, as address books hold them.
std::string card(int number) {
  const std::string id = std::to_string(number);
  std::string out = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:" + id + "\r\nFN:Person " + id +
                    " Example\r\nN:Example;Person " + id + ";;;\r\nEMAIL;TYPE=INTERNET,HOME:p" + id +
                    "@example.org\r\nTEL;TYPE=\"cell,voice\":+1 555 " + id +
                    "\r\nORG:Example Ltd;Research\r\nADR;TYPE=WORK:;;1 Example Road;Town;;12345;Land\r\n"
                    "NOTE:met at the fair\\, talks about sails\r\nCATEGORIES:friends,mentor\r\n"
                    "item1.URL:https://example.org/\r\nitem1.X-ABLabel:home\r\nREV:20260101T000000Z\r\n"
                    "PHOTO;ENCODING=b;TYPE=JPEG:";
  for (int line = 0; line < 12; ++line) out += std::string(72, 'A') + "\r\n ";
  return out + "AAAA\r\nEND:VCARD\r\n";
}

std::size_t sink = 0;  // printed at the end, which keeps the work from being optimised away

void measure(const char* what, double megabytes, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("%-28s min %7.1f ms  median %7.1f ms  %8.1f MB/s\n", what, seconds.front() * 1e3,
              seconds[runs / 2] * 1e3, megabytes / seconds[runs / 2]);
}

}  // namespace

int main() {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  for (int i = 0; i < items; ++i) bytes += texts.emplace_back(card(i)).size();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::vector<Document> documents;
  for (const std::string& text : texts) documents.push_back(Document::parse(text));
  std::printf("%d cards, %.1f MB\n", items, megabytes);
  measure("memchr line scan", megabytes, [&] {
    for (const std::string& text : texts)
      for (const char* at = text.data(); at != nullptr; ++sink) {
        const auto rest = static_cast<std::size_t>(text.data() + text.size() - at);
        const void* found = std::memchr(at, '\n', rest);
        at = found == nullptr ? nullptr : static_cast<const char*>(found) + 1;
      }
  });
  measure("parse", megabytes, [&] {
    for (const std::string& text : texts) sink += Document::parse(text).lines().size();
  });
  measure("uid_of (parsed)", megabytes, [&] {
    for (const Document& document : documents) sink += goodturn::text::uid_of(document).size();
  });
  measure("content_hash (parsed)", megabytes, [&] {
    for (const Document& document : documents) sink += goodturn::text::content_hash(document).low % 2;
  });
  measure("print (parsed)", megabytes, [&] {
    for (const Document& document : documents) sink += document.print().size();
  });
  std::printf("checksum %zu\n", sink);
}
