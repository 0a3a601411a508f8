"""Erasing one person or everything: afterwards no file of the home has a byte of the canary (figure P2)."""

import json

from bridge import Bridge
from items import OWN, card, fortnightly
from program import Program, ProgramCase, account_folder
from servers import BOOK, Closed, DavServer

CANARY = "canaryq7x"
EMAIL = f"{CANARY}@example.org"
UID = f"{CANARY}-uid"
PASSWORD = f"{CANARY}-password"
COUNTS = ("cards", "server_cards", "items", "shared_items", "messages", "history", "copies", "meetings", "mentions")


class EraseCase(ProgramCase):
    def files_with(self, word, home=None):
        """Names of files of the home that hold the word as UTF-8, in any letter case, or as a list of byte values."""
        numbers = ",".join(str(byte) for byte in word.encode()).encode()
        found = []
        for path in sorted((home or self.program.home).rglob("*")):
            if path.is_file():
                content = path.read_bytes().lower()
                if word.lower().encode() in content or numbers in content:
                    found.append(str(path.relative_to(home or self.program.home)))
        return found

    def person(self, *options):
        return self.program.json("erase", "person", UID, *options)


class ErasePerson(EraseCase):
    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder(), "radicale")
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.put("contacts/one.vcf", card(UID, f"{CANARY} Example", f"EMAIL:{EMAIL}", f"NOTE:{CANARY} note"))
        self.server.put("contacts/bob.vcf", card("bob", "Bob Example", "EMAIL:bob@example.org"))
        self.program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        [book] = [one for one in self.program.json("collection", "list")["collections"] if one["name"] == "contacts"]
        self.program.run("collection", "set", book["id"], "--write-back", "on")
        self.program.run("sync")

    def fill(self):
        """The person in every place where Goodturn writes something down."""
        run = self.program.run
        run("tag", UID, "+mentor")
        run("log", f"met @{CANARY}")
        gift = self.program.json("log", f'gave "{CANARY} Example" advice')["items"][0]
        run("entry", "reflect", gift["id"], f"{CANARY} was glad")
        run("log", f'asked "{CANARY} Example" for feedback by Friday')
        run("log", f'gave Bob intro to "{CANARY} Example"')
        run("profile", "set", UID, "--needs", f"{CANARY} needs")
        run("duplicates", "not-same", UID, "bob")
        run("community", "add", "--name", "Makers", "--members", f"bob,{UID}")
        run("week")
        self.server.put("contacts/gone.vcf", card(f"{UID}-2", f"{CANARY} Other", f"EMAIL:{EMAIL}"))
        run("sync")
        run("duplicates", "merge", UID, f"{UID}-2")
        self.server.delete("contacts/gone.vcf")
        run("sync")
        with Bridge(self.program) as bridge:
            bridge.ask("PUT", "mail/watched", {"accounts": [{"id": "account1", "name": "Mail",
                                                             "folders": [{"id": "in", "name": "Inbox"}]}]})
            self.assertEqual(self.send_mail(bridge, 1)["fresh"], 1)
        # The next day has a copy with all of it.
        self.program = Program(self.program.home, "2026-11-23T08:00:00Z")
        run = self.program.run("week")

    def send_mail(self, bridge, number):
        return bridge.ask("POST", "mail/observations", {
            "account": "account1", "folder": "in", "own_addresses": [], "messages": [
                {"id": f"m{number}@example.org", "at": f"2026-11-0{number}T09:00:00Z", "from": EMAIL, "recipients": [OWN]}]})

    def test_no_byte_remains_here_and_the_card_stays_on_its_server(self):
        self.fill()
        self.assertIn("goodturn.sqlite", " ".join(self.files_with(CANARY)))
        counts = self.person()
        self.assertFalse(counts["erased"])
        for name in ("cards", "server_cards", "items", "shared_items", "messages", "history", "copies"):
            self.assertGreater(counts[name], 0, name)
        self.assertEqual(self.program.json("people", CANARY)["total"], 1, "without --yes it only tells")
        done = self.person("--yes")
        self.assertEqual({name: counts[name] for name in COUNTS}, {name: done[name] for name in COUNTS})
        self.assertEqual(self.files_with(CANARY), [])
        self.assertIn(CANARY, self.server.get("contacts/one.vcf"))
        [group] = self.program.json("community")["items"]
        self.assertEqual([one["uid"] if isinstance(one, dict) else one for one in group["members"]], ["bob"])
        self.check_stays_away()

    def check_stays_away(self):
        """Neither a sync, nor a change or a move on the server, nor mail brings the person back."""
        self.program.run("sync")
        self.server.put("contacts/one.vcf", self.server.get("contacts/one.vcf").replace("NOTE:", "NOTE:new "))
        self.program.run("sync")
        moved = self.server.get("contacts/one.vcf")
        self.server.delete("contacts/one.vcf")
        self.server.put("contacts/moved.vcf", moved)
        for _again in range(2):
            self.program.run("sync")
        with Bridge(self.program) as bridge:
            taken = self.send_mail(bridge, 2)
        self.assertEqual((taken["fresh"], taken["left_out"]), (0, {"forgotten": 1}))
        self.assertEqual(self.program.json("people", CANARY)["total"], 0)
        self.assertEqual(self.files_with(CANARY), [])
        self.assertEqual(self.program.json("people")["total"], 1)
        self.assertGreater(self.program.json("erase", "lift")["lifted"], 2)
        self.program.run("sync")
        self.assertEqual(self.program.json("people", CANARY)["total"], 1)

    def test_on_the_server_too_when_the_user_says_so(self):
        self.program.run("records", "keep", 1)
        self.fill()
        self.program.run("sync")
        self.assertIn(CANARY, "".join(self.server.calendar("Goodturn Journal")))
        self.person("--on-server", "--yes")
        self.assertEqual(self.files_with(CANARY), [])
        everything = self.server.members(self.server.path("contacts/")) + self.server.calendar("Goodturn Journal")
        self.assertNotIn(CANARY, "".join(everything).lower())
        self.assertIn("Bob Example", "".join(everything))
        self.program.run("sync")
        self.assertEqual(self.program.json("people")["total"], 1)

    def test_a_server_that_is_away_stops_it_before_anything_is_erased(self):
        self.program.run("log", f"met @{CANARY}")
        self.server.stop()
        # One that refuses connections is tried for twenty seconds more, with the same end.
        closed = Closed(self.server.port)
        self.addCleanup(closed.stop)
        refused = self.program.json("erase", "person", UID, "--on-server", "--yes", code=1)
        self.assertIn("Nothing was erased here", refused["detail"])
        self.assertEqual(self.program.json("people", CANARY)["total"], 1)
        self.person("--yes")
        self.assertEqual(self.files_with(CANARY), [])

    def test_nobody_else_is_touched_and_what_names_the_person_elsewhere_is_counted(self):
        folder = account_folder(self.folder / "calendar", [card("anna", "Anna Berg", "EMAIL:anna@example.org")],
                                [fortnightly("coffee", EMAIL)])
        self.program.run("account", "add", folder, "--user", OWN)
        self.program.run("sync")
        self.program.run("log", f"met Anna :: spoke of {CANARY} Example")
        before = self.program.json("person", "anna")
        counts = self.person("--yes")
        self.assertEqual((counts["meetings"], counts["mentions"]), (1, 1))
        self.assertEqual(self.program.json("person", "anna"), before)
        self.assertEqual(self.program.json("erase", "person", "nobody", code=1)["kind"], "not_found")
        self.assertIn("Nothing was erased", self.program.text("erase", "person", "anna"))

    def test_an_export_and_its_return_still_know_who_was_erased(self):
        self.person("--yes")
        self.program.run("export", self.folder / "out")
        self.assertEqual(self.files_with(CANARY, self.folder / "out"), [])
        second = Program(self.folder / "second")
        second.run("restore", self.folder / "out")
        (second.home / "secrets.json").write_bytes((self.program.home / "secrets.json").read_bytes())
        (second.home / "secrets.json").chmod(0o600)
        second.run("sync")
        self.assertEqual(second.json("people", CANARY)["total"], 0)

    def test_over_the_bridge(self):
        with Bridge(self.program) as bridge:
            counts = bridge.ask("GET", f"people/{UID}/erasure")
            self.assertEqual(counts["cards"], 1)
            self.assertEqual(bridge.refused("POST", f"people/{UID}/erasure", {})["kind"], "invalid")
            undo = bridge.ask("POST", f"people/{UID}/log", {"channel": "call", "at": "2026-11-20T10:00:00Z", "text": CANARY})["undo"]
            self.assertEqual(bridge.ask("POST", f"people/{UID}/erasure", {"confirm": True})["items"], 1)
            self.assertEqual(bridge.refused("POST", "undo", {"undo": undo})["kind"], "not_found")
            self.assertEqual(bridge.refused("GET", f"people/{UID}")["kind"], "not_found")
        self.assertEqual(self.files_with(CANARY), [])


