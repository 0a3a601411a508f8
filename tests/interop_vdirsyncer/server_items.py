"""Invented items with the corners that readers trip over: one dictionary {file name: text} per collection."""


def _text(*lines):
    return "\r\n".join(lines) + "\r\n"


def card(number, *more, name="Ada Example"):
    given, family = name.split(" ", 1)
    return _text("BEGIN:VCARD", "VERSION:3.0", f"UID:card-{number}", f"FN:{name}", f"N:{family};{given};;;", *more,
                 "END:VCARD")


def event(number, *more, component="VEVENT"):
    return _text("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Agreement//EN", f"BEGIN:{component}",
                 f"UID:event-{number}", "DTSTAMP:20260101T000000Z", *more, f"END:{component}", "END:VCALENDAR")


_PHOTO = "PHOTO;ENCODING=b;TYPE=JPEG:" + "/9j/4AAQSkZJRgABAQAAAQABAAD" * 40

CARDS = {f"{at}.vcf": text for at, text in enumerate([
    card(0, "EMAIL;TYPE=INTERNET,WORK:ada@example.org", "CATEGORIES:mentor,work"),
    card(1, "EMAIL;TYPE=HOME:b@example.org", "item1.TEL;TYPE=CELL:+49 30 5550100", "item1.X-ABLabel:Boat", name="Ben Ünal"),
    card(2, "NOTE:Commas\\, semicolons\\; lines\\nand a backslash \\\\.", "ORG:Sample & Söhne;Werft", name="Cleo Østergård"),
    card(3, "BDAY:1980-02-29", 'X-SAMPLE;X-KIND="a;b,c:d":kept', "ADR;TYPE=HOME:;;Quay 1;Harbour;;12345;Utopia"),
    card(4, _PHOTO, "NICKNAME:Finn", name="Finn Photo"),
    card(5, "NOTE:" + "long words and 日本語 " * 30, "CATEGORIES:one,two\\, with comma", name="Gül Long"),
    card(6, "X-ABUID:6\\:ABPerson", "URL:https://example.org/?a=1;b=2", "TITLE:", name="Hana Empty"),
    card(7, "EMAIL:seven@example.org", "EMAIL;TYPE=PREF:7@example.org", "IMPP;X-SERVICE-TYPE=Chat:x:seven", name="Ivo Many"),
])}
CARDS |= {f"{at}.vcf": card(at, f"EMAIL:person-{at}@example.org", name=f"Person {at}") for at in range(8, 40)}

_ZONE = ("BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200",
         "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "BEGIN:DAYLIGHT",
         "DTSTART:19700329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
         "END:DAYLIGHT", "END:VTIMEZONE")

EVENTS = {f"{at}.ics": text for at, text in enumerate([
    event(0, "DTSTART:20260105T090000Z", "DTEND:20260105T100000Z", "SUMMARY:Walk\\, talk",
          "ORGANIZER:mailto:alice@example.org", 'ATTENDEE;CN="Ada, Example";PARTSTAT=ACCEPTED:mailto:ada@example.org'),
    event(1, "DTSTART;VALUE=DATE:20260214", "SUMMARY:All day", "TRANSP:TRANSPARENT"),
    event(2, "DTSTART:20260301T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=10", "EXDATE:20260308T080000Z",
          "SUMMARY:Weekly"),
    _text("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Agreement//EN", *_ZONE, "BEGIN:VEVENT", "UID:event-3",
          "DTSTAMP:20260101T000000Z", "DTSTART;TZID=Europe/Berlin:20260401T100000", "DURATION:PT30M",
          "RRULE:FREQ=DAILY;COUNT=5", "SUMMARY:Series", "END:VEVENT", "BEGIN:VEVENT", "UID:event-3",
          "DTSTAMP:20260101T000000Z", "RECURRENCE-ID;TZID=Europe/Berlin:20260402T100000",
          "DTSTART;TZID=Europe/Berlin:20260402T120000", "DURATION:PT30M", "SUMMARY:Moved", "END:VEVENT", "END:VCALENDAR"),
    event(4, "SUMMARY:Write to Ada", "DUE;VALUE=DATE:20260601", "STATUS:NEEDS-ACTION", component="VTODO"),
    event(5, "SUMMARY:Met Ada", "DTSTART;VALUE=DATE:20260110", "DESCRIPTION:Lines\\nand 日本語", component="VJOURNAL"),
    event(6, "DTSTART:20260701T090000Z", "SUMMARY:Alarmed", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Now",
          "TRIGGER:-PT15M", "END:VALARM", "X-APPLE-STRUCTURED-LOCATION;X-TITLE=\"Quay; 1\":geo:52.5,13.4"),
])}
EVENTS |= {f"{at}.ics": event(at, f"DTSTART:202605{at % 28 + 1:02}T090000Z", "DURATION:PT1H", f"SUMMARY:Meeting {at}")
           for at in range(7, 40)}
