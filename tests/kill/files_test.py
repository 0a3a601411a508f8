"""SIGKILL at every step of a migration, a backup and a restore; none of them needs a server."""

import shutil
import sqlite3
import time

from home import SEED, KillCase, local_state, points_of, rows
from old_home import RELEASED, make_old_home

from items import card, component
from program import account_folder


class Files(KillCase):
    def fill(self):
        account_folder(self.folder / "account", [card(f"p{at}", f"P {at}") for at in range(12)],
                       [component("VJOURNAL", "note", "DTSTART:20261001T090000Z", "SUMMARY:Lunch",
                                  "DESCRIPTION:" + "Long. " * 2000)])
        self.program.run("account", "add", self.folder / "account", "--user", "alex@example.org")
        self.program.run("sync")
        return self.program.json("collection", "list")["collections"][0]["id"]

    def kill_everywhere(self, name, words, state, resume=None, most=0):
        """After each kill `resume` (default: `words` again) must come to the end of an undisturbed run. `most`: of points_of()."""
        put_back = self.keep("home")
        calls = self.program.count(*words)
        if resume:
            self.program.run(*resume)
        expected = state()
        points, killed, begun = points_of(calls, most), 0, time.monotonic()
        for call in points:
            with self.subTest(scenario=name, call=call, seed=SEED):
                put_back()
                killed += self.program.kill_at(call, *words)
                self.program.run(*(resume or words))
                self.assertEqual(state(), expected)
        print(f"{name}: {calls} calls, killed at {killed} of {len(points)} tried, "
              f"{time.monotonic() - begun:.0f} s, GOODTURN_SEED={SEED}")
        self.assertEqual(killed, len(points))

    def copies(self):
        """(occasion, whether it is sound, items in it) of each copy."""
        found = []
        for path in sorted((self.program.home / "backups").glob("*.sqlite")):
            database = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
            found.append((path.stem.split("-", 1)[1], database.execute("PRAGMA integrity_check").fetchall(),
                          database.execute("SELECT count(*) FROM item").fetchone()))
            database.close()
        return found

    def test_migration_of_every_version(self):
        for version in range(2, len(RELEASED)):
            make_old_home(self.program.home, version)
            self.assertEqual(rows(self.program.home, "PRAGMA user_version"), [(version,)])

            def state():
                return {**local_state(self.program.home), "copies": self.copies(),
                        "version": rows(self.program.home, "PRAGMA user_version"),
                        "setting": rows(self.program.home, "SELECT value FROM setting WHERE key = 'kept'"),
                        "collection": rows(self.program.home, "SELECT token, last_sync FROM collection WHERE id = 7")}
            # From the first version every step of all later ones is met, from the last one every step of the newest.
            most = 0 if version in (2, len(RELEASED) - 1) else 24
            self.kill_everywhere(f"migration from version {version}", ("collection", "enable", "7"), state, most=most)
            self.assertEqual((state()["version"], state()["setting"]), ([(len(RELEASED),)], [("value",)]))
            self.assertEqual(len(state()["items"]), 12)
            self.assertEqual(len(self.copies()), 2)  # before the migration, and today's

    def test_backup(self):
        collection = self.fill()
        shutil.rmtree(self.program.home / "backups", ignore_errors=True)
        self.kill_everywhere("backup", ("collection", "enable", collection),
                             lambda: {**local_state(self.program.home), "copies": self.copies()})
        [(occasion, sound, _items)] = self.copies()
        self.assertEqual((occasion, sound), ("2026-11-22", [("ok",)]))

    def test_restore(self):
        collection = self.fill()
        self.program.run("collection", "enable", collection)
        self.assertEqual(len(self.copies()), 1)
        file = self.program.home / "goodturn.sqlite"
        damaged = bytearray(file.read_bytes())
        damaged[4096 * 8 + 100] ^= 4
        file.write_bytes(damaged)
        self.kill_everywhere("restore", ("restore",), lambda: local_state(self.program.home))
        found = {path.read_bytes() for path in self.program.home.glob("damaged-*/goodturn.sqlite")}
        self.assertIn(bytes(damaged), found)
