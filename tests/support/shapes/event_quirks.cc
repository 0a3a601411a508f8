#include "tests/support/shapes/quirks.h"

namespace goodturn::tests {
namespace {

const std::string hour = "DTSTART:20260301T100000Z\r\nDTEND:20260301T110000Z\r\n";

std::string calendar(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Quirks//EN\r\n" + lines + "END:VCALENDAR\r\n";
}

std::string event(const std::string& uid, const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Tea\r\n" + lines +
         "END:VEVENT\r\n";
}

std::string nested(const std::string& name, int depth) {
  std::string begins;
  std::string ends;
  for (int level = 0; level < depth; ++level) {
    begins += "BEGIN:" + name + "\r\n";
    ends += "END:" + name + "\r\n";
  }
  return begins + ends;
}

class List {
 public:
  void junk(const std::string& name, std::string text) {
    quirks_.push_back({name, std::move(text), false, false});
  }
  /// An event with these lines, its times among them.
  void event_of(const std::string& name, const std::string& lines) {
    whole(name, calendar(event(uid(), lines)));
  }
  void whole(const std::string& name, std::string text) { quirks_.push_back({name, std::move(text)}); }
  void without_uid(const std::string& name, std::string text) {
    quirks_.push_back({name, std::move(text), true, false});
  }
  [[nodiscard]] std::string uid() const { return "quirk-" + std::to_string(quirks_.size()); }
  std::vector<Quirk> take() && { return std::move(quirks_); }

 private:
  std::vector<Quirk> quirks_;
};

void add_times(List& list) {
  list.event_of("no start", "DURATION:PT1H\r\n");
  list.event_of("a start that is none", "DTSTART:tomorrow\r\n");
  list.event_of("the day nought", "DTSTART:00000000T000000Z\r\nDTEND:00000000T000000Z\r\n");
  list.event_of("the year 9999", "DTSTART:99991231T235959Z\r\nDURATION:P9999W\r\n");
  list.event_of("an end before the start", "DTSTART:20260301T100000Z\r\nDTEND:20260301T090000Z\r\n");
  list.event_of("a duration less than nothing", "DTSTART:20260301T100000Z\r\nDURATION:-PT1H\r\n");
  list.event_of("a zone that nobody knows", "DTSTART;TZID=Moon/Crater:20260301T100000\r\n");
  list.whole("a zone turned wrongly",
             calendar("BEGIN:VTIMEZONE\r\nTZID:Odd\r\nBEGIN:STANDARD\r\n"
                      "DTSTART:19700101T000000\r\nTZOFFSETFROM:+9900\r\nTZOFFSETTO:x\r\n"
                      "RRULE:FREQ=NEVER\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" +
                      event(list.uid(), "DTSTART;TZID=Odd:20260301T100000\r\n")));
}

void add_rules(List& list) {
  list.event_of("a rule that is none", hour + "RRULE:SOMETIMES\r\n");
  list.event_of("every second of an impossible day",
                hour + "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n");
  list.event_of("the 53rd Monday of a month", hour + "RRULE:FREQ=MONTHLY;BYDAY=53MO\r\n");
  list.event_of("a thousand million times", hour + "RRULE:FREQ=DAILY;COUNT=1000000000\r\n");
  list.event_of("two rules", hour + "RRULE:FREQ=DAILY;COUNT=3\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n");
  list.event_of("an exception that is none",
                hour + "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:never,20260302T100000Z\r\n");
  list.event_of("periods that are none", hour + "RDATE;VALUE=PERIOD:x/y,20260305T100000Z/PT1H\r\n");
  list.event_of("an exception without its series", "RECURRENCE-ID:20260301T100000Z\r\n" + hour);
}

void add_people(List& list) {
  list.event_of("a guest without an address", hour + "ATTENDEE;CN=Nobody:\r\nORGANIZER:\r\n");
  list.event_of("a guest by no address", hour + "ATTENDEE:invalid:nomail\r\nATTENDEE:mailto:\r\n");
  list.event_of("a quote left open", hour + "ATTENDEE;CN=\"Ada:mailto:ada@example.org\r\n");
}

void add_frames(List& list) {
  list.junk("words", "HELLO WORLD\r\n");
  list.junk("nothing", "");
  list.junk("a web page", "<html><body>BEGIN:VCALENDAR</body></html>");
  list.junk("an event on its own", event("alone", hour));
  list.without_uid("an empty calendar", calendar(""));
  list.whole("no END at all",
             "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:" + list.uid() + "\r\n" + hour);
  list.event_of("an event in an event", hour + event("inner", hour));
  list.event_of("fifty alarms in each other", hour + nested("VALARM", 50));
  list.whole("two UIDs", calendar(event(list.uid(), hour) + event("another-event", hour)));
  list.whole("METHOD", calendar("METHOD:REQUEST\r\n" + event(list.uid(), hour)));
  list.without_uid("no UID", calendar("BEGIN:VEVENT\r\nSUMMARY:Tea\r\n" + hour + "END:VEVENT\r\n"));
  list.without_uid("the UID of another event", calendar(event("good-1", hour)));
  list.whole("two calendars", calendar(event(list.uid(), hour)) + calendar(event("of-the-second", hour)));
  list.without_uid("only a time zone", calendar("BEGIN:VTIMEZONE\r\nTZID:Odd\r\nEND:VTIMEZONE\r\n"));
  list.without_uid("a card among the events",
                   "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card\r\nFN:Card\r\nEND:VCARD\r\n");
}

void add_bytes(List& list) {
  list.event_of("a megabyte in a line", hour + "DESCRIPTION:" + std::string(1'000'000, 'n') + "\r\n");
  list.event_of("NUL", hour + std::string("LOCATION:a\0b\r\n", 14));
  list.event_of("8-bit", hour + "LOCATION:Caf\xe9\r\n");
  list.event_of("a CR inside", hour + "LOCATION:one\rtwo\r\n");
  list.event_of("broken base64", hour + "ATTACH;ENCODING=BASE64;VALUE=BINARY:*?==\r\n");
  list.event_of("no colon", hour + "LOCATION without one\r\n");
}

}  // namespace

std::vector<Quirk> event_quirks() {
  List list;
  add_times(list);
  add_rules(list);
  add_people(list);
  add_frames(list);
  add_bytes(list);
  return std::move(list).take();
}

}  // namespace goodturn::tests
