"""Invented cards and events for the benchmark: the same for every run, about 1 kB each."""

import random

FIRST = "Ada Ben Cleo Dan Eva Finn Gül Hana Ivo Jana Karl Lena Milan Nora Olaf Pia Quinn Rosa Sven Tara".split()
LAST = "Adler Berg Castro Dahl Ebert Frank Gruber Holm Ito Jansen Kranz Lang Moser Novak Orsi Peters Rau Silva".split()
WORDS = "plan review boat map tea garden letter bridge index report summer train paper light water stone".split()


def _fold(lines):
    folded = []
    for line in lines:
        while len(line.encode()) > 74:
            cut = 70 if len(line) > 70 else len(line) - 1
            folded.append(line[:cut])
            line = " " + line[cut:]
        folded.append(line)
    return "\r\n".join(folded) + "\r\n"


def card(number, version=0):
    """The text of card `number`; another `version` differs in one line."""
    dice = random.Random(f"card {number}")
    given, family = dice.choice(FIRST), dice.choice(LAST)
    note = " ".join(dice.choices(WORDS, k=60))
    return _fold([
        "BEGIN:VCARD", "VERSION:3.0", f"UID:card-{number}@example.org", f"FN:{given} {family} {number}",
        f"N:{family};{given};;;", f"ORG:{dice.choice(WORDS)} works;{dice.choice(WORDS)}",
        f"EMAIL;TYPE=WORK:person-{number}@example.org", f"EMAIL;TYPE=HOME:{number}@home.example.org",
        f"TEL;TYPE=CELL:+49 30 {5550000 + number}", f"TEL;TYPE=WORK:+49 40 {5550000 + number}",
        f"ADR;TYPE=WORK:;;{dice.choice(WORDS)} street {number % 90 + 1};Harbour;;{10000 + number % 80000};Utopia",
        f"BDAY:19{50 + number % 50}-{number % 12 + 1:02}-{number % 28 + 1:02}", f"CATEGORIES:{dice.choice(WORDS)},bench",
        f"NOTE:{note} {version}", f"REV:2026010{version % 9 + 1}T000000Z", "END:VCARD"])


def event(number, version=0):
    """The text of event `number`: a meeting with up to five guests out of the people of the cards."""
    dice = random.Random(f"event {number}")
    day = f"202{4 + number % 3}{number % 12 + 1:02}{number % 28 + 1:02}"
    hour = 7 + number % 10
    guests = [f"ATTENDEE;PARTSTAT=ACCEPTED;CN=Person {n}:mailto:person-{n}@example.org"
              for n in dice.sample(range(1000), dice.randint(1, 5))]
    return _fold([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Bench//EN", "BEGIN:VEVENT", f"UID:event-{number}@example.org",
        "DTSTAMP:20260101T000000Z", f"DTSTART:{day}T{hour:02}0000Z", f"DTEND:{day}T{hour + 1:02}0000Z",
        f"SUMMARY:{' '.join(dice.choices(WORDS, k=3))} {version}", f"LOCATION:Room {number % 9}", *guests,
        f"DESCRIPTION:{' '.join(dice.choices(WORDS, k=70))}", f"SEQUENCE:{version}", "END:VEVENT", "END:VCALENDAR"])


KINDS = {"contacts": (card, "vcf", "text/vcard; charset=utf-8"), "events": (event, "ics", "text/calendar; charset=utf-8")}
