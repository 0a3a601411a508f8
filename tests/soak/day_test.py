"""A day of one helper: a sync every minute of 24 simulated hours with a server that is often out of order. What the helper
holds at the end is what it held after its first hours: memory, descriptors, database, log; and both sides have the same.
"""

import os
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

from bridge import Bridge
from items import card
from program import Program, ProgramCase
from servers import BOOK, Gate, Radicale, not_a_card, truncated, unauthorised, web_page

CLOCK = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")
MINUTES = int(os.environ.get("GOODTURN_MINUTES", 24 * 60))
WARM = MINUTES // 6  # behind them nothing grows any more
CARDS = 200
MEMORY, DATABASE, LOG = 8.0, 512, 3.2  # most growth in MiB, in KiB; most MiB of the log with its older files


def once(behaviour):
    """That behaviour for one request; then the server is in order."""
    spent = []

    def acting(door, answer):
        if spent:
            return answer()
        spent.append(1)
        return behaviour(door, answer)
    return acting


def status(number, *headers, body=b""):
    return lambda _door, _answer: (number, list(headers), [body])


def forgotten_token(door, answer):
    """Every sync-token is refused, so that everything is compared."""
    if b"sync-collection" in door.body and b"<d:sync-token>" in door.body.replace(b"D:", b"d:"):
        return 403, [("Content-Type", "application/xml")], [b'<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>']
    return answer()


def clash(door, answer):
    """Writes are refused as if somebody had been quicker."""
    return (412, [], [b""]) if door.command == "PUT" else answer()


def lost(door, answer):
    """What was written is there, but the answer says that it failed."""
    if door.command != "PUT":
        return answer()
    answer()
    return 500, [], [b""]


def without_list(_door, answer):
    """A listing without any member."""
    number, headers, parts = answer()
    body = b"".join(parts)
    if number != 207:
        return number, headers, parts
    tree = ElementTree.fromstring(body)
    for response in tree.findall("{DAV:}response"):
        href = response.findtext("{DAV:}href") or ""
        if urlsplit(href).path.endswith(".vcf"):
            tree.remove(response)
    return number, headers, [ElementTree.tostring(tree)]


FAULTS = [None, unauthorised, None, truncated, None, web_page, None, not_a_card, None, forgotten_token, None, clash, None, once(lost),
          None, once(status(503, ("Retry-After", "1"))), None, status(404), None, status(207, ("Content-Type", "text/xml"), body=b"<"),
          None, without_list, None, once(status(500)), None, status(403), None, status(200), None, status(400), None]


@unittest.skipUnless(CLOCK.exists(), "needs faketime")
class Day(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = Radicale(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("book", BOOK)
        for at in range(CARDS):
            self.server.put(f"book/{at}.vcf", self.card(at, "first"))
        self.gate = Gate(self.server.port)
        self.addCleanup(self.gate.stop)
        self.failed = 0
        self.clock = self.folder / "clock"
        self.program = Program(self.folder / "home", now=None)
        # Wall clocks go on by a minute for each minute of the day; what waits for seconds waits for real ones.
        self.program.environment |= {"LD_PRELOAD": str(CLOCK), "FAKETIME_TIMESTAMP_FILE": str(self.clock), "FAKETIME_NO_CACHE": "1",
                                     "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
        self.pass_to(0)
        self.program.run("account", "add", self.gate.url, "--user", "alice", "--password-file", self.password_file())
        [book] = self.program.json("collection", "list")["collections"]
        self.program.run("collection", "set", book["id"], "--write-back", "on")
        self.program.run("sync")

    @staticmethod
    def card(at, word):
        return card(f"card-{at}", f"Person {at} Example", f"NOTE:{word}")

    def pass_to(self, minute):
        fresh = self.clock.with_suffix(".new")
        fresh.write_text(f"+{minute}m\n")
        fresh.rename(self.clock)

    def held(self, helper):
        """{what: how much} of the running helper."""
        rows = Path(f"/proc/{helper.pid}/status").read_text().splitlines()
        memory = next(int(row.split()[1]) / 1024 for row in rows if row.startswith("VmRSS:"))
        size = {name: sum(path.stat().st_size for path in self.program.home.glob(pattern))
                for name, pattern in (("database", "goodturn.sqlite"), ("log", "goodturn*.log"))}
        return {"memory": memory, "descriptors": len(os.listdir(f"/proc/{helper.pid}/fd")),
                "threads": len(os.listdir(f"/proc/{helper.pid}/task")), "database": size["database"] / 1024, "log": size["log"] / (1 << 20)}

    def live(self, bridge, minute):
        """One minute: somebody edits there, now and then something is tagged here, and the fault of the minute."""
        self.pass_to(minute)
        at = minute % CARDS
        self.server.put(f"book/{at}.vcf", self.card(at, f"minute {minute}"))
        if minute % 60 == 0:
            word = "add" if minute % 120 else "remove"
            bridge.ask("POST", "people/card-7/tags", {word: ["mentor"]})
        self.gate.behaviour = FAULTS[minute % len(FAULTS)]
        report = bridge.sync()
        self.gate.behaviour = None
        self.failed += any(account["errors"] for account in report["accounts"])

    def test_nothing_grows_and_both_sides_agree(self):
        with Bridge(self.program) as bridge:
            warm = None
            for minute in range(1, MINUTES + 1):
                self.live(bridge, minute)
                if minute == WARM:
                    warm = self.held(bridge.helper)
            report = bridge.sync()
            end = self.held(bridge.helper)
            print(f"{MINUTES} syncs, {self.failed} with errors: " + ", ".join(f"{name} {warm[name]:.1f} -> {end[name]:.1f}" for name in end))
            self.assertGreater(self.failed, MINUTES // 6, "the faults come through")
            self.assertEqual([account["errors"] for account in report["accounts"]], [[]])
            self.assertLessEqual(end["memory"] - warm["memory"], MEMORY)
            # A connection that was answered may not be closed yet.
            self.assertLessEqual(end["descriptors"] - warm["descriptors"], 2)
            self.assertLessEqual(end["threads"], warm["threads"])
            self.assertLessEqual(end["database"] - warm["database"], DATABASE)
            self.assertLessEqual(end["log"], LOG)
            self.assertEqual(bridge.ask("GET", "people?limit=1")["total"], CARDS)
        here = sorted(text for _name, text in self.exported() if b"card-" in text)
        there = sorted(text.encode() for text in self.server.members(self.server.path("book/")))
        self.assertEqual(here, there)
