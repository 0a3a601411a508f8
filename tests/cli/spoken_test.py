"""What a server is asked in a whole life: only what every server answers alike, and no write without a condition."""

import xml.etree.ElementTree as ElementTree

from items import OWN, card, meeting
from program import ProgramCase
from servers import BOOK, CALENDAR, Gate, Radicale

# Of calendar-query, expand, free-busy-query, PROPPATCH, MOVE, LOCK and the rest each server makes something else.
REPORTS = {"sync-collection", "addressbook-multiget", "calendar-multiget"}
METHODS = {"PROPFIND", "REPORT", "PUT", "DELETE", "MKCALENDAR"}


class Spoken(ProgramCase):
    def setUp(self):
        super().setUp()
        server = Radicale(self.open_folder())
        self.addCleanup(server.stop)
        server.make("contacts", BOOK)
        server.make("meetings", CALENDAR)
        for name in ("anna", "ben", "cleo"):
            server.put(f"contacts/{name}.vcf", card(name, name.capitalize() + " Berg", f"EMAIL:{name}@example.org"))
        server.put("meetings/tea.ics", meeting("tea", "20261101T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3",
                                               who=["anna@example.org"]))
        self.server, self.asked = server, []
        self.gate = Gate(server.port)
        self.addCleanup(self.gate.stop)
        self.gate.behaviour = self.note

    def note(self, door, answer):
        self.asked.append((door.command, dict(door.headers.items()), door.body))
        return answer()

    def live(self):
        """An account with tags, records on the server, changes there, an undo, and a sync without changes."""
        self.program.run("account", "add", self.gate.url, "--user", "alice", "--password-file", self.password_file())
        ids = {one["name"]: one["id"] for one in self.program.json("collection", "list")["collections"]}
        self.program.run("collection", "set", ids["contacts"], "--write-back", "on")
        self.program.run("account", "set", 1, "--own-address", OWN)
        self.program.run("sync")
        self.program.run("tag", "anna", "+mentor")
        self.program.run("log", "anna", "--channel", "call", "--note", "Moves to Oslo.")
        self.program.run("records", "keep", 1)
        self.program.run("sync")
        self.server.put("contacts/ben.vcf", card("ben", "Ben Holm", "EMAIL:ben@example.org"))
        self.server.delete("contacts/cleo.vcf")
        self.program.run("sync")
        created = next(one["id"] for one in self.program.json("changes")["changes"] if one["kind"] == "create")
        self.program.run("changes", "undo", created)
        self.assertIn("Nothing new", self.program.text("sync"))

    def test_only_what_every_server_answers_alike(self):
        self.live()
        self.assertEqual({method for method, _headers, _body in self.asked}, METHODS)
        roots = set()
        for method, headers, body in self.asked:
            names = {name.lower(): value for name, value in headers.items()}
            with self.subTest(method, body=body[:200]):
                self.assertIn("authorization", names)
                self.assertNotIn("transfer-encoding", names)
                self.assertNotIn("if-none-match", {} if method == "PUT" else names)
                self.assertIn(names.get("depth", "0"), ("0", "1"))
                if body:
                    self.assertEqual(int(names["content-length"]), len(body))
                if method in ("PROPFIND", "REPORT", "MKCALENDAR"):
                    self.assertEqual(names["content-type"], "application/xml; charset=utf-8")
                    self.assertIn("depth", names if method != "MKCALENDAR" else ["depth"])
                if method == "REPORT":
                    roots.add(ElementTree.fromstring(body).tag.split("}")[1])
                    level = ElementTree.fromstring(body).findtext("{DAV:}sync-level")
                    self.assertIn(level, (None, "1"))
                    texts = [one for one in ElementTree.fromstring(body).iter() if one.tag.endswith("-data")]
                    self.assertEqual([list(one) for one in texts], [[]] * len(texts), "texts are asked for whole")
                if method in ("PUT", "DELETE"):
                    condition = names.get("if-match") or names.get("if-none-match")
                    self.assertTrue(condition and (condition == "*" or condition.startswith('"')), names)
        self.assertEqual(roots, REPORTS)
