#!/usr/bin/python3
"""Eyes and a hand at KOrganizer's windows, through the desktop's accessibility bus. Run it on KOrganizer's display and bus.

usage: korganizer_hand.py sign-in PASSWORD    answers the window that asks for a server's password
       korganizer_hand.py todos               the rows of the to-do list: a list of lists of words
       korganizer_hand.py tick SUMMARY        clicks the box before that row, and waits until it is complete
       korganizer_hand.py journal YYYY-MM-DD  what the journal view shows of that day
Answers as one line of JSON, once there is something to see.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402  (version first)

SECONDS = 90
BOX = 10  # pixels from the beginning of a row's first cell into its box


def until(look):
    """What `look` finds, once it finds anything. A window may change while it is looked at: then it is looked at again."""
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise SystemExit(f"not seen within {SECONDS} seconds: {' '.join(sys.argv[1:])}")
        time.sleep(0.2)


def parts(one):
    """It and everything in it."""
    if one is None:
        return
    yield one
    for at in range(one.get_child_count()):
        yield from parts(one.get_child_at_index(at))


def visible(name, role):
    """Parts of that role in the windows of the program of that name, which can be seen now."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    return [one for program in programs if program and program.get_name().startswith(name) for one in parts(program)
            if one.get_role_name() == role and one.get_state_set().contains(Atspi.StateType.SHOWING)]


def turn_to(method, *words):
    """KOrganizer's view of that kind, or of that day."""
    signature, values = ("((iii))", [words]) if words else ("()", [])
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync("org.kde.korganizer", "/Calendar", "org.kde.Korganizer.Calendar", method,
                                                    GLib.Variant(signature, tuple(values)), None, 0, SECONDS * 1000, None)


def shown(method, *words):
    """True once KOrganizer is there and took that call."""
    turn_to(method, *words)
    return True


def cells():
    """Rows of the to-do list, each a list of its cells: summary, priority, complete, start, due and tags."""
    widest = max(([one for one in parts(tree) if one.get_role_name() == "table cell"
                   and one.get_state_set().contains(Atspi.StateType.SHOWING)] for tree in visible("korganizer", "tree")
                  if any(one.get_name() == "Due Date" for one in parts(tree))), key=len, default=[])
    return [widest[at:at + 6] for at in range(0, len(widest), 6)]


def rows():
    return [[cell.get_name() for cell in row] for row in cells()]


def todos():
    until(lambda: shown("showTodoView"))
    return until(rows)


def tick(summary):
    todos()
    box = until(lambda: next((row[0] for row in cells() if row[0].get_name() == summary), None))
    place = box.get_extents(Atspi.CoordType.SCREEN)
    Atspi.generate_mouse_event(place.x + BOX, place.y + place.height // 2, "b1c")
    return until(lambda: next((row for row in rows() if row[0] == summary and row[2] == "100"), None))


def journal(day):
    until(lambda: shown("showJournalView"))
    shown("goDate", *map(int, day.split("-")))
    return until(lambda: [text for one in visible("korganizer", "label") if "Text" in one.get_interfaces()
                          and day[:4] in (text := Atspi.Text.get_text(one, 0, -1))])


def sign_in(password):
    field = until(lambda: visible("akonadi_davgroupware", "password text"))[0]
    Atspi.EditableText.set_text_contents(field, password)
    next(one for one in visible("akonadi_davgroupware", "push button") if one.get_name().strip("&") == "OK").do_action(0)
    return until(lambda: not visible("akonadi_davgroupware", "password text"))


if __name__ == "__main__":
    print(json.dumps({"todos": todos, "tick": tick, "journal": journal, "sign-in": sign_in}[sys.argv[1]](*sys.argv[2:])))
