#!/usr/bin/python3
"""Every row of the tables in docs/dav-compliance.md, docs/faults.md and docs/security.md names a test, each named test
exists, no fault and no threat lacks its row, and every test of tests/interop and tests/interop_habits stands in a row:
what was measured of servers is written down once, here.

usage: quirks_are_tested.py SOURCE-FOLDER
"""

import re
import sys
from pathlib import Path

ROOMS = {"contract": "tests/contract/collection_test.cc", "machines": "tests/interop_machines/convergence_test.cc",
         "listing": "tests/interop/transcript_listing_test.cc", "writing": "tests/interop/transcript_writing_test.cc",
         "href": "tests/unit/dav/href_test.cc", "multistatus": "tests/unit/dav/multistatus_test.cc"}
ROOMS |= {name: f"tests/interop/{name}_test.cc"
          for name in ("servers", "creation", "hostile", "transport", "limits", "discovery", "wire", "scheduling", "paging",
                       "streaming")}
ROOMS |= {"cli_history": "tests/cli/history_test.py", "cli_records": "tests/cli/records_test.py",
          "programs": "tests/interop_programs/servers_test.py", "many": "tests/interop_programs/many_test.py"}
ROOMS |= {name: f"tests/interop_habits/{name}_test.cc" for name in ("odd_items", "requests", "too_large")}
ROOMS |= {"cli_spoken": "tests/cli/spoken_test.py", "lost": "tests/unit/sync/lost_test.cc"}
ROOMS |= {"records": "tests/contract/records_test.cc", "value_list": "tests/unit/calendar/value_list_test.cc"}
ROOMS |= {"cli_zones": "tests/cli/zones_test.py", "helper_purge": "tests/unit/helper/purge_test.cc"}
ROOMS |= {"shapes": "tests/interop_shapes/shapes_test.cc", "document": "tests/unit/text/document_test.cc"}
ROOMS |= {name: f"tests/model/{name}_test.cc"
          for name in ("http", "real", "rules", "known_losses", "found", "read_back", "exhaustive", "histories", "meanwhile",
                       "wire_faults", "left_out", "silent_deltas", "texts")}
ROOMS |= {name: f"tests/faults/{name}_test.cc" for name in ("damage", "power", "failing_calls", "outage")}
ROOMS |= {f"kill_{name}": f"tests/kill/{name}_test.py" for name in ("files", "places", "random", "sync")}
ROOMS |= {"cli_bad_input": "tests/cli/bad_input_test.py", "store_safety": "tests/unit/store/safety_test.cc",
          "helper_sync": "tests/unit/helper/sync_test.cc", "quirks": "tests/unit/helper/quirks_test.cc",
          "many_items": "tests/unit/helper/many_items_test.cc"}
ROOMS |= {name: f"tests/unit/bridge/{name}_test.cc" for name in ("gate", "hello", "tokens", "peer", "crowd", "dispatcher")}
ROOMS |= {f"attack_{name}": f"tests/attack/{name}.py" for name in ("framing", "paths", "tokens", "crowds", "too_much")}
ROOMS |= {"bridge_attack": "tests/unit/bridge/attack_test.cc", "attack": "tests/attack/attack.py",
          "attack_sites": "tests/attack/other_sites.py", "attack_machine": "tests/attack/this_machine.py"}
ROOMS |= {"soak_day": "tests/soak/day_test.py", "xss_records": "tests/web/pages/xss_records_test.mjs"}
ROOMS |= {"xss": "tests/web/pages/xss_test.mjs", "web_background": "tests/web/unit/background_test.mjs",
          "helper_link": "tests/web/unit/helper_link_test.mjs", "host_hostile": "tests/host/hostile_text.test.mjs",
          "host_main": "tests/host/main_job.test.mjs"}
