"""Notes and follow-ups on a real server: two computers that share an account, and a fresh one."""

import re

from contract import flaws
from items import OWN, card, fortnightly
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, DavServer, Gate, no_journals

PEOPLE = [card("anna", "Anna Berg", "EMAIL:anna@example.org", "TITLE:Engineer"), card("ben", "Ben Holm", "EMAIL:ben@example.org")]


class SharedRecords(ProgramCase):
    server_name = "radicale"

    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder(), self.server_name)
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.make("meetings", CALENDAR)
        for at, text in enumerate(PEOPLE):
            self.server.put(f"contacts/{at}.vcf", text)
        self.server.put("meetings/anna.ics", fortnightly("coffee-anna", "anna@example.org"))
        self.first = self.computer("first")

    def computer(self, name):
        """A home of its own that knows only the account, synchronised once."""
        program = Program(self.folder / name)
        program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        [account] = program.json("account", "list")["accounts"]
        self.assertEqual(account["id"], 1)
        self.own_address(program)
        program.run("sync")
        return program

    @staticmethod
    def own_address(program):
        """The server knows no mail address of alice; the meetings name this one."""
        program.run("account", "set", 1, "--own-address", OWN)

    @staticmethod
    def week(program):
        return sorted((one["id"], one["state"]) for one in program.json("week")["suggestions"])

    @staticmethod
    def texts(program, uid):
        return sorted(one.get("text", "") for one in program.json("person", uid)["timeline"] if one["kind"] == "touch")

    def stored(self, name):
        """Texts of the collection of that display name on the server."""
        return self.server.calendar(name)

    def test_they_move_to_the_server_and_a_fresh_computer_has_them(self):
        self.first.run("log", "anna", "--channel", "call", "--at", "2026-08-28T10:00:00Z", "--note", "Moves to Oslo.")
        week = self.week(self.first)
        self.assertTrue(week)
        self.assertEqual(flaws(self.first.json("records"), "RecordsPlace"), [])
        self.assertIn("on this computer only", self.first.text("records"))
        place = self.first.json("records", "keep", 1)
        self.assertEqual((place["journal"]["name"], place["notes"]), ("Goodturn Journal", []))
        self.first.run("sync")
        [journal] = self.stored("Goodturn Journal")
        self.assertIn("BEGIN:VJOURNAL", journal)
        tasks = self.stored("Goodturn Follow-ups")
        self.assertEqual(len(tasks), len(week))
        for task in tasks:
            self.assertIn("CONTACT", task)
            self.assertNotIn("ATTENDEE", task)
            names = re.findall(r"^(X-GOODTURN-[A-Z-]+)", task, re.MULTILINE)
            self.assertEqual(sorted(names), sorted(set(names)), "one line for each X- name")
        fresh = self.computer("fresh")
        self.assertEqual(self.texts(fresh, "anna"), ["Moves to Oslo."])
        self.assertEqual(self.week(fresh), week)
        self.assertEqual(fresh.json("records")["journal"]["name"], "Goodturn Journal")
        self.assertEqual(fresh.json("people")["total"], self.first.json("people")["total"])
        self.assertIn("Nothing new", fresh.text("sync"))
        self.assertIn("Nothing new", self.first.text("sync"))

    def test_two_computers_write_and_meet(self):
        second = self.computer("second")
        self.first.run("records", "keep", 1)
        self.first.run("sync")
        second.now = "2026-11-23T08:00:00Z"  # new collections are looked for once a day
        second.run("log", "ben", "--channel", "mail", "--note", "before it knew of the place")
        self.assertIn("This computer uses them", second.run("sync").err)
        self.first.run("log", "anna", "--channel", "call", "--note", "from the first")
        second.run("log", "ben", "--channel", "mail", "--note", "from the second")
        for program in (self.first, second, self.first):
            program.run("sync")
        for program in (self.first, second):
            self.assertEqual(self.texts(program, "anna"), ["from the first"])
            self.assertEqual(self.texts(program, "ben"), ["before it knew of the place", "from the second"])
            self.assertIn("Nothing new", program.text("sync"))
        self.assertEqual(self.week(self.first), self.week(second))
        self.assertEqual(len(self.stored("Goodturn Journal")), 3)

    def test_the_own_profile_is_one_on_both(self):
        self.first.run("me", "set", "--weekly-energy", "3", "--offers", "Rust")
        self.first.run("records", "keep", 1)
        self.first.run("sync")
        second = self.computer("second")
        self.assertEqual(second.json("me")["profile"]["weekly_energy"], 3)
        second.run("me", "set", "--weekly-energy", "7")
        self.first.run("me", "set", "--seniority", "2")
        for program in (second, self.first, second):
            program.run("sync")
        for program in (self.first, second):
            profile = program.json("me")["profile"]
            self.assertEqual((profile["weekly_energy"], profile["seniority"], profile["offers"]), (7, 2, ["Rust"]))
        self.assertEqual(len(self.stored("Goodturn Journal")), 1)

    def test_they_come_home_when_the_account_goes(self):
        self.first.run("log", "anna", "--channel", "call", "--note", "stays")
        self.first.run("records", "keep", 1)
        self.first.run("sync")
        [journal] = [one for one in self.first.json("collection", "list")["collections"] if one["name"] == "Goodturn Journal"]
        refused = self.first.json("collection", "disable", journal["id"], code=1)
        self.assertEqual(refused["kind"], "forbidden")
        self.first.run("account", "remove", 1)
        self.assertEqual(len(self.stored("Goodturn Journal")), 1)
        self.first.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        self.first.run("sync")
        self.assertEqual(self.texts(self.first, "anna"), ["stays"])

    def test_what_cannot_take_them_says_why(self):
        self.assertEqual(self.first.json("records", "keep", 7, code=1)["kind"], "not_found")
        ids = {one["name"]: one["id"] for one in self.first.json("collection", "list")["collections"]}
        refused = self.first.json("records", "keep", 1, "--journal", ids["contacts"], code=1)
        self.assertEqual(refused["kind"], "invalid")
        self.assertIn("on this computer only", self.first.text("records"))
        self.first.run("records", "keep", 1, "--journal", ids["meetings"], "--follow-ups", ids["meetings"])
        self.first.run("log", "anna", "--channel", "call", "--note", "beside the meetings")
        self.first.run("sync")
        self.assertEqual(sum("BEGIN:VJOURNAL" in text for text in self.stored("meetings")), 1)
        self.first.run("records", "here")
        self.assertEqual(self.texts(self.first, "anna"), ["beside the meetings"])

    def test_a_server_that_keeps_no_journals_is_named(self):
        gate = Gate(self.server.port)
        self.addCleanup(gate.stop)
        gate.behaviour = no_journals
        self.first.run("account", "remove", 1)
        self.first.run("account", "add", gate.url, "--user", "alice", "--password-file", self.password_file())
        self.first.run("sync")
        self.first.run("log", "anna", "--channel", "call", "--note", "stays here")
        account = self.first.json("account", "list")["accounts"][0]["id"]
        refused = self.first.json("records", "keep", account, code=1)
        self.assertEqual(refused["kind"], "forbidden")
        self.assertIn("keeps no journals (VJOURNAL)", refused["detail"])
        self.assertIn("on this computer only", self.first.text("records"))
        self.assertEqual(self.texts(self.first, "anna"), ["stays here"])
