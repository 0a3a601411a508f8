"""Homes as programs of earlier versions left them: one for each released state of the database."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

from items import card  # noqa: E402  (found by the line above)

RELEASED = sorted((Path(__file__).resolve().parents[2] / "schemas" / "migrations").glob("*.sql"))
FIRST_WITHOUT_HASH = 18  # of a base
FIRST_WITH_CHECKSUMS = 5  # from here on every page has one, which a file that is made here has not


def content(version):
    """Twelve cards of one address book, one of them agreed with the server."""
    def quoted(text):
        return "'" + text.replace("'", "''") + "'"
    cards = [card(f"p{at}", f"P {at}", "NOTE:" + "n" * 900 * at) for at in range(12)]
    items = [f"INSERT INTO item (collection, href, uid, text) VALUES (7, '{at}.vcf', 'p{at}', {quoted(text)});"
             for at, text in enumerate(cards)]
    hashes, values = (", hash_high, hash_low", ", 1, 2") if version < FIRST_WITHOUT_HASH else ("", "")
    return "\n".join(["INSERT INTO account (id, kind, name, url, user, own_addresses)"
                      " VALUES (1, 'vdir', 'Home', '/nowhere', 'alex@example.org', '');",
                      "INSERT INTO collection"
                      " VALUES (7, 1, '/nowhere/book', 'Book', '', 1, 0, 0, 0, 0, 1, 1, 1, 't', 5);", *items,
                      f"INSERT INTO base (collection, href, etag{hashes}) VALUES (7, '0.vcf', 'e'{values});",
                      "INSERT INTO setting VALUES ('kept', 'value');"])


def make_old_home(home, version):
    """A home as a program of this version left it, with twelve cards; what stood there before is gone."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o700)
    file = home / "goodturn.sqlite"
    file.touch(mode=0o600)
    if version >= FIRST_WITH_CHECKSUMS:
        subprocess.run([os.environ["GOODTURN_HOME_AT_VERSION"], file, str(version)], input=content(version).encode(),
                       check=True, timeout=60)
        return
    database = sqlite3.connect(file)
    for number in range(version):
        database.executescript(RELEASED[number].read_text())
    database.execute(f"PRAGMA user_version = {version}")
    database.execute("PRAGMA journal_mode = WAL")
    database.executescript(content(version))
    database.close()
