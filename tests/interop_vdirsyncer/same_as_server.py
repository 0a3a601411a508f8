#!/usr/bin/python3
"""vdirsyncer as an independent reader: exit code 0 where its copies of collections equal folders of items.

It fetches each collection at its URL into a folder of its own; both folders are compared as other programs read them.
Exit code 1: they differ, and the UIDs are named. 77: a program is missing; 1 with GOODTURN_NO_SKIPS in the environment.

usage: same_as_server.py USER PASSWORD URL FOLDER vcf|ics [URL FOLDER vcf|ics ...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 1 if os.environ.get("GOODTURN_NO_SKIPS") else 77
STORAGES = {"vcf": "carddav", "ics": "caldav"}
try:
    from canonical import differences, read_folder
except ImportError as missing:
    print(f"skipped: {missing}", file=sys.stderr)
    sys.exit(SKIPPED)


def config_of(folder, user, password, wanted):
    """Of vdirsyncer: a pair for each (url, ending), whose copies lie in folders named by their number."""
    parts = [f'[general]\nstatus_path = "{folder}/status/"\n']
    for at, (url, ending) in enumerate(wanted):
        parts.append(f'[pair p{at}]\na = "here{at}"\nb = "there{at}"\ncollections = null\n\n[storage here{at}]\n'
                     f'type = "filesystem"\npath = "{folder}/{at}/"\nfileext = ".{ending}"\n\n[storage there{at}]\n'
                     f'type = "{STORAGES[ending]}"\nurl = "{url}"\nusername = "{user}"\npassword = "{password}"\n')
    return "\n".join(parts)


def fetch(folder, user, password, wanted):
    """vdirsyncer fills folders named by the number of each (url, ending)."""
    config = folder / "config"
    config.write_text(config_of(folder, user, password, wanted))
    for at in range(len(wanted)):
        (folder / str(at)).mkdir()
    for word in ("discover", "sync"):
        done = subprocess.run(["vdirsyncer", "-c", config, word], timeout=120, check=False, input=b"y\n" * 4 * len(wanted),
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode:
            sys.exit(f"vdirsyncer {word} failed: {done.stderr.decode()}")


def main():
    user, password, *rest = sys.argv[1:]
    collections = list(zip(rest[::3], rest[1::3], rest[2::3]))
    if not collections or len(rest) % 3:
        sys.exit(__doc__)
    if not shutil.which("vdirsyncer"):
        print("skipped: vdirsyncer is not installed", file=sys.stderr)
        sys.exit(SKIPPED)
    differ = False
    with tempfile.TemporaryDirectory(prefix="goodturn-reader-") as folder:
        fetch(Path(folder), user, password, [(url, ending) for url, _ours, ending in collections])
        for at, (_url, ours, _ending) in enumerate(collections):
            mine, theirs = read_folder(ours), read_folder(Path(folder) / str(at))
            for uid in differences(mine, theirs):
                print(f"{uid}:\n  ours   {mine.get(uid)}\n  theirs {theirs.get(uid)}", file=sys.stderr)
                differ = True
    sys.exit(differ)


if __name__ == "__main__":
    main()
