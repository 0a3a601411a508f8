#include "tests/interop_habits/odd_items.h"

namespace goodturn::tests {
namespace {

std::string calendar(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Goodturn//Test//EN\r\n" + lines + "END:VCALENDAR\r\n";
}

std::string event(const std::string& uid, const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Tea\r\n" + lines +
         "END:VEVENT\r\n";
}

constexpr const char* hour = "DTSTART:20260301T100000Z\r\nDTEND:20260301T110000Z\r\n";

std::map<std::string, int> answers(int radicale, int xandikos, int cyrus, int sabre, int davical, int sogo) {
  return {{"radicale", radicale}, {"xandikos", xandikos}, {"cyrus", cyrus},
          {"sabre", sabre},       {"davical", davical},   {"sogo", sogo}};
}

}  // namespace

std::vector<OddItem> odd_cards() {
  const std::string nameless =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:No Number\r\nN:Number;No;;;\r\nEND:VCARD\r\n";
  return {{"no UID", nameless, answers(400, 201, 403, 201, 201, 201)},
          {"not a card", "HELLO WORLD\r\n", answers(400, 412, 403, 415, 201, 404)},
          {"nothing", "", answers(400, 412, 403, 415, 412, 404)},
          {"two cards", good_card("{uid}", "First") + good_card("{uid}-b", "Second"),
           answers(400, 201, 201, 201, 201, 201)},
          {"vCard 2.1",
           "BEGIN:VCARD\r\nVERSION:2.1\r\nUID:{uid}\r\nN:Old;Very\r\nFN:Very Old\r\nTEL;HOME:1\r\n"
           "END:VCARD\r\n",
           answers(201, 201, 403, 201, 201, 201)},
          {"vCard 4.0",
           "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:{uid}\r\nFN:Quite New\r\nN:New;Quite;;;\r\nEND:VCARD\r\n",
           answers(201, 201, 201, 201, 201, 201)}};
}

std::vector<OddItem> odd_events() {
  return {
      {"no UID",
       calendar("BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Tea\r\n" + std::string(hour) +
                "END:VEVENT\r\n"),
       answers(400, 201, 403, 400, 201, 201),
       {{"sogo", 409}}},
      {"not a calendar", "HELLO WORLD\r\n", answers(400, 412, 403, 415, 412, 404)},
      {"two UIDs", calendar(event("{uid}", hour) + event("{uid}-b", hour)),
       answers(400, 201, 403, 400, 201, 201)},
      {"METHOD", calendar("METHOD:REQUEST\r\n" + event("{uid}", hour)),
       answers(201, 201, 403, 201, 201, 201)},
      {"end before start", calendar(event("{uid}", "DTSTART:20260301T100000Z\r\nDTEND:20260301T090000Z\r\n")),
       answers(201, 201, 403, 201, 201, 201)},
      {"guests",
       calendar(event("{uid}", std::string(hour) + "ORGANIZER:mailto:alice@example.org\r\n"
                                                   "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org\r\n")),
       answers(201, 201, 201, 201, 201, 201)},
      {"two categories", calendar(event("{uid}", std::string(hour) + "CATEGORIES:boat,mentor\r\n")),
       answers(201, 201, 201, 201, 201, 201)},
      {"an unknown line", calendar(event("{uid}", std::string(hour) + "X-ODD;X-P=\"q;u\":one\\, two\r\n")),
       answers(201, 201, 201, 201, 201, 201)}};
}

std::string text_of(const OddItem& item, const std::string& uid) {
  std::string text = item.text;
  const std::string mark = "{uid}";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + uid.size()))
    text.replace(at, mark.size(), uid);
  return text;
}

std::string good_card(const std::string& uid, const std::string& name) {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name +
         ";;;;\r\nEND:VCARD\r\n";
}

std::string good_event(const std::string& uid, const std::string& name) {
  return calendar("BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:" + name + "\r\n" +
                  hour + "END:VEVENT\r\n");
}

}  // namespace goodturn::tests
