"""One person on two cards of two books: found, merged, shown once, parted again; on a real server and two computers."""

import json

from contract import flaws
from items import OWN, card, fortnightly
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, Radicale
from service_test import call

PRIVATE = card("anna", "Anna Berg", "EMAIL:anna@example.org", "TEL:030 12345678", "CATEGORIES:friend")
WORK = card("anna-work", "A. Berg", "EMAIL:berg@firm.example.org", "TEL:+49 30 1234-5678", "ORG:Firm", "CATEGORIES:mentor")
BEN = card("ben", "Ben Holm", "EMAIL:ben@example.org")


class OnePersonTwice(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = Radicale(self.folder / "radicale")
        self.addCleanup(self.server.stop)
        for name, kind in (("private", BOOK), ("work", BOOK), ("meetings", CALENDAR)):
            self.server.make(name, kind)
        self.server.put("private/anna.vcf", PRIVATE)
        self.server.put("private/ben.vcf", BEN)
        self.server.put("work/anna.vcf", WORK)
        self.server.put("meetings/anna.ics", fortnightly("coffee", "anna@example.org"))
        self.server.put("meetings/berg.ics", fortnightly("review", "berg@firm.example.org"))
        self.program = self.computer("home")

    def computer(self, name):
        program = Program(self.folder / name)
        program.environment |= {"LANG": "de_DE.UTF-8", "LC_MESSAGES": "C.UTF-8"}  # where "030" is Berlin
        program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        program.run("account", "set", 1, "--own-address", OWN)
        program.run("sync")
        return program

    @staticmethod
    def names(program):
        return sorted(one["name"] for one in program.json("people")["people"])

    @staticmethod
    def reminded_of(program):
        """Whom the week's list names."""
        return sorted(one["person_name"] for one in program.json("week")["suggestions"] if one["state"] == "open")

    def cards_on_server(self):
        folder = self.server.folder / "store/collection-root/alice"
        return {str(file.relative_to(folder)): file.read_bytes() for file in folder.glob("*/*.vcf")}

    def test_found_merged_shown_once_and_parted(self):
        found = self.program.json("duplicates")
        self.assertEqual(flaws(found, "Duplicates"), [])
        [proposal] = found["proposals"]
        self.assertEqual(proposal["certainty"], "likely")
        self.assertEqual(proposal["reasons"], [{"sign": "phone", "value": "+493012345678", "people": ["anna", "anna-work"]}])
        self.assertEqual([one["cards"][0]["book"] for one in proposal["people"]], ["private", "work"])
        text = self.program.text("duplicates")
        for words in ("likely: Anna Berg", "same telephone number: +493012345678", "anna-work", "in work"):
            self.assertIn(words, text)
        self.assertEqual(self.names(self.program), ["A. Berg", "Anna Berg", "Ben Holm"])
        self.assertEqual(self.reminded_of(self.program), ["A. Berg", "Anna Berg"])
        before = self.cards_on_server()

        merged = self.program.json("duplicates", "merge", "anna", "anna-work")
        [person] = merged["people"]
        self.assertEqual(flaws(person, "Person"), [])
        self.assertEqual(person["emails"], ["anna@example.org", "berg@firm.example.org"])
        self.assertEqual((person["tags"], person["organisation"]), (["friend", "mentor"], "Firm"))
        self.assertEqual([one["uid"] for one in person["cards"]], ["anna", "anna-work"])
        self.assertEqual(len([one for one in person["timeline"] if one["kind"] == "meeting"]), 34)
        self.assertEqual(self.names(self.program), ["Anna Berg", "Ben Holm"])
        self.assertEqual(len(self.reminded_of(self.program)), 1)
        self.assertEqual(self.program.json("person", "anna-work")["uid"], "anna")
        self.assertEqual(self.program.json("duplicates")["total"], 0)
        self.program.run("sync")
        self.assertEqual(self.cards_on_server(), before)

        self.program.run("duplicates", "split", "anna-work")
        self.assertEqual(self.names(self.program), ["A. Berg", "Anna Berg", "Ben Holm"])
        self.assertEqual(self.reminded_of(self.program), ["A. Berg", "Anna Berg"])
        self.assertEqual(self.program.json("person", "anna-work")["tags"], ["mentor"])
        self.assertIn("Nobody seems", self.program.text("duplicates"))

    def test_the_bridge_merges_splits_and_undoes(self):
        helper = self.start(self.program, "--json", "serve")
        port = json.loads(helper.stdout.readline())["port"]
        code = self.program.text("open", "--print").strip().split("#code=")[1]
        token = call(port, "session", {"code": code})[1]["token"]

        def ask(path, body=None, schema=None):
            status, answer = call(port, path, body, token)
            self.assertEqual(status, 200, answer)
            if schema:
                self.assertEqual(flaws(answer, schema), [])
            return answer

        def people():
            return ask("people")["total"]

        both = {"people": ["anna", "anna-work"]}
        self.assertEqual(ask("duplicates?limit=1", schema="Duplicates")["total"], 1)
        merged = ask("duplicates/merge", both, "IdentityAnswer")
        self.assertEqual((len(merged["people"]), people()), (1, 2))
        self.assertEqual(ask("people/by-email?email=berg@firm.example.org")["uid"], "anna")
        split = ask("duplicates/split", {"card": "anna-work"}, "IdentityAnswer")
        self.assertEqual((len(split["people"]), people()), (2, 3))
        ask("undo", {"undo": split["undo"]})
        self.assertEqual(people(), 2)
        ask("undo", {"undo": merged["undo"]})
        self.assertEqual((people(), ask("duplicates")["total"]), (3, 1))
        kept = ask("duplicates/not-same", both, "IdentityAnswer")
        self.assertEqual(ask("duplicates")["total"], 0)
        ask("undo", {"undo": kept["undo"]})
        self.assertEqual(ask("duplicates")["total"], 1)
        self.assertEqual(call(port, "duplicates/merge", {"people": ["anna"]}, token)[0], 400)
        status, problem = call(port, "duplicates/merge", {"people": ["anna", "nobody"]}, token)
        self.assertEqual((status, problem["kind"]), (404, "not_found"))
        self.assertEqual(ask("settings", schema="Settings")["phone_region"], "DE")

    def test_two_computers_agree(self):
        self.program.run("records", "keep", 1)
        self.program.run("sync")
        second = self.computer("second")
        self.program.run("duplicates", "merge", "anna-work", "anna")
        second.run("duplicates", "merge", "anna", "anna-work")
        for program in (self.program, second, self.program):
            program.run("sync")
        for program in (self.program, second):
            self.assertEqual(self.names(program), ["Anna Berg", "Ben Holm"])
            self.assertEqual(program.json("conflicts")["conflicts"], [])
        journals = [file for file in (self.server.folder / "store/collection-root/alice").glob("*/*.ics")
                    if b"X-GOODTURN-KIND:identity" in file.read_bytes()]
        self.assertEqual(len(journals), 1)
        second.run("duplicates", "split", "anna")
        for program in (second, self.program):
            program.run("sync")
        self.assertEqual(self.names(self.program), ["A. Berg", "Anna Berg", "Ben Holm"])
        self.assertEqual(self.program.json("duplicates")["total"], 0)

    def test_what_is_no_word_is_refused(self):
        self.assertEqual(self.program.json("duplicates", "merge", "anna", "nobody", code=1)["kind"], "not_found")
        self.assertEqual(self.program.json("duplicates", "split", "ben", code=1)["kind"], "invalid")
        self.program.run("duplicates", "merge", "anna", code=2)
        self.program.run("duplicates", "not-same", "anna", "anna-work")
        self.assertEqual(self.program.json("duplicates")["total"], 0)
