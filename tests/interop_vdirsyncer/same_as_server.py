#!/usr/bin/python3
"""vdirsyncer as an independent reader: exit code 0 where its copy of an address book equals a folder of cards.

It fetches the collection at URL into a folder of its own; both folders are compared as other programs read them.
Exit code 1: they differ, and the UIDs are named. 77: a program is missing.

usage: same_as_server.py URL USER PASSWORD FOLDER
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
try:
    from canonical import differences, read_folder
except ImportError as missing:
    print(f"skipped: {missing}", file=sys.stderr)
    sys.exit(SKIPPED)


def fetched(folder, url, user, password):
    """The folder that vdirsyncer filled from the collection."""
    copy = folder / "copy"
    copy.mkdir()
    config = folder / "config"
    config.write_text(f'[general]\nstatus_path = "{folder}/status/"\n\n[pair cards]\na = "here"\nb = "there"\n'
                      f'collections = null\n\n[storage here]\ntype = "filesystem"\npath = "{copy}/"\nfileext = ".vcf"\n\n'
                      f'[storage there]\ntype = "carddav"\nurl = "{url}"\nusername = "{user}"\npassword = "{password}"\n')
    for word in ("discover", "sync"):
        subprocess.run(["vdirsyncer", "-c", config, word], timeout=120, check=True, input=b"y\n" * 4,
                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return copy


def main():
    url, user, password, ours = sys.argv[1:]
    if not shutil.which("vdirsyncer"):
        print("skipped: vdirsyncer is not installed", file=sys.stderr)
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="goodturn-reader-") as folder:
        theirs = read_folder(fetched(Path(folder), url, user, password))
    mine = read_folder(ours)
    different = differences(mine, theirs)
    if different:
        for uid in different:
            print(f"{uid}:\n  ours   {mine.get(uid)}\n  theirs {theirs.get(uid)}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
