"""Into which address book imported people go, what comes with whom, and what the book is called."""

import base64
import json
from pathlib import Path

from bridge import Bridge
from items import OWN, card, meeting
from program import ProgramCase, account_folder

MONICA = Path(__file__).resolve().parents[1] / "data/imports/monica.json"


class Choice(ProgramCase):
    def setUp(self):
        super().setUp()
        self.shelf = account_folder(self.folder / "shelf", [card("anna", "Anna", "EMAIL:anna@example.org")],
                                    [meeting("talk", "20261102T090000Z", who="anna@example.org")])
        self.program.run("account", "add", self.shelf, "--user", OWN)
        self.program.run("sync")
        collections = self.program.json("collection", "list")["collections"]
        [self.book] = [one["id"] for one in collections if one["name"] == "Contacts"]
        [self.calendar] = [one["id"] for one in collections if one["name"] == "Meetings"]
        self.new = self.folder / "new.vcf"
        self.new.write_text(card("nils", "Nils New", "EMAIL:nils@example.org"))

    def files(self):
        return {path.name: path.read_bytes() for path in (self.shelf / "contacts").glob("*.vcf")}

    def test_a_chosen_address_book_gets_them_with_the_next_sync_and_undo_takes_them_out(self):
        self.program.run("collection", "set", self.book, "--write-back", "on")
        before = self.files()
        plan = self.program.json("import", self.new, "--book", self.book)
        self.assertEqual((plan["people_into"], plan["taken"]), ("Contacts", False))
        self.assertEqual(plan["books"], [{"id": self.book, "name": "Contacts", "account": "shelf"}])
        self.assertIn("they go into “Contacts”, and out with the next sync", self.program.text("import", self.new, "--book", self.book))
        self.program.run("sync")
        self.assertEqual(self.files(), before, "a look writes nothing")
        self.program.run("import", self.new, "--book", self.book, "--yes")
        self.assertEqual(self.program.json("person", "nils")["book"], "Contacts")
        self.program.run("sync")
        [written] = self.files().keys() - before.keys()
        self.assertEqual(self.files()[written], self.new.read_bytes().replace(b"\r\r\n", b"\r\n"))
        self.assertEqual(self.program.json("sync")["accounts"][0]["collections"][0]["unchanged"], 2)
        self.program.run("undo")
        self.program.run("sync")
        self.assertEqual(self.files(), before)
        self.assertFalse([name for name, _ in self.exported() if name.startswith("Imported")], "no second address book")

    def test_only_what_may_be_written_to_can_be_chosen(self):
        refused = self.program.json("import", self.new, "--book", self.book, "--yes", code=1)
        self.assertEqual((refused["kind"], 'Turn on "Write tags back"' in refused["detail"]), ("forbidden", True))
        plan = self.program.json("import", self.new)
        self.assertEqual((plan["books"], plan["books_closed"]), ([], ["Contacts"]))
        self.assertEqual(self.program.json("import", self.new, "--book", self.calendar, "--yes", code=1)["kind"], "forbidden")
        self.assertEqual(self.program.json("import", self.new, "--book", 99, "--yes", code=1)["kind"], "not_found")
        self.program.run("collection", "set", self.book, "--write-back", "on")
        self.program.run("collection", "disable", self.book)
        self.assertEqual(self.program.json("import", self.new, "--book", self.book, "--yes", code=1)["kind"], "forbidden")
        self.assertEqual(self.program.json("people", "Nils")["total"], 0)

    def test_the_pages_choose_too_and_a_book_that_was_closed_meanwhile_is_refused(self):
        self.program.run("collection", "set", self.book, "--write-back", "on")
        text = self.new.read_bytes()
        with Bridge(self.program) as bridge:
            begun = bridge.ask("POST", "imports", {"files": [{"name": "new.vcf", "size": len(text)}]})["id"]
            import_ = f"imports/{begun}"
            bridge.ask("POST", import_ + "/bytes", {"file": 0, "bytes": base64.b64encode(text).decode()})
            self.assertEqual([one["id"] for one in bridge.ask("GET", import_)["books"]], [self.book])
            bridge.ask("PATCH", f"collections/{self.book}", {"write_back": False})
            self.assertEqual(bridge.refused("POST", import_, {"book": self.book})["kind"], "forbidden")
            bridge.ask("PATCH", f"collections/{self.book}", {"write_back": True})
            self.assertEqual(bridge.ask("POST", import_, {"book": self.book})["items"], 1)
            self.assertEqual(bridge.ask("GET", "people/nils")["book"], "Contacts")

    def test_what_happened_with_somebody_who_is_left_out_is_not_counted(self):
        here = self.folder / "here.vcf"
        here.write_text(card("berta", "Berta Bekannt", "EMAIL:berta@example.org"))
        self.program.run("import", here, "--yes")
        notes = self.program.json("import", MONICA)["notes"]
        self.assertEqual((notes["new"], notes["unsure"]), (1, 4))
        self.assertIn("5 of what happened with them", self.program.text("import", MONICA))
        self.assertIn("  1 of what happened with them", self.program.text("import", MONICA, "--leave-unsure"))
        taken = self.program.json("import", MONICA, "--yes", "--leave-unsure")
        self.assertEqual((taken["people"]["new"], taken["notes"]["new"], taken["items"]), (1, 1, 2))
        later = self.program.json("import", MONICA, "--yes")
        self.assertEqual((later["notes"]["here-already"], later["notes"]["unsure"], later["items"]), (1, 4, 5))

    def test_the_local_address_book_is_one_in_every_language(self):
        self.program.run("import", self.new, "--yes")
        self.assertEqual(self.program.json("person", "nils")["book"], "Imported people")
        self.program.environment["LANG"] = "de_DE.UTF-8"
        other = self.folder / "other.vcf"
        other.write_text(card("olga", "Olga Other", "EMAIL:olga@example.org"))
        self.assertEqual(self.program.json("import", other, "--yes")["people_into"], "Importierte Personen")
        for uid in ("nils", "olga"):
            self.assertIn("Importierte Personen", self.program.text("person", uid))
        target = self.folder / "everything"
        self.program.run("export", target)
        rows = [json.loads(line) for line in (target / "tables/collection.jsonl").read_text().splitlines()]
        self.assertEqual([row["name"] for row in rows if row["url"] == "local:imported-cards"], ["Imported people"])
        self.program.environment["LANG"] = "C.UTF-8"
        self.assertEqual(self.program.json("person", "olga")["book"], "Imported people")