class EraseEverything(EraseCase):
    def setUp(self):
        super().setUp()
        self.book = account_folder(self.folder / "book", [card(UID, f"{CANARY} Example", f"EMAIL:{EMAIL}")])
        self.program.run("account", "add", self.book, "--user", OWN, "--password-file", self.password_file(PASSWORD))
        self.program.run("sync")
        self.program.run("log", f"met @{CANARY} :: {CANARY} note")
        self.files = {path: path.read_bytes() for path in self.book.rglob("*") if path.is_file()}

    def check_elsewhere(self):
        self.assertEqual(self.files, {path: path.read_bytes() for path in self.book.rglob("*") if path.is_file()})

    def test_nothing_of_it_is_left_in_the_home(self):
        with Bridge(self.program) as bridge:
            bridge.ask("GET", "feed")
            bridge.ask("POST", "accounts/sample", {})
        (self.program.home / "mine.txt").write_text("not Goodturn's")
        counts = self.program.json("erase", "everything")
        self.assertEqual((counts["erased"], counts["passwords"]), (False, 1))
        self.assertIn("book", counts["places"])
        self.assertIn("Add --yes", self.program.text("erase", "everything"))
        self.assertGreater(len(list(self.program.home.iterdir())), 5)
        self.program.run("erase", "everything", "--yes")
        self.assertEqual({path.name for path in self.program.home.iterdir()}, {"lock", "mine.txt"})
        self.check_elsewhere()
        self.assertEqual(self.program.json("people", code=1)["kind"], "not_found")

    def test_over_the_bridge_the_helper_goes_on_with_an_empty_home(self):
        with Bridge(self.program) as bridge:
            bridge.ask("GET", "feed")
            bridge.ask("POST", "accounts/sample", {})
            self.assertEqual(bridge.refused("POST", "erasure", {})["kind"], "invalid")
            counts = bridge.ask("GET", "erasure")
            self.assertEqual(bridge.ask("POST", "erasure", {"confirm": True}), counts)
            self.assertEqual(self.files_with(CANARY), [])
            self.assertEqual(json.loads((self.program.home / "tokens.json").read_text() or "{}").get("clients", []), [])
            self.assertFalse((self.program.home / "sample").exists())
        self.assertEqual(self.program.json("account", "list")["accounts"], [])
        self.program.run("account", "add", self.book, "--user", OWN)
        self.program.run("sync")
        self.assertEqual(self.program.json("people", CANARY)["total"], 1)
        self.check_elsewhere()

    def test_it_waits_for_no_helper(self):
        with Bridge(self.program):
            self.assertEqual(self.program.json("erase", "everything", "--yes", code=1)["kind"], "busy")
        self.assertNotEqual(self.files_with(CANARY), [])
