"""Accounts, collections, sync, people, tags and the log, on folders of files."""

import json
import subprocess
import sys

from contract import flaws
from items import OWN, card, component, fortnightly, meeting
from program import ProgramCase, account_folder

CARDS = [card("anna", "Anna Berg", "EMAIL:anna@example.org", "ORG:Werft", "NOTE:Likes maps.", "CATEGORIES:mentor"),
         card("ben", "Ben Holm", "EMAIL:BEN@example.org", "X-OWN;X-P=\"a;b\":kept"),
         card("cleo", "Cleo Lund", "EMAIL:cleo@example.org")]
EVENTS = [fortnightly("coffee-anna", "anna@example.org"), fortnightly("coffee-ben", "ben@example.org"),
          meeting("soon-ben", "20261201T100000Z", "SUMMARY:Soon", who=["ben@example.org"]),
          component("VJOURNAL", "note-cleo", "DTSTART:20261001T090000Z", "SUMMARY:Lunch with Cleo",
                    "DESCRIPTION:Moves to Oslo.", "X-GOODTURN-CONTACTS:cleo")]

# Leaves its changes in the log: only the program itself can write pages with checksums into the file.
DELETE_DERIVED = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
derived = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")
           if name in ("person", "meeting", "record", "follow_up") or name.startswith("index_")]
assert derived, "no derived tables were found"
for table in derived:
    database.execute(f"delete from {table}")
