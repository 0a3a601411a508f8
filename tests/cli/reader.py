"""vdirsyncer as an independent reader of what a real server holds."""

import subprocess
import tempfile
from pathlib import Path
from unittest import SkipTest

READER = Path(__file__).resolve().parents[1] / "interop_vdirsyncer/same_as_server.py"


def what_is_read_otherwise(program, server, names):
    """What is wrong, in words, where vdirsyncer does not have the same items of the collections of these display names as
    the program; empty where all is alike. "contacts" is the address book, the others are calendars."""
    with tempfile.TemporaryDirectory(dir=program.home.parent) as folder:
        target = Path(folder) / "read"
        program.run("export", target)
        parts = {(part / "displayname").read_text(): part for part in (target / "collections").iterdir()}
        words = []
        for name in names:
            book = name == "contacts"
            path = server.path("contacts/") if book else server.calendar_path(name)
            words += [server.url + path, parts[name], "vcf" if book else "ics"]
        done = subprocess.run([READER, "alice", "secret", *words], capture_output=True, text=True, timeout=300, check=False)
    if done.returncode == 77:
        raise SkipTest(done.stderr)
    return done.stderr if done.returncode else ""
