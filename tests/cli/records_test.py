"""Notes and follow-ups on a real server: two computers that share an account, and a fresh one."""

import functools
import re

from contract import flaws
from items import OWN, card, fortnightly
from program import Program, ProgramCase
from reader import what_is_read_otherwise
from servers import BOOK, CALENDAR, DavServer, Gate, without

PEOPLE = [card("anna", "Anna Berg", "EMAIL:anna@example.org", "TITLE:Engineer"), card("ben", "Ben Holm", "EMAIL:ben@example.org")]


class RecordsCase(ProgramCase):
    """A computer with an account on a server that has two people and one row of meetings."""
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


class SharedRecords(RecordsCase):
    @staticmethod
    def write_back(program):
        """The address book takes tags."""
        [book] = [one for one in program.json("collection", "list")["collections"] if one["name"] == "contacts"]
        program.run("collection", "set", book["id"], "--write-back", "on")

    @staticmethod
    def fill(program):
        """A tag, a profile, and items of every kind that the journal has."""
        program.run("tag", "anna", "+mentor")
        program.run("log", "anna", "--channel", "call", "--at", "2026-08-28T10:00:00Z", "--note", "Moves to Oslo.")
        for line in ("gave Ben advice on compilers", "got feedback from Anna", "met Ben"):
            program.run("log", line)
        program.run("ask", "add", "ben", "a look at my talk", "--kind", "feedback", "--due", "2026-12-01")
        program.run("promise", "add", "anna", "the slides", "--due", "2026-12-24")
        program.run("introduce", "add", "anna", "ben", "both sail")
        program.run("goal", "add", "--titles", "lead", "--targets", "ben")
        program.run("script", "add", "hello", "Dear {firstName}")
        program.run("community", "add", "sailors", "--members", "anna,ben")
        program.run("question", "add", "sailors", "where to berth")
        program.run("venue", "add", "FooConf", "--type", "conference")
        program.run("role", "add", "ben", "ally", "--since", "2026-01-10")
        program.run("knows", "add", "anna", "ben", "--evidence", "user-said")
        program.run("profile", "set", "anna", "--tie", "peer", "--needs", "Rust", "--seniority", 3)
        program.run("me", "set", "--weekly-energy", "3", "--offers", "Rust")
        program.run("me", "check", 4, 3, 5)

    @staticmethod
    def everything(program):
        """All that the program says about people and records, without what names this computer's own rows."""
        kinds = ("ask", "promise", "entry", "introduce", "goal", "script", "community", "question", "venue",
                 "role", "knows")
        said = {kind: sorted(program.json(kind)["items"], key=lambda item: item["id"]) for kind in kinds}
        said |= {"people": program.json("people"), "week": program.json("week"), "me": program.json("me"),
                 "brief": program.json("brief"), "balance": program.json("balance")}
        for uid in ("anna", "ben"):
            said[uid] = program.json("person", uid)
            said["profile of " + uid] = program.json("profile", "show", uid)
        return said

    def read_by_another_program(self, *names):
        """vdirsyncer has the same items of these calendars as this computer, and there are some."""
        for name in names:
            self.assertTrue(self.stored(name), name)
        self.assertEqual(what_is_read_otherwise(self.first, self.server, names), "")

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

    def test_a_fresh_computer_says_the_same_about_everything(self):
        self.write_back(self.first)
        self.fill(self.first)
        self.first.run("records", "keep", 1)
        self.first.json("week")
        self.first.run("sync")
        fresh = self.computer("fresh")
        self.write_back(fresh)
        said = self.everything(self.first)
        self.assertEqual([kind for kind, one in said.items() if one == []], [])
        self.assertEqual(said["anna"]["tags"], ["mentor"])
        self.assertEqual(self.everything(fresh), said)
        for program in (fresh, self.first):
            self.assertIn("Nothing new", program.text("sync"))
            self.assertEqual(self.everything(program), said)
        self.read_by_another_program("Goodturn Journal", "Goodturn Follow-ups")

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
        # What was written by both and what went again, as another program sees it.
        last = next(one["id"] for one in self.first.json("changes")["changes"] if one["kind"] == "create")
        self.first.run("changes", "undo", last)
        self.assertEqual(len(self.stored("Goodturn Journal")), 2)
        self.first.run("sync")
        self.read_by_another_program("Goodturn Journal")

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


class RefusingServers(RecordsCase):
    def gate_without(self, *components):
        """The account again, with a server that keeps no such components; its number."""
        gate = Gate(self.server.port)
        self.addCleanup(gate.stop)

        def behaviour(door, answer):
            for component in components:
                answer = functools.partial(without(component), door, answer)
            return answer()
        gate.behaviour = behaviour
        self.first.run("account", "remove", 1)
        self.first.run("account", "add", gate.url, "--user", "alice", "--password-file", self.password_file())
        [account] = self.first.json("account", "list")["accounts"]
        self.first.run("account", "set", account["id"], "--own-address", OWN)
        self.first.run("sync")
        self.first.run("log", "anna", "--channel", "call", "--at", "2026-08-28T10:00:00Z", "--note", "Moves to Oslo.")
        return account["id"]

    def test_a_server_that_keeps_neither_is_named(self):
        account = self.gate_without("VJOURNAL", "VTODO")
        refused = self.first.json("records", "keep", account, code=1)
        self.assertEqual(refused["kind"], "forbidden")
        self.assertIn("keeps no journals (VJOURNAL)", refused["detail"])
        self.assertEqual(self.first.text("records").count("on this computer only"), 2)
        self.assertEqual(self.texts(self.first, "anna"), ["Moves to Oslo."])

    def test_a_server_that_keeps_no_journals_gets_the_follow_ups(self):
        self.only_one_of("VJOURNAL", "follow_ups", "Goodturn Follow-ups", "journal", "This server keeps no journals (VJOURNAL)")

    def test_a_server_that_keeps_no_tasks_gets_the_journal(self):
        self.only_one_of("VTODO", "journal", "Goodturn Journal", "follow_ups", "This server keeps no tasks (VTODO)")

    def only_one_of(self, refused, kept, name, other, said):
        account = self.gate_without(refused)
        week = self.week(self.first)
        self.assertTrue(week)
        done = self.first.run("records", "keep", account)
        self.assertIn(said, done.err)
        place = self.first.json("records", "keep", account)
        self.assertEqual((place[kept]["name"], [note[:len(said)] for note in place["notes"]]), (name, [said]))
        self.assertEqual(place[other]["account_name"], "")
        self.assertEqual(self.first.text("records").count("on this computer only"), 1)
        self.first.run("sync")
        names = [shown for _href, shown in self.server.responses("/alice/") if shown and shown.startswith("Goodturn")]
        self.assertEqual(names, [name])
        stored = "".join(self.stored(name))
        self.assertNotIn("BEGIN:" + refused, stored)
        self.assertIn("BEGIN:V", stored)
        self.assertEqual((self.texts(self.first, "anna"), self.week(self.first)), (["Moves to Oslo."], week))
        self.assertIn("Nothing new", self.first.text("sync"))
