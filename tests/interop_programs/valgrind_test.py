"""The program under valgrind: added account, first sync, tag, silent sync, helper with a sync by the bridge, stop."""

import subprocess
import time
import unittest

import history_test
from items import card, meeting
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, Radicale

FAULTY = 99  # what valgrind ends with where it found something


class WatchedProgram(Program):
    """Starts goodturn under valgrind, which writes what it finds into `logs`. Not asked about is what is "possibly" lost:
    ICU keeps strings in its cache by a pointer behind their start."""

    def __init__(self, home, logs):
        super().__init__(home)
        self.logs = logs

    def words(self, *words):
        return ["valgrind", "--quiet", f"--error-exitcode={FAULTY}", "--leak-check=full",
                "--show-leak-kinds=definite,indirect", "--errors-for-leak-kinds=definite,indirect", f"--log-file={self.logs}/%p.log", *super().words(*words)]


@unittest.skipIf(subprocess.run(["which", "valgrind"], capture_output=True, check=False).returncode, "no valgrind here")
class Watched(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = Radicale(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.make("meetings", CALENDAR)
        for at in range(30):
            self.server.put(f"contacts/{at}.vcf", card(f"p{at}", f"Person {at}", f"EMAIL:p{at}@example.org", "NOTE:Zoë 🦊"))
            self.server.put(f"meetings/{at}.ics", meeting(f"m{at}", f"202611{at % 28 + 1:02}T100000Z", "SUMMARY:Tea",
                                                          who=[f"p{at}@example.org"]))
        self.logs = self.folder / "logs"
        self.logs.mkdir()
        self.program = WatchedProgram(self.folder / "home", self.logs)

    def findings(self):
        return "".join(path.read_text() for path in self.logs.glob("*.log"))

    def test_nothing_is_read_wrongly_or_forgotten(self):
        added = self.program.json("account", "add", self.server.url, "--user", "alice", "--password-file",
                                  self.password_file())
        book = next(one["id"] for one in added["collections"] if one["name"] == "contacts")
        self.program.run("collection", "set", book, "--write-back", "on")
        self.assertIn("60 new", self.program.text("sync"))
        self.program.run("tag", "p3", "+mentor")
        self.assertIn("Nothing new", self.program.text("sync"))
        self.assertIn("mentor", self.server.get("contacts/3.vcf"))
        self.server.put("contacts/new.vcf", card("new", "Nora New"))
        with history_test.Bridge(self.program) as bridge:
            bridge.ask("POST", "sync", {})
            deadline = time.monotonic() + 60
            while not (report := bridge.ask("GET", "sync"))["finished"]:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.2)
            self.assertIn("1 new", report["summary"])
            self.assertEqual(bridge.ask("GET", "people")["total"], 31)
        self.assertEqual(bridge.helper.returncode, 0, self.findings())
        self.assertEqual(self.findings(), "")
