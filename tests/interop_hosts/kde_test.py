"""KCalendarCore, by which KDE's KOrganizer and Kalendar read every calendar, behind a small program of its own."""

import json
import shutil
import subprocess
import unittest
import urllib.request
from pathlib import Path

from host_case import NOTE, HostCase

SOURCE = Path(__file__).with_name("kde_reader.cc")


def flags():
    """Of the compiler; None where the library is not installed."""
    if not shutil.which("g++"):
        return None
    found = subprocess.run(["pkg-config", "--cflags", "--libs", "KF5CalendarCore"], capture_output=True, text=True, check=False)
    return found.stdout.split() if found.returncode == 0 else None


@unittest.skipUnless(flags(), "g++ or libkf5calendarcore-dev is not installed")
class Kde(HostCase):
    def read(self, *texts):
        reader = self.folder / "kde_reader"
        if not reader.exists():
            self.other("g++", "-std=c++17", "-fPIC", SOURCE, "-o", reader, *flags())
        files = []
        for at, text in enumerate(texts):
            files.append(self.folder / f"{at}.ics")
            files[-1].write_bytes(text)
        return json.loads(self.other(reader, *files).stdout)

    def served(self, name):
        path = self.server.calendar_path(name)
        return [self.server.request("GET", href) for href in self.server.hrefs(path)]

    def test_follow_ups_journal_and_feed(self):
        titles = self.keep()
        with urllib.request.urlopen(self.feed(), timeout=30) as answer:
            feed = self.read(answer.read())
        from_server = self.read(*self.served("Goodturn Follow-ups"))
        for name, read in (("feed", feed), ("server", from_server)):
            with self.subTest(name):
                self.assertEqual({one["uid"]: one["summary"] for one in read["tasks"]}, titles)
                for one in read["tasks"]:
                    self.assertEqual((one["due"], one["all_day"], one["done"], one["private"]), ("2026-11-27", True, False, True))
                    self.assertEqual(one["categories"], ["net", "keep-in-touch"])
                    self.assertIn(one["contact"], one["summary"])
                    self.assertRegex(one["description"], r"^You last (met|spoke) on \d+ August, \d+ days ago\.")
        [note] = self.read(*self.served("Goodturn Journal"))["journals"]
        self.assertEqual((note["description"], note["start"], note["contact"]), (NOTE, "2026-08-28T10:00:00Z", "Anna Berg"))


if __name__ == "__main__":
    unittest.main()
