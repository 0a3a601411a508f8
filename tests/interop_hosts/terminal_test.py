"""vdirsyncer, khal and todoman (Debian): the follow-ups beside the meetings, ticked there, and as a feed; journals as files."""

import json
import shutil
import unittest

import icalendar

from host_case import NOTE, HostCase

PROGRAMS = ("vdirsyncer", "khal", "todoman")


@unittest.skipUnless(all(map(shutil.which, PROGRAMS)), f"one of {', '.join(PROGRAMS)} is not installed")
class TerminalPrograms(HostCase):
    def setUp(self):
        super().setUp()
        self.calendars = self.folder / "calendars"
        (self.folder / ".config/todoman").mkdir(parents=True)
        self.config("khal", f"[calendars]\n[[all]]\npath = {self.calendars}/*\ntype = discover\n[locale]\nlocal_timezone = UTC\n"
                    "default_timezone = UTC\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                    "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
                    f"[sqlite]\npath = {self.folder}/khal.db\n")
        self.config("todoman.py", f'path = "{self.calendars}/*"\ndate_format = "%Y-%m-%d"\ntime_format = ""\n'
                    f'cache_path = "{self.folder}/todoman.db"\n')

    def config(self, name, text):
        (self.folder / name).write_text(text)
        return self.folder / name

    def fetch(self, kind, url):
        """vdirsyncer carries changes both ways (a feed: only here); called again it does so once more."""
        place = self.calendars / kind
        place.mkdir(parents=True, exist_ok=True)
        access = 'username = "alice"\npassword = "secret"\n' if kind == "caldav" else ""
        config = self.config("vdirsyncer", f'[general]\nstatus_path = "{self.folder}/status/"\n'
                             '[pair p]\na = "here"\nb = "there"\ncollections = null\nconflict_resolution = "a wins"\n'
                             f'[storage here]\ntype = "filesystem"\npath = "{place}/"\nfileext = ".ics"\n'
                             f'[storage there]\ntype = "{kind}"\nurl = "{url}"\n{access}')
        for word in ("discover", "sync"):
            done = self.other("vdirsyncer", "-c", config, word, input="y\n" * 4)
            self.assertNotIn("error", done.stderr.lower())
        return sorted(place.glob("*.ics"))

    def todo(self, *words):
        done = self.other("todoman", "--config", self.folder / "todoman.py", "--porcelain", *words)
        return done.stdout

    def tasks(self):
        return json.loads(self.todo("list", "--status", "ANY"))

    def test_follow_ups_and_journal_beside_the_meetings(self):
        ids = {one["name"]: one["id"] for one in self.program.json("collection", "list")["collections"]}
        titles = self.keep("--journal", ids["meetings"], "--follow-ups", ids["meetings"])
        files = self.fetch("caldav", self.server.url + self.server.calendar_path("meetings"))
        # khal knows events alone: it shows the meeting, and what stands beside it neither stops nor disturbs it.
        shown = self.other("khal", "-c", self.folder / "khal", "list", "-f", "{start-date} {title}", "2026-11-22", "10d")
        self.assertIn("2026-11-24 Coffee in town", shown.stdout)
        self.assertEqual([line for title in titles.values() for line in shown.stdout.splitlines() if title in line], [])
        self.assertNotIn("rror", shown.stderr)
        self.assertEqual({one["summary"]: one["due"] is not None for one in self.tasks()}, dict.fromkeys(titles.values(), True))
        # The journal is what RFC 5545 calls one, for whoever reads it.
        [note] = [part for file in files for part in icalendar.Calendar.from_ical(file.read_bytes()).walk("VJOURNAL")]
        self.assertEqual((str(note["DESCRIPTION"]), note.decoded("DTSTART").date().isoformat()), (NOTE, "2026-08-28"))
        self.assertIn("Anna Berg", note["SUMMARY"])

        done = next(one for one in self.tasks() if one["summary"] == "Call Anna Berg")
        self.todo("done", str(done["id"]))
        self.fetch("caldav", self.server.url + self.server.calendar_path("meetings"))
        self.program.run("sync")
        marked = {titles[uid]: state for uid, state in self.states().items() if uid in titles}
        self.assertEqual(marked, {title: "done" if title == "Call Anna Berg" else "open" for title in titles.values()})

    def test_the_feed(self):
        url = self.feed()
        titles = [one["title"] for one in self.program.json("week")["suggestions"]]
        self.assertEqual(len(self.fetch("http", url)), len(titles))
        self.assertEqual(sorted(one["summary"] for one in self.tasks()), sorted(titles))


if __name__ == "__main__":
    unittest.main()
