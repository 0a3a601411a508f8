"""A button is pressed while a sync talks to the server about the same address book: by the bridge, on a real Radicale
behind a gate that holds one answer back."""

import threading
import time

from bridge import Bridge
from contract import flaws
from items import card
from program import ProgramCase
from servers import BOOK, DavServer, Gate

ANNA = card("anna", "Anna Berg", "CATEGORIES:old")


class ButtonsDuringASync(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.put("contacts/anna.vcf", ANNA)
        self.server.put("contacts/ben.vcf", card("ben", "Ben Olsen"))
        self.gate = Gate(self.server.port)
        self.addCleanup(self.gate.stop)
        self.program.run("account", "add", self.gate.url, "--user", "alice", "--password-file", self.password_file())
        [book] = [one for one in self.program.json("collection", "list")["collections"] if one["name"] == "contacts"]
        self.program.run("collection", "set", book["id"], "--write-back", "on")
        self.program.run("sync")
        self.begun, self.go_on, self.writes = threading.Event(), threading.Event(), []
        self.addCleanup(self.go_on.set)
        self.bridge = Bridge(self.program).__enter__()
        self.addCleanup(self.bridge.__exit__)

    def begin_held_sync(self):
        """The server has made its list, in which there is news of both, and it does not arrive yet."""
        self.server.put("contacts/anna.vcf", ANNA.replace("CATEGORIES", "NOTE:Moved house\r\nCATEGORIES"))
        self.server.put("contacts/ben.vcf", card("ben", "Ben Olsen", "TITLE:Baker"))

        def hold(door, answer):
            if door.command == "PUT":
                self.writes.append(door.path)
            result = answer()
            if door.command == "REPORT" and not self.begun.is_set():
                self.begun.set()
                self.go_on.wait(30)
            return result
        self.gate.behaviour = hold
        self.bridge.ask("POST", "sync", {})
        self.assertTrue(self.begun.wait(30))

    def press(self, *tags):
        answer = self.bridge.ask("POST", "people/anna/tags", {"add": tags})
        self.assertEqual(flaws(answer, "TagAnswer"), [])
        return answer

    def check_nothing_is_lost(self, *tags):
        cards = "".join(self.server.members(self.server.path("contacts/")))
        for text in ("old", "Moved house", "Baker", *tags):
            self.assertEqual(cards.count(text), 1, text)
        self.assertEqual(sorted(self.bridge.ask("GET", "people/anna")["tags"]), sorted(["old", *tags]))
        self.assertEqual(self.bridge.ask("GET", "conflicts")["conflicts"], [])
        self.assertEqual(self.bridge.ask("GET", "trash")["entries"], [])
        self.writes.clear()
        self.assertIn("Nothing new", self.bridge.sync()["summary"])
        self.assertEqual(self.writes, [])

    def contacts_of(self, report):
        self.assertEqual(report["accounts"][0]["errors"], [])
        [contacts] = [one for one in report["accounts"][0]["collections"] if one["name"] == "contacts"]
        self.assertEqual(contacts["item_errors"], [])
        return contacts

    def test_two_buttons_wait_for_the_sync_and_then_for_each_other(self):
        self.begin_held_sync()
        answers = []
        pressed = [threading.Thread(target=lambda tag=tag: answers.append(self.press(tag))) for tag in ("mentor", "peer")]
        for one in pressed:
            one.start()
        time.sleep(0.7)
        self.assertEqual((self.writes, answers), ([], []))
        self.go_on.set()
        for one in pressed:
            one.join(30)
        self.assertEqual([(one["sent"], one.get("note", "")) for one in answers], [(True, ""), (True, "")])
        self.assertEqual(self.contacts_of(self.bridge.report())["changed"], 2)
        self.check_nothing_is_lost("mentor", "peer")

    def test_a_button_is_told_that_the_server_is_busy_and_the_sync_sends_its_change(self):
        self.begin_held_sync()
        begun = time.monotonic()
        answer = self.press("mentor")
        waited = time.monotonic() - begun
        self.assertFalse(answer["sent"])
        self.assertIn("A sync is running", answer["note"])
        self.assertIn("mentor", answer["person"]["tags"])
        self.assertTrue(1.9 < waited < 8, waited)
        self.assertEqual(self.writes, [])
        self.go_on.set()
        self.assertEqual(self.contacts_of(self.bridge.report())["sent"], 1)
        self.check_nothing_is_lost("mentor")
