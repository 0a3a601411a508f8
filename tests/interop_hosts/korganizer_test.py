"""KOrganizer with Akonadi, as a user of KDE has them, on a display and a D-Bus session of their own."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest
from pathlib import Path

import icalendar

from host_case import NOTE, HostCase

HAND = Path(__file__).with_name("korganizer_hand.py")
PROGRAMS = ("korganizer", "konsolekalendar", "akonadi_control", "akonadi_ical_resource", "akonadi_davgroupware_resource",
            "Xvfb", "dbus-daemon", "/usr/libexec/at-spi-bus-launcher")
MISSING = [program for program in PROGRAMS if not shutil.which(program)]
TICKED = "Call Ben Åkesson"
SECONDS = 90


class Desktop:
    """Akonadi in `folder`, whose calendars are the feed or the CalDAV server of that address; KOrganizer when it is opened."""

    def __init__(self, folder, feed=None, server=None):
        self.home, self.runtime = folder / "kde", folder / "kde-runtime"
        self.runtime.mkdir(mode=0o700)
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.runtime),
                            "LC_ALL": "C.UTF-8", "TZ": "UTC", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                            "QTWEBENGINE_DISABLE_SANDBOX": "1"}
        self.settings(feed, server)
        self.logs, self.window, self.children = folder, None, []
        self.environment["DISPLAY"] = ":" + self.spoken("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24",
                                                        "-nolisten", "tcp")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.spoken("dbus-daemon", "--session", "--nofork", "--print-address")
        self.started("akonadi_control")

    def setting(self, name, text):
        path = self.home / ".config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def settings(self, feed, server):
        """No calendar of KDE's own, no wallet for the password."""
        kind = "ical" if feed else "davgroupware"
        self.setting("akonadi/akonadiserverrc", "[%General]\nDriver=QSQLITE3\n")
        self.setting("akonadi/agentsrc", f"[Instances]\nakonadi_{kind}_resource_0\\AgentType=akonadi_{kind}_resource\n")
        self.setting(f"akonadi_{kind}_resource_0rc", f"[General]\nDisplayName=Goodturn\nPath={feed}\nReadOnly=true\n"
                     if feed else
                     "[General]\nsettingsVersion=3\ndisplayName=Server\ndefaultUsername=alice\nlimitSyncRange=false\n"
                     f"remoteUrls=$default$|CalDav|{server}/alice/\n")
        self.setting("kwalletrc", "[Wallet]\nEnabled=false\n")
        self.setting("akonadi-firstrunrc", "[ProcessedDefaults]\n" + "".join(
            f"default{kind}=done\n" for kind in ("addressbook", "calendar", "notebook")))
        self.without_mail()

    def without_mail(self):
        """Agents for mail, which Akonadi starts by itself, hold the database that SQLite locks as a whole: a CalDAV resource
        that starts beside them may lose its first reading."""
        own = self.home / ".local/share/akonadi/agents"
        own.mkdir(parents=True)
        for agent in Path("/usr/share/akonadi/agents").glob("*.desktop"):
            text = agent.read_text()
            if "Autostart" in text:
                (own / agent.name).write_text(text.replace("Autostart", "Waits"))

    def started(self, *words, **pipes):
        with open(self.logs / f"{words[0]}.log", "ab") as log:
            self.children.append(subprocess.Popen(words, env=self.environment, stderr=log, **{"stdout": log, **pipes}))
        return self.children[-1]

    def spoken(self, *words):
        """The first line that a program says, which goes on."""
        program = self.started(*words, stdout=subprocess.PIPE)
        with program.stdout:
            return program.stdout.readline().decode().strip()

    def ask(self, *words):
        done = subprocess.run([*map(str, words)], env=self.environment, capture_output=True, text=True, timeout=2 * SECONDS,
                              check=False)
        if done.returncode:
            raise AssertionError(f"{words}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def hand(self, *words):
        return json.loads(self.ask("/usr/bin/python3", "-W", "ignore", HAND, *words))

    def calendars(self):
        """{address: number} of the calendars whose items Akonadi has by now. Asked of its database: who asks Akonadi itself
        while a resource reads for the first time may make that lose something, since SQLite locks as a whole."""
        path = f"file:{self.home}/.local/share/akonadi/akonadi.db?mode=ro"
        try:
            with contextlib.closing(sqlite3.connect(path, uri=True)) as found:
                return dict(found.execute("select distinct c.remoteId, c.id from collectiontable c join pimitemtable i"
                                          " on i.collectionId = c.id join parttable p on p.pimItemId = i.id"))
        except sqlite3.OperationalError:  # it is not there yet, or in use
            return {}

    def open(self, *addresses):
        """KOrganizer with just these calendars switched on."""
        calendars = self.calendars()
        chosen = ",".join(f"c{calendars[address]}" for address in addresses)
        self.setting("korganizerrc", f"[GlobalCollectionSelection]\nSelection={chosen}\n")
        self.window = self.started("korganizer", "--geometry", "1280x900")

    def processes(self):
        """Ids of what runs in this session: nothing else has its runtime folder."""
        mark = f"XDG_RUNTIME_DIR={self.runtime}".encode()
        return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/environ")
                if mark in content(path).split(b"\0")]

    def stop(self):
        """Akonadi first, since it writes its database; then what is left, by its id."""
        if self.window:
            self.window.terminate()
        subprocess.run(["akonadictl", "stop", "--wait"], env=self.environment, capture_output=True, timeout=SECONDS, check=False)
        for how in (signal.SIGTERM, signal.SIGKILL):
            for process in self.processes():
                try:
                    os.kill(process, how)
                except ProcessLookupError:
                    pass
            deadline = time.monotonic() + 5
            while self.processes() and time.monotonic() < deadline:
                time.sleep(0.1)
        for child in self.children:
            child.wait(SECONDS)