ROOMS |= {f"cli_{name}": f"tests/cli/{name}_test.py" for name in ("canaries", "privacy", "service", "scarce", "erase", "doctor")}
ROOMS |= {f"package_{name}": f"tests/package/{name}_test.py" for name in ("contents", "install")}
ROOMS |= {f"system_{name}": f"tests/unit/system/{name}_test.cc" for name in ("file", "frames", "home", "lock", "log")}
ROOMS |= {"export": "tests/cli/export_test.py", "certificates": "tests/sign_in/certificates_test.py",
          "secrets_service": "tests/unit/secrets/service_test.cc", "import_csv": "tests/unit/imports/csv_test.cc",
          "text_bombs": "tests/unit/text/bombs_test.cc", "ical_bomb": "tests/unit/ical/bomb_test.cc",
          "recurrence": "tests/unit/ical/recurrence_test.cc", "undo": "tests/unit/helper/undo_property_test.cc"}
PAGES = ("dav-compliance.md", "faults.md", "security.md")
IDS = [f"T{number}" for number in range(1, 41)] + [f"F{number}" for number in range(1, 36)]
WHOLE = ("tests/interop/", "tests/interop_habits/")  # every test there is about what servers do
LEAST_RULES = 9  # what a client must do whatever the server
NAMED = re.compile(r'(\w+): "([^"]+)"')
# In Python classes of tests, their methods, and kinds of attacks; in JavaScript tests and steps.
PYTHON = re.compile(r"^(?:class (\w+)\(|    def (test_\w+)\(self|def (\w+)\()", re.MULTILINE)
SCRIPT = re.compile(r"""^(?:test|step)\((?:"([^"]+)"|'((?:[^'\\]|\\.)+)')""", re.MULTILINE)
ID = re.compile(r"^\| ([TF]\d+) \|", re.MULTILINE)
CASE = re.compile(r'TEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')


def cases(path):
    """The names of all tests in a file, literals that were broken into lines joined."""
    named = {".py": PYTHON, ".mjs": SCRIPT}.get(path.suffix)
    if named:
        return {name for names in named.findall(path.read_text()) for name in names if name}
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


def unwritten(table, known):
    """Tests about servers that no row names."""
    named = set(NAMED.findall(table))
    return [f'{room}: "{name}" stands in no row' for room, path in ROOMS.items() if path.startswith(WHOLE)
            for name in sorted(known[room]) if (room, name) not in named]


def missing(text):
    """Threats and faults of the design that no row is about."""
    return [f"no row {one}" for one in IDS if one not in ID.findall(text)]


def homeless(source):
    """Files with tests about servers that are no room, so that no row can name them."""
    return [f"{path} is no room" for folder in WHOLE for path in sorted((source / folder).glob("*_test.cc"))
            if str(path.relative_to(source)) not in ROOMS.values()]


def main():
    source = Path(sys.argv[1])
    known = {room: cases(source / path) for room, path in ROOMS.items()}
    text = "\n".join((source / "docs" / name).read_text() for name in PAGES)
    rows, wrong = flaws(text, known)
    wrong += unwritten(text, known) + homeless(source) + missing(text)
    rules = flaws(text.partition("\n## Rules that follow")[2].partition("\n## ")[0], known)[0]
    if rules < LEAST_RULES:
        wrong.append(f"only {rules} rules")
    for line in wrong:
        print(line, file=sys.stderr)
    # The check itself can fail: a row without a test and a test that does not exist are found.
    spoilt = text.replace('servers: "', 'servers: "no ', 1) + "\n|---|---|\n| quirk | nothing |\n"
    if len(flaws(spoilt, known)[1]) != len(flaws(text, known)[1]) + 2:
        sys.exit("the check does not find what is wrong")
    if not unwritten(text.replace('scheduling: "', 'nowhere: "'), known):
        sys.exit("the check does not find a test without a row")
    if missing(text.replace("| T7 |", "| T77 |")) != [*missing(text), "no row T7"]:
        sys.exit("the check does not find a threat without a row")
    print(f"{rows} rows")
    sys.exit(1 if wrong or rows < 100 else 0)


if __name__ == "__main__":
    main()
