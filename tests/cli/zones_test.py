"""nametag 373: dates that are written twice, or drift by a day with each sync where the time zone is another one: the
program itself in zones at both ends of the day, and on a day when the clocks change, against a real Radicale."""

from items import card, component
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, DavServer

ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Europe/Berlin")  # +14, -11, 0, and changed on 2026-03-29
NOW = "2026-03-29T00:30:00Z"
DATES = ("BDAY:1980-03-29", "X-ANNIVERSARY:2004-02-29")
EVENT = ("DTSTART;VALUE=DATE:20260329", "DTEND;VALUE=DATE:20260330", "SUMMARY:All day")


class DatesInEveryZone(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.make("meetings", CALENDAR)
        self.server.put("contacts/anna.vcf", card("anna", "Anna Berg", *DATES))
        self.server.put("meetings/day.ics", component("VEVENT", "day", *EVENT))

    def computer(self, zone):
        """Another home, in that zone, synchronised once."""
        program = Program(self.folder / zone.replace("/", "-"), NOW)
        program.environment["TZ"] = zone
        program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        [book] = [one for one in program.json("collection", "list")["collections"] if one["name"] == "contacts"]
        program.run("collection", "set", book["id"], "--write-back", "on")
        program.run("sync")
        return program

    def check_dates(self, tags):
        there = self.server.get("contacts/anna.vcf")
        for date in DATES:
            self.assertEqual(there.count(date.split(":")[0] + ":"), 1, there)
            self.assertIn(date, there)
        for tag in tags:
            self.assertIn(tag, there)
        day = self.server.get("meetings/day.ics")
        for line in EVENT:
            self.assertEqual(day.count(line), 1, day)

    def due(self, program):
        return [one["due"] for one in program.json("promise")["items"]]

    def test_nothing_drifts_and_nothing_is_written_twice(self):
        tags, computers = [], []
        for number, zone in enumerate(ZONES):
            program = self.computer(zone)
            tags.append(f"tag-{number}")
            program.run("tag", "anna", "+" + tags[-1])
            if not computers:
                program.run("records", "keep", 1)
                program.run("promise", "add", "anna", "the slides", "--due", "2026-03-29")
                program.run("sync")
            computers.append(program)
            self.check_dates(tags)
        journal = self.server.calendar("Goodturn Journal")
        self.assertEqual(len(journal), 1)
        for _round in range(2):
            for program in computers:
                program.run("sync")
                self.assertEqual(self.due(program), ["2026-03-29"])
        for program in computers:
            self.assertIn("Nothing new", program.text("sync"))
            self.assertEqual(sorted(program.json("person", "anna")["tags"]), tags)
        self.check_dates(tags)
        self.assertEqual(self.server.calendar("Goodturn Journal"), journal)