def content(path):
    try:
        return path.read_bytes()
    except OSError:  # it ended meanwhile, or is another user's
        return b""


def kept(task):
    """Values of a follow-up that a tick leaves as they are."""
    return {name: value.to_ical() for name, value in task.items()
            if name in ("SUMMARY", "DESCRIPTION", "DUE", "CLASS", "URL", "CATEGORIES", "CONTACT") or name.startswith("X-")}


class Korganizer(HostCase):
    def setUp(self):
        if MISSING and os.environ.get("GOODTURN_NO_SKIPS"):
            self.fail(f"not installed: {', '.join(MISSING)}")
        if MISSING:
            self.skipTest(f"not installed: {', '.join(MISSING)}")
        super().setUp()

    def until(self, look, what):
        deadline = time.monotonic() + SECONDS
        while not (found := look()):
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.3)
        return found

    def desktop(self, *addresses, **resource):
        """One that has read these calendars."""
        desktop = Desktop(self.folder, **resource)
        self.addCleanup(desktop.stop)
        if "server" in resource:
            desktop.hand("sign-in", "secret")
        self.until(lambda: set(addresses) <= set(desktop.calendars()), f"Akonadi has no {addresses}")
        return desktop

    def rows(self, titles):
        """What the to-do list shows of these follow-ups: no priority, nothing done, no start."""
        return sorted([title, "--", "0", "", "27 Nov 2026", "net,keep-in-touch"] for title in titles.values())

    def served(self, name, uid):
        """Of a calendar at the server: the component of that UID."""
        return next(one for text in self.server.calendar(name) for one in icalendar.Calendar.from_ical(text).subcomponents
                    if one["UID"] == uid)

    def test_the_feed(self):
        titles, feed = self.keep(), self.feed()
        desktop = self.desktop(feed, feed=feed)
        desktop.open(feed)
        self.assertEqual(sorted(desktop.hand("todos")), self.rows(titles))

    def test_the_server(self):
        titles = self.keep()
        follow_ups, journal, meetings = (self.server.url + self.server.calendar_path(name)
                                         for name in ("Goodturn Follow-ups", "Goodturn Journal", "meetings"))
        desktop = self.desktop(follow_ups, journal, meetings, server=self.server.url)
        desktop.open(follow_ups, journal)
        self.assertEqual(sorted(desktop.hand("todos")), self.rows(titles))
        [note] = desktop.hand("journal", "2026-08-28")
        for line in ("Anna Berg", "28 Aug 2026", *NOTE.splitlines()):
            self.assertIn(line, note)

        [uid] = [uid for uid, title in titles.items() if title == TICKED]
        before = self.served("Goodturn Follow-ups", uid)
        desktop.hand("tick", TICKED)
        self.until(lambda: self.served("Goodturn Follow-ups", uid)["STATUS"] == "COMPLETED", "the tick does not reach the server")
        self.assertEqual(kept(self.served("Goodturn Follow-ups", uid)), kept(before))
        desktop.ask("konsolekalendar", "--change", "--calendar", desktop.calendars()[meetings], "--uid", "soon-cleo",
                    "--summary", "Tea in town")
        self.until(lambda: self.served("meetings", "soon-cleo")["SUMMARY"] == "Tea in town", "the event does not reach it")

        self.program.run("sync")
        marked = {titles[uid]: state for uid, state in self.states().items() if uid in titles}
        self.assertEqual(marked, {title: "done" if title == TICKED else "open" for title in titles.values()})
        self.program.now = "2026-11-24T08:00:00Z"
        [brief] = self.program.json("brief")["meetings"]
        self.assertIn("Tea in town", str(brief))
        self.assertIn("Cleo Lund", str(brief))


if __name__ == "__main__":
    unittest.main()
