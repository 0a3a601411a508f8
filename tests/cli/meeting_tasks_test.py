"""The brief before a meeting and the question after it on a real server, where another program ticks and answers."""

import json
import re
import urllib.request

from items import OWN, card, component, meeting
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, DavServer

BEFORE, AFTER = "2026-11-25T12:00:00Z", "2026-11-26T10:30:00Z"  # a Wednesday, a Thursday


def unfolded(text):
    return text.replace("\r\n ", "")


class MeetingTasks(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.make("meetings", CALENDAR)
        self.server.put("contacts/anna.vcf", card("anna", "Anna Berg", "EMAIL:anna@example.org", "ORG:Example Ltd"))
        self.plan("20261126T090000Z")
        self.first = self.computer("first")
        self.first.run("records", "keep", 1)
        self.first.run("sync")

    def computer(self, name):
        program = Program(self.folder / name, BEFORE)
        program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        program.run("account", "set", 1, "--own-address", OWN)
        program.run("sync")
        return program

    def plan(self, start, *more):
        self.server.put("meetings/tea.ics", meeting("tea", start, "SUMMARY:Tea", *more, who=["anna@example.org"]))

    def at(self, now, program=None):
        """Publishes what belongs into the calendar now, and carries it to the server."""
        program = program or self.first
        program.now = now
        program.run("sync")
        program.run("week")
        program.run("sync")

    def list_path(self):
        return self.server.calendar_path("Goodturn Follow-ups")

    def stored(self):
        """(href, text) of the tasks around meetings on the server."""
        hrefs = self.server.hrefs(self.list_path())
        found = [(href, unfolded(self.server.request("GET", href).decode())) for href in hrefs]
        return [(href, text) for href, text in found if re.search("^UID:goodturn-(brief|question)-", text, re.MULTILINE)]

    def tasks(self):
        """Those that were not withdrawn."""
        return [text for _, text in self.stored() if "X-GOODTURN-EXPIRED" not in text]

    def edit(self, old, new):
        """What another program does to the only task."""
        [(href, text)] = [(href, text) for href, text in self.stored() if text in self.tasks()]
        self.assertIn(old, text)
        self.server.request("PUT", href, text.replace(old, new), "text/calendar")

    def delete(self):
        [(href, _)] = [(href, text) for href, text in self.stored() if text in self.tasks()]
        self.server.request("DELETE", href)

    def notes(self, program):
        return sorted(one["text"] for one in program.json("person", "anna")["timeline"] if one["kind"] == "note")

    def test_the_brief_then_the_question_and_its_answer(self):
        self.at(BEFORE)
        [brief] = self.tasks()
        self.assertIn("SUMMARY:Before “Tea” with Anna Berg\r\n", brief)
        self.assertIn("DUE:20261126T080000Z\r\n", brief)
        self.assertIn("Works at Example Ltd.", brief)
        self.edit("DESCRIPTION:", "DESCRIPTION:how they hire\\n")
        self.at(BEFORE)
        self.assertEqual(self.notes(self.first), ["To learn (Tea): how they hire"])
        second = self.computer("second")
        self.at(AFTER)
        [question] = self.tasks()
        self.assertIn("SUMMARY:How was it with Anna Berg?\r\n", question)
        self.assertIn("DUE;VALUE=DATE:20261126\r\n", question)
        self.assertIn("You hoped to learn: how they hire", question)
        for text in (brief, question):
            self.assertNotRegex(text, "ATTENDEE|ORGANIZER|VALARM")
            names = re.findall(r"^(X-GOODTURN-[A-Z-]+)", text, re.MULTILINE)
            self.assertEqual(len(names), len(set(names)))
        self.edit("DESCRIPTION:", "DESCRIPTION:They pair everybody.\\n")
        self.at(AFTER, second)
        self.at(AFTER)
        for program in (self.first, second):
            self.assertEqual(self.notes(program), ["Learned (Tea): They pair everybody.", "To learn (Tea): how they hire"])
            self.assertIn("Nothing new", program.text("sync"))
        [answered] = self.tasks()
        self.assertIn("STATUS:COMPLETED\r\n", answered)

    def test_a_deleted_brief_stays_away(self):
        self.server.request("PUT", self.list_path() + "milk.ics", component("VTODO", "milk", "SUMMARY:Milk"), "text/calendar")
        self.at(BEFORE)
        self.delete()
        self.at(BEFORE)
        self.at(BEFORE)
        self.assertEqual(self.stored(), [])

    def test_a_tick_alone_notes_nothing(self):
        self.at(AFTER)
        self.edit("STATUS:NEEDS-ACTION\r\n", "STATUS:COMPLETED\r\nCOMPLETED:20261126T102000Z\r\nPERCENT-COMPLETE:100\r\n")
        self.at(AFTER)
        self.assertEqual(self.notes(self.first), [])
        [ticked] = self.tasks()
        self.assertIn("COMPLETED:20261126T102000Z\r\n", ticked)
        self.assertIn("X-GOODTURN-ACTION:done\r\n", ticked)

    def test_it_is_withdrawn_with_the_meeting_and_never_doubled(self):
        second = self.computer("second")
        for program in (self.first, second, self.first):
            self.at(BEFORE, program)
        self.assertEqual(len(self.tasks()), 1)
        self.plan("20261126T100000Z")
        self.at(BEFORE)
        [moved] = self.tasks()
        self.assertIn("DUE:20261126T090000Z\r\n", moved)
        # Nothing else is in the collection: a withdrawn one is cancelled, so that a sync does not empty the list.
        self.assertEqual(sum("STATUS:CANCELLED" in text for _, text in self.stored()), 1)
        self.plan("20261126T100000Z", "STATUS:CANCELLED")
        self.at(BEFORE)
        self.assertEqual(self.tasks(), [])
        self.assertEqual(sum("STATUS:CANCELLED" in text for _, text in self.stored()), 2)
        self.assertIn("Nothing new", self.first.text("sync"))

    def test_it_can_be_turned_off(self):
        self.first.run("me", "set", "--without-meeting-tasks", "yes")
        self.at(BEFORE)
        self.assertEqual(self.tasks(), [])

    def test_a_german_desktop_gets_german(self):
        self.first.environment["LANG"] = "de_DE.UTF-8"
        self.at(BEFORE)
        [brief] = self.tasks()
        self.assertIn("SUMMARY:Vor „Tea“ mit Anna Berg\r\n", brief)
        self.assertNotRegex(brief, "Works at|What do|Ask:|Give:")
        sheet = self.first.text("brief")
        self.assertIn("Arbeitet bei Example Ltd.", sheet)
        self.assertIn("Was hoffen Sie zu lernen?", sheet)
        self.first.environment["LC_ALL"] = "en_GB.UTF-8"
        self.assertIn("Works at Example Ltd.", self.first.text("brief"))

    def test_the_bridge_answers_in_the_language_of_the_request(self):
        self.at(BEFORE)
        helper = self.start(self.first, "--json", "serve")
        base = f"http://127.0.0.1:{json.loads(helper.stdout.readline())['port']}/api/v1/"

        def answer(path, headers, body=None):
            request = urllib.request.Request(base + path, body, {"Content-Type": "application/json"} | headers)
            with urllib.request.urlopen(request, timeout=30) as found:
                return json.load(found)
        code = self.first.text("open", "--print").strip().split("#code=")[1]
        token = answer("session", {}, json.dumps({"code": code}).encode())["token"]
        for language, fact in (("de-AT,en;q=0.5", "Arbeitet bei Example Ltd."), ("fr,en", "Works at Example Ltd.")):
            headers = {"Authorization": f"Bearer {token}", "Accept-Language": language}
            [meeting_brief] = answer("meetings", headers)["meetings"]
            self.assertIn(fact, meeting_brief["people"][0]["facts"])
