"""A home that the program is killed on, what is in it, and the numbers of the runs."""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

from program import Program  # noqa: E402  (found by the line above)

SEED = int(os.environ.get("GOODTURN_SEED") or random.SystemRandom().randrange(1 << 32))
# Kill points per scenario; 0: all of them. Unset: what the scenario says.
POINTS = int(os.environ.get("GOODTURN_KILL_POINTS") or -1)
KILLS = int(os.environ.get("GOODTURN_KILLS", "500"))


# Settings that say when something was looked at or made, which is no loss: syncs in number, days, the salt and the key of a home.
# The quick undo of a command that was killed was offered to nobody; what it wrote stands in the change log.
OF_THE_RUN = re.compile(r"sync\.runs|undo\.kept|mail\.salt|index\.day|erased\.key|kept\.(seen|from)|collection\.\d+\.compared"
                        r"|account\.\d+\.listed")


def points_of(count, most=0):
    """Which of `count` calls are tried: all, or POINTS (else `most`) of them spread evenly from a random start."""
    wanted = most if POINTS < 0 else POINTS
    if wanted == 0 or count <= wanted:
        return list(range(1, count + 1))
    step = count / wanted
    start = random.Random(SEED).random() * step
    return sorted({int(start + at * step) + 1 for at in range(wanted)} | {1, count})


class KilledProgram(Program):
    """Starts goodturn with the counting library before it."""

    def preloaded(self, words, **variables):
        environment = {**self.environment, "LD_PRELOAD": os.environ["GOODTURN_KILL_AT"], **variables}
        return subprocess.run(self.words(*words), env=environment, capture_output=True, timeout=120, check=False,
                              umask=0o022)

    def count(self, *words):
        """Runs undisturbed; how many calls there were."""
        with tempfile.NamedTemporaryFile() as file:
            done = self.preloaded(words, KILL_COUNT=file.name)
            if done.returncode != 0:
                raise AssertionError(f"{words}: {done.stderr.decode()}")
            return int(Path(file.name).read_text())

    def kill_at(self, call, *words):
        """True when the program was killed, false when it ended well before."""
        done = self.preloaded(words, KILL_AT=str(call))
        if done.returncode == -signal.SIGKILL:
            return True
        if done.returncode != 0:
            raise AssertionError(f"{words}: exit code {done.returncode}\n{done.stderr.decode()}")
        return False


def rows(home, sql):
    """Read beside the program, which must not run."""
    database = sqlite3.connect(f"file:{home}/goodturn.sqlite?mode=ro", uri=True)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def index_rows(home, table):
    """The rows of one table of the index, with the place of the item in place of the number of its collection."""
    columns = [f"{table}.{name}" for _at, name, *_rest in rows(home, f"PRAGMA table_info({table})") if name != "collection"]
    return sorted(rows(home, f"SELECT url, {', '.join(columns)} FROM {table} JOIN collection ON collection.id = collection"),
                  key=repr)


def settings(home):
    """Those that a user would miss; where the records are kept by the place in place of the number of a collection."""
    places = {str(number): url for number, url in rows(home, "SELECT id, url FROM collection")}
    return sorted((key, places.get(value, value) if key.startswith("records.") else value)
                  for key, value in rows(home, "SELECT key, value FROM setting") if not OF_THE_RUN.fullmatch(key))


def local_state(home):
    """Everything a user could lose or find doubled."""
    return {
        "accounts": sorted(rows(home, "SELECT kind, name, url, user, own_addresses FROM account")),
        "collections": sorted(rows(home, "SELECT account, url, name, color, cards, events, tasks, journals, read_only,"
                                         " enabled, counts_as_meetings, write_back FROM collection")),
        "settings": settings(home),
        "mail": sorted(rows(home, "SELECT at, direction, recipients FROM observation")),
        "index": {table: index_rows(home, table) for table in ("meeting", "record", "journal", "follow_up")},
        "sound": rows(home, "PRAGMA integrity_check"),
        "items": sorted(rows(home, "SELECT url, href, item.uid, text FROM item JOIN collection"
                                   " ON collection.id = collection")),
        "bases": sorted(rows(home, "SELECT collection.url, base.href, coalesce(base.text, item.text) FROM base"
                                   " JOIN collection ON collection.id = base.collection"
                                   " LEFT JOIN item USING (collection, href)")),
        "people": sorted(rows(home, "SELECT href, name, tags FROM person")),
        "open": rows(home, "SELECT count(*) FROM intent"),
        "lost": sorted(rows(home, "SELECT url, href, property, local_value, remote_value, cause FROM conflict"
                                  " JOIN collection ON collection.id = collection")),
        "trash": sorted(rows(home, "SELECT url, href, text, reason FROM trash JOIN collection"
                                   " ON collection.id = collection")),
        "written": sorted(rows(home, "SELECT url, href, kind, before, after, undone FROM written JOIN collection"
                                     " ON collection.id = collection")),
    }


class KillCase(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        shared = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(prefix="goodturn-kill-", dir=shared if shared.is_dir() else None))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.program = KilledProgram(self.folder / "home")

    def keep(self, *names):
        """Keeps the folders as they are; the function it gives puts them back."""
        kept = Path(tempfile.mkdtemp(prefix="kept-", dir=self.folder))
        for name in names:
            shutil.copytree(self.folder / name, kept / name)

        def put_back():
            for name in names:
                shutil.rmtree(self.folder / name)
                shutil.copytree(kept / name, self.folder / name)
        return put_back
