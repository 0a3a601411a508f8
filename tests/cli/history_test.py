"""What syncs leave to look at: the change log with its undo, the trash, conflicts between two computers."""

import re

from bridge import Bridge
from contract import flaws
from items import card, meeting
from program import Program, ProgramCase
from reader import what_is_read_otherwise
from servers import BOOK, CALENDAR, DavServer

PEOPLE = [card(f"person-{n}", f"Person {n}", f"EMAIL:p{n}@example.org") for n in range(8)]


class History(ProgramCase):
    server_name = "radicale"
    read_each = True  # vdirsyncer reads what each scenario leaves; else only what two computers leave

    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder(), self.server_name)
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        for at, text in enumerate([card("anna", "Anna Berg", "EMAIL:anna@example.org"), *PEOPLE]):
            self.server.put(f"contacts/{at}.vcf", text)
        self.add_account(self.program)

    def add_account(self, program):
        program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        [book] = [one for one in program.json("collection", "list")["collections"] if one["name"] == "contacts"]
        program.run("collection", "set", book["id"], "--write-back", "on")
        program.run("sync")

    def card(self):
        return self.server.get("contacts/0.vcf")

    def change(self, program, person, edit):
        """What the person page does."""
        with Bridge(program) as bridge:
            bridge.ask("PATCH", f"people/{person}", edit)

    def test_a_write_is_logged_and_taken_back(self):
        self.assertIn("Nothing was written", self.program.text("changes"))
        self.program.run("tag", "anna", "+mentor")
        self.assertIn("mentor", self.card())
        changes = self.program.json("changes")
        self.assertEqual(flaws(changes, "ChangeList"), [])
        [change] = changes["changes"]
        self.assertEqual((change["kind"], change["item"], change["collection_name"], change["may_undo"]),
                         ("update", "Anna Berg", "contacts", True))
        self.assertEqual(change["lines"], ["tags: nothing → mentor"])
        self.assertIn("tags: nothing → mentor", self.program.text("changes"))
        self.program.run("changes", "undo", change["id"])
        self.assertNotIn("mentor", self.card())
        self.assertEqual(self.program.json("person", "anna")["tags"], [])
        again = self.program.json("changes", "undo", change["id"], code=1)
        self.assertEqual(again["kind"], "invalid")
        self.assertEqual(self.program.json("changes", "undo", 999, code=1)["kind"], "not_found")
        self.assertIn("Nothing new", self.program.text("sync"))
        self.check_by_another_program()

    def test_undoing_keeps_what_others_changed_since(self):
        self.program.run("tag", "anna", "+mentor")
        self.server.put("contacts/0.vcf", self.card().replace("FN:Anna Berg", "FN:Anna Berg-Holm"))
        [change] = self.program.json("changes")["changes"]
        self.program.run("changes", "undo", change["id"])
        self.assertNotIn("mentor", self.card())
        self.assertIn("FN:Anna Berg-Holm", self.card())
        self.check_by_another_program()

    def check_by_another_program(self, program=None, always=False):
        """After one more sync vdirsyncer has all that the program has of the account."""
        if not self.read_each and not always:
            return
        program = program or self.program
        program.run("sync")
        rows = program.json("collection", "list")["collections"]
        names = [one["name"] for one in rows if one["enabled"] and one["account"] and one["items"]]
        self.assertIn("contacts", names)
        self.assertEqual(what_is_read_otherwise(program, self.server, names), "")

    def notes(self):
        """Texts of the notes about Anna, and what the journal on the server holds."""
        timeline = self.program.json("person", "anna")["timeline"]
        return [one["text"] for one in timeline if one["kind"] == "touch"], self.server.calendar("Goodturn Journal")

    def last_change(self, kind):
        return next(one["id"] for one in self.program.json("changes")["changes"] if one["kind"] == kind)

    def test_a_sent_note_and_a_sent_deletion_are_taken_back(self):
        self.program.run("records", "keep", 1)
        self.program.run("log", "anna", "--channel", "call", "--note", "Moves to Oslo.")
        self.program.run("sync")
        texts, [stored] = self.notes()
        self.assertEqual(texts, ["Moves to Oslo."])
        created = self.last_change("create")
        self.assertIn("Done and sent", self.program.text("changes", "undo", created))
        self.assertEqual(self.notes(), ([], []))
        self.assertIn("Nothing new", self.program.text("sync"))
        self.program.run("changes", "undo", self.last_change("remove"))
        texts, [again] = self.notes()
        self.assertEqual((texts, again.splitlines()), (["Moves to Oslo."], stored.splitlines()))
        self.assertIn("Nothing new", self.program.text("sync"))
        refused = self.program.json("changes", "undo", created, code=1)
        self.assertEqual(refused["kind"], "invalid", "it was taken back already")
        self.check_by_another_program()

    def test_what_another_program_changed_or_deleted_since_is_not_taken_back(self):
        self.program.run("records", "keep", 1)
        self.program.run("log", "anna", "--channel", "call", "--note", "Moves to Oslo.")
        self.program.run("sync")
        [path] = self.server.hrefs(self.server.calendar_path("Goodturn Journal"))
        text = self.server.request("GET", path).decode()
        self.server.request("PUT", path, text.replace("Oslo", "Bergen"), "text/calendar")
        created = self.last_change("create")
        refused = self.program.json("changes", "undo", created, code=1)
        self.assertEqual(refused["kind"], "precondition")
        self.assertIn("changed again since", refused["detail"])
        self.program.run("sync")
        self.assertEqual(self.notes()[0], ["Moves to Bergen."])
        self.server.request("DELETE", path)
        refused = self.program.json("changes", "undo", created, code=1)
        self.assertEqual(refused["kind"], "not_found")
        self.assertIn("deleted since", refused["detail"])
        self.assertIn("1 of 1 items vanished", self.program.run("sync", code=1).err)
        self.program.run("sync", "--confirm-deletions")
        self.assertEqual(self.notes(), ([], []))
        self.check_by_another_program()

    def test_the_last_note_is_taken_back_after_its_server_wrote_it_in_its_own_way(self):
        self.program.run("records", "keep", 1)
        for text in ("stays", "goes"):
            self.program.run("log", "anna", "--channel", "call", "--note", text)
        self.program.run("sync")
        self.assertIn("Taken back", self.program.text("undo"))
        self.program.run("sync")
        texts, [stored] = self.notes()
        self.assertEqual(texts, ["stays"])
        self.assertIn("stays", stored)
        self.check_by_another_program()

    def test_what_a_sync_removed_comes_back(self):
        self.assertIn("empty", self.program.text("trash"))
        before = self.card()
        self.server.delete("contacts/0.vcf")
        self.program.run("sync")
        self.assertEqual(self.program.json("people", "anna")["total"], 0)
        trash = self.program.json("trash")
        self.assertEqual(flaws(trash, "TrashList"), [])
        [entry] = trash["entries"]
        self.assertEqual((entry["item"], entry["collection_name"]), ("Anna Berg", "contacts"))
        self.program.run("trash", "restore", entry["id"])
        self.assertEqual(self.program.json("people", "anna")["total"], 1)
        self.program.run("sync")
        stored = self.server.members(self.server.path("contacts/"))
        self.assertEqual(sum("UID:anna" in text for text in stored), 1)
        self.assertIn("Anna Berg", before)
        self.assertEqual(self.program.json("trash")["entries"], [])
        self.assertEqual(self.program.json("trash", "restore", entry["id"], code=1)["kind"], "not_found")
        self.check_by_another_program()

    def test_two_computers_clash_and_the_user_decides(self):
        self.program.run("records", "keep", 1)
        self.change(self.program, "anna", {"cadence_days": 5})
        self.program.run("sync")
        other = Program(self.folder / "other")
        self.add_account(other)
        self.assertEqual(other.json("person", "anna")["cadence_days"], 5)
        self.change(self.program, "anna", {"cadence_days": 10})
        self.change(other, "anna", {"cadence_days": 20})
        self.program.run("sync")
        other.run("sync")
        self.assertEqual(other.json("person", "anna")["cadence_days"], 10)
        conflicts = other.json("conflicts")
        self.assertEqual(flaws(conflicts, "ConflictList"), [])
        [conflict] = conflicts["conflicts"]
        self.assertEqual((conflict["here"], conflict["there"], conflict["cause"]), ("P20D", "P10D", "clash"))
        self.assertIn("Anna Berg", other.text("conflicts"))
        other.run("conflicts", "take", conflict["id"], "here")
        self.program.run("sync")
        for program in (self.program, other):
            self.assertEqual(program.json("person", "anna")["cadence_days"], 20)
            self.assertIn("No conflicts", program.text("conflicts"))
            self.assertIn("Nothing new", program.text("sync"))
        self.check_by_another_program(other, always=True)

    def test_only_looking_names_who_and_what_it_is_about(self):
        self.server.make("meetings", CALENDAR)
        self.program.run("account", "remove", 1)
        self.add_account(self.program)  # it looks for calendars
        self.server.put("meetings/tea.ics", meeting("tea", "20261101T100000Z", "SUMMARY:Tea in the harbour",
                                                    who=["anna@example.org"]))
        self.server.put("contacts/0.vcf", self.card().replace("FN:Anna Berg", "FN:Anna Berg-Holm"))
        self.server.put("contacts/new.vcf", card("new", "Nora New"))
        self.server.delete("contacts/1.vcf")
        looked = self.program.json("sync", "--dry-run")
        self.assertEqual(flaws(looked, "SyncReport"), [])
        steps = [re.sub(r"\(\S*/", "(", line) for line in looked["plan"]]
        for step in ("fetch Anna Berg (0.vcf)", "fetch Nora New (new.vcf)", "delete here Person 0 (1.vcf)",
                     "fetch Tea in the harbour (tea.ics)", "contacts: 3 to do", "meetings: 1 to do"):
            self.assertIn(step, steps)
        self.assertIn("fetch Nora New (", self.program.text("sync", "--dry-run"))
        with Bridge(self.program) as bridge:
            self.assertEqual(bridge.sync(dry_run=True)["plan"], looked["plan"])
        self.assertEqual(self.program.json("person", "anna")["name"], "Anna Berg")
        self.assertEqual(self.program.json("people", "new")["total"], 0)
        self.check_by_another_program()
