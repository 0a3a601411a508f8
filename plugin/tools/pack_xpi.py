#!/usr/bin/env python3
"""Packs a folder into an .xpi whose bytes depend on the folder's content only (sorted names, fixed time and mode).

usage: pack_xpi.py FOLDER TARGET
"""
import pathlib
import sys
import zipfile

FIXED_TIME = (2020, 1, 1, 0, 0, 0)


def pack(folder: pathlib.Path, target: pathlib.Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


if __name__ == "__main__":
    pack(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