database.commit()
os._exit(0)
"""


class Folders(ProgramCase):
    def setUp(self):
        super().setUp()
        self.books = account_folder(self.folder / "account", CARDS, EVENTS)
        self.added = self.program.json("account", "add", self.books, "--user", OWN, "--name", "Home")
        self.ids = {one["name"]: one["id"] for one in self.added["collections"]}

    def card_text(self, at):
        return (self.books / "contacts" / f"{at}.vcf").read_bytes().decode()

    def test_account_add_list_remove(self):
        self.assertEqual(self.added["account"]["name"], "Home")
        self.assertEqual(set(self.ids), {"Contacts", "Meetings"})
        [account] = self.program.json("account", "list")["accounts"]
        self.assertEqual(account["own_addresses"], [OWN])
        self.assertIn("Home", self.program.text("account", "list"))
        self.assertIn("already", self.program.run("account", "add", self.books, "--user", OWN, code=1).err)
        self.program.run("sync")
        self.assertIn("Nothing was deleted", self.program.text("account", "remove", account["id"]))
        self.assertEqual(self.program.json("account", "list"), {"accounts": []})
        self.assertEqual(self.program.json("people")["total"], 0)
        self.assertEqual(self.card_text(0), CARDS[0])
        self.assertEqual(self.program.json("account", "remove", account["id"], code=1)["kind"], "not_found")

    def test_collections_are_listed_and_switched(self):
        self.program.run("sync")
        listed = self.program.json("collection", "list")
        self.assertEqual(flaws(listed, "CollectionList"), [])
        self.assertEqual({one["name"]: one["items"] for one in listed["collections"]}, {"Contacts": 3, "Meetings": 4})
        self.program.run("collection", "disable", self.ids["Meetings"])
        text = self.program.text("collection", "list")
        self.assertIn("[ ] Meetings", text)
        self.assertIn("[x] Contacts", text)
        self.assertEqual([one["title"] for one in self.program.json("week")["suggestions"]], [])
        changed = self.program.json("collection", "enable", self.ids["Meetings"])
        self.assertEqual((changed["enabled"], changed["items"], changed["account_name"]), (True, 4, "Home"))
        self.assertEqual(flaws(changed, "Collection"), [])
        text = self.program.text("collection", "set", self.ids["Meetings"], "--meetings", "off")
        self.assertIn("not counted as meetings", text)
        self.assertNotIn("last_contact", self.program.json("person", "anna"))
        self.program.run("collection", "set", self.ids["Meetings"], "--meetings", "on")
        self.assertEqual(self.program.json("person", "anna")["last_contact"], "2026-08-27")
        self.assertEqual(self.program.json("collection", "set", self.ids["Meetings"], "--write-back", "on",
                                           code=1)["kind"], "forbidden")

    def test_a_dry_run_names_the_steps_and_does_nothing(self):
        text = self.program.text("sync", "--dry-run")
        self.assertIn("fetch", text)
        self.assertIn("nothing was changed", text)
        self.assertNotIn("0 new", text)
        plan = self.program.json("sync", "--dry-run")["plan"]
        self.assertEqual(sum(step.startswith("fetch ") for step in plan), 7)
        self.assertEqual(self.program.json("people")["total"], 0)

    def test_sync_reports_what_came(self):
        report = self.program.json("sync")
        self.assertEqual(flaws(report, "SyncReport"), [])
        self.assertEqual({one["name"]: one["added"] for one in report["accounts"][0]["collections"]},
                         {"Contacts": 3, "Meetings": 4})
        self.assertIn("Nothing new in 2 collections.", self.program.text("sync"))
        (self.books / "contacts" / "2.vcf").unlink()
        (self.books / "contacts" / "new.vcf").write_bytes(card("dora", "Dora Nyman").encode())
        text = self.program.text("sync")
        self.assertIn("Contacts: 1 new, 0 changed, 1 removed", text)
        self.assertEqual(self.program.json("people", "dora")["total"], 1)

    def test_recurring_meetings_become_a_reminder_and_a_planned_one_silences(self):
        self.program.run("sync")
        week = self.program.json("week")
        self.assertEqual(flaws(week, "Week"), [])
        self.assertEqual([(one["person"], one["rule"]) for one in week["suggestions"]], [("anna", "keep-in-touch")])
        self.assertEqual(week["suggestions"][0]["evidence"]["days_since"], 87)
        anna, ben = (self.program.json("person", who) for who in ("anna", "ben"))
        days = [moment["day"] for moment in anna["timeline"] if moment["kind"] == "meeting"]
        self.assertEqual(len(days), 17)  # 18 dates without the excepted one
        self.assertNotIn("2026-02-12", days)
        self.assertEqual((ben["state"], ben["next_meeting"][:10]), ("planned", "2026-12-01"))

    def test_people_are_found_and_shown(self):
        self.program.run("sync")
        people = self.program.json("people")
        self.assertEqual(flaws(people, "People"), [])
        self.assertEqual({one["uid"] for one in people["people"]}, {"anna", "ben", "cleo"})
        self.assertEqual([one["uid"] for one in self.program.json("people", "BERG", "anna")["people"]], ["anna"])
        self.assertEqual([one["uid"] for one in self.program.json("people", "mentor")["people"]], ["anna"])
        self.assertIn("Nobody matches", self.program.text("people", "nobody-at-all"))
        person = self.program.json("person", "anna")
        self.assertEqual(flaws(person, "Person"), [])
        self.assertEqual(person["notes"], ["Likes maps."])
        text = self.program.text("person", "anna")
        for words in ("Anna Berg", "Werft", "anna@example.org", "mentor", "2026-08-27", "Coffee", "Likes maps."):
            self.assertIn(words, text)
        self.assertIn("Moves to Oslo.", self.program.text("person", "cleo"))

    def test_a_tag_changes_only_the_categories_of_the_file(self):
        self.program.run("sync")
        refused = self.program.json("tag", "anna", "+sponsor", code=1)
        self.assertEqual(refused["kind"], "forbidden")
        self.assertIn("Write tags back", refused["detail"])
        self.program.run("collection", "set", self.ids["Contacts"], "--write-back", "on")
        text = self.program.text("tag", "anna", "+sponsor", "-mentor")
        self.assertIn("sponsor", text)
        before, after = CARDS[0].splitlines(), self.card_text(0).splitlines()
        changed = [line for line in set(before) ^ set(after) if not line.startswith("REV:")]
        self.assertEqual(sorted(changed), ["CATEGORIES:mentor", "CATEGORIES:sponsor"])
        answer = self.program.json("tag", "ben", "+Fellow Sailor")
        self.assertEqual((answer["sent"], answer["person"]["tags"]), (True, ["Fellow Sailor"]))
        tagged = json.loads(self.program.run("tag", "ben", "+ally", "--json").out)["person"]
        self.assertEqual((tagged["tags"], tagged["roles"]), (["Fellow Sailor", "ally"], ["ally"]))
        kept = [line for line in self.card_text(1).splitlines() if not line.startswith(("CATEGORIES", "REV:"))]
        self.assertEqual(kept, CARDS[1].splitlines())
        self.assertEqual(self.card_text(2), CARDS[2])
        self.assertIn("Nothing new", self.program.text("sync"))

    def test_a_logged_touch_counts(self):
        self.program.run("sync")
        answer = self.program.json("log", "anna", "--channel", "call", "--at", "2026-11-20T10:00:00Z", "--note", "The move")
        self.assertTrue(answer["record"])
        self.assertIn("2026-11-20  ", self.program.text("person", "anna"))
        self.assertIn("The move", self.program.text("person", "anna"))
        self.assertEqual(self.program.json("person", "anna")["last_contact"], "2026-11-20")
        future = self.program.json("log", "anna", "--channel", "call", "--at", "2027-01-01T10:00:00Z", code=1)
        self.assertIn("future", future["detail"])

    def test_rebuild_gives_the_same_answers(self):
        self.program.run("sync")
        self.program.run("log", "cleo", "--channel", "mail", "--note", "Hello")
        before = [self.program.json("week"), self.program.json("people"), self.program.json("person", "cleo")]
        subprocess.run([sys.executable, "-c", DELETE_DERIVED, self.program.home / "goodturn.sqlite"], check=True)
        self.assertEqual(self.program.json("people")["total"], 0)
        self.assertIn("again", self.program.text("rebuild"))
        after = [self.program.json("week"), self.program.json("people"), self.program.json("person", "cleo")]
        self.assertEqual(before, after)

    def test_export_is_what_is_there_and_overwrites_nothing(self):
        self.program.run("sync")
        self.assertEqual(self.exported(), sorted([("Contacts", text.encode()) for text in CARDS] +
                                                 [("Meetings", text.encode()) for text in EVENTS]))
        target = self.folder / "twice"
        self.assertEqual(self.program.json("export", target)["items"], 7)
        files = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
        self.assertEqual(self.program.json("export", target, code=1)["kind"], "invalid")
        self.assertEqual(files, {path: path.read_bytes() for path in target.rglob("*") if path.is_file()})
