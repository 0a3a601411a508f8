"""A computer whose journal and follow-ups are on a CalDAV server, and whose running helper serves them as a feed."""

import subprocess
import urllib.request

from bridge import Bridge
from items import OWN, card, fortnightly, meeting
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, DavServer

NOTE = "Moves to Oslo; says: \"write\", often\nand calls back."


class HostCase(ProgramCase):
    """One note about Anna, long quiet people for the list, and a coffee with Cleo on 2026-11-24."""

    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.make("meetings", CALENDAR)
        for name in ("Anna Berg", "Ben Åkesson", "Cleo Lund"):
            uid = name.split()[0].lower()
            self.server.put(f"contacts/{uid}.vcf", card(uid, name, f"EMAIL:{uid}@example.org"))
            self.server.put(f"meetings/{uid}.ics", fortnightly(f"row-{uid}", f"{uid}@example.org"))
        self.server.put("meetings/soon.ics", meeting("soon-cleo", "20261124T100000Z", "SUMMARY:Coffee in town",
                                                     who=["cleo@example.org"]))
        self.program = Program(self.folder / "home")
        self.program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        self.program.run("account", "set", 1, "--own-address", OWN)
        self.program.run("sync")
        self.program.run("log", "anna", "--channel", "call", "--at", "2026-08-28T10:00:00Z", "--note", NOTE)

    def keep(self, *where):
        """The records go to the server, with this week's follow-ups; {uid: title} of these."""
        self.program.run("records", "keep", 1, *where)
        self.program.run("sync")
        suggestions = self.program.json("week")["suggestions"]
        self.program.run("sync")
        self.assertGreater(len(suggestions), 1)
        return {one["id"]: one["title"] for one in suggestions}

    def states(self):
        return {one["id"]: one["state"] for one in self.program.json("week")["suggestions"]}

    def feed(self):
        """Address of the feed, of a helper that runs until the test ends."""
        bridge = Bridge(self.program)
        bridge.__enter__()
        self.addCleanup(bridge.__exit__)
        url = bridge.ask("GET", "feed")["url"]
        with urllib.request.urlopen(url, timeout=30) as answer:
            self.assertEqual(answer.headers.get_content_type(), "text/calendar")
        return url

    def other(self, *words, **more):
        """What another program printed; it knows nothing of this computer's settings."""
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                       **more.pop("environment", {})}
        done = subprocess.run(list(map(str, words)), env=environment, capture_output=True, text=True, timeout=120, check=False,
                              **more)
        self.assertEqual(done.returncode, 0, f"{words}\n{done.stdout}\n{done.stderr}")
        return done
