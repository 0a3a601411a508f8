"""F27: very many contacts and events on Cyrus: the memory stays bounded, the work is told while it goes on, and a sync
that is cancelled is taken up by the next one.

GOODTURN_CONTACTS and GOODTURN_EVENTS say how many; the long run has 20,000 and 50,000.
"""

import contextlib
import http.client
import json
import os
import sqlite3
import subprocess
import threading
import unittest
import urllib.request

from bridge import Bridge
from items import card, meeting
from program import ProgramCase
from servers import BOOK, CALENDAR, DavServer

CONTACTS = int(os.environ.get("GOODTURN_CONTACTS", "500"))
EVENTS = int(os.environ.get("GOODTURN_EVENTS", "2500"))
# 10,000 items take 40 MB and 100,000 take 120 MB at most, the rest between them.
MOST_MEMORY = 40 + max(CONTACTS + EVENTS - 10_000, 0) * 80 / 90_000
HELPERS_PAGES = 60  # MB more where a helper keeps what it computed for the pages
CONNECTIONS = 4
NOTE = "a long story told slowly " * 16


def item(kind, number):
    if kind == "contacts":
        return card(f"p{number}", f"Person {number}", f"EMAIL:p{number}@example.org", f"NOTE:{NOTE}", "CATEGORIES:crowd")
    day = f"202{4 + number % 3}{number % 12 + 1:02}{number % 28 + 1:02}"
    return meeting(f"m{number}", f"{day}T{7 + number % 10:02}0000Z", f"SUMMARY:Meeting {number}", f"DESCRIPTION:{NOTE}",
                   who=[f"p{number % CONTACTS}@example.org"])


class Many(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder(), "cyrus")
        self.addCleanup(self.server.stop)
        self.fill("contacts", BOOK, "vcf", CONTACTS)
        self.fill("meetings", CALENDAR, "ics", EVENTS)
        self.program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())

    def fill(self, name, kind, ending, count):
        self.server.make(name, kind)
        failures = []
        headers = {"Authorization": "Basic YWxpY2U6c2VjcmV0", "Content-Type": f"text/{'vcard' if ending == 'vcf' else 'calendar'}"}

        def put(first):
            connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
            with contextlib.closing(connection):
                for number in range(first, count, CONNECTIONS):
                    connection.request("PUT", self.server.path(f"{name}/{number}.{ending}"), item(name, number), headers)
                    answer = connection.getresponse()
                    answer.read()
                    if answer.status != 201:
                        failures.append((number, answer.status))
        threads = [threading.Thread(target=put, args=(first,)) for first in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])

    def stored(self):
        """Items of the account here, and those of them that both sides agreed on."""
        with contextlib.closing(sqlite3.connect(f"file:{self.program.home}/goodturn.sqlite?mode=ro", uri=True)) as database:
            return database.execute("select (select count(*) from item where href like '%.vcf' or href like '%.ics'),"
                                    " (select count(*) from base)").fetchone()

    def measured(self, *words):
        """(what it printed, its highest memory in MB) of a command."""
        with open(self.folder / "out", "w+b") as out:
            child = subprocess.Popen(self.program.words(*words), env=self.program.environment, stdout=out,
                                     stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            text = out.read().decode()
        self.assertEqual(child.returncode, 0, text)
        return text, usage.ru_maxrss / 1024

    @staticmethod
    def highest_memory(pid):
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            return int(next(line for line in file if line.startswith("VmHWM")).split()[1]) / 1024

    def cancel_behind_the_first_batch(self):
        """(what the helper told of its work until then, how many people it has, its highest memory)."""
        told = []
        with Bridge(self.program) as bridge:
            request = urllib.request.Request(bridge.address + "events", headers=bridge.headers)
            with urllib.request.urlopen(request, timeout=120) as stream:
                bridge.ask("POST", "sync", {})
                for line in stream:
                    if not line.startswith(b"data:"):
                        continue
                    told.append(json.loads(line[5:]))
                    if told[-1].get("done"):
                        break
                bridge.ask("DELETE", "sync")
            self.assertTrue(bridge.report()["cancelled"])
            people = bridge.ask("GET", "people")["total"]
            memory = self.highest_memory(bridge.helper.pid)
        return [one for one in told if "phase" in one], people, memory

    def test_bounded_told_and_taken_up_again(self):
        told, people, memory = self.cancel_behind_the_first_batch()
        print(f"helper {memory:.0f} MB, told {told[-1]}", flush=True)
        self.assertEqual([one["phase"] for one in told if not one["done"]][0], "started")
        self.assertIn(told[-1]["collection"], ("contacts", "meetings"))
        self.assertLess(memory, MOST_MEMORY + HELPERS_PAGES)
        items, agreed = self.stored()
        self.assertGreaterEqual(items, told[-1]["done"])
        self.assertLess(items, CONTACTS + EVENTS)
        self.assertEqual(items, agreed)
        self.assertLessEqual(people, CONTACTS)
        self.assertIn("The database is sound", self.program.run("doctor", code=1).out)  # no Thunderbird knows it

        text, memory = self.measured("sync")
        print(f"sync {memory:.0f} MB of {MOST_MEMORY:.0f}", flush=True)
        self.assertIn(f"{CONTACTS + EVENTS - items:,} new, 0 changed, 0 removed, 0 sent", text)
        self.assertLess(memory, MOST_MEMORY)
        self.assertEqual(self.stored(), (CONTACTS + EVENTS, CONTACTS + EVENTS))
        text, memory = self.measured("sync")
        print(f"nothing new {memory:.0f} MB", flush=True)
        self.assertIn("Nothing new", text)
        self.assertLess(memory, MOST_MEMORY)
        self.assertEqual(self.program.json("people")["total"], CONTACTS)


if __name__ == "__main__":
    unittest.main()
