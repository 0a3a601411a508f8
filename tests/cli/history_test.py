"""What syncs leave to look at: the change log with its undo, the trash, conflicts between two computers."""

import json
import re
import time
import urllib.request

from contract import flaws
from items import card, meeting
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, DavServer

PEOPLE = [card(f"person-{n}", f"Person {n}", f"EMAIL:p{n}@example.org") for n in range(8)]


class Bridge:
    """What the pages ask, of a helper that runs just for it."""

    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.helper = self.program.start("--json", "serve")
        try:
            self.address = f"http://127.0.0.1:{json.loads(self.helper.stdout.readline())['port']}/api/v1/"
            self.headers = {}
            code = self.program.json("open", "--print")["url"].split("#code=")[1]
            self.headers = {"Authorization": "Bearer " + self.ask("POST", "session", {"code": code})["token"]}
        except Exception:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.helper.terminate()
        self.helper.communicate(timeout=60)

    def ask(self, method, path, body=None):
        content = {} if body is None else {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, None if body is None else json.dumps(body).encode(),
                                         {**self.headers, **content}, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


class History(ProgramCase):
    server_name = "radicale"

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

    def test_undoing_keeps_what_others_changed_since(self):
        self.program.run("tag", "anna", "+mentor")
        self.server.put("contacts/0.vcf", self.card().replace("FN:Anna Berg", "FN:Anna Berg-Holm"))
        [change] = self.program.json("changes")["changes"]
        self.program.run("changes", "undo", change["id"])
        self.assertNotIn("mentor", self.card())
        self.assertIn("FN:Anna Berg-Holm", self.card())

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

    def looked_by_bridge(self):
        with Bridge(self.program) as bridge:
            bridge.ask("POST", "sync", {"dry_run": True})
            deadline = time.monotonic() + 30
            while not (report := bridge.ask("GET", "sync"))["finished"]:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.05)
            return report

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
        self.assertEqual(self.looked_by_bridge()["plan"], looked["plan"])
        self.assertEqual(self.program.json("person", "anna")["name"], "Anna Berg")
        self.assertEqual(self.program.json("people", "new")["total"], 0)
