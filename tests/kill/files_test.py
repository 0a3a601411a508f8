"""SIGKILL at every step of a migration, a backup and a restore; none of them needs a server."""

import os
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

from home import SEED, KillCase, local_state, points_of, rows

from items import card, component
from program import account_folder

RELEASED = sorted((Path(__file__).resolve().parents[2] / "schemas" / "migrations").glob("*.sql"))
FIRST_WITH_CHECKSUMS = 5  # from here on every page has one, which a file that is made here has not


def content():
    """Twelve cards of one address book, one of them agreed with the server."""
    def quoted(text):
        return "'" + text.replace("'", "''") + "'"
    cards = [card(f"p{at}", f"P {at}", "NOTE:" + "n" * 900 * at) for at in range(12)]
    items = [f"INSERT INTO item (collection, href, uid, text) VALUES (7, '{at}.vcf', 'p{at}', {quoted(text)});"
             for at, text in enumerate(cards)]
    return "\n".join(["INSERT INTO account VALUES (1, 'vdir', 'Home', '/nowhere', 'alex@example.org', '');",
                      "INSERT INTO collection"
                      " VALUES (7, 1, '/nowhere/book', 'Book', '', 1, 0, 0, 0, 0, 1, 1, 1, 't', 5);", *items,
                      "INSERT INTO base (collection, href, etag, hash_high, hash_low, text)"
                      " VALUES (7, '0.vcf', 'e', 1, 2, NULL);", "INSERT INTO setting VALUES ('kept', 'value');"])


CONTENT = content()


class Files(KillCase):
    def fill(self):
        account_folder(self.folder / "account", [card(f"p{at}", f"P {at}") for at in range(12)],
                       [component("VJOURNAL", "note", "DTSTART:20261001T090000Z", "SUMMARY:Lunch",
                                  "DESCRIPTION:" + "Long. " * 2000)])
        self.program.run("account", "add", self.folder / "account", "--user", "alex@example.org")
        self.program.run("sync")
        return self.program.json("collection", "list")["collections"][0]["id"]

    def kill_everywhere(self, name, words, state, resume=None):
        """After each kill `resume` (default: `words` again) must come to the end of an undisturbed run."""
        put_back = self.keep("home")
        calls = self.program.count(*words)
        if resume:
            self.program.run(*resume)
        expected = state()
        points, killed, begun = points_of(calls), 0, time.monotonic()
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

    def old_home(self, version):
        """A home as a program of this version left it, with twelve cards."""
        shutil.rmtree(self.program.home, ignore_errors=True)
        self.program.home.mkdir(mode=0o700)
        file = self.program.home / "goodturn.sqlite"
        file.touch(mode=0o600)
        if version >= FIRST_WITH_CHECKSUMS:
            subprocess.run([os.environ["GOODTURN_HOME_AT_VERSION"], file, str(version)], input=CONTENT.encode(), check=True,
                           timeout=60)
            return
        database = sqlite3.connect(file)
        for number in range(version):
            database.executescript(RELEASED[number].read_text())
        database.execute(f"PRAGMA user_version = {version}")
        database.execute("PRAGMA journal_mode = WAL")
        database.executescript(CONTENT)
        database.close()

    def test_migration_of_every_version(self):
        for version in range(2, len(RELEASED)):
            self.old_home(version)
            self.assertEqual(rows(self.program.home, "PRAGMA user_version"), [(version,)])

            def state():
                return {**local_state(self.program.home), "copies": self.copies(),
                        "version": rows(self.program.home, "PRAGMA user_version"),
                        "setting": rows(self.program.home, "SELECT value FROM setting WHERE key = 'kept'"),
                        "collection": rows(self.program.home, "SELECT token, last_sync FROM collection WHERE id = 7")}
            self.kill_everywhere(f"migration from version {version}", ("collection", "enable", "7"), state)
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
