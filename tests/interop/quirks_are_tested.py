#!/usr/bin/python3
"""Every row of the tables in docs/dav-compliance.md and docs/faults.md names a test, and each named test exists.

usage: quirks_are_tested.py SOURCE-FOLDER
"""

import re
import sys
from pathlib import Path

ROOMS = {"contract": "tests/contract/collection_test.cc", "machines": "tests/interop_machines/convergence_test.cc",
         "listing": "tests/interop/transcript_listing_test.cc", "writing": "tests/interop/transcript_writing_test.cc",
         "href": "tests/unit/dav/href_test.cc", "multistatus": "tests/unit/dav/multistatus_test.cc"}
ROOMS |= {name: f"tests/interop/{name}_test.cc"
          for name in ("servers", "creation", "hostile", "transport", "limits", "discovery", "wire")}
ROOMS |= {"cli_history": "tests/cli/history_test.py", "cli_records": "tests/cli/records_test.py",
          "programs": "tests/interop_programs/servers_test.py"}
ROOMS |= {"shapes": "tests/interop_shapes/shapes_test.cc", "document": "tests/unit/text/document_test.cc"}
ROOMS |= {name: f"tests/model/{name}_test.cc"
          for name in ("http", "real", "rules", "known_losses", "found", "exhaustive", "histories")}
ROOMS |= {name: f"tests/faults/{name}_test.cc" for name in ("damage", "power", "failing_calls", "outage")}
ROOMS |= {f"kill_{name}": f"tests/kill/{name}_test.py" for name in ("files", "places", "random", "sync")}
ROOMS |= {"cli_bad_input": "tests/cli/bad_input_test.py", "store_safety": "tests/unit/store/safety_test.cc",
          "helper_sync": "tests/unit/helper/sync_test.cc"}
NAMED = re.compile(r'(\w+): "([^"]+)"')
CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)
CASE = re.compile(r'TEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')


def cases(path):
    """The names of all tests in a file, literals that were broken into lines joined; in Python the classes."""
    if path.suffix == ".py":
        return set(CLASS.findall(path.read_text()))
    return {"".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals)) for literals in CASE.findall(path.read_text())}


def flaws(table, known):
    """(rows, what is wrong with them as texts); rows are the lines of tables but for head and rule."""
    wrong, rows = [], 0
    lines = table.splitlines()
    for at, line in enumerate(lines):
        is_row = line.startswith("|") and not line.startswith("|---") and at > 0 and lines[at - 1].startswith("|")
        if not is_row:
            continue
        rows += 1
        named = NAMED.findall(line.rstrip(" |").rsplit(" | ", 1)[-1])
        if not named:
            wrong.append(f"no test: {line[:80]}")
        wrong += [f'{room}: "{name}" does not exist' for room, name in named if name not in known.get(room, ())]
    return rows, wrong


def main():
    source = Path(sys.argv[1])
    known = {room: cases(source / path) for room, path in ROOMS.items()}
    text = "\n".join((source / "docs" / name).read_text() for name in ("dav-compliance.md", "faults.md"))
    rows, wrong = flaws(text, known)
    for line in wrong:
        print(line, file=sys.stderr)
    # The check itself can fail: a row without a test and a test that does not exist are found.
    spoilt = text.replace('servers: "', 'servers: "no ', 1) + "\n|---|---|\n| quirk | nothing |\n"
    found = flaws(spoilt, known)[1]
    if len(found) != len(wrong) + 2:
        sys.exit("the check does not find what is wrong")
    print(f"{rows} rows")
    sys.exit(1 if wrong or rows < 100 else 0)


if __name__ == "__main__":
    main()
