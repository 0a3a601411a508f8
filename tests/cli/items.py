"""Invented cards and events."""

OWN = "alex@example.org"


def lines(*parts):
    return "".join(part + "\r\n" for part in parts)


def card(uid, name, *more):
    return lines("BEGIN:VCARD", "VERSION:3.0", f"UID:{uid}", f"FN:{name}", f"N:{name};;;;", *more, "END:VCARD")


def component(kind, uid, *more):
    return lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Tests//EN", f"BEGIN:{kind}", f"UID:{uid}",
                 "DTSTAMP:20260101T000000Z", *more, f"END:{kind}", "END:VCALENDAR")


def meeting(uid, start, *more, who):
    """One hour with the own address and `who`, a list of addresses."""
    return component("VEVENT", uid, f"DTSTART:{start}", "DURATION:PT1H", f"ORGANIZER:mailto:{OWN}",
                     f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{OWN}",
                     *[f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}" for address in who], *more)


def fortnightly(uid, who):
    """18 meetings, the last on 2026-08-27: long quiet on 2026-11-22. One of them is left out."""
    return meeting(uid, "20260101T100000Z", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=18", "EXDATE:20260212T100000Z",
                   "SUMMARY:Coffee", who=[who])
