// How fast cards and events are read into the lossless model, against a memchr line scan of the same bytes in
// the same run. Prints min/median of 5 runs; ends with 1 where parsing misses its bar.
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
constexpr double bar = 250;  // MB/s of one core; libical reads 32

/// A card of about 0.5 kB as address books hold them, and 0.9 kB more with a folded photo.
std::string card(int number, bool photo) {
  const std::string id = std::to_string(number);
  std::string out = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:" + id + "\r\nFN:Person " + id +
                    " Example\r\nN:Example;Person " + id + ";;;\r\nEMAIL;TYPE=INTERNET,HOME:p" + id +
                    "@example.org\r\nTEL;TYPE=\"cell,voice\":+1 555 " + id +
                    "\r\nORG:Example Ltd;Research\r\nADR;TYPE=WORK:;;1 Example Road;Town;;12345;Land\r\n"
                    "NOTE:met at the fair\\, talks about sails\r\nCATEGORIES:friends,mentor\r\n"
                    "item1.URL:https://example.org/\r\nitem1.X-ABLabel:home\r\nREV:20260101T000000Z\r\n";
  if (photo) {
    out += "PHOTO;ENCODING=b;TYPE=JPEG:";
    for (int line = 0; line < 12; ++line) out += std::string(72, 'A') + "\r\n ";
    out += "AAAA\r\n";
  }
  return out + "END:VCARD\r\n";
}

std::string card_with_photo(int number) { return card(number, true); }
std::string plain_card(int number) { return card(number, false); }

/// A weekly meeting of about 1.3 kB with its time zone and two guests.
std::string event(int number) {
  const std::string id = std::to_string(number);
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/"
         "Berlin\r\n"
         "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:"
         "19700329T020000\r\n"
         "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\n"
         "TZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-"
         "1SU\r\n"
         "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:event-" +
         id + "@example.org\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Talk with person " + id +
         "\r\nDTSTART;TZID=Europe/Berlin:20260105T100000\r\nDTEND;TZID=Europe/Berlin:20260105T110000\r\n"
         "RRULE:FREQ=WEEKLY;COUNT=10\r\nLOCATION:Room 1\\, Example House\r\nDESCRIPTION:What we agreed on "
         "last\r\n"
         "  time and what is still to be done\\, in short lines that are folded as\r\n  calendars fold "
         "them\r\n"
         "ORGANIZER;CN=Me:mailto:me@example.org\r\nATTENDEE;CN=\"Person " +
         id + "\";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:p" + id +
         "@example.org\r\nATTENDEE;CN=Another;PARTSTAT=NEEDS-ACTION:mailto:a" + id +
         "@example.org\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Talk\r\nTRIGGER:-PT15M\r\nEND:"
         "VALARM\r\n"
         "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

std::size_t sink = 0;  // printed at the end, which keeps the work from being optimised away

/// Gives the MB/s of the median.
double measure(const char* what, double megabytes, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  const double speed = megabytes / seconds[runs / 2];
  std::printf("%-28s min %7.1f ms  median %7.1f ms  %8.1f MB/s\n", what, seconds.front() * 1e3,
              seconds[runs / 2] * 1e3, speed);
  return speed;
}

/// Gives the MB/s at which the texts are parsed.
double measure_all(const char* name, std::string (*make)(int)) {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  for (int i = 0; i < items; ++i) bytes += texts.emplace_back(make(i)).size();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::vector<Document> documents;
  for (const std::string& text : texts) documents.push_back(Document::parse(text));
  std::printf("%d %s, %.1f MB\n", items, name, megabytes);
  measure("memchr line scan", megabytes, [&] {
    for (const std::string& text : texts)
      for (const char* at = text.data(); at != nullptr; ++sink) {
        const auto rest = static_cast<std::size_t>(text.data() + text.size() - at);
        const void* found = std::memchr(at, '\n', rest);
        at = found == nullptr ? nullptr : static_cast<const char*>(found) + 1;
      }
  });
  const double parsed = measure("parse", megabytes, [&] {
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
  return parsed;
}

}  // namespace

int main() {
  const double slowest = std::min({measure_all("cards with photos", card_with_photo),
                                   measure_all("cards", plain_card), measure_all("events", event)});
  std::printf("checksum %zu\nparsing: %.0f MB/s at least, bar %.0f: %s\n", sink, slowest, bar,
              slowest >= bar ? "holds" : "MISSED");
  return slowest >= bar ? 0 : 1;
}
